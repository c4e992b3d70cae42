"""Heads counted for limits, shares and gauges: once as planned, once as listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from db.records import Conference, Delegate, ParticipantGroup, SessionKind
from desktop.rules.pack_people import CountedKind, Trait
from desktop.rules.traits import Test, trait_tests

_UNGROUPED = frozenset((CountedKind.UNGROUPED.value,))


class GroupHeads(Struct, frozen=True):
    """The heads of one group, under the names that rules may count it by."""

    names: frozenset[str]
    count: int


class Headcount(Struct, frozen=True, kw_only=True):
    """How many participants there are of whom a rule may name.

    Attributes:
        groups: the heads of each group.
        is_complete: whether nothing is left open: every group has its target.
        people: each listed person with the names of their group.
        tests: of the traits that can be told; empty where only targets are known.
        traits: the keys of all traits of the pack.
    """

    groups: tuple[GroupHeads, ...]
    is_complete: bool = True
    people: Sequence[tuple[Delegate, frozenset[str]]] = ()
    tests: Mapping[str, Test] = {}
    traits: frozenset[str] = frozenset()

    def can_count(self, names: Iterable[str]) -> bool:
        """Tell whether all of these can be counted: targets know no traits, no day means no age."""
        return all(name in self.tests for name in self.traits.intersection(names))

    def of(self, names: Iterable[str]) -> int:
        """Add up the heads of some kinds, groups and traits, each person once."""
        wanted = frozenset(names)
        if wanted & self.tests.keys():
            return sum(1 for _ in self.people_of(wanted))
        return sum(group.count for group in self.groups if group.names & wanted)

    def people_of(self, names: Iterable[str]) -> Iterator[Delegate]:
        """List the people of some kinds, groups and traits."""
        wanted = frozenset(names)
        tests = [self.tests[name] for name in wanted & self.tests.keys()]
        for person, own in self.people:
            if own & wanted or any(test(person) for test in tests):
                yield person


def count_targets(conference: Conference, traits: Iterable[Trait] = ()) -> Headcount:
    """Count the targets of the groups."""
    groups = conference.groups
    return Headcount(
        groups=tuple(GroupHeads(_names(group), group.target or 0) for group in groups),
        is_complete=bool(groups) and all(group.target is not None for group in groups),
        traits=frozenset(trait.key for trait in traits),
    )


def count_delegates(
    conference: Conference, delegates: Iterable[Delegate], traits: Iterable[Trait] = ()
) -> Headcount:
    """Count the people listed."""
    names = {group.id: _names(group) for group in conference.groups}
    people = [(one, names.get(one.group_id, _UNGROUPED)) for one in delegates]
    traits = tuple(traits)
    return Headcount(
        groups=tuple(
            GroupHeads(own, count) for own, count in Counter(own for _, own in people).items()
        ),
        people=people,
        tests=trait_tests(traits, year_of(conference)),
        traits=frozenset(trait.key for trait in traits),
    )


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
