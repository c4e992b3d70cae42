"""The make-up of the list in numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from db.records import BirthDate, Delegate, Gender, Session
from desktop.people.ages import AgeBand
from desktop.rules.make_up_report import MakeUpReport, Named, Share, make_up_report, united
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import AgeTrait, FlagTrait, HonourTrait, PersonFlag
from tests.builders import a_conference, a_delegate, ident
from tests.desktop.rules.cases import a_plan

HEROES = HonourTrait(key="heroes", name="Anh hùng", any_of=("Anh hùng Lao động",))
WOMEN = FlagTrait(key="women", name="Phụ nữ", flag=PersonFlag.WOMAN)
YOUNG = AgeTrait(key="young", name="Trẻ", at_most=35)


def report(
    *people: dict[str, Any], pack: RulePack | None = None, **conference: Any
) -> MakeUpReport:
    delegates: list[Delegate] = [
        a_delegate(number, **fields) for number, fields in enumerate(people, start=1)
    ]
    return make_up_report(a_conference(**conference), delegates, pack, 2025)


@pytest.mark.parametrize(
    ("flag", "yes", "no", "unsaid"),
    [
        (PersonFlag.WOMAN, {"gender": Gender.FEMALE}, {"gender": Gender.MALE}, {}),
        (PersonFlag.ETHNIC_MINORITY, {"ethnicity": "Ê-đê"}, {"ethnicity": "Kinh"}, {}),
        (
            PersonFlag.RELIGIOUS,
            {"religion": "Phật giáo"},
            {"religion": "Không"},
            {"religion": " "},
        ),
        (PersonFlag.PARTY_MEMBER, {"is_party_member": True}, {"is_party_member": False}, {}),
        (PersonFlag.DIRECT_WORKER, {"is_direct_worker": True}, {"is_direct_worker": False}, {}),
    ],
)
def test_what_nobody_said_is_counted_apart_and_never_as_a_no(
    flag: PersonFlag, yes: dict[str, Any], no: dict[str, Any], unsaid: dict[str, Any]
) -> None:
    assert report(yes, yes, no, unsaid).shares[flag] == Share(2, 4, 1)
    assert report().shares[flag] == Share(0, 0, 0)


def test_men_stand_beside_the_women() -> None:
    assert report({"gender": Gender.MALE}, {}, {"gender": Gender.FEMALE}).men == 1


def test_ethnic_groups_go_by_their_official_name_the_largest_first() -> None:
    found = report(*({"ethnicity": name} for name in ("Kinh", "Ê-đê", "EDE", "Tộc lạ", "")))
    assert found.ethnicities == (Named("Ê-đê", 2), Named("Kinh", 1), Named("Tộc lạ", 1))


def test_groups_are_counted_in_their_order_and_the_rest_apart() -> None:
    guests, gone = {"group_id": ident(13)}, {"group_id": ident(99)}
    found = report(guests, guests, gone, {"group_id": ""})
    assert [one.count for one in found.groups] == [0, 2]
    assert found.ungrouped == 2


def test_who_stands_for_a_collective_is_told_from_the_others() -> None:
    found = report({"represents": "Tổ tự quản"}, {"represents": " "}, {})
    assert (found.collectives, found.individuals) == (Share(1, 3), 2)


def test_ages_are_counted_in_bands_and_unknown_ones_apart() -> None:
    found = report(
        *({"birth": BirthDate(year=year)} for year in (1995, 1994, 1985, 1964, 1965)), {}
    )
    assert dict(found.ages) == {
        AgeBand(None, 30): 1,
        AgeBand(31, 40): 2,
        AgeBand(41, 50): 0,
        AgeBand(51, 60): 1,
        AgeBand(61, None): 1,
    }
    assert (found.undated, found.dated) == (1, 5)
    assert sum(count for _, count in found.ages) + found.undated == found.total
    assert [one.position for one in found.oldest] == [4]
    assert [one.position for one in found.youngest] == [1]


def test_honours_go_by_their_rank_and_one_person_counts_once_in_each() -> None:
    found = report(
        {"honours": ("Giấy khen", "Giấy khen của xã", "AHLĐ")},
        {"honours": ("Huy hiệu lạ (2020, 2022)",)},
        {"honours": ("huy hiệu LẠ", "Anh hùng Lao động")},
        {"honours": (" ",)},
    )
    assert found.honours == (
        Named("Anh hùng Lao động", 2),
        Named("Giấy khen", 1),
        Named("Huy hiệu lạ", 2),
    )
    assert found.honoured == 3


def test_traits_of_the_plan_are_counted_as_far_as_they_can_be_told() -> None:
    pack = a_plan(of={"traits": (HEROES, WOMEN, YOUNG)})
    person = {"honours": ("AHLĐ",), "birth": BirthDate(year=2000)}
    assert report(person, {}, pack=pack).traits == (Named("Anh hùng", 1), Named("Trẻ", 1))
    undated = report(person, pack=pack, sessions=(Session(id=ident(11)),))
    assert undated.traits == (Named("Anh hùng", 1),)


KINDS: tuple[dict[str, Any], ...] = (
    {"gender": Gender.FEMALE, "ethnicity": "Ê-đê", "honours": ("CSTĐ cơ sở", "Danh hiệu lạ")},
    {"gender": Gender.MALE, "birth": BirthDate(year=1990), "honours": ("Anh hùng Lao động",)},
    {"birth": BirthDate(year=1950, month=2, day=3), "ethnicity": "EDE", "represents": "Tổ 1"},
    {"birth": BirthDate(year=1950), "religion": "Phật giáo", "group_id": ident(13)},
    {"is_party_member": True, "is_direct_worker": False, "group_id": ""},
)


@given(st.lists(st.sampled_from(range(len(KINDS))), max_size=12), st.integers(0, 12))
def test_parts_of_a_list_add_up_to_the_whole(people: list[int], cut: int) -> None:
    pack = a_plan(of={"traits": (HEROES, WOMEN)})
    kinds = [KINDS[one] for one in people]
    parts = [report(*part, pack=pack) for part in (kinds[:cut], kinds[cut:])]
    whole = report(*kinds, pack=pack)
    together = united(parts, 2025)
    assert without_people(together) == without_people(whole)
    for of_parts, of_whole in (
        (together.oldest, whole.oldest),
        (together.youngest, whole.youngest),
    ):
        assert [one.birth for one in of_parts] == [one.birth for one in of_whole]


def without_people(found: MakeUpReport) -> MakeUpReport:
    """Leave those out who are named: the parts number their people anew."""
    return replace(found, oldest=(), youngest=())


def test_no_lists_add_up_to_nothing() -> None:
    found = united([], 2025)
    assert (found.total, found.groups, found.oldest) == (0, (), ())
