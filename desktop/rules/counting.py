"""Heads counted for limits, shares and gauges: once as planned, once as listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from db.records import Conference, Delegate, ParticipantGroup, SessionKind
from desktop.rules.pack_people import CountedKind, Trait
from desktop.rules.traits import trait_tests

_UNGROUPED = frozenset((CountedKind.UNGROUPED.value,))


class Heads(Struct, frozen=True):
    """Heads that rules may count by the same names: of their kind, their group, their traits."""

    names: frozenset[str]
    count: int


class Headcount(Struct, frozen=True, kw_only=True):
    """How many participants there are of whom a rule may name.

    Attributes:
        heads: everybody, once.
        is_complete: whether nothing is left open: every group has its target.
        people: each listed person with their names.
        traits: the keys of the pack's traits.
        untold: those of them that nobody can be held against.
    """

    heads: tuple[Heads, ...]
    is_complete: bool = True
    people: Sequence[tuple[Delegate, frozenset[str]]] = ()
    traits: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()

    def can_count(self, names: Iterable[str]) -> bool:
        """Tell whether all of these can be counted."""
        return self.untold.isdisjoint(names)

    def of(self, names: Iterable[str]) -> int:
        """Add up the heads of some kinds, groups and traits, each person once."""
        wanted = frozenset(names)
        return sum(heads.count for heads in self.heads if heads.names & wanted)

    def share_of(self, names: Iterable[str], base: Iterable[str]) -> int:
        """Add up the heads whose share of a base is asked for.

        Kinds and groups count whether they are of the base or not, as guests beside the official;
        people of a trait only where they are of it, as women among the exemplars.
        """
        wanted, whole = frozenset(names), frozenset(base)
        beside, among = wanted - self.traits, wanted & self.traits
        return sum(
            heads.count
            for heads in self.heads
            if heads.names & beside or (heads.names & among and heads.names & whole)
        )

    def people_of(self, names: Iterable[str]) -> Iterator[Delegate]:
        """List the people of some kinds, groups and traits."""
        wanted = frozenset(names)
        return (person for person, own in self.people if own & wanted)


def count_targets(conference: Conference, traits: Iterable[Trait] = ()) -> Headcount:
    """Count the targets of the groups, which tell nothing of traits."""
    groups = conference.groups
    keys = frozenset(trait.key for trait in traits)
    return Headcount(
        heads=tuple(Heads(_names(group), group.target or 0) for group in groups),
        is_complete=bool(groups) and all(group.target is not None for group in groups),
        traits=keys,
        untold=keys,
    )


class PeopleCounter:
    """Counts one list again and again; only those who are new to it are looked at."""

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._known: dict[str, tuple[Delegate, frozenset[str]]] = {}
        self._last: Headcount | None = None
        self._counted: tuple[Delegate, ...] = ()

    def count(
        self, conference: Conference, delegates: tuple[Delegate, ...], traits: Iterable[Trait] = ()
    ) -> Headcount:
        """Count the people listed; ages can be told once the day of the conference is chosen."""
        traits = tuple(traits)
        year = year_of(conference)
        asked = (conference.groups, traits, year)
        if asked != self._asked:
            self._asked, self._known = asked, {}
        elif self._last is not None and delegates is self._counted:
            return self._last
        tests = trait_tests(traits, year)
        groups = {group.id: _names(group) for group in conference.groups}
        known = self._known
        people = []
        for one in delegates:
            entry = known.get(one.id)
            if entry is None or entry[0] is not one:
                own = groups.get(one.group_id, _UNGROUPED)
                entry = (one, own.union(key for key in tests if tests[key](one)))
            people.append(entry)
        self._known = {entry[0].id: entry for entry in people}
        keys = frozenset(trait.key for trait in traits)
        counted = Counter(own for _, own in people)
        last = Headcount(
            heads=tuple(Heads(own, count) for own, count in counted.items()),
            people=people,
            traits=keys,
            untold=keys - tests.keys(),
        )
        self._last, self._counted = last, delegates
        return last


def count_delegates(
    conference: Conference, delegates: Iterable[Delegate], traits: Iterable[Trait] = ()
) -> Headcount:
    """Count the people of a list that is looked at once."""
    return PeopleCounter().count(conference, tuple(delegates), traits)


def count_by_group(delegates: Iterable[Delegate]) -> dict[str, int]:
    """Count the people listed in each group, by its id."""
    return dict(Counter(one.group_id for one in delegates))


def year_of(conference: Conference) -> int | None:
    """Tell the year in which the conference is held, once a day is chosen."""
    days = [
        session.day
        for session in conference.sessions
        if session.kind is SessionKind.MAIN and session.day is not None
    ]
    return min(days).year if days else None


def _names(group: ParticipantGroup) -> frozenset[str]:
    return frozenset((group.kind.value, group.key) if group.key else (group.kind.value,))
