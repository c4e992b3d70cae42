"""Cards on sheets, and the marks to cut them by."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.documents.badges.check import check_pair, check_sheet
from desktop.documents.badges.layout import Fold
from desktop.documents.badges.load import shipped_layout, shipped_names, shipped_sheet
from desktop.documents.badges.sheet import (
    EXACT_MM,
    Cell,
    Marks,
    Sheet,
    bleed_of,
    cell,
    cut_marks,
    fold_marks,
    pages,
)
from desktop.errors import InputRefused


def a_sheet(**fields: float | Marks) -> Sheet:
    defaults: dict[str, float | int | Marks | str] = {
        "id": "test",
        "page_width_mm": 210,
        "page_height_mm": 297,
        "card_width_mm": 90,
        "card_height_mm": 130,
        "columns": 2,
        "rows": 2,
        "left_mm": 15,
        "top_mm": 18.5,
    }
    return Sheet(**(defaults | fields))  # type: ignore[arg-type]


def test_four_a6_cards_fill_a_sheet_of_a4() -> None:
    sheet = shipped_sheet()

    assert [cell(index, sheet) for index in range(5)] == [
        Cell(0, 0, 0.5, 105, 148),
        Cell(0, 105, 0.5, 105, 148),
        Cell(0, 0, 148.5, 105, 148),
        Cell(0, 105, 148.5, 105, 148),
        Cell(1, 0, 0.5, 105, 148),
    ]


@pytest.mark.parametrize(("people", "sheets"), [(0, 0), (1, 1), (4, 1), (5, 2), (200, 50)])
def test_sheets_are_counted_up(people: int, sheets: int) -> None:
    assert pages(people, shipped_sheet()) == sheets


@pytest.mark.parametrize("columns", [3, 7, 9, 30])
def test_an_exact_fit_loses_no_column_to_rounding(columns: int) -> None:
    sheet = a_sheet(card_width_mm=210 / columns + 0.0001, columns=columns, left_mm=0)

    check_sheet(sheet)

    last = cell(columns - 1, sheet)
    assert last.page == 0
    assert last.x_mm + last.width_mm == pytest.approx(210, abs=0.01)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"left_mm": 30.1}, "sheet-too-wide"),
        ({"column_gap_mm": 16}, "sheet-too-wide"),
        ({"top_mm": 37.1}, "sheet-too-high"),
        ({"row_gap_mm": 19}, "sheet-too-high"),
    ],
)
def test_a_block_larger_than_its_page_is_refused(fields: dict[str, float], reason: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        check_sheet(a_sheet(**fields))

    assert refusal.value.reason == reason


def test_a_card_of_another_size_is_not_put_into_a_cell() -> None:
    with pytest.raises(InputRefused) as refusal:
        check_pair(replace(shipped_layout(), height_mm=147), shipped_sheet())

    assert refusal.value.reason == "sheet-card-size"


@pytest.mark.parametrize("gap", [0, 5])
def test_marks_stand_outside_the_block_at_every_cut(gap: float) -> None:
    sheet = a_sheet(column_gap_mm=gap, row_gap_mm=gap)
    block = (15, 18.5, 15 + sheet.block_width_mm, 18.5 + sheet.block_height_mm)
    marks = cut_marks(sheet)

    for x1, y1, x2, y2 in marks:
        assert max(x1, x2) <= block[0] or min(x1, x2) >= block[2] or y1 != y2
        assert max(y1, y2) <= block[1] or min(y1, y2) >= block[3] or x1 != x2
        assert min(x1, y1) >= 0
        assert x2 <= 210
        assert y2 <= 297
    upright = {x1 for x1, _, x2, _ in marks if x1 == x2}
    level = {y1 for _, y1, _, y2 in marks if y1 == y2}
    for place in (cell(index, sheet) for index in range(4)):
        assert {place.x_mm, place.x_mm + place.width_mm} <= upright
        assert {place.y_mm, place.y_mm + place.height_mm} <= level


def test_where_cards_fill_the_sheet_no_mark_stands_on_a_card() -> None:
    assert cut_marks(shipped_sheet()) == ()


@pytest.mark.parametrize("name", shipped_names("sheets"))
def test_no_mark_of_a_sheet_of_the_program_touches_a_card_or_its_bleed(name: str) -> None:
    sheet = shipped_sheet(name)
    across, down = bleed_of(sheet, 3)
    left, top = sheet.left_mm - across, sheet.top_mm - down
    right = sheet.left_mm + sheet.block_width_mm + across
    bottom = sheet.top_mm + sheet.block_height_mm + down

    for x1, y1, x2, y2 in cut_marks(sheet, 3):
        assert x2 <= left + EXACT_MM or x1 >= right - EXACT_MM or y2 <= top or y1 >= bottom


def test_cards_that_touch_do_not_bleed_into_one_another() -> None:
    assert bleed_of(a_sheet(), 3) == (0, 0)
    assert bleed_of(a_sheet(column_gap_mm=4, row_gap_mm=8), 3) == (2, 3)
    assert bleed_of(a_sheet(columns=1, rows=1), 3) == (3, 3)


def test_folds_are_marked_outside_the_block_in_the_middle_of_each_card() -> None:
    sheet = a_sheet(card_height_mm=120, row_gap_mm=10)

    assert {y for _, y, _, _ in fold_marks(sheet, Fold.TOP)} == {18.5 + 60, 18.5 + 130 + 60}
    assert {x for x, _, _, _ in fold_marks(sheet, Fold.LEFT)} == {15 + 45, 15 + 135}
    assert fold_marks(sheet, Fold.NONE) == ()
    for x1, _, x2, _ in fold_marks(sheet, Fold.TOP):
        assert x2 <= 15 or x1 >= 195


def test_the_sheet_of_two_cards_has_marks_all_round() -> None:
    assert len(cut_marks(shipped_sheet("a4-two-a6"))) == 10
