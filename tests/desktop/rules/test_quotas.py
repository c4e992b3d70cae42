"""Places shared out among units."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.pack_people import QuotaMethod, QuotaRule, UnitQuota
from desktop.rules.quotas import places_of, shared_out


@pytest.mark.parametrize(
    ("total", "bases", "floor", "places"),
    [
        (10, [1, 1, 1], 0, (4, 3, 3)),
        (10, [1, 1, 2], 0, (3, 2, 5)),
        (11, [1, 1, 2], 0, (3, 3, 5)),
        (10, [6, 3, 1], 0, (6, 3, 1)),
        (100, [997, 2, 1], 0, (100, 0, 0)),
        (100, [997, 2, 1], 1, (98, 1, 1)),
        (100, [997, 2, 1], 2, (96, 2, 2)),
        (6, [5, 9, 1], 2, (2, 2, 2)),
        (7, [0, 5], 1, (1, 6)),
        (5, [0, 0, 3], 0, (0, 0, 5)),
        (0, [5, 5], 0, (0, 0)),
        (4, [0, 0], 2, (2, 2)),
        (3, [7], 0, (3,)),
        (0, [], 0, ()),
    ],
)
def test_places_go_by_the_largest_remainder_above_the_floor(
    total: int, bases: list[int], floor: int, places: tuple[int, ...]
) -> None:
    assert shared_out(total, bases, floor) == places
    assert sum(places) == total


def test_between_equal_remainders_the_larger_base_comes_first_then_the_first_unit() -> None:
    assert shared_out(2, [1, 3]) == (0, 2)
    assert shared_out(6, [1, 3, 1, 3]) == (1, 2, 1, 2)
    assert shared_out(3, [1, 1]) == (2, 1)


@pytest.mark.parametrize(
    ("total", "bases", "floor"), [(5, [1, 1], 3), (5, [0, 0], 0), (5, [0, 0], 2), (1, [], 0)]
)
def test_what_cannot_be_shared_out_says_so(total: int, bases: list[int], floor: int) -> None:
    with pytest.raises(ValueError, match=r"floors|nothing to share by"):
        shared_out(total, bases, floor)


def a_rule(*units: UnitQuota, **fields: Any) -> QuotaRule:
    return QuotaRule(clause="III", words="-", units=units, **fields)


def test_typed_places_are_those_of_the_plan() -> None:
    rule = a_rule(UnitQuota(unit="a", base=9, places=3), UnitQuota(unit="b"))
    assert places_of(rule) == {"a": 3, "b": 0}


def test_shared_places_go_to_the_units_by_their_keys() -> None:
    units = (UnitQuota(unit="a", base=100, places=77), UnitQuota(unit="b", base=50))
    rule = a_rule(*units, method=QuotaMethod.SHARED, total=4, floor=1)
    assert places_of(rule) == {"a": 2, "b": 2}
    assert places_of(a_rule(*units, method=QuotaMethod.SHARED, total=4)) == {"a": 3, "b": 1}
