"""The people of the open conference, in memory beside the store and in step with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from db.list_keys import KeptKeys
from db.records import Delegate
from db.store import Store
from desktop.models.breath import Breath

# a step about fewer people is over before anybody could see it
MANY = 250


class PeopleList:
    """Follows what the store did to the people of one conference, without reading all of them.

    Attributes:
        is_in_step: whether a long step is under way; nothing else may be stored meanwhile.
    """

    def __init__(self, store: Store, conference_id: str) -> None:
        self._store = store
        self._conference_id = conference_id
        self._people = store.delegates.of(conference_id)
        self._keys = store.delegates.keys_of(conference_id)
        self.is_in_step = False

    @property
    def people(self) -> tuple[Delegate, ...]:
        """Everybody, in the officer's own order; who did not change is the same object."""
        return self._people

    @property
    def keys(self) -> Mapping[str, KeptKeys]:
        """What everybody is sorted and searched by, by id, as the store keeps it."""
        return self._keys

    @contextmanager
    def step(self, count: int) -> Iterator[None]:
        """Do something to so many people in the store; the windows live through it."""
        if count < MANY:
            yield
            return
        self.is_in_step = True
        try:
            with self._store.pausing(Breath().take):
                yield
        finally:
            self.is_in_step = False

    def put(self, people: Sequence[Delegate], gone: Collection[str] = ()) -> None:
        """Follow a step of the store: people who stand otherwise now, and people who are gone."""
        new = {one.id: one for one in people}
        kept = [new.pop(one.id, one) for one in self._people if one.id not in gone]
        self._people = tuple(sorted((*kept, *new.values()), key=_place))
        keys = {key: value for key, value in self._keys.items() if key not in gone}
        self._keys = keys | self._store.delegates.keys_of_some(one.id for one in people)

    def read_keys(self) -> None:
        """Read the keys anew, as after another order of tones."""
        self._keys = self._store.delegates.keys_of(self._conference_id)


def _place(one: Delegate) -> tuple[int, str]:
    return one.position, one.id
