"""People of all conferences: what finds them, what nobody said of them, the places of units."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from db.person_keys import keys
from db.records import BirthDate, Delegate

_FLAGS = ("is_party_member", "is_direct_worker")
_SCHEMA = """
CREATE TABLE delegate_key (
    conference_id TEXT NOT NULL,
    delegate_id TEXT NOT NULL REFERENCES delegate(id) ON DELETE CASCADE,
    card TEXT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (conference_id, delegate_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delegate_key_delegate ON delegate_key(delegate_id);
CREATE INDEX delegate_key_card ON delegate_key(card) WHERE card <> '';
CREATE INDEX delegate_key_name ON delegate_key(name) WHERE name <> '';

CREATE TABLE quota (
    conference_id TEXT NOT NULL REFERENCES conference(id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    unit TEXT NOT NULL,
    group_id TEXT NOT NULL,
    trait TEXT NOT NULL,
    places INTEGER CHECK (places BETWEEN 0 AND 1000000),
    base INTEGER NOT NULL CHECK (base BETWEEN 0 AND 1000000),
    PRIMARY KEY (conference_id, position)
) STRICT, WITHOUT ROWID;
"""
# a column's NOT NULL can only be lifted by another column
_OPEN_FLAG = """
ALTER TABLE delegate ADD COLUMN said INTEGER CHECK (said IN (0, 1));
UPDATE delegate SET said = {flag} WHERE conference_id IN (
    SELECT conference_id FROM delegate WHERE {flag} = 1
);
ALTER TABLE delegate DROP COLUMN {flag};
ALTER TABLE delegate RENAME COLUMN said TO {flag};
"""
_ASKED = "SELECT DISTINCT conference_id FROM delegate WHERE {flag} = 1"
_LOG = "SELECT id, conference_id, before, after FROM change_log WHERE before IS NOT NULL"
_PEOPLE = (
    "SELECT id, conference_id, name, id_number, phone, unit, post, represents, birth_year "
    "FROM delegate"
)
_HONOURS = "SELECT delegate_id, text FROM delegate_honour ORDER BY delegate_id, position"


def apply(database: Database) -> None:
    """Add the tables, let the flags be open, and give the people there their keys.

    A flag that was ticked for nobody of a conference was never asked for there, so it becomes open.
    """
    asked = {
        flag: {row[0] for row in database.execute(_ASKED.format(flag=flag))} for flag in _FLAGS
    }
    for flag in _FLAGS:
        database.executescript(_OPEN_FLAG.format(flag=flag))
    database.executescript(_SCHEMA)
    _say_no_in_the_log(database, asked)
    _add_keys(database)


def _say_no_in_the_log(database: Database, asked: dict[str, set[str]]) -> None:
    """Write out what an entry left out: there a flag that is not named was not ticked."""
    for number, conference, *sides in database.execute(_LOG).fetchall():
        flags = {flag: False for flag in _FLAGS if conference in asked[flag]}
        trees: list[dict[str, Any]] = [json.loads(side) for side in sides]
        if not flags or not any(tree.get("delegates") for tree in trees):
            continue
        for tree in trees:
            tree["delegates"] = [flags | person for person in tree.get("delegates", ())]
        written = [json.dumps(tree, ensure_ascii=False) for tree in trees]
        database.execute(
            "UPDATE change_log SET before = ?, after = ? WHERE id = ?", (*written, number)
        )


def _add_keys(database: Database) -> None:
    honours: dict[str, list[str]] = {}
    for delegate_id, text in database.execute(_HONOURS):
        honours.setdefault(delegate_id, []).append(text)
    rows = []
    for delegate_id, conference_id, *texts, year in database.execute(_PEOPLE).fetchall():
        name, id_number, phone, unit, post, represents = texts
        person = Delegate(
            id=delegate_id,
            conference_id=conference_id,
            name=name,
            id_number=id_number,
            phone=phone,
            unit=unit,
            post=post,
            represents=represents,
            honours=tuple(honours.get(delegate_id, ())),
            birth=BirthDate(year=year) if year is not None else None,
        )
        rows.append((conference_id, delegate_id, *keys(person)))
    database.conn.executemany("INSERT INTO delegate_key VALUES (?, ?, ?, ?, ?)", rows)
