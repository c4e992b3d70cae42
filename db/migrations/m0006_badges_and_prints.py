"""The office's own badge designs and sheets, how its printers are off, and what was printed."""

from __future__ import annotations

from sqlite_utils import Database

_ID = "CHECK (length({0}) = 32 AND {0} NOT GLOB '*[^0-9a-f]*')"

_SCHEMA = f"""
CREATE TABLE badge_layout (
    id TEXT NOT NULL PRIMARY KEY {_ID.format("id")},
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE badge_background (
    layout_id TEXT NOT NULL REFERENCES badge_layout(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (layout_id, name)
) STRICT;

CREATE TABLE badge_sheet (
    id TEXT NOT NULL PRIMARY KEY {_ID.format("id")},
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE printer_fit (
    printer TEXT NOT NULL,
    paper TEXT NOT NULL,
    content TEXT NOT NULL,
    measured_at TEXT NOT NULL,
    PRIMARY KEY (printer, paper)
) STRICT, WITHOUT ROWID;

CREATE TABLE prints (
    id TEXT NOT NULL PRIMARY KEY {_ID.format("id")},
    at TEXT NOT NULL,
    conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE,
    paper TEXT NOT NULL,
    version TEXT NOT NULL,
    design TEXT NOT NULL,
    who TEXT NOT NULL,
    printer TEXT NOT NULL,
    sheets INTEGER NOT NULL CHECK (sheets >= 0),
    copies INTEGER NOT NULL CHECK (copies >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX prints_conference ON prints(conference_id, paper, at);

CREATE TABLE printed_badge (
    print_id TEXT NOT NULL REFERENCES prints(id) ON DELETE CASCADE,
    delegate_id TEXT NOT NULL {_ID.format("delegate_id")},
    badge_number INTEGER CHECK (badge_number BETWEEN 1 AND 99999),
    is_blank INTEGER NOT NULL CHECK (is_blank IN (0, 1)),
    PRIMARY KEY (print_id, delegate_id)
) STRICT, WITHOUT ROWID;
"""


def apply(database: Database) -> None:
    """Create the tables."""
    database.executescript(_SCHEMA)
