from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.pack_people import QuotaMethod, QuotaRule, UnitQuota
from desktop.rules.quotas import places_of, shared_out

bases = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=30).filter(any)
totals = st.integers(0, 5000)
floors = st.integers(0, 20)


def a_quota(**fields: Any) -> QuotaRule:
    units = (UnitQuota(unit="a", base=300, places=2), UnitQuota(unit="b", base=100, places=1))
    return QuotaRule(**({"clause": "II", "words": "phân bổ", "units": units} | fields))


@given(totals, bases, floors)
def test_the_places_add_up_to_the_total_and_none_is_under_the_floor(
    total: int, of: list[int], floor: int
) -> None:
    total += floor * len(of)
    places = shared_out(total, of, floor)
    assert sum(places) == total
    assert min(places) >= floor


@given(totals, bases)
def test_no_unit_is_a_whole_place_away_from_its_exact_share(total: int, of: list[int]) -> None:
    for base, places in zip(of, shared_out(total, of), strict=True):
        assert abs(places * sum(of) - total * base) < sum(of)


@given(totals, bases, floors)
def test_the_larger_base_never_has_fewer_places(total: int, of: list[int], floor: int) -> None:
    places = shared_out(total + floor * len(of), of, floor)
    ranked = sorted(zip(of, places, strict=True))
    assert [count for _, count in ranked] == sorted(places)


@given(totals, bases, floors, st.data())
def test_a_unit_that_grows_alone_loses_no_place(
    total: int, of: list[int], floor: int, data: st.DataObject
) -> None:
    total += floor * len(of)
    at = data.draw(st.integers(0, len(of) - 1))
    grown = [*of[:at], of[at] + data.draw(st.integers(1, 1_000_000)), *of[at + 1 :]]
    assert shared_out(total, grown, floor)[at] >= shared_out(total, of, floor)[at]


@given(totals, bases, floors, st.randoms(use_true_random=False))
def test_the_order_of_the_units_matters_only_between_equal_ones(
    total: int, of: list[int], floor: int, chance: Any
) -> None:
    total += floor * len(of)
    shuffled = list(of)
    chance.shuffle(shuffled)
    one, other = (
        sorted(zip(these, shared_out(total, these, floor), strict=True)) for these in (of, shuffled)
    )
    assert one == other


def test_between_equal_remainders_the_larger_base_goes_first_then_the_place() -> None:
    assert shared_out(1, [5, 5]) == (1, 0)
    assert shared_out(2, [30, 10]) == (2, 0)  # 1.5 and 0.5


def test_floors_that_take_everything_leave_nothing_to_share() -> None:
    assert shared_out(6, [0, 0, 9], 2) == (2, 2, 2)


@pytest.mark.parametrize(
    ("total", "of", "floor", "words"),
    [(5, [1, 1], 3, "more than the total"), (5, [0, 0], 0, "nothing to share by")],
)
def test_what_cannot_be_shared_is_refused(
    total: int, of: list[int], floor: int, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        shared_out(total, of, floor)


def test_places_are_typed_or_shared_as_the_rule_says() -> None:
    assert places_of(a_quota()) == {"a": 2, "b": 1}
    assert places_of(a_quota(method=QuotaMethod.SHARED, total=8, floor=1)) == {"a": 6, "b": 2}
