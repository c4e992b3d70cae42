"""What papers ask for: their settings, speeches, awards, and what the conference came to."""

from __future__ import annotations

from sqlite_utils import Database

_OF_CONFERENCE = "conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE"
_ID = "id TEXT NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*')"
_POSITION = "position INTEGER NOT NULL CHECK (position >= 0)"
# date() and time() repair what is no day or time, so equality is the check
_DAY = "TEXT CHECK ({0} = date({0}))"
_TIME = "TEXT CHECK ({0} = time({0}))"
_COUNT = "INTEGER CHECK ({0} BETWEEN 0 AND 1000000)"
_MONEY = "INTEGER CHECK ({0} BETWEEN 0 AND 1000000000000)"
_TEXT = "TEXT NOT NULL DEFAULT ''"
_COUNTS = (
    *("upper_choice_places", "upper_choice_alternate_places", "upper_choice_ballots_given"),
    *("upper_choice_ballots_returned", "upper_choice_ballots_valid"),
    *("attended_summoned", "attended_present"),
)
_ADDED = {
    "upper_choice_conference": _TEXT,
    "upper_choice_method": _TEXT,
    **dict.fromkeys(("upper_choice_start", "upper_choice_end", "attended_end"), _TIME),
    **dict.fromkeys(_COUNTS, _COUNT),
    "attended_spent": _MONEY,
}

_COLUMNS = "".join(
    f"ALTER TABLE conference ADD COLUMN {name} {kind.format(name)};\n"
    for name, kind in _ADDED.items()
)
_TABLES = f"""
CREATE TABLE speech (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    title TEXT NOT NULL,
    speaker TEXT NOT NULL,
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE award (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    recipient TEXT NOT NULL,
    is_collective INTEGER NOT NULL CHECK (is_collective IN (0, 1)),
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    form TEXT NOT NULL,
    decision_number TEXT NOT NULL,
    decided_on {_DAY.format("decided_on")},
    money {_MONEY.format("money")},
    note TEXT NOT NULL,
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    votes {_COUNT.format("votes")},
    outcome TEXT CHECK (outcome IN ('official', 'alternate', 'not-chosen')),
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_settings (
    {_OF_CONFERENCE},
    key TEXT NOT NULL,
    {_POSITION},
    series TEXT CHECK (series IN ('office', 'council', 'committee')),
    symbol TEXT NOT NULL,
    issuer TEXT NOT NULL,
    number INTEGER CHECK (number BETWEEN 1 AND 99999),
    issued_on {_DAY.format("issued_on")},
    signing_form TEXT CHECK (signing_form IN ('head', 'TM', 'Q', 'KT', 'TL', 'TUQ')),
    signer_id TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    PRIMARY KEY (conference_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_choice (
    {_OF_CONFERENCE},
    key TEXT NOT NULL,
    {_POSITION},
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (conference_id, key, position)
) STRICT, WITHOUT ROWID;
"""


def apply(database: Database) -> None:
    """Add the columns and tables."""
    database.executescript(_COLUMNS + _TABLES)
