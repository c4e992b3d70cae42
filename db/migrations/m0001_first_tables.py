"""Offices, conferences with their lists, delegates, pictures, settings and the log of changes."""

from __future__ import annotations

from sqlite_utils import Database

# "HNgi": how the file command and this program know the file
_APPLICATION_ID = 0x484E6769

_IS_ID = "CHECK (length({0}) = 32 AND {0} NOT GLOB '*[^0-9a-f]*')"
_ID = "id TEXT NOT NULL " + _IS_ID.format("id")
_IS_HASH = "CHECK (length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*')"
_POSITION = "position INTEGER NOT NULL CHECK (position >= 0)"
_OF_CONFERENCE = "conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE"
_YEAR = "INTEGER CHECK ({0} BETWEEN 1900 AND 2200)"
# date() and time() repair what is not a calendar day or a clock time, so equality is the check
_DAY = "TEXT CHECK ({0} = date({0}))"
_TIME = "TEXT CHECK ({0} = time({0}))"
_TRUTH = "INTEGER NOT NULL CHECK ({0} IN (0, 1))"

# References inside one conference (a delegate's group, an item's session, the signer) are no
# foreign keys: removing a group must not rewrite the people in it, so that undo finds them there.
_SCHEMA = f"""
PRAGMA application_id = {_APPLICATION_ID};

CREATE TABLE image (
    id TEXT NOT NULL PRIMARY KEY {_IS_HASH.format("id")},
    media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
    data BLOB NOT NULL
) STRICT;

CREATE TABLE office (
    {_ID} PRIMARY KEY,
    is_own {_TRUTH.format("is_own")},
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    parent_body TEXT NOT NULL,
    place_name TEXT NOT NULL,
    symbol TEXT NOT NULL,
    archive_symbol TEXT NOT NULL,
    logo_id TEXT REFERENCES image(id)
) STRICT;
CREATE UNIQUE INDEX office_own ON office(is_own) WHERE is_own = 1;

CREATE TABLE signer (
    office_id TEXT NOT NULL REFERENCES office(id) ON DELETE CASCADE,
    {_ID},
    {_POSITION},
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('head', 'TM', 'Q', 'KT', 'TL', 'TUQ')),
    collective TEXT NOT NULL,
    head_post TEXT NOT NULL,
    PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE conference (
    {_ID} PRIMARY KEY,
    office_id TEXT NOT NULL REFERENCES office(id),
    rule_pack_id TEXT NOT NULL,
    rule_pack_version INTEGER NOT NULL,
    level_id TEXT NOT NULL,
    form_id TEXT NOT NULL,
    staff_count INTEGER CHECK (staff_count BETWEEN 0 AND 1000000),
    attendance TEXT CHECK (attendance IN ('plenary', 'delegates')),
    ordinal INTEGER CHECK (ordinal BETWEEN 1 AND 200),
    period_first_year {_YEAR.format("period_first_year")},
    period_last_year {_YEAR.format("period_last_year")},
    next_period_first_year {_YEAR.format("next_period_first_year")},
    next_period_last_year {_YEAR.format("next_period_last_year")},
    theme TEXT NOT NULL,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    introduction TEXT NOT NULL,
    venue TEXT NOT NULL,
    address TEXT NOT NULL,
    budget_source TEXT NOT NULL,
    number INTEGER CHECK (number BETWEEN 1 AND 99999),
    issued_on {_DAY.format("issued_on")},
    signer_id TEXT NOT NULL,
    step TEXT NOT NULL,
    is_planned {_TRUTH.format("is_planned")},
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    CHECK ((period_first_year IS NULL) = (period_last_year IS NULL)),
    CHECK ((next_period_first_year IS NULL) = (next_period_last_year IS NULL))
) STRICT;
CREATE INDEX conference_office ON conference(office_id);

CREATE TABLE conference_text (
    {_OF_CONFERENCE},
    field TEXT NOT NULL,
    item_id TEXT NOT NULL,
    {_POSITION},
    text TEXT NOT NULL,
    PRIMARY KEY (conference_id, field, item_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE movement (
    {_OF_CONFERENCE},
    {_POSITION},
    name TEXT NOT NULL,
    years TEXT NOT NULL,
    PRIMARY KEY (conference_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    kind TEXT NOT NULL CHECK (kind IN ('main', 'preparatory')),
    day {_DAY.format("day")},
    start {_TIME.format("start")},
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant_group (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('exemplar', 'guest', 'other')),
    target INTEGER CHECK (target BETWEEN 0 AND 1000000),
    badge_label TEXT NOT NULL,
    colour TEXT NOT NULL,
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_item (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    presenter TEXT NOT NULL,
    note TEXT NOT NULL,
    required_key TEXT NOT NULL,
    session_id TEXT NOT NULL,
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE presidium_member (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('chair', 'member', 'secretary')),
    is_exemplar {_TRUTH.format("is_exemplar")},
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE committee_member (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    role TEXT NOT NULL,
    task TEXT NOT NULL,
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
    {_OF_CONFERENCE},
    {_ID},
    {_POSITION},
    body TEXT NOT NULL,
    PRIMARY KEY (conference_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delegate (
    {_ID} PRIMARY KEY,
    {_OF_CONFERENCE},
    {_POSITION},
    badge_number INTEGER CHECK (badge_number BETWEEN 1 AND 99999),
    name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    gender TEXT CHECK (gender IN ('male', 'female')),
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
    birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
    birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
    ethnicity TEXT NOT NULL,
    religion TEXT NOT NULL,
    is_party_member {_TRUTH.format("is_party_member")},
    is_direct_worker {_TRUTH.format("is_direct_worker")},
    id_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    achievement TEXT NOT NULL,
    represents TEXT NOT NULL,
    group_id TEXT NOT NULL,
    note TEXT NOT NULL,
    photo_id TEXT REFERENCES image(id),
    CHECK (birth_year IS NOT NULL OR (birth_month IS NULL AND birth_day IS NULL))
) STRICT;
CREATE INDEX delegate_order ON delegate(conference_id, position);
CREATE INDEX delegate_photo ON delegate(photo_id) WHERE photo_id IS NOT NULL;

CREATE TABLE delegate_honour (
    delegate_id TEXT NOT NULL REFERENCES delegate(id) ON DELETE CASCADE,
    {_POSITION},
    text TEXT NOT NULL,
    PRIMARY KEY (delegate_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    conference_id TEXT REFERENCES conference(id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('final', 'done', 'undone', 'dropped')),
    fields TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    undoes INTEGER REFERENCES change_log(id) ON DELETE CASCADE,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_log_conference ON change_log(conference_id, state, id);
CREATE INDEX change_log_undoes ON change_log(undoes) WHERE undoes IS NOT NULL;
"""


def apply(database: Database) -> None:
    """Create the tables of the first version and mark the file as ours."""
    database.executescript(_SCHEMA)
