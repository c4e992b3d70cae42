"""The log of changes, and the undo and redo that live on it over restarts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from db.changes import Action, Changes, Side, State
from db.conferences import Conferences
from db.connection import Connection, Row
from db.delegates import Delegates
from db.records import Delegate

_ENTRY = "SELECT id, at, action, conference_id, state, fields, count, undoes FROM change_log"
_LAST_DONE = f"{_ENTRY} WHERE conference_id = ? AND state = 'done' ORDER BY id DESC LIMIT 1"
# undone entries follow the done ones, so the first of them was undone last
_FIRST_UNDONE = f"{_ENTRY} WHERE conference_id = ? AND state = 'undone' ORDER BY id LIMIT 1"


class LogEntry(Struct, frozen=True, kw_only=True):
    """One user action.

    Attributes:
        fields: the fields of the conference it changed.
        count: how many delegates or pictures it changed.
        undoes: the entry that an undo or redo is about.
    """

    id: int
    at: datetime
    action: Action
    conference_id: str | None
    state: State
    fields: tuple[str, ...]
    count: int
    undoes: int | None


class Stepped(LogEntry, frozen=True, kw_only=True):
    """A step that was just taken back or done again.

    Attributes:
        put: the people as they stand now.
        gone: ids of those who were taken out.
    """

    put: tuple[Delegate, ...] = ()
    gone: frozenset[str] = frozenset()


class _RawSide(Struct, frozen=True):
    """A side of a change with its people still as text."""

    fields: dict[str, Any] = {}
    delegates: tuple[msgspec.Raw, ...] = ()


class Log:
    """What was done in this store, newest first."""

    def __init__(
        self,
        connection: Connection,
        changes: Changes,
        conferences: Conferences,
        delegates: Delegates,
    ) -> None:
        self._connection = connection
        self._changes = changes
        self._conferences = conferences
        self._delegates = delegates

    def entries(self, conference_id: str | None = None, limit: int = 100) -> tuple[LogEntry, ...]:
        """List the newest entries, of one conference or of all."""
        rows = self._connection.rows(
            f"{_ENTRY} WHERE ?1 IS NULL OR conference_id = ?1 ORDER BY id DESC LIMIT ?2",
            (conference_id, limit),
        )
        return tuple(_entry(row) for row in rows)

    def next_undo(self, conference_id: str) -> LogEntry | None:
        """Tell what `undo` would take back."""
        row = self._connection.row(_LAST_DONE, (conference_id,))
        return _entry(row) if row else None

    def next_redo(self, conference_id: str) -> LogEntry | None:
        """Tell what `redo` would do again."""
        row = self._connection.row(_FIRST_UNDONE, (conference_id,))
        return _entry(row) if row else None

    def undo(self, conference_id: str) -> Stepped | None:
        """Take back the last step of a conference; None when there is none."""
        with self._connection.atomic():
            entry = self.next_undo(conference_id)
            if entry is None:
                return None
            before, after = self._sides(entry)
            stepped = self._put(conference_id, entry, after, before)
            self._mark(entry, State.UNDONE, Action.UNDONE)
        return stepped

    def redo(self, conference_id: str) -> Stepped | None:
        """Do the step that was taken back last again; None when there is none."""
        with self._connection.atomic():
            entry = self.next_redo(conference_id)
            if entry is None:
                return None
            before, after = self._sides(entry)
            stepped = self._put(conference_id, entry, before, after)
            self._mark(entry, State.DONE, Action.REDONE)
        return stepped

    def _put(self, conference_id: str, entry: LogEntry, standing: Side, wanted: Side) -> Stepped:
        if wanted.fields:
            self._conferences.put_fields(conference_id, wanted.fields)
        self._delegates.write(standing.delegates, wanted.delegates)
        remaining = {person.id for person in wanted.delegates}
        return Stepped(
            **msgspec.structs.asdict(entry),
            put=wanted.delegates,
            gone=frozenset(person.id for person in standing.delegates) - remaining,
        )

    def _sides(self, entry: LogEntry) -> tuple[Side, Side]:
        row = self._connection.row("SELECT before, after FROM change_log WHERE id = ?", (entry.id,))
        before, after = row or ("{}", "{}")
        return _side(before), _side(after)

    def _mark(self, entry: LogEntry, state: State, action: Action) -> None:
        self._connection.execute(
            "UPDATE change_log SET state = ? WHERE id = ?", (str(state), entry.id)
        )
        self._changes.add(
            action,
            entry.conference_id,
            count=entry.count,
            undoes=entry.id,
            fields=entry.fields,
        )


def _side(text: str) -> Side:
    """Read a side, its people one by one: many at once would let no other thread work."""
    raw = msgspec.json.decode(text, type=_RawSide)
    return Side(
        fields=raw.fields,
        delegates=tuple(msgspec.json.decode(person, type=Delegate) for person in raw.delegates),
    )


def _entry(row: Row) -> LogEntry:
    values: dict[str, Any] = dict(zip(LogEntry.__struct_fields__, row, strict=True))
    values["fields"] = msgspec.json.decode(values["fields"])
    return msgspec.convert(values, LogEntry)
