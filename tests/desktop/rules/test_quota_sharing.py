from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.quotas import shared_out

bases = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=30).filter(any)
totals = st.integers(0, 5000)
floors = st.integers(0, 20)


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
