"""The make-up of the list in numbers, once for the screen and for the paper.

What nobody said of a person is counted apart: it is never a no.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from db.records import Conference, Delegate, Gender
from desktop.people.ages import AgeBand, age_bands, oldest, youngest
from desktop.people.ethnic_groups import match_ethnic_group
from desktop.people.honours import match_honour
from desktop.people.names import sort_key
from desktop.rules.counting import Headcount, count_delegates
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import FlagTrait, PersonFlag
from desktop.rules.traits import flag_test

SHARED_FLAGS = (
    PersonFlag.WOMAN,
    PersonFlag.ETHNIC_MINORITY,
    PersonFlag.RELIGIOUS,
    PersonFlag.PARTY_MEMBER,
    PersonFlag.DIRECT_WORKER,
)
# the field that tells it, and when nobody said
_UNSAID: Mapping[PersonFlag, tuple[str, Callable[[Delegate], bool]]] = {
    PersonFlag.WOMAN: ("gender", lambda one: one.gender is None),
    PersonFlag.ETHNIC_MINORITY: ("ethnicity", lambda one: not one.ethnicity.strip()),
    PersonFlag.RELIGIOUS: ("religion", lambda one: not one.religion.strip()),
    PersonFlag.PARTY_MEMBER: ("is_party_member", lambda one: one.is_party_member is None),
    PersonFlag.DIRECT_WORKER: ("is_direct_worker", lambda one: one.is_direct_worker is None),
}
# what follows the name of an honour: (2020, 2021, 2022)
_YEARS = re.compile(r"\s*\(\d{4}(?:\s*[,;–-]\s*\d{4})*\)$")
_LAST_RANK = 1_000_000


class Share(Struct, frozen=True):
    """How many of the list are something, and of how many it is not known."""

    count: int
    base: int
    unknown: int = 0


class Named(Struct, frozen=True):
    """How many go under a name."""

    name: str
    count: int


class MakeUpReport(Struct, frozen=True, kw_only=True):
    """Everything that is reported of a list.

    Attributes:
        year: in which ages are counted.
        shares: by what the list tells of each person.
        men: beside the women.
        ethnicities: of those who named theirs, the largest first.
        groups: of the conference in their order; `ungrouped` are in none of them.
        collectives: those who stand for one; the others stand for themselves.
        ages: in bands, the youngest first, of those whose year of birth is known.
        undated: those of the list whose year of birth is not known.
        honours: how many hold each, the highest first; one who holds several counts in each.
        honoured: how many hold any.
        traits: of the plan besides what the list tells by itself.
        oldest, youngest: all who may be, as far as births are known.
    """

    year: int
    total: int
    shares: dict[PersonFlag, Share]
    men: int
    ethnicities: tuple[Named, ...]
    groups: tuple[Named, ...]
    ungrouped: int
    collectives: Share
    ages: tuple[tuple[AgeBand, int], ...]
    undated: int
    honours: tuple[Named, ...]
    honoured: int
    traits: tuple[Named, ...]
    oldest: tuple[Delegate, ...]
    youngest: tuple[Delegate, ...]

    @property
    def individuals(self) -> int:
        """Those who stand for themselves."""
        return self.total - self.collectives.count

    @property
    def dated(self) -> int:
        """Those whose year of birth is known."""
        return self.total - self.undated


def make_up_report(
    conference: Conference,
    delegates: Sequence[Delegate],
    pack: RulePack | None,
    year: int,
    headcount: Headcount | None = None,
) -> MakeUpReport:
    """Count a list; ages are those reached in the year.

    Args:
        conference: whose list it is.
        delegates: on it.
        pack: for its traits.
        year: of the conference.
        headcount: of the delegates with the traits of the pack, where they are counted already.
    """
    total = len(delegates)
    by_group = Counter(one.group_id for one in delegates)
    groups = tuple(Named(one.name, by_group.pop(one.id, 0)) for one in conference.groups)
    collective = flag_test(PersonFlag.COLLECTIVE)
    years = Counter(one.birth.year for one in delegates if one.birth is not None)
    return MakeUpReport(
        year=year,
        total=total,
        shares={flag: _share(flag, delegates) for flag in SHARED_FLAGS},
        men=sum(one.gender is Gender.MALE for one in delegates),
        ethnicities=_ethnicities(delegates),
        groups=groups,
        ungrouped=sum(by_group.values()),
        collectives=Share(_how_many(collective, _by_value("represents", delegates)), total),
        ages=_ages(years, year),
        undated=total - years.total(),
        honours=_honours(delegates),
        honoured=sum(any(map(str.strip, one.honours)) for one in delegates if one.honours),
        traits=_traits(conference, delegates, pack, headcount),
        oldest=oldest(delegates),
        youngest=youngest(delegates),
    )


def united(reports: Sequence[MakeUpReport], year: int) -> MakeUpReport:
    """Add lists up; groups and traits of one name are one, in the order they are first met.

    Each age stays as its own list counted it; the year is what the whole is said to be of.
    """
    ages: Counter[AgeBand] = Counter()
    for one in reports:
        ages.update(dict(one.ages))
    return MakeUpReport(
        year=year,
        total=sum(one.total for one in reports),
        shares={flag: _added([one.shares[flag] for one in reports]) for flag in SHARED_FLAGS},
        men=sum(one.men for one in reports),
        ethnicities=_by_size(dict(_added_names(one.ethnicities for one in reports))),
        groups=tuple(Named(*one) for one in _added_names(one.groups for one in reports)),
        ungrouped=sum(one.ungrouped for one in reports),
        collectives=_added([one.collectives for one in reports]),
        ages=tuple((band, ages[band]) for band in age_bands()),
        undated=sum(one.undated for one in reports),
        honours=_by_rank(_added_names(one.honours for one in reports)),
        honoured=sum(one.honoured for one in reports),
        traits=tuple(Named(*one) for one in _added_names(one.traits for one in reports)),
        oldest=oldest([person for one in reports for person in one.oldest]),
        youngest=youngest([person for one in reports for person in one.youngest]),
    )


def _added(shares: Sequence[Share]) -> Share:
    return Share(
        sum(one.count for one in shares),
        sum(one.base for one in shares),
        sum(one.unknown for one in shares),
    )


def _added_names(lists: Iterable[Sequence[Named]]) -> list[tuple[str, int]]:
    """Add up what goes under the same name, whatever its case."""
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for names in lists:
        for one in names:
            key = one.name.casefold()
            spelled.setdefault(key, one.name)
            counts[key] += one.count
    return [(spelled[key], count) for key, count in counts.items()]


def _by_rank(honours: Iterable[tuple[str, int]]) -> tuple[Named, ...]:
    def rank(one: tuple[str, int]) -> tuple[int, int, str]:
        known = match_honour(one[0])
        return (known.rank if known is not None else _LAST_RANK, -one[1], one[0].casefold())

    return tuple(Named(*one) for one in sorted(honours, key=rank))


def _share(flag: PersonFlag, delegates: Sequence[Delegate]) -> Share:
    told_by, is_unsaid = _UNSAID[flag]
    values = _by_value(told_by, delegates)
    count, unknown = (_how_many(test, values) for test in (flag_test(flag), is_unsaid))
    return Share(count, len(delegates), unknown)


def _by_value(field: str, delegates: Sequence[Delegate]) -> list[tuple[Delegate, int]]:
    """Give one person for each value of a field, with how many have it.

    Lists repeat few values, so that a test is asked of few people.
    """
    value = attrgetter(field)
    examples = {value(one): one for one in delegates}
    return [(examples[key], count) for key, count in Counter(map(value, delegates)).items()]


def _how_many(test: Callable[[Delegate], bool], values: Iterable[tuple[Delegate, int]]) -> int:
    return sum(count for one, count in values if test(one))


def _ages(years: Mapping[int, int], year: int) -> tuple[tuple[AgeBand, int], ...]:
    ages = [(year - born, count) for born, count in years.items()]
    return tuple(
        (band, sum(count for age, count in ages if band.holds(age))) for band in age_bands()
    )


def _ethnicities(delegates: Sequence[Delegate]) -> tuple[Named, ...]:
    counts: Counter[str] = Counter()
    for one, count in _by_value("ethnicity", delegates):
        text = one.ethnicity.strip()
        group = match_ethnic_group(text)
        if text:
            counts[group.name if group is not None else text] += count
    return _by_size(counts)


def _honours(delegates: Sequence[Delegate]) -> tuple[Named, ...]:
    holders: Counter[str] = Counter()
    ranks: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for texts, count in Counter(one.honours for one in delegates if one.honours).items():
        held = set()
        for text in filter(None, map(str.strip, texts)):
            name, rank = _told_honour(text)
            key = name.casefold()
            spelled.setdefault(key, name)
            ranks.setdefault(key, rank)
            held.add(key)
        for key in held:
            holders[key] += count
    order = sorted(holders, key=lambda key: (ranks[key], -holders[key], key))
    return tuple(Named(spelled[key], holders[key]) for key in order)


@lru_cache(maxsize=65_536)
def _told_honour(text: str) -> tuple[str, int]:
    """Name an honour as the law does, or as it is written without its years; and its rank."""
    known = match_honour(text)
    if known is not None:
        return known.name, known.rank
    return _YEARS.sub("", text) or text, _LAST_RANK


def _traits(
    conference: Conference,
    delegates: Sequence[Delegate],
    pack: RulePack | None,
    headcount: Headcount | None,
) -> tuple[Named, ...]:
    own = tuple(
        trait
        for trait in (pack.traits if pack is not None else ())
        if not isinstance(trait, FlagTrait)
    )
    heads = headcount or count_delegates(conference, delegates, own)
    return tuple(
        Named(trait.name, heads.of((trait.key,))) for trait in own if heads.can_count((trait.key,))
    )


def _by_size(counts: Mapping[str, int]) -> tuple[Named, ...]:
    names = sorted(counts, key=lambda name: (-counts[name], sort_key(name, name)))
    return tuple(Named(name, counts[name]) for name in names)
