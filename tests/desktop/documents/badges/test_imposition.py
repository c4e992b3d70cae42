"""Cards on sheets: in every order, from any place, with their backs behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.badges.imposition import (
    Flip,
    Order,
    Placing,
    behind,
    check_start,
    places,
    sheet_count,
    turns_sideways,
)
from desktop.documents.badges.load import shipped_names, shipped_sheet
from desktop.documents.badges.sheet import Sheet, cell
from desktop.errors import InputRefused

SHEET = shipped_sheet("a4-ten-cr80")
SHEETS = [shipped_sheet(name) for name in shipped_names("sheets")]


def numbers(cards: int, placing: Placing, sheet: Sheet = SHEET) -> list[int]:
    """Tell the places, counted row by row over all sheets, that cards take one after the other."""
    known = {cell(index, sheet): index for index in range(400)}
    return [known[one] for one in places(cards, sheet, placing)]


def test_rows_are_filled_before_the_next_sheet() -> None:
    assert numbers(12, Placing()) == list(range(12))


def test_columns_are_filled_from_top_to_bottom() -> None:
    assert numbers(11, Placing(order=Order.COLUMNS)) == [0, 5, 1, 6, 2, 7, 3, 8, 4, 9, 10]


def test_a_pile_is_cut_into_piles_that_follow_on() -> None:
    assert numbers(25, Placing(order=Order.STACK))[:7] == [0, 10, 20, 1, 11, 21, 2]


@given(
    cards=st.integers(0, 60),
    start=st.integers(1, 10),
    order=st.sampled_from(Order),
)
def test_every_card_has_a_place_of_its_own_behind_the_used_ones(
    cards: int, start: int, order: Order
) -> None:
    placing = Placing(start=start, order=order)
    taken = numbers(cards, placing)
    sheets = sheet_count(cards, SHEET, placing)
    by_place = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9] if order is Order.COLUMNS else list(range(10))

    assert len(set(taken)) == cards
    assert all(place < 10 * sheets for place in taken)
    assert not set(by_place[: start - 1]) & set(taken)
    assert sheets == (-(-(start - 1 + cards) // 10) if cards else 0)


def test_a_used_sheet_is_begun_at_its_first_free_place() -> None:
    assert numbers(3, Placing(start=9)) == [8, 9, 10]
    assert numbers(3, Placing(start=10, order=Order.COLUMNS)) == [9, 10, 15]
    assert numbers(12, Placing(start=2, order=Order.STACK))[:3] == [10, 1, 11]


@pytest.mark.parametrize("start", [0, 11])
def test_a_place_that_the_sheet_does_not_have_is_refused(start: int) -> None:
    with pytest.raises(InputRefused) as refusal:
        check_start(SHEET, Placing(start=start))

    assert refusal.value.reason == "sheet-start"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
@pytest.mark.parametrize("flip", Flip)
def test_a_back_lies_behind_its_front_when_the_paper_is_turned(sheet: Sheet, flip: Flip) -> None:
    is_upright = sheet.page_height_mm >= sheet.page_width_mm
    is_turned_over_the_side = is_upright is (flip is Flip.LONG)

    assert turns_sideways(sheet, flip) is is_turned_over_the_side
    for front in places(sheet.cards, sheet, Placing()):
        back = behind(front, sheet, flip)
        left, top = back.x_mm, back.y_mm
        if is_turned_over_the_side:
            left = sheet.page_width_mm - back.x_mm - back.width_mm
        else:
            top = sheet.page_height_mm - back.y_mm - back.height_mm
        assert (left, top) == pytest.approx((front.x_mm, front.y_mm))
