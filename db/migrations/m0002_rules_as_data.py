"""What rules as data ask of a conference, and the rule packs that an office installed."""

from __future__ import annotations

from sqlite_utils import Database

_IS_ID = "CHECK (length({0}) = 32 AND {0} NOT GLOB '*[^0-9a-f]*')"
_ID = "id TEXT NOT NULL " + _IS_ID.format("id")
_POSITION = "position INTEGER NOT NULL CHECK (position >= 0)"
_OF_CONFERENCE = "conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE"
# date() repairs what is not a calendar day, so equality is the check
_DAY = "TEXT CHECK ({0} = date({0}))"
_TEXT = "TEXT NOT NULL DEFAULT ''"

_SCHEMA = f"""
ALTER TABLE conference ADD COLUMN unit_id {_TEXT};
ALTER TABLE conference ADD COLUMN exception_id {_TEXT};
ALTER TABLE participant_group ADD COLUMN key {_TEXT};
ALTER TABLE committee_member ADD COLUMN subcommittee {_TEXT};

CREATE TABLE event_day (
    {_OF_CONFERENCE},
    {_POSITION},
    event TEXT NOT NULL,
    day {_DAY.format("day")} NOT NULL,
    PRIMARY KEY (conference_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE move (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    old_day {_DAY.format("old_day")},
    old_venue TEXT NOT NULL,
    reason TEXT NOT NULL,
    approver TEXT NOT NULL,
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    code TEXT NOT NULL,
    field TEXT NOT NULL,
    clause TEXT NOT NULL,
    facts TEXT NOT NULL,
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    approver TEXT NOT NULL,
    decided_on {_DAY.format("decided_on")},
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_pack (
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 99999),
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    installed_at TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
"""


def apply(database: Database) -> None:
    """Add the columns and tables."""
    database.executescript(_SCHEMA)
