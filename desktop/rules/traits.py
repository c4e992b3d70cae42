"""What a person of the list is, as far as rules count it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from db.records import Delegate, Gender
from desktop.rules.pack_people import AgeTrait, FlagTrait, HonourTrait, PersonFlag, Trait

_MAJORITY = frozenset(("kinh", "việt"))  # the 54 groups' list gives both names

Test = Callable[[Delegate], bool]

_FLAGS: Mapping[PersonFlag, Test] = {
    PersonFlag.WOMAN: lambda one: one.gender is Gender.FEMALE,
    PersonFlag.ETHNIC_MINORITY: lambda one: (
        bool(one.ethnicity.strip()) and one.ethnicity.strip().casefold() not in _MAJORITY
    ),
    PersonFlag.RELIGIOUS: lambda one: (
        bool(one.religion.strip()) and one.religion.strip().casefold() not in ("không", "không có")
    ),
    PersonFlag.PARTY_MEMBER: lambda one: one.is_party_member,
    PersonFlag.DIRECT_WORKER: lambda one: one.is_direct_worker,
    PersonFlag.COLLECTIVE: lambda one: bool(one.represents.strip()),
    PersonFlag.INDIVIDUAL: lambda one: not one.represents.strip(),
}


def trait_tests(traits: Iterable[Trait], year: int | None) -> dict[str, Test]:
    """Make the test of each trait, by its key.

    Args:
        traits: of the pack.
        year: of the conference, for ages; without one nobody has an age.
    """
    return {trait.key: _test(trait, year) for trait in traits}


def _test(trait: Trait, year: int | None) -> Test:
    if isinstance(trait, FlagTrait):
        return _FLAGS[trait.flag]
    if isinstance(trait, HonourTrait):
        return _holds_any(trait)
    return _is_aged(trait, year)


def _holds_any(trait: HonourTrait) -> Test:
    wanted = [_plain(name) for name in trait.any_of]

    def test(one: Delegate) -> bool:
        held = [_plain(honour) for honour in one.honours]
        return any(name in honour for honour in held for name in wanted)

    return test


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_aged(trait: AgeTrait, year: int | None) -> Test:
    least = 0 if trait.at_least is None else trait.at_least
    most = 1000 if trait.at_most is None else trait.at_most

    def test(one: Delegate) -> bool:
        return year is not None and one.birth is not None and least <= year - one.birth.year <= most

    return test
