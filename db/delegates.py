"""The people invited to each conference; any number of them changes in one step of undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from db.changes import Action, Changes, Side
from db.connection import Connection, Row
from db.errors import RecordMissing
from db.person_keys import keys
from db.records import Delegate
from db.tables import Columns, Key, Table

_COLUMNS = Columns(Delegate, references=("photo_id",))
_DELEGATE = Table("delegate", ("id",), _COLUMNS.names[1:])
_HONOUR = Table("delegate_honour", ("delegate_id", "position"), ("text",))
_KEY = Table("delegate_key", ("conference_id", "delegate_id"), ("card", "name", "words"))
_SELECT = f"SELECT {', '.join(_COLUMNS.names)} FROM delegate"  # noqa: S608 - our own column names
_SOME = "IN (SELECT value FROM json_each(?))"


class Delegates:
    """The delegates of the store."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def of(self, conference_id: str) -> tuple[Delegate, ...]:
        """Read the delegates of a conference in the officer's order."""
        return self._read("conference_id = ?", conference_id)

    def some(self, ids: Iterable[str]) -> tuple[Delegate, ...]:
        """Read people of any conference; ids that are not there are passed over."""
        return self._read(f"id {_SOME}", msgspec.json.encode(list(ids)).decode())

    def add(self, delegates: Sequence[Delegate]) -> None:
        """Add people of one conference.

        Raises:
            ValueError: they belong to different conferences, or an id occurs twice.
            sqlite3.IntegrityError: an id, a conference or a photo does not fit the store.
        """
        if delegates:
            self._step(Action.DELEGATES_ADDED, (), delegates)

    def save(self, delegates: Sequence[Delegate]) -> None:
        """Store those of the people that differ from what is stored.

        Raises:
            RecordMissing: one of them was never added.
        """
        with self._connection.atomic():
            stored = {person.id: person for person in self.some(p.id for p in delegates)}
            if missing := [person.id for person in delegates if person.id not in stored]:
                raise RecordMissing(missing[0])
            changed = [person for person in delegates if person != stored[person.id]]
            if changed:
                before = [stored[person.id] for person in changed]
                self._step(Action.DELEGATES_SAVED, before, changed)

    def move(self, added: Sequence[Delegate], removed: Iterable[str]) -> None:
        """Add people to one conference and take their entries off others, all or nothing.

        Each conference gets a step of its own in its log.
        """
        with self._connection.atomic():
            self.add(added)
            sources: defaultdict[str, list[Delegate]] = defaultdict(list)
            for person in self.some(removed):
                sources[person.conference_id].append(person)
            for people in sources.values():
                self._step(Action.DELEGATES_REMOVED, people, ())

    def remove(self, ids: Iterable[str]) -> None:
        """Remove people; ids that are not there are passed over."""
        with self._connection.atomic():
            if before := self.some(ids):
                self._step(Action.DELEGATES_REMOVED, before, ())

    def write(self, before: Sequence[Delegate], after: Sequence[Delegate]) -> None:
        """Put people from one state into another inside the caller's transaction, unlogged."""
        _DELEGATE.change(self._connection, _rows(before), _rows(after))
        remaining = {person.id for person in after}
        # honours and keys of those who go go with them
        kept = [person for person in before if person.id in remaining]
        _HONOUR.change(self._connection, _honour_rows(kept), _honour_rows(after))
        _KEY.change(self._connection, _key_rows(kept), _key_rows(after))

    def taken(self, ids: Iterable[str]) -> frozenset[str]:
        """Tell which ids are in use in any conference."""
        rows = self._connection.rows(
            f"SELECT id FROM delegate WHERE id {_SOME}",  # noqa: S608 - our own constants
            (msgspec.json.encode(list(ids)).decode(),),
        )
        return frozenset(row[0] for row in rows)

    def _step(self, action: Action, before: Sequence[Delegate], after: Sequence[Delegate]) -> None:
        conferences = {person.conference_id for person in (*before, *after)}
        if len(conferences) != 1:
            raise ValueError("delegates of different conferences in one step")
        if len({person.id for person in after}) != len(after):
            raise ValueError("two delegates with one id")
        with self._connection.atomic():
            if action is Action.DELEGATES_ADDED and self.taken(person.id for person in after):
                raise ValueError("a delegate with this id is stored already")
            self.write(before, after)
            sides = Side(delegates=tuple(before)), Side(delegates=tuple(after))
            self._changes.add_step(action, conferences.pop(), *sides)

    def _read(self, found: str, value: str) -> tuple[Delegate, ...]:
        honours: defaultdict[str, list[str]] = defaultdict(list)
        for delegate_id, text in self._connection.rows(
            "SELECT delegate_id, text FROM delegate_honour "  # noqa: S608 - our own constants
            f"WHERE delegate_id IN (SELECT id FROM delegate WHERE {found}) "
            "ORDER BY delegate_id, delegate_honour.position",
            (value,),
        ):
            honours[delegate_id].append(text)
        rows = self._connection.rows(f"{_SELECT} WHERE {found} ORDER BY position, id", (value,))
        return tuple(
            _COLUMNS.record(self._connection, row, honours=tuple(honours.get(row[0], ())))
            for row in rows
        )


def _rows(delegates: Iterable[Delegate]) -> dict[Key, Row]:
    return {(row[0],): row[1:] for row in map(_COLUMNS.row, delegates)}


def _key_rows(delegates: Iterable[Delegate]) -> dict[Key, Row]:
    return {(one.conference_id, one.id): keys(one) for one in delegates}


def _honour_rows(delegates: Iterable[Delegate]) -> dict[Key, Row]:
    return {
        (person.id, position): (text,)
        for person in delegates
        for position, text in enumerate(person.honours)
    }
