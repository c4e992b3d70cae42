"""Typed sheets: numbers, days, and texts that are never formulas."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.people import typed_workbook as module
from desktop.people.typed_workbook import (
    DAY_FORMAT,
    NUMBER_FORMAT,
    CellValue,
    SheetColumn,
    TypedSheet,
    typed_workbook,
)


def written(*rows: tuple[CellValue, ...]) -> list[list[Any]]:
    columns = (
        SheetColumn("Tên"),
        SheetColumn("Số", NUMBER_FORMAT),
        SheetColumn("Ngày", DAY_FORMAT),
    )
    sheet = TypedSheet("Tờ", columns, lambda: rows)
    book = load_workbook(BytesIO(typed_workbook([sheet])))
    return [list(row) for row in book["Tờ"]]


def test_cells_have_their_types_and_formats() -> None:
    heading, row = written(("An", 5, date(2025, 3, 1)))
    assert [cell.value for cell in heading] == ["Tên", "Số", "Ngày"]
    assert all(cell.font.bold for cell in heading)
    assert [cell.value for cell in row] == ["An", 5, datetime(2025, 3, 1)]  # noqa: DTZ001
    assert [cell.number_format for cell in row] == ["@", "0", "dd/mm/yyyy"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://x")'])
def test_no_text_is_a_formula(text: str) -> None:
    _, row = written((text, 1, ""))
    assert (row[0].value, row[0].data_type) == (text, "s")


def test_text_that_no_cell_can_hold_is_cut_and_cleaned() -> None:
    _, cleaned, cut, empty = written(("x\x0by", 1, ""), ("z" * 40_000, 1, ""), ("", 1, ""))
    assert cleaned[0].value == "xy"
    assert len(cut[0].value) == 32_767
    assert empty[0].value is None


def test_rows_that_no_sheet_can_hold_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 2)
    assert len(written(*[("", number, "") for number in range(5)])) == 3
