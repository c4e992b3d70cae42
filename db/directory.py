"""The people of all conferences: searched without accents, and found again in each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from db.connection import Connection
from db.delegates import Delegates
from db.person_keys import folded, keys
from db.records import Delegate

# the conferences that are not deleted, the latest first
_HELD = """
SELECT id, (
    SELECT min(day) FROM session WHERE conference_id = conference.id AND kind = 'main'
) AS day
FROM conference WHERE deleted_at IS NULL ORDER BY day DESC, updated_at DESC, id
"""
_FIND = """
SELECT delegate_id FROM delegate_key JOIN delegate ON delegate.id = delegate_id
WHERE delegate_key.conference_id = ? {words}
ORDER BY delegate.sort_key, delegate_id LIMIT ?
"""
_STANDS_FOR = " AND represents <> ''"
_SAME = """
SELECT conference_id, delegate_id FROM delegate_key
WHERE (card <> '' AND card IN (SELECT value FROM json_each(?1)))
    OR (name <> '' AND name IN (SELECT value FROM json_each(?2)))
ORDER BY words, delegate_id
"""
_USED = """
SELECT {column} FROM {table} WHERE {column} <> ''
GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT ?
"""


class Used(StrEnum):
    """What is offered again because it was entered before."""

    UNIT = "unit"
    POST = "post"
    HONOUR = "honour"
    COLLECTIVE = "collective"


_COLUMNS = {
    Used.UNIT: ("delegate", "unit"),
    Used.POST: ("delegate", "post"),
    Used.HONOUR: ("delegate_honour", "text"),
    Used.COLLECTIVE: ("delegate", "represents"),
}


class Directory:
    """The delegates of the store, whatever conference they belong to; deleted ones are left out."""

    def __init__(self, connection: Connection, delegates: Delegates) -> None:
        self._connection = connection
        self._delegates = delegates

    def find(
        self,
        text: str,
        limit: int,
        *,
        conference_id: str = "",
        without: str = "",
        stands_for: bool = False,
    ) -> tuple[Delegate, ...]:
        """Find entries in which every word occurs, those of the latest conference first.

        Within a conference they stand in the order of names that every list has.

        Args:
            text: words of name, unit, post, honour or number, accents and case aside; none finds
                everybody.
            limit: the most entries.
            conference_id: of the only conference to look in.
            without: a conference to leave out.
            stands_for: whether only those who stand for a collective are looked for.
        """
        wanted = tuple(dict.fromkeys(folded(text).split()))
        parts = " AND instr(words, ?)" * len(wanted) + _STANDS_FOR * stands_for
        sql = _FIND.format(words=parts)
        ids: list[str] = []
        for held in self._held():
            if len(ids) >= limit:
                break
            if held != without and conference_id in ("", held):
                rows = self._connection.rows(sql, (held, *wanted, limit - len(ids)))
                ids += [row[0] for row in rows]
        return self._in_order(ids)

    def same(self, people: Iterable[Delegate]) -> tuple[Delegate, ...]:
        """Find every entry with the card number, or the name and year of birth, of one of these."""
        found = [keys(person) for person in people]
        cards, names = ([key[place] for key in found if key[place]] for place in (0, 1))
        ranks = {held: rank for rank, held in enumerate(self._held())}
        rows = [
            row
            for row in self._connection.rows(_SAME, (_json(cards), _json(names)))
            if row[0] in ranks
        ]
        return self._in_order([row[1] for row in sorted(rows, key=lambda row: ranks[row[0]])])

    def used(self, what: Used, limit: int = 2000) -> tuple[str, ...]:
        """List the texts that were entered, the most used first."""
        table, column = _COLUMNS[what]
        rows = self._connection.rows(_USED.format(table=table, column=column), (limit,))
        return tuple(row[0] for row in rows)

    def _held(self) -> list[str]:
        return [row[0] for row in self._connection.rows(_HELD)]

    def _in_order(self, ids: Sequence[str]) -> tuple[Delegate, ...]:
        people = {person.id: person for person in self._delegates.some(ids)}
        return tuple(people[found] for found in ids)


def _json(texts: Sequence[str]) -> str:
    return msgspec.json.encode(texts).decode()
