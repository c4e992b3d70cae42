"""The log of what left the program: when, what, how much of it, and where it was put."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from db.changes import Changes
from db.connection import Connection

_COLUMNS = "id, at, conference_id, what, fields, count, place"
_INSERT = (
    "INSERT INTO export_log (at, conference_id, what, fields, count, place) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)


class Export(Struct, frozen=True, kw_only=True):
    """One hand-out; it names nobody.

    Attributes:
        what: the key of a paper, or the kind of a list: xlsx, csv.
        fields: what was told of each person, where that was chosen.
        count: how many people it is about.
        place: the file.
    """

    id: int
    at: datetime
    conference_id: str
    what: str
    fields: tuple[str, ...]
    count: int
    place: str


class Exports:
    """The hand-outs of each conference."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(
        self, conference_id: str, what: str, place: str, count: int, fields: Sequence[str] = ()
    ) -> None:
        """Note that something was handed out."""
        values = (what, msgspec.json.encode(fields).decode(), count, place)
        with self._connection.atomic():
            self._connection.execute(_INSERT, (self._changes.now(), conference_id, *values))

    def of(self, conference_id: str, limit: int = 100) -> tuple[Export, ...]:
        """List the hand-outs of a conference, newest first."""
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM export_log WHERE conference_id = ? "  # noqa: S608 - a constant
            "ORDER BY id DESC LIMIT ?",
            (conference_id, limit),
        )
        names = Export.__struct_fields__
        return tuple(
            msgspec.convert(
                dict(zip(names, row, strict=True)) | {"fields": msgspec.json.decode(row[4])}, Export
            )
            for row in rows
        )
