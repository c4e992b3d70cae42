"""What the papers of the day ask for: running script, hall and seats, budget, short biographies."""

from __future__ import annotations

from sqlite_utils import Database

_IS_ID = "CHECK (length({0}) = 32 AND {0} NOT GLOB '*[^0-9a-f]*')"
_ID = "id TEXT NOT NULL " + _IS_ID.format("id")
_POSITION = "position INTEGER NOT NULL CHECK (position >= 0)"
_OF_CONFERENCE = "conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE"
# date() repairs what is not a calendar day, so equality is the check
_DAY = "TEXT CHECK ({0} = date({0}))"
_TEXT = "TEXT NOT NULL DEFAULT ''"
_COUNT = "INTEGER NOT NULL CHECK ({0} BETWEEN 0 AND 1000000)"
_MONEY = "CHECK ({0} BETWEEN 0 AND 1000000000000)"
_ROW = "INTEGER NOT NULL CHECK ({0} BETWEEN 0 AND 60)"
_SEAT = "INTEGER NOT NULL CHECK ({0} BETWEEN 0 AND 80)"
_HEAD = f"""
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},"""
_FOOT = """
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;"""

# a hall that is not told has no value in any of its columns
_SCHEMA = f"""
ALTER TABLE conference ADD COLUMN hall_rows INTEGER CHECK (hall_rows BETWEEN 0 AND 60);
ALTER TABLE conference ADD COLUMN hall_seats INTEGER CHECK (hall_seats BETWEEN 0 AND 80);
ALTER TABLE conference ADD COLUMN hall_aisles TEXT;
ALTER TABLE conference ADD COLUMN hall_cross_aisles TEXT;
ALTER TABLE conference ADD COLUMN hall_backdrop_width_cm INTEGER
    CHECK (hall_backdrop_width_cm BETWEEN 100 AND 5000);
ALTER TABLE conference ADD COLUMN hall_backdrop_height_cm INTEGER
    CHECK (hall_backdrop_height_cm BETWEEN 100 AND 3000);
ALTER TABLE conference ADD COLUMN allowance INTEGER {_MONEY.format("allowance")};
ALTER TABLE delegate ADD COLUMN home_town {_TEXT};
ALTER TABLE delegate ADD COLUMN schooling {_TEXT};
ALTER TABLE delegate ADD COLUMN proposed_award {_TEXT};

CREATE TABLE script_step ({_HEAD}
    item_id TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    action TEXT NOT NULL,
    words TEXT NOT NULL,
    actor TEXT NOT NULL,
    stage TEXT NOT NULL,
    props TEXT NOT NULL,
    sound TEXT NOT NULL,
    light TEXT NOT NULL,{_FOOT}

CREATE TABLE door ({_HEAD}
    name TEXT NOT NULL,
    wall TEXT NOT NULL CHECK (wall IN ('left', 'right', 'back')),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),{_FOOT}

CREATE TABLE seat_block ({_HEAD}
    name TEXT NOT NULL,
    group_id TEXT NOT NULL,
    seating TEXT NOT NULL CHECK (seating IN ('unit', 'rank')),
    first_row {_ROW.format("first_row")},
    last_row {_ROW.format("last_row")},
    first_seat {_SEAT.format("first_seat")},
    last_seat {_SEAT.format("last_seat")},{_FOOT}

CREATE TABLE hand_seat ({_HEAD}
    delegate_id TEXT NOT NULL,
    row {_ROW.format("row")},
    seat {_SEAT.format("seat")},{_FOOT}

CREATE TABLE budget_line ({_HEAD}
    purpose TEXT NOT NULL CHECK (purpose IN ('hall', 'decoration', 'papers', 'awards', 'drinks',
        'meals', 'travel', 'arts', 'communication', 'other')),
    item TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity {_COUNT.format("quantity")},
    times {_COUNT.format("times")},
    price INTEGER NOT NULL {_MONEY.format("price")},
    basis TEXT NOT NULL,
    norm_id TEXT NOT NULL,{_FOOT}

CREATE TABLE norm ({_HEAD}
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    most INTEGER NOT NULL {_MONEY.format("most")},
    source TEXT NOT NULL,
    issued_on {_DAY.format("issued_on")},{_FOOT}
"""


def apply(database: Database) -> None:
    """Add the columns and tables."""
    database.executescript(_SCHEMA)
