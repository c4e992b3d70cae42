"""The people of the open conference, in memory beside the store and in step with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from db.list_keys import KeptKeys
from db.records import Delegate
from db.store import Store
from desktop.models.beside import beside_the_windows

# a step about fewer people is over before anybody could see it
MANY = 250

# people as they stand now, and ids of those who are gone
Followed = tuple[Sequence[Delegate], Collection[str]]


class PeopleList:
    """Follows what the store did to the people of one conference, without reading all of them."""

    def __init__(self, store: Store, conference_id: str) -> None:
        self._store = store
        self._conference_id = conference_id
        self._people = store.delegates.of(conference_id)
        self._keys = store.delegates.keys_of(conference_id)

    @property
    def people(self) -> tuple[Delegate, ...]:
        """Everybody, in the officer's own order; who did not change is the same object."""
        return self._people

    @property
    def keys(self) -> Mapping[str, KeptKeys]:
        """What everybody is sorted and searched by, by id, as the store keeps it."""
        return self._keys

    def step(self, count: int, act: Callable[[], Followed], *, backs_up: bool = False) -> None:
        """Do something to so many people in the store, and follow it; the windows live through it.

        Args:
            count: of people.
            act: does it, on another thread where that is long; tells how people stand then.
            backs_up: whether it makes a backup first, which is long in any case.
        """

        def work() -> tuple[tuple[Delegate, ...], dict[str, KeptKeys]]:
            people, gone = act()
            return self._after(people, frozenset(gone))

        is_long = backs_up or count >= MANY
        self._people, self._keys = beside_the_windows(self._store, work) if is_long else work()

    def _after(
        self, people: Sequence[Delegate], gone: Collection[str]
    ) -> tuple[tuple[Delegate, ...], dict[str, KeptKeys]]:
        new = {one.id: one for one in people}
        kept = [new.pop(one.id, one) for one in self._people if one.id not in gone]
        keys = {key: value for key, value in self._keys.items() if key not in gone}
        return (
            tuple(sorted((*kept, *new.values()), key=_place)),
            keys | self._store.delegates.keys_of_some(one.id for one in people),
        )

    def read_keys(self) -> None:
        """Read the keys anew, as after another order of tones."""
        self._keys = self._store.delegates.keys_of(self._conference_id)


def _place(one: Delegate) -> tuple[int, str]:
    return one.position, one.id
