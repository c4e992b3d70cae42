"""What a report for whoever helps needs of a store: counts, and what may not stand in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from db.backups import backups_in, folder_of, open_unchanging
from db.connection import Connection
from db.migrations import SET_NAME, TABLE

SQLITE_VERSION = sqlite3.sqlite_version
Rows = Callable[[str], list[tuple[Any, ...]]]


class TextKind(StrEnum):
    """What a text says of somebody."""

    NAME = "name"
    UNIT = "unit"
    POST = "post"
    NUMBER = "number"
    TEXT = "text"


_NAME, _UNIT, _POST = TextKind.NAME, TextKind.UNIT, TextKind.POST
_NUMBER, _TEXT = TextKind.NUMBER, TextKind.TEXT

# tests/db/test_support.py holds the rest of the columns, so that a new one is told apart as well
PERSONAL: Mapping[str, Mapping[str, TextKind]] = {
    "office": dict.fromkeys(("name", "issuer", "parent_body", "place_name"), _UNIT),
    "signer": {"name": _NAME, "post": _POST, "collective": _UNIT, "head_post": _POST},
    "conference": dict.fromkeys(
        ("title", "subject", "venue", "address", "introduction", "upper_choice_conference"), _TEXT
    ),
    "programme_item": {"presenter": _NAME, "note": _TEXT},
    "presidium_member": {"name": _NAME, "post": _POST},
    "committee_member": {"name": _NAME, "post": _POST},
    "assignment": {"body": _UNIT},
    "delegate": {
        **dict.fromkeys(("name", "given_name"), _NAME),
        **dict.fromkeys(("id_number", "phone"), _NUMBER),
        **dict.fromkeys(("unit", "represents"), _UNIT),
        **dict.fromkeys(("achievement", "home_town", "note"), _TEXT),
        "post": _POST,
    },
    "move": {"old_venue": _TEXT, "reason": _TEXT, "approver": _NAME},
    "decision": {"facts": _TEXT, "reason": _TEXT, "approver": _NAME},
    "quota": {"unit": _UNIT},
    "script_step": {"words": _TEXT, "actor": _NAME},
    "speech": {"title": _TEXT, "speaker": _NAME, "post": _POST, "unit": _UNIT},
    "award": {"recipient": _NAME, "post": _POST, "unit": _UNIT, "note": _TEXT},
    "candidate": {"name": _NAME, "post": _POST, "unit": _UNIT},
    "paper_settings": {"issuer": _UNIT, "signer_name": _NAME},
    "rule_pack": {"name": _TEXT},
    "pack_draft": {"name": _TEXT},
    "printer_fit": {"printer": _TEXT},
    "prints": {"who": _NAME, "printer": _TEXT},
    "export_log": {"place": _TEXT},
    "known_keys": {"name": _UNIT},
    "sent_bundle": {"sealed_name": _TEXT},
    "sent_copy": {"volume": _TEXT, "place": _TEXT},
    "received_bundle": {"sender_name": _UNIT, "title": _TEXT},
    "reporting_office": {"name": _UNIT},
    "reply_remark": {"text": _TEXT},
}
_LISTED_OFFICES = (
    "SELECT DISTINCT text FROM conference_text WHERE field IN ('co_organisers', 'recipients')"
)
# what was deleted or overwritten stands in the log still
_LOG = "SELECT before, after FROM change_log WHERE before IS NOT NULL"
_IN_THE_LOG = {
    field: kind
    for table in ("programme_item", "speech", "award", "candidate", "delegate")
    for field, kind in PERSONAL[table].items()
    if field != "title"
}
_NO_PEOPLE = frozenset(("movements", "groups", "doors", "norms", "seat_blocks", "budget"))
_COUNTED = (
    *("conference", "delegate", "image", "office", "change_log", "rule_pack", "pack_draft"),
    *("badge_layout", "prints", "export_log", "known_keys", "sent_bundle", "received_bundle"),
)


class StoreFacts(Struct, frozen=True, kw_only=True):
    """What a store holds, in numbers.

    Attributes:
        schema: the newest migration.
        counts: rows of each table that tells something.
        packs: ids and versions of the rule packs that the office installed.
        settings: those without a word of the officer in them.
    """

    schema: str
    counts: Mapping[str, int]
    packs: tuple[tuple[str, int], ...]
    settings: Mapping[str, str]


_TOLD_SETTINGS = ("is-desk",)


class Support:
    """Reads a store for a report; it writes nothing."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    @classmethod
    def of_store(cls, connection: Connection) -> Support:
        """Read the open store."""
        return cls(connection.rows)

    def facts(self) -> StoreFacts:
        """Count what there is."""
        names = self._rows(
            f"SELECT max(name) FROM {TABLE} WHERE migration_set = '{SET_NAME}'"  # noqa: S608 - constants
        )
        settings: dict[str, str] = dict(self._rows("SELECT key, value FROM setting"))
        return StoreFacts(
            schema=str(names[0][0]),
            counts={
                table: self._rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - our own names
                for table in _COUNTED
            },
            packs=tuple(self._rows("SELECT id, version FROM rule_pack ORDER BY id, version")),
            settings={key: settings.get(key, "") for key in _TOLD_SETTINGS},
        )

    def personal_texts(self) -> Iterator[tuple[TextKind, str]]:
        """Give every text that names, or may name, a person or an office; some more than once."""
        for table, columns in PERSONAL.items():
            for column, kind in columns.items():
                chosen = f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''"  # noqa: S608 - our own names
                yield from ((kind, text) for (text,) in self._rows(chosen))
        yield from ((_UNIT, text) for (text,) in self._rows(_LISTED_OFFICES))
        for sides in self._rows(_LOG):
            for side in sides:
                yield from _of_tree(msgspec.json.decode(side or "{}"))


def support_of_file(store: Path) -> tuple[StoreFacts, tuple[tuple[TextKind, str], ...]] | None:
    """Read a store that is not open here, or the newest sound backup of it; None without either."""
    backups = (one.path for one in backups_in(folder_of(store)) if one.content is not None)
    for path in (store, *backups):
        try:
            with closing(_opened(path)) as connection:
                return _read(connection)
        except (sqlite3.Error, OSError, msgspec.DecodeError):
            continue
    return None


def _read(
    connection: sqlite3.Connection,
) -> tuple[StoreFacts, tuple[tuple[TextKind, str], ...]]:
    support = Support(lambda sql: connection.execute(sql).fetchall())
    return support.facts(), tuple(support.personal_texts())


def _opened(path: Path) -> sqlite3.Connection:
    # what is not in the one file yet would be overlooked, so SQLite has to read both
    if path.with_name(f"{path.name}-wal").exists():
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
    return open_unchanging(path)


def _of_tree(tree: object, key: str = "") -> Iterator[tuple[TextKind, str]]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name not in _NO_PEOPLE:
                yield from _of_tree(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from _of_tree(value, key)
    elif isinstance(tree, str) and tree and key in _IN_THE_LOG:
        yield _IN_THE_LOG[key], tree
