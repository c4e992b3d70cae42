"""Which people of a list are shown, and how many each further choice would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from db.list_keys import KeptKeys
from db.records import Delegate
from desktop.people.honours import match_honour
from desktop.people.names import compact_key
from desktop.people.person_search import name_in, searched
from desktop.people.same_people import listed_twice

# attributes that lists have gaps in, in the order they are offered
FIELDS_WITH_GAPS = (
    *("name", "group_id", "post", "unit", "birth", "gender", "ethnicity", "id_number", "phone"),
    *("honours", "badge_number", "photo_id"),
)
# what the list of delegates cannot do without
NEEDED = frozenset(("name", "group_id", "post", "unit", "birth", "gender", "ethnicity"))
NONE = ""  # of groups, units, honours


class Facet(StrEnum):
    """By what people are filtered."""

    GROUP = "group"
    UNIT = "unit"
    HONOUR = "honour"
    MISSING = "missing"
    TWICE = "twice"


class PeopleFilter(Struct, frozen=True):
    """What is wanted: of each facet one of the values named; a facet without values lets all by.

    Attributes:
        groups: ids; NONE for people in no group of the conference.
        units: as `unit_key` gives them.
        honours: names; NONE for people who hold none.
        missing: attributes, of which at least one is empty.
        twice: only people who seem to be listed twice.
    """

    groups: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    twice: bool = False

    def values(self, facet: Facet) -> frozenset[str]:
        """Give the values that are wanted of a facet."""
        if facet is Facet.TWICE:
            return frozenset((Facet.TWICE.value,)) if self.twice else frozenset()
        found: frozenset[str] = getattr(self, _ATTRIBUTES[facet])
        return found

    def with_values(self, facet: Facet, values: Iterable[str]) -> PeopleFilter:
        """Want other values of a facet."""
        wanted = {each: self.values(each) for each in Facet} | {facet: frozenset(values)}
        return PeopleFilter(
            **{name: wanted[each] for each, name in _ATTRIBUTES.items()},
            twice=bool(wanted[Facet.TWICE]),
        )


_ATTRIBUTES = {
    Facet.GROUP: "groups",
    Facet.UNIT: "units",
    Facet.HONOUR: "honours",
    Facet.MISSING: "missing",
}


class Choice(Struct, frozen=True):
    """One value of a facet, as people write it, and how many people it would leave."""

    value: str
    text: str
    count: int


class Sieve:
    """One list of people, searched and filtered again and again."""

    def __init__(
        self,
        people: Sequence[Delegate] = (),
        keys: Mapping[str, KeptKeys] | None = None,
        group_ids: Collection[str] = (),
    ) -> None:
        self._people = people
        self._keys = keys if keys is not None else {}
        self._group_ids = frozenset(group_ids)
        self._twice: frozenset[str] | None = None

    def passing(
        self, wanted: PeopleFilter, query: str = "", *, but: Facet | None = None
    ) -> list[Delegate]:
        """Give those who pass, in the order of the list; one facet may be left out of it."""
        people: Iterable[Delegate] = self._people
        if query.strip():
            found, keys = searched(query), self._keys
            people = [one for one in people if found(keys[one.id].search_text)]
        for facet in Facet:
            values = wanted.values(facet)
            if values and facet is not but:
                test = self._test(facet)
                people = [one for one in people if not values.isdisjoint(test(one))]
        return list(people)

    def choices(self, facet: Facet, wanted: PeopleFilter, query: str = "") -> list[Choice]:
        """Count what each value of a facet would leave; wanted values are there even if empty.

        Values come as the people have them; the caller knows the names of groups and fields.
        """
        test = self._test(facet)
        counts: Counter[str] = Counter(dict.fromkeys(wanted.values(facet), 0))
        texts: dict[str, str] = {}
        for one in self.passing(wanted, query, but=facet):
            for value in test(one):
                counts[value] += 1
                if facet is Facet.UNIT:
                    texts.setdefault(value, one.unit)
        if facet is Facet.UNIT and counts.keys() - texts.keys():
            for one in self._people:  # a value that is wanted and would leave nobody
                texts.setdefault(unit_key(one.unit), one.unit)
        return [Choice(value, texts.get(value, value), count) for value, count in counts.items()]

    def _test(self, facet: Facet) -> Callable[[Delegate], Collection[str]]:
        match facet:
            case Facet.GROUP:
                return self._group_of
            case Facet.UNIT:
                return lambda one: (unit_key(one.unit),)
            case Facet.HONOUR:
                return lambda one: honour_names(one.honours)
            case Facet.MISSING:
                return _missing_of
            case Facet.TWICE:
                return self._twice_of

    def _group_of(self, one: Delegate) -> Collection[str]:
        return (one.group_id if one.group_id in self._group_ids else NONE,)

    def _twice_of(self, one: Delegate) -> Collection[str]:
        if self._twice is None:
            keys = self._keys
            self._twice = listed_twice(self._people, lambda one: name_in(keys[one.id].search_text))
        return (Facet.TWICE.value,) if one.id in self._twice else ()


@lru_cache(maxsize=65_536)
def unit_key(unit: str) -> str:
    """Give what is the same in every spelling of a unit."""
    return compact_key(unit)


@lru_cache(maxsize=65_536)
def honour_names(honours: tuple[str, ...]) -> tuple[str, ...]:
    """Name the honours as the law does; others as they are, and NONE where there are none."""
    known = [(match_honour(text), text) for text in honours]
    names = (honour.name if honour is not None else text for honour, text in known)
    return tuple(dict.fromkeys(names)) or (NONE,)


def lacks(one: Delegate, attribute: str) -> bool:
    """Tell whether an attribute of a person is empty."""
    value = getattr(one, attribute)
    return value is None or value in ("", ())


def _missing_of(one: Delegate) -> Collection[str]:
    return [attribute for attribute in FIELDS_WITH_GAPS if lacks(one, attribute)]
