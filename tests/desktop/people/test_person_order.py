from __future__ import annotations

import pytest

from db.records import Delegate, ListOrder, ToneOrder
from desktop.people.person_order import in_order, protocol_rank
from tests.builders import a_delegate

CLDR = ToneOrder.HUYEN_HOI_NGA_SAC_NANG
PEOPLE = (
    a_delegate(1, name="Trần Văn Ánh", unit="Thôn 10", post="Nông dân", badge_number=3),
    a_delegate(2, name="Lê Thị Dung", unit="Thôn 2", post="Bí thư", badge_number=None),
    a_delegate(3, name="Lê An", unit="", post="Trưởng thôn", badge_number=1),
    a_delegate(4, name="Trần An", unit="Thôn 2", post="Nông dân", badge_number=2),
)


def numbers(people: list[Delegate]) -> list[int]:
    return [one.position for one in people]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ListOrder.GIVEN_NAME, [3, 4, 1, 2]),
        (ListOrder.FAMILY_NAME, [3, 2, 4, 1]),
        (ListOrder.UNIT, [4, 2, 1, 3]),
        (ListOrder.PROTOCOL, [2, 3, 4, 1]),
        (ListOrder.BADGE_NUMBER, [3, 4, 1, 2]),
        (ListOrder.HAND, [1, 2, 3, 4]),
    ],
)
def test_people_come_in_the_order_that_was_chosen(order: ListOrder, expected: list[int]) -> None:
    assert numbers(in_order(reversed(PEOPLE), order, CLDR)) == expected


def test_tones_follow_one_another_as_the_office_says() -> None:
    people = [a_delegate(1, name="Lê Bá"), a_delegate(2, name="Lê Bà")]
    for by in (ListOrder.GIVEN_NAME, ListOrder.UNIT):
        assert numbers(in_order(people, by, CLDR)) == [2, 1]
        assert numbers(in_order(people, by, ToneOrder.SAC_HUYEN_HOI_NGA_NANG)) == [1, 2]


def test_equal_names_keep_the_order_of_the_list() -> None:
    twins = [a_delegate(2), a_delegate(1)]
    assert numbers(in_order(twins, ListOrder.GIVEN_NAME, CLDR)) == [1, 2]


def test_who_was_moved_by_hand_stands_there_whatever_the_post() -> None:
    chair, farmer = a_delegate(1, post="Chủ tịch UBND xã"), a_delegate(2, post="Nông dân")
    moved = a_delegate(2, post="Nông dân", protocol_rank=protocol_rank(chair) - 1)
    assert numbers(in_order((farmer, chair), ListOrder.PROTOCOL, CLDR)) == [1, 2]
    assert numbers(in_order((chair, moved), ListOrder.PROTOCOL, CLDR)) == [2, 1]


def test_keys_at_hand_are_used_instead_of_derived_ones() -> None:
    first, second = a_delegate(1, name="Lê An"), a_delegate(2, name="Lê Bình")
    kept = {first.id: b"z", second.id: b"a"}
    assert numbers(in_order((first, second), ListOrder.GIVEN_NAME, CLDR, kept)) == [2, 1]
