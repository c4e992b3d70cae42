from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.records import BirthDate, Delegate, Gender
from desktop.people.duplicates import (
    MAX_PAIRS,
    DuplicatePair,
    MatchKind,
    MatchReason,
    are_near,
    duplicates_within,
    find_duplicates,
)
from tests.builders import ident

DAY = BirthDate(year=1975, month=5, day=20)
YEAR = BirthDate(year=1975)
CARD = "066075001234"


def someone(number: int, name: str, **fields: Any) -> Delegate:
    return Delegate(id=ident(number), conference_id=ident(10), name=name, **fields)


def compared(new: Delegate, listed: Delegate) -> DuplicatePair | None:
    pairs = find_duplicates([new], [listed])
    assert all((pair.new_id, pair.listed_id) == (new.id, listed.id) for pair in pairs)
    return pairs[0] if pairs else None


def pair(one: dict[str, Any], two: dict[str, Any]) -> DuplicatePair | None:
    return compared(
        someone(1, **({"name": "Lê Văn An"} | one)), someone(2, **({"name": "Lê Văn An"} | two))
    )


def kind(one: dict[str, Any], two: dict[str, Any]) -> MatchKind | None:
    found = pair(one, two)
    return found.kind if found is not None else None


def test_the_same_card_is_the_same_person_whatever_the_name() -> None:
    found = pair({"name": "Hồ Thị Bình", "id_number": CARD}, {"id_number": CARD})
    assert found is not None
    assert (found.kind, found.score) == (MatchKind.EXACT, 100)
    assert found.reasons == (MatchReason.SAME_CARD,)


@pytest.mark.parametrize("card", ["6.6075E+10", "6,61E+10", "chưa có", "0", "x"])
def test_what_many_have_in_place_of_a_card_makes_nobody_the_same(card: str) -> None:
    assert kind({"name": "Hồ Thị Bình", "id_number": card}, {"id_number": card}) is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"birth": DAY}, {"birth": DAY}),
        ({"birth": DAY, "name": "LE VAN AN"}, {"birth": DAY, "unit": "Thôn 1"}),
        ({"birth": YEAR, "unit": "thôn 1"}, {"birth": YEAR, "unit": "Thôn 1"}),
        ({"birth": YEAR, "unit": "Thôn 1"}, {"birth": DAY, "unit": "Thôn 1"}),
        ({"birth": DAY, "id_number": CARD}, {"birth": DAY, "id_number": "240123456"}),
    ],
)
def test_the_same_name_and_birth_are_strong(one: dict[str, Any], two: dict[str, Any]) -> None:
    assert kind(one, two) is MatchKind.STRONG


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ({"name": "Văn An Lê", "birth": DAY}, {"birth": DAY}, MatchReason.NAME_SWAPPED),
        ({"name": "Lê Văng An", "birth": DAY}, {"birth": DAY}, MatchReason.NAME_NEAR),
        ({"name": "Lê An", "birth": YEAR}, {"birth": DAY}, MatchReason.NAME_SHORTENED),
        ({"name": "Lê Văn Minh An", "birth": DAY}, {"birth": DAY}, MatchReason.NAME_SHORTENED),
        ({"name": "LêVăn An", "birth": YEAR}, {"birth": DAY}, MatchReason.NAME_WITHOUT_ACCENTS),
        ({"unit": "Thôn 1"}, {"unit": "Thôn 1"}, MatchReason.SAME_NAME),
        ({"phone": "0912 345 678"}, {"phone": "+84912345678"}, MatchReason.SAME_PHONE),
        ({"birth": YEAR}, {"birth": DAY}, MatchReason.SAME_BIRTH_YEAR),
        ({"birth": DAY, "unit": "x"}, {"birth": BirthDate(year=1975, month=5, day=2), "unit": "x"},
         MatchReason.OTHER_BIRTH_DAY),
        ({"birth": DAY}, {"birth": BirthDate(year=1975, month=6)}, MatchReason.OTHER_BIRTH_DAY),
        ({"birth": DAY, "gender": Gender.MALE}, {"birth": DAY, "gender": Gender.FEMALE},
         MatchReason.OTHER_GENDER),
        ({"birth": DAY, "phone": "0912345678"},
         {"birth": BirthDate(year=1976), "phone": "0912345678"}, MatchReason.OTHER_BIRTH_YEAR),
    ],
)  # fmt: skip
def test_what_is_almost_the_same_is_near(
    one: dict[str, Any], two: dict[str, Any], reason: MatchReason
) -> None:
    agreeing = {"unit": "Thôn 1"} if reason is MatchReason.OTHER_BIRTH_DAY else {}
    found = pair(one | agreeing, two | agreeing)
    assert found is not None
    assert found.kind is MatchKind.NEAR
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({}, {}),
        ({"birth": DAY}, {"unit": "Thôn 1"}),
        ({"birth": DAY, "unit": "x"}, {"birth": BirthDate(year=1976), "unit": "x"}),
        ({"name": "Lê Thị Bình", "unit": "x"}, {"unit": "x"}),
        ({"name": "Lê Văn Bình", "unit": "x"}, {"unit": "x"}),
        ({"name": "Lê", "unit": "x"}, {"unit": "x"}),
        ({"birth": DAY, "id_number": CARD}, {"birth": DAY, "id_number": "066075009999"}),
        ({"name": "", "unit": "x"}, {"unit": "x"}),
    ],
)
def test_others_are_no_pair(one: dict[str, Any], two: dict[str, Any]) -> None:
    assert pair(one, two) is None


