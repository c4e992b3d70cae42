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
_Standing = tuple[tuple[Delegate, ...], dict[str, KeptKeys]]


def are_many(count: int) -> bool:
    """Tell whether a step about so many people takes long."""
    return count >= MANY


class PeopleList:
    """Follows what the store did to the people of one conference, without reading all of them."""

    def __init__(self, store: Store, conference_id: str) -> None:
        self._store = store
        self._conference_id = conference_id
        self._keys: dict[str, KeptKeys]
        self._people, self._keys = self._beside(
            lambda: (store.delegates.of(conference_id), store.delegates.keys_of(conference_id)),
            is_long=are_many(store.delegates.count_of(conference_id)),
        )

    @property
    def people(self) -> tuple[Delegate, ...]:
        """Everybody, in the officer's own order; who did not change is the same object."""
        return self._people

    @property
    def keys(self) -> Mapping[str, KeptKeys]:
        """What everybody is sorted and searched by, by id, as the store keeps it."""
        return self._keys

    def step(
        self,
        act: Callable[[], Followed],
        look: Callable[[tuple[Delegate, ...]], object],
        *,
        is_long: bool,
    ) -> None:
        """Do something to people in the store, and follow it.

        Args:
            act: does it; tells how people stand then.
            look: is given everybody afterwards.
            is_long: whether both are done on another thread, so that the windows live meanwhile.
        """

        def work() -> _Standing:
            people, gone = act()
            after, keys = self._after(people, frozenset(gone))
            look(after)
            return after, keys

        self._people, self._keys = self._beside(work, is_long=is_long)

    def _beside(self, work: Callable[[], _Standing], *, is_long: bool) -> _Standing:
        if not is_long:
            return work()
        with self._store.lent():
            return beside_the_windows(work)

    def _after(self, people: Sequence[Delegate], gone: Collection[str]) -> _Standing:
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
