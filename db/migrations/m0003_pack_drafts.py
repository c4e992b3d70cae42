"""Rule packs that are being written: kept whole after every change, valid or not."""

from __future__ import annotations

from sqlite_utils import Database

_SCHEMA = """
CREATE TABLE pack_draft (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    changed_at TEXT NOT NULL,
    logged_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def apply(database: Database) -> None:
    """Create the table."""
    database.executescript(_SCHEMA)
