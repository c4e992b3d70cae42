"""What a person of the list is, as far as rules count it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from db.records import Delegate, Gender
from desktop.people.ethnic_groups import is_minority
from desktop.people.honours import match_honour
from desktop.rules.pack_people import AgeTrait, FlagTrait, HonourTrait, PersonFlag, Trait

Test = Callable[[Delegate], bool]

_FLAGS: Mapping[PersonFlag, Test] = {
    PersonFlag.WOMAN: lambda one: one.gender is Gender.FEMALE,
    PersonFlag.ETHNIC_MINORITY: lambda one: is_minority(one.ethnicity),
    PersonFlag.RELIGIOUS: lambda one: names_a_religion(one.religion),
    PersonFlag.PARTY_MEMBER: lambda one: bool(one.is_party_member),
    PersonFlag.DIRECT_WORKER: lambda one: bool(one.is_direct_worker),
    PersonFlag.COLLECTIVE: lambda one: bool(one.represents.strip()),
    PersonFlag.INDIVIDUAL: lambda one: not one.represents.strip(),
}


def trait_tests(traits: Iterable[Trait], year: int | None) -> dict[str, Test]:
    """Make the test of each trait, by its key.

    Args:
        traits: of the pack.
        year: of the conference; without one no age can be told, and their tests are left out.
    """
    tests = ((trait.key, _test(trait, year)) for trait in traits)
    return {key: test for key, test in tests if test is not None}


def flag_test(flag: PersonFlag) -> Test:
    """Give the test of what the list tells by itself."""
    return _FLAGS[flag]


def _test(trait: Trait, year: int | None) -> Test | None:
    if isinstance(trait, FlagTrait):
        return _FLAGS[trait.flag]
    if isinstance(trait, HonourTrait):
        return _holds_any(trait)
    return _is_aged(trait, year) if year is not None else None


def _holds_any(trait: HonourTrait) -> Test:
    wanted = [_plain(name) for name in trait.any_of]

    def test(one: Delegate) -> bool:
        held = [written for honour in one.honours for written in _ways_written(honour)]
        return any(name in written for written in held for name in wanted)

    return test


@lru_cache(maxsize=65_536)
def _ways_written(honour: str) -> tuple[str, ...]:
    """Write an honour as the list does, and in full where the list abbreviates one of the law."""
    known = match_honour(honour)
    return (_plain(honour),) if known is None else (_plain(honour), _plain(known.name))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def names_a_religion(text: str) -> bool:
    """Tell a religion from a dash or another way to say that there is none."""
    return any(map(str.isalpha, text)) and not _plain(text).startswith("không")


def _is_aged(trait: AgeTrait, year: int) -> Test:
    least = 0 if trait.at_least is None else trait.at_least
    most = math.inf if trait.at_most is None else trait.at_most

    def test(one: Delegate) -> bool:
        return one.birth is not None and least <= year - one.birth.year <= most

    return test
