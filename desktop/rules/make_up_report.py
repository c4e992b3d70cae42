"""The make-up of the list in numbers, once for the screen and for the paper.

What nobody said of a person is counted apart: it is never a no.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from db.records import Conference, Delegate, Gender
from desktop.people.ages import AgeBand, age_bands, age_in, oldest, youngest
from desktop.people.ethnic_groups import match_ethnic_group
from desktop.people.honours import Honour, match_honour
from desktop.people.names import sort_key
from desktop.rules.counting import count_delegates
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
_UNSAID: Mapping[PersonFlag, Callable[[Delegate], bool]] = {
    PersonFlag.WOMAN: lambda one: one.gender is None,
    PersonFlag.ETHNIC_MINORITY: lambda one: not one.ethnicity.strip(),
    PersonFlag.RELIGIOUS: lambda one: not one.religion.strip(),
    PersonFlag.PARTY_MEMBER: lambda one: one.is_party_member is None,
    PersonFlag.DIRECT_WORKER: lambda one: one.is_direct_worker is None,
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
    conference: Conference, delegates: Sequence[Delegate], pack: RulePack | None, year: int
) -> MakeUpReport:
    """Count a list; ages are those reached in the year."""
    total = len(delegates)
    by_group = Counter(one.group_id for one in delegates)
    groups = tuple(Named(one.name, by_group.pop(one.id, 0)) for one in conference.groups)
    ages = Counter(_band(age_in(year, one.birth)) for one in delegates if one.birth is not None)
    return MakeUpReport(
        year=year,
        total=total,
        shares={flag: _share(flag, delegates) for flag in SHARED_FLAGS},
        men=sum(one.gender is Gender.MALE for one in delegates),
        ethnicities=_ethnicities(delegates),
        groups=groups,
        ungrouped=sum(by_group.values()),
        collectives=Share(sum(map(flag_test(PersonFlag.COLLECTIVE), delegates)), total),
        ages=tuple((band, ages[band]) for band in age_bands()),
        undated=sum(one.birth is None for one in delegates),
        honours=_honours(delegates),
        honoured=sum(any(map(str.strip, one.honours)) for one in delegates),
        traits=_traits(conference, delegates, pack),
        oldest=oldest(delegates),
        youngest=youngest(delegates),
    )


def _share(flag: PersonFlag, delegates: Sequence[Delegate]) -> Share:
    count = sum(map(flag_test(flag), delegates))
    return Share(count, len(delegates), sum(map(_UNSAID[flag], delegates)))


def _band(age: int) -> AgeBand:
    return next(band for band in age_bands() if band.holds(age))


def _ethnicities(delegates: Sequence[Delegate]) -> tuple[Named, ...]:
    counts: Counter[str] = Counter()
    for text, count in Counter(one.ethnicity.strip() for one in delegates).items():
        group = match_ethnic_group(text)
        if text:
            counts[group.name if group is not None else text] += count
    return _by_size(counts)


def _honours(delegates: Sequence[Delegate]) -> tuple[Named, ...]:
    holders: Counter[str] = Counter()
    ranks: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for one in delegates:
        held = set()
        for text in filter(None, map(str.strip, one.honours)):
            known: Honour | None = match_honour(text)
            name = known.name if known is not None else _YEARS.sub("", text) or text
            key = name.casefold()
            spelled.setdefault(key, name)
            ranks.setdefault(key, known.rank if known is not None else _LAST_RANK)
            held.add(key)
        holders.update(held)
    order = sorted(holders, key=lambda key: (ranks[key], -holders[key], key))
    return tuple(Named(spelled[key], holders[key]) for key in order)


def _traits(
    conference: Conference, delegates: Sequence[Delegate], pack: RulePack | None
) -> tuple[Named, ...]:
    own = tuple(
        trait
        for trait in (pack.traits if pack is not None else ())
        if not isinstance(trait, FlagTrait)
    )
    heads = count_delegates(conference, delegates, own)
    return tuple(
        Named(trait.name, heads.of((trait.key,))) for trait in own if heads.can_count((trait.key,))
    )


def _by_size(counts: Mapping[str, int]) -> tuple[Named, ...]:
    names = sorted(counts, key=lambda name: (-counts[name], sort_key(name, name)))
    return tuple(Named(name, counts[name]) for name in names)
