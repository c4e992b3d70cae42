"""What a desk received from the offices below, and what it answers them."""

from __future__ import annotations

from sqlite_utils import Database

_IS_HEX = "TEXT NOT NULL CHECK (length({0}) = {1} AND {0} NOT GLOB '*[^0-9a-f]*')"
_SENDER = _IS_HEX.format("sender_id", 32)
_SUBJECT = _IS_HEX.format("subject_id", 32)
_OFFICE = _IS_HEX.format("office_id", 32)
_CONTENT = _IS_HEX.format("content_sha512", 128)
_NUMBER = "number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000)"
_KEY_NUMBER = "key_number INTEGER NOT NULL CHECK (key_number BETWEEN 1 AND 9999)"
_COUNT = "INTEGER NOT NULL CHECK ({0} BETWEEN 0 AND 1000000)"
# date() repairs what is no day, so equality is the check
_DAY = "TEXT CHECK ({0} = date({0}))"
_VERDICT = "verdict TEXT NOT NULL CHECK (verdict IN ('received', 'returned'))"

# the content lies apart: whoever lists bundles reads none of it
_SCHEMA = f"""
CREATE TABLE received_bundle (
    id INTEGER PRIMARY KEY,
    sender_id {_SENDER},
    subject_id {_SUBJECT},
    {_NUMBER},
    content_sha512 {_CONTENT},
    {_KEY_NUMBER},
    sender_name TEXT NOT NULL,
    sealed_on TEXT NOT NULL CHECK (sealed_on = date(sealed_on)),
    title TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    held_on {_DAY.format("held_on")},
    people {_COUNT.format("people")},
    pictures {_COUNT.format("pictures")},
    papers {_COUNT.format("papers")},
    received_at TEXT NOT NULL,
    {_VERDICT},
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    header BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE UNIQUE INDEX received_bundle_identity
    ON received_bundle(sender_id, subject_id, number, content_sha512);
CREATE UNIQUE INDEX received_bundle_current
    ON received_bundle(sender_id, subject_id) WHERE is_current;

CREATE TABLE received_content (
    bundle_id INTEGER PRIMARY KEY REFERENCES received_bundle(id) ON DELETE CASCADE,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE received_people (
    bundle_id INTEGER PRIMARY KEY REFERENCES received_bundle(id) ON DELETE CASCADE,
    columns BLOB NOT NULL
) STRICT;

CREATE TABLE received_fork (
    sender_id {_SENDER},
    subject_id {_SUBJECT},
    {_NUMBER},
    content_sha512 {_CONTENT},
    settled_at TEXT NOT NULL,
    PRIMARY KEY (sender_id, subject_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE received_receipt (
    bundle_id INTEGER NOT NULL REFERENCES received_bundle(id) ON DELETE CASCADE,
    {_VERDICT},
    {_KEY_NUMBER},
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    issued_at TEXT NOT NULL,
    PRIMARY KEY (bundle_id, verdict, key_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE reporting_office (
    office_id {_OFFICE} PRIMARY KEY,
    name TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    unit TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reply_remark (
    id {_IS_HEX.format("id", 32)} PRIMARY KEY,
    office_id {_OFFICE},
    subject_id {_SUBJECT},
    {_NUMBER},
    delegate_id TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_remark_office ON reply_remark(office_id, subject_id, number);

CREATE TABLE reply_quota (
    office_id {_OFFICE},
    pack_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    places {_COUNT.format("places")},
    alternates {_COUNT.format("alternates")},
    PRIMARY KEY (office_id, pack_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply_sent (
    kind TEXT NOT NULL CHECK (kind IN ('rules', 'reply')),
    recipient_id TEXT NOT NULL
        CHECK (length(recipient_id) IN (0, 32) AND recipient_id NOT GLOB '*[^0-9a-f]*'),
    {_NUMBER},
    content_sha512 {_CONTENT},
    sealed_on TEXT NOT NULL CHECK (sealed_on = date(sealed_on)),
    PRIMARY KEY (kind, recipient_id),
    CHECK ((kind = 'rules') = (recipient_id = ''))
) STRICT, WITHOUT ROWID;
"""


def apply(database: Database) -> None:
    """Create the tables."""
    database.executescript(_SCHEMA)
