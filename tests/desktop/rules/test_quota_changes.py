"""Places of units as the office enters them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Quota
from desktop.rules.quota_changes import (
    bases_of,
    with_places,
    with_shares,
    with_units,
    without_units,
)
from desktop.rules.quota_columns import ColumnKind, QuotaColumn
from tests.builders import ident

WHOLE = QuotaColumn(kind=ColumnKind.WHOLE)
GUESTS = QuotaColumn(kind=ColumnKind.GROUP, key=ident(13))
WOMEN = QuotaColumn(kind=ColumnKind.TRAIT, key="woman")


def test_a_number_goes_where_it_belongs() -> None:
    quotas = with_places((), {(" Thôn 1 ", GUESTS): 3, ("Thôn 1", WOMEN): 1, ("Thôn 2", WHOLE): 9})
    assert quotas == (
        Quota(unit="Thôn 1", group_id=ident(13), places=3),
        Quota(unit="Thôn 1", trait="woman", places=1),
        Quota(unit="Thôn 2", places=9),
    )
    assert with_places(quotas, {("THÔN 1", GUESTS): 4})[0].places == 4


def test_a_number_taken_back_leaves_only_the_unit_or_its_base() -> None:
    quotas = (
        Quota(unit="Thôn 1", places=3),
        Quota(unit="Thôn 1", group_id=ident(13), places=3),
        Quota(unit="Thôn 2", group_id=ident(13), places=3, base=70),
    )
    gone = {("Thôn 1", WHOLE): None, ("Thôn 1", GUESTS): None, ("Thôn 2", GUESTS): None}
    assert with_places(quotas, gone) == (
        Quota(unit="Thôn 1"),
        Quota(unit="Thôn 2", group_id=ident(13), base=70),
    )
    assert with_places((), {("Thôn 9", WHOLE): None}) == ()


def test_units_are_listed_once_and_taken_off_with_their_places() -> None:
    quotas = with_units((Quota(unit="Thôn 1", places=2),), ("thôn 1", " Thôn 2 ", "", "thôn  2"))
    assert quotas == (Quota(unit="Thôn 1", places=2), Quota(unit="Thôn 2"))
    assert without_units(quotas, ["THÔN 1"]) == (Quota(unit="Thôn 2"),)


def test_shares_are_kept_with_what_they_went_by() -> None:
    quotas = with_shares(
        (Quota(unit="Thôn 2", places=8),), WHOLE, 10, {"Thôn 1": 300, "Thôn 2": 100}, 1
    )
    assert [(one.unit, one.places, one.base) for one in quotas] == [
        ("Thôn 2", 3, 100),
        ("Thôn 1", 7, 300),
    ]
    assert bases_of(quotas, WHOLE) == {"thôn 1": 300, "thôn 2": 100}
    assert bases_of(quotas, GUESTS) == {}


def test_shares_of_one_column_leave_the_others_alone() -> None:
    before = (Quota(unit="Thôn 1", group_id=ident(13), places=5, base=7),)
    assert with_shares(before, WOMEN, 2, {"Thôn 1": 1})[0] == before[0]


@given(
    bases=st.dictionaries(st.integers(1, 60), st.integers(0, 500), min_size=1, max_size=40),
    floor=st.integers(0, 3),
    more=st.integers(0, 400),
)
def test_what_is_shared_out_adds_up_and_nobody_is_below_the_floor(
    bases: dict[int, int], floor: int, more: int
) -> None:
    named = {f"Thôn {number}": base for number, base in bases.items()}
    total = floor * len(named) + (more if any(named.values()) else 0)
    places = [one.places or 0 for one in with_shares((), WHOLE, total, named, floor)]
    assert sum(places) == total
    assert min(places) >= floor


def test_too_few_places_for_the_floors_are_refused() -> None:
    with pytest.raises(ValueError, match="floors"):
        with_shares((), WHOLE, 1, {"Thôn 1": 5, "Thôn 2": 5}, 1)


@pytest.mark.parametrize("kind", [ColumnKind.RULE, ColumnKind.UNGROUPED])
def test_no_places_are_given_where_the_plan_or_nobody_counts(kind: ColumnKind) -> None:
    with pytest.raises(ValueError, match=kind.value):
        with_places((), {("Thôn 1", QuotaColumn(kind=kind)): 1})
