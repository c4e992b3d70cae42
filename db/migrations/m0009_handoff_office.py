"""Keys, those known of others, and what an office handed over and was answered."""

from __future__ import annotations

from sqlite_utils import Database

_IS_HEX = "TEXT NOT NULL CHECK (length({0}) = {1} AND {0} NOT GLOB '*[^0-9a-f]*')"
_KEY_NUMBER = "number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999)"
_NUMBER = "number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000)"
_AGE = "TEXT NOT NULL CHECK ({0} GLOB 'age1*' AND length({0}) = 62)"
_PUBLIC = f"""
    sealing {_AGE.format("sealing")},
    recovery {_AGE.format("recovery")},
    signing {_IS_HEX.format("signing", 64)},"""
_COUNT = "INTEGER NOT NULL CHECK ({0} >= 0)"

# a number that was handed over stays taken where its conference is deleted: no reference there;
# keys are revoked by their number, also those that were never met: that is a table of its own
_SCHEMA = f"""
CREATE TABLE own_keys (
    {_KEY_NUMBER} PRIMARY KEY,{_PUBLIC}
    has_passphrase INTEGER NOT NULL CHECK (has_passphrase IN (0, 1)),
    kept BLOB NOT NULL,
    recoverable BLOB NOT NULL
) STRICT;

CREATE TABLE known_keys (
    owner_id {_IS_HEX.format("owner_id", 32)},
    {_KEY_NUMBER},
    name TEXT NOT NULL,{_PUBLIC}
    origin TEXT NOT NULL CHECK (origin IN ('seen', 'pack', 'compared')),
    PRIMARY KEY (owner_id, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX known_keys_signing ON known_keys(owner_id, signing);

CREATE TABLE known_keys_revoked (
    owner_id {_IS_HEX.format("owner_id", 32)},
    {_KEY_NUMBER},
    revoked_at TEXT NOT NULL,
    PRIMARY KEY (owner_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_receiver (
    owner_id {_IS_HEX.format("owner_id", 32)} PRIMARY KEY,
    added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_bundle (
    id {_IS_HEX.format("id", 32)} PRIMARY KEY,
    conference_id {_IS_HEX.format("conference_id", 32)},
    receiver_id {_IS_HEX.format("receiver_id", 32)},
    {_NUMBER},
    content_sha512 {_IS_HEX.format("content_sha512", 128)},
    sealed_on TEXT NOT NULL CHECK (sealed_on = date(sealed_on)),
    sealed_name TEXT NOT NULL,
    sealed_sha256 {_IS_HEX.format("sealed_sha256", 64)},
    size_bytes {_COUNT.format("size_bytes")},
    people {_COUNT.format("people")},
    pictures {_COUNT.format("pictures")},
    fields TEXT NOT NULL,
    papers TEXT NOT NULL,
    verdict TEXT CHECK (verdict IN ('received', 'returned')),
    proof TEXT CHECK (proof IN ('receipt', 'code')),
    answered_at TEXT,
    receipt BLOB,
    CHECK ((verdict IS NULL) = (proof IS NULL) AND (verdict IS NULL) = (answered_at IS NULL)),
    UNIQUE (conference_id, receiver_id, number)
) STRICT;

CREATE TABLE sent_copy (
    bundle_id TEXT NOT NULL REFERENCES sent_bundle(id) ON DELETE CASCADE,
    position {_COUNT.format("position")},
    copied_at TEXT NOT NULL,
    volume TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (bundle_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_down (
    sender_id {_IS_HEX.format("sender_id", 32)},
    kind TEXT NOT NULL CHECK (kind IN ('rules', 'reply')),
    {_NUMBER},
    content_sha512 {_IS_HEX.format("content_sha512", 128)},
    header BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    content BLOB NOT NULL,
    taken_at TEXT NOT NULL,
    PRIMARY KEY (sender_id, kind)
) STRICT;
"""


def apply(database: Database) -> None:
    """Create the tables."""
    database.executescript(_SCHEMA)
