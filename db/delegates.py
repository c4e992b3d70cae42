"""The people invited to each conference; any number of them changes in one step of undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from db.changes import Action, Changes, Side
from db.connection import Connection, Row
from db.errors import RecordMissing
from db.list_keys import KeptKeys, ListKeys
from db.person_keys import keys
from db.records import Delegate, ToneOrder
from db.tables import Columns, Key, Table

_COLUMNS = Columns(Delegate, references=("photo_id",))
_KEYS = KeptKeys.__struct_fields__
_DELEGATE = Table("delegate", ("id",), (*_COLUMNS.names[1:], *_KEYS))
_HONOUR = Table("delegate_honour", ("delegate_id", "position"), ("text",))
_KEY = Table("delegate_key", ("conference_id", "delegate_id"), ("card", "name", "words"))
_SELECT = f"SELECT {', '.join(_COLUMNS.names)} FROM delegate"  # noqa: S608 - our own column names
_SELECT_KEYS = f"SELECT id, {', '.join(_KEYS)} FROM delegate"  # noqa: S608 - our own names
_PUT_KEYS = "UPDATE delegate SET sort_key = ?, search_text = ? WHERE id = ?"
_SOME = "IN (SELECT value FROM json_each(?))"
_DEFAULT_ORDER = ToneOrder.HUYEN_HOI_NGA_SAC_NANG
_TONE_ORDERS = (
    "SELECT conference.id, tone_order FROM conference JOIN office ON office.id = office_id"
)


class Delegates:
    """The delegates of the store."""

    def __init__(self, connection: Connection, changes: Changes, keys: ListKeys) -> None:
        self._connection = connection
        self._changes = changes
        self._keys = keys

    def of(self, conference_id: str) -> tuple[Delegate, ...]:
        """Read the delegates of a conference in the officer's order."""
        return self._read("conference_id = ?", conference_id)

    def count_of(self, conference_id: str) -> int:
        """Count the delegates of a conference."""
        sql = "SELECT count(*) FROM delegate WHERE conference_id = ?"
        return int(self._connection.value(sql, (conference_id,)))

    def keys_of(self, conference_id: str) -> dict[str, KeptKeys]:
        """Read the keys of everybody of a conference, by id."""
        return self._read_keys("conference_id = ?", conference_id)

    def keys_of_some(self, ids: Iterable[str]) -> dict[str, KeptKeys]:
        """Read the keys of some people, by id."""
        return self._read_keys(f"id {_SOME}", _json(ids))

    def some(self, ids: Iterable[str]) -> tuple[Delegate, ...]:
        """Read people of any conference, in any order; ids not there are passed over."""
        return self._read(f"id {_SOME}", _json(ids))

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
            before, after = self._changed(delegates)
            if after:
                self._step(Action.DELEGATES_SAVED, before, after)

    def bring_in(self, added: Sequence[Delegate], merged: Sequence[Delegate]) -> None:
        """Add people and store others that they were merged into, in one step of undo.

        Raises:
            ValueError: they belong to different conferences, or an id occurs twice.
            RecordMissing: one of the merged was never added.
            sqlite3.IntegrityError: an id, a conference or a photo does not fit the store.
        """
        with self._connection.atomic():
            before, after = self._changed(merged)
            if self.taken(person.id for person in added):
                raise ValueError("a delegate with this id is stored already")
            if added or after:
                self._step(Action.DELEGATES_IMPORTED, before, (*after, *added))

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
        stored = {person.id: person for person in before}
        remaining = {person.id for person in after}
        _DELEGATE.delete(self._connection, [(key,) for key in stored if key not in remaining])
        self._put([person for person in after if stored.get(person.id) != person])
        # honours and keys of those who go go with them
        kept = [person for person in before if person.id in remaining]
        _HONOUR.change(self._connection, _honour_rows(kept), _honour_rows(after))
        _KEY.change(self._connection, _key_rows(kept), _key_rows(after))

    def taken(self, ids: Iterable[str]) -> frozenset[str]:
        """Tell which ids are in use in any conference."""
        rows = self._connection.rows(
            f"SELECT id FROM delegate WHERE id {_SOME}",  # noqa: S608 - our own constants
            (_json(ids),),
        )
        return frozenset(row[0] for row in rows)

    def _changed(
        self, delegates: Sequence[Delegate]
    ) -> tuple[Sequence[Delegate], Sequence[Delegate]]:
        """Give those who differ from what is stored, as they are stored and as they shall be."""
        stored = {person.id: person for person in self.some(p.id for p in delegates)}
        if missing := [person.id for person in delegates if person.id not in stored]:
            raise RecordMissing(missing[0])
        after = [person for person in delegates if person != stored[person.id]]
        return [stored[person.id] for person in after], after

    def rewrite_keys(self, office_id: str = "", conference_id: str = "") -> None:
        """Derive the keys anew inside the caller's transaction: of an office, a conference or all.

        Nothing is written for those who keep theirs.
        """
        tone_orders = self._tone_orders()
        for (one_id,) in self._connection.rows(
            "SELECT id FROM conference WHERE (?1 = '' OR office_id = ?1) AND (?2 = '' OR id = ?2)",
            (office_id, conference_id),
        ):
            kept = self.keys_of(one_id)
            derived = {one.id: self._derived(one, tone_orders[one_id]) for one in self.of(one_id)}
            self._connection.execute_many(
                _PUT_KEYS,
                [
                    (keys.sort_key, keys.search_text, person_id)
                    for person_id, keys in derived.items()
                    if keys != kept[person_id]
                ],
            )

    def _put(self, people: Sequence[Delegate]) -> None:
        tone_orders = self._tone_orders() if people else {}
        rows = []
        for person in people:
            # a conference that is not there is refused by the table
            tone_order = tone_orders.get(person.conference_id, _DEFAULT_ORDER)
            keys = self._derived(person, tone_order)
            rows.append((*_COLUMNS.row(person), keys.sort_key, keys.search_text))
        _DELEGATE.put(self._connection, rows)

    def _derived(self, person: Delegate, tone_order: ToneOrder) -> KeptKeys:
        keys = self._keys
        return KeptKeys(keys.sort_key(person, tone_order), keys.search_text(person))

    def _tone_orders(self) -> dict[str, ToneOrder]:
        rows = self._connection.rows(_TONE_ORDERS)
        return {conference_id: ToneOrder(order) for conference_id, order in rows}

    def _read_keys(self, found: str, value: str) -> dict[str, KeptKeys]:
        rows = self._connection.rows(f"{_SELECT_KEYS} WHERE {found}", (value,))
        return {row[0]: KeptKeys(row[1], row[2]) for row in rows}

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


def _json(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()


def _key_rows(delegates: Iterable[Delegate]) -> dict[Key, Row]:
    return {(one.conference_id, one.id): keys(one) for one in delegates}


def _honour_rows(delegates: Iterable[Delegate]) -> dict[Key, Row]:
    return {
        (person.id, position): (text,)
        for person in delegates
        for position, text in enumerate(person.honours)
    }
