"""What the register asks for: orders, keys kept beside people, badge numbers, a log of exports."""

from __future__ import annotations

from sqlite_utils import Database

_BADGE = "INTEGER CHECK ({0} BETWEEN 1 AND 99999)"

# The keys of the people who are there already are written when the store is opened.
_SCHEMA = f"""
ALTER TABLE office ADD COLUMN tone_order TEXT NOT NULL DEFAULT 'huyen-hoi-nga-sac-nang';
ALTER TABLE conference ADD COLUMN list_order TEXT NOT NULL DEFAULT 'given-name';
ALTER TABLE participant_group ADD COLUMN first_badge {_BADGE.format("first_badge")};
ALTER TABLE participant_group ADD COLUMN last_badge {_BADGE.format("last_badge")};
ALTER TABLE delegate ADD COLUMN protocol_rank INTEGER
    CHECK (protocol_rank BETWEEN 0 AND 1000000000);
ALTER TABLE delegate ADD COLUMN sort_key BLOB NOT NULL DEFAULT x'';
ALTER TABLE delegate ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

CREATE TABLE export_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    fields TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    place TEXT NOT NULL
) STRICT;
CREATE INDEX export_log_conference ON export_log(conference_id, id);
"""


def apply(database: Database) -> None:
    """Add the columns and the table."""
    database.executescript(_SCHEMA)