def test_every_pair_is_told_the_most_alike_first() -> None:
    new = someone(1, "Lê Văn An", birth=DAY, unit="Thôn 1")
    listed = [
        someone(2, "Lê Văn Ang", birth=DAY),
        someone(3, "Lê Văn An", birth=DAY, unit="Thôn 1"),
        someone(4, "Lê Văn An", birth=YEAR),
        someone(5, "Hồ Thị Bình", birth=DAY, unit="Thôn 1"),
    ]
    pairs = find_duplicates([new], listed)
    assert [one.listed_id for one in pairs] == [ident(3), ident(4), ident(2)]
    assert [one.score for one in pairs] == sorted((one.score for one in pairs), reverse=True)


def test_a_crowd_of_one_name_is_cut_short() -> None:
    listed = [someone(number, "Lê Văn An", unit="x") for number in range(2, 100)]
    assert len(find_duplicates([someone(1, "Lê Văn An", unit="x")], listed)) == MAX_PAIRS


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("van", "vang", True),
        ("nguyen", "nguyne", True),
        ("nguyen", "ngyen", True),
        ("phuong", "phuogn", True),
        ("an", "em", False),
        ("an", "a", True),
        ("hoa", "hong", False),
        ("thuong", "th", False),
        ("trung", "truong", True),
    ],
)
def test_a_slip_of_the_hand_is_a_letter_or_two(one: str, two: str, expected: bool) -> None:
    assert are_near(one, two) is expected
    assert are_near(two, one) is expected


_WORDS = st.text(alphabet="anguyevht", min_size=1, max_size=6)
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)
@given(_NAMES, _NAMES)
def test_pairs_are_the_same_from_both_sides(one: str, two: str) -> None:
    first, second = someone(1, one, unit="x"), someone(2, two, unit="x")
    there, back = compared(first, second), compared(second, first)
    assert (there is None) is (back is None)
    if there is not None and back is not None:
        assert (there.kind, there.reasons, there.score) == (back.kind, back.reasons, back.score)


@settings(deadline=None)
@given(_NAMES, st.permutations(range(4)))
def test_a_name_in_another_order_is_found(name: str, order: list[int]) -> None:
    words = name.split()
    swapped = " ".join(words[place] for place in order if place < len(words))
    assert compared(someone(1, name, unit="x"), someone(2, swapped, unit="x")) is not None


def test_people_of_one_list_are_paired_with_those_before_them() -> None:
    people = [
        someone(1, "Lê Văn An", birth=DAY),
        someone(2, "Hồ Thị Bình", id_number=CARD),
        someone(3, "LE VAN AN", birth=DAY),
        someone(4, "Bình", id_number=CARD),
        someone(5, "Lê Văn An", birth=DAY),
    ]
    found = [(pair.new_id, pair.listed_id, pair.kind) for pair in duplicates_within(people)]
    assert found == [
        (ident(3), ident(1), MatchKind.STRONG),
        (ident(4), ident(2), MatchKind.EXACT),
        (ident(5), ident(1), MatchKind.STRONG),
        (ident(5), ident(3), MatchKind.STRONG),
    ]
    assert duplicates_within(people[:2]) == ()


def test_a_list_in_which_everybody_has_one_name_is_not_compared_each_with_each() -> None:
    people = [someone(number, "Thôn 1", unit="Xã A") for number in range(5_000)]
    compared_each = duplicates_within(people)
    assert 0 < len(compared_each) <= MAX_PAIRS * len(people)
    assert len(find_duplicates(people[:2_500], people[2_500:])) > 0
