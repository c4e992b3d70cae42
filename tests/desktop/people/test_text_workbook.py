"""Workbooks of texts."""

from __future__ import annotations

import io

import openpyxl

from desktop.people.text_workbook import text_workbook


def test_texts_stay_texts_under_a_frozen_row() -> None:
    rows = (("1", "=1+1", "0912"), ("2", "Nguyễn Thị Ước " * 9, ""))
    data = text_workbook("Danh sách đại biểu chưa có ảnh và còn dài", ("STT", "Tên", "Số"), rows)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["STT", "Tên", "Số"]
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("1", "s"),
        ("=1+1", "s"),
        ("0912", "s"),
    ]
    assert sheet.freeze_panes == "A2"
    assert len(sheet.title) == 31
    assert sheet.column_dimensions["B"].width == 60
    assert sheet.column_dimensions["A"].width == 6


def test_no_rows_are_a_workbook_too() -> None:
    book = openpyxl.load_workbook(io.BytesIO(text_workbook("A", ("Tên",), ())))
    assert book.worksheets[0].max_row == 1
