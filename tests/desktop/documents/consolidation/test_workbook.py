"""The consolidation as a workbook."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from desktop.documents.consolidation.tables import consolidated_tables
from desktop.documents.consolidation.workbook import consolidated_workbook
from tests.desktop.documents.consolidation.a_desk import (
    HOSTILE,
    MADE_AT,
    say,
    the_consolidation,
)


@cache
def written() -> bytes:
    return consolidated_workbook(consolidated_tables(the_consolidation(), say), MADE_AT)


def sheets() -> dict[str, list[list[Any]]]:
    book = load_workbook(BytesIO(written()))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def test_there_is_a_sheet_of_everything_with_its_headings_frozen() -> None:
    book = load_workbook(BytesIO(written()))
    assert book.sheetnames == [
        "Đơn vị",
        "Thời hạn",
        "Đại biểu",
        "Cơ cấu",
        "Nghi trùng người",
        "Đối chiếu kế hoạch",
        "Đề nghị khen thưởng",
        "Thay đổi so với lần trước",
    ]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}


def test_cells_are_typed_and_codes_are_said_in_words() -> None:
    heading, _, first, *_ = sheets()["Đơn vị"]
    row = dict(zip(heading, first, strict=True))
    assert row["Đơn vị"] == "Xã An Hiệp"
    assert (row["Tình trạng"], row["Một số, hai nội dung"]) == ("gửi thiếu, đã quá hạn", "không")
    assert (row["Ngày nhận"], row["Số người"], row["Được phân bổ"]) == (
        datetime(2020, 2, 20),  # noqa: DTZ001 - a cell knows no zone
        2,
        2,
    )
    assert row["Xử lý"] is None


def test_nothing_can_be_a_formula() -> None:
    book = load_workbook(BytesIO(written()))
    found = [cell for sheet in book for row in sheet for cell in row if cell.value == HOSTILE]
    assert found
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "d"}


def test_what_changed_has_a_row_each() -> None:
    rows = [row[2:] for row in sheets()["Thay đổi so với lần trước"][1:]]
    assert ["người", "thêm", "Võ Ba", None] in rows
    assert ["người", "bớt", "Trần Thị Số 1 3", None] in rows
    assert rows[-1] == ["hội nghị", "sửa", None, "candidates; decisions"]


def test_doubles_name_no_card() -> None:
    assert "Số căn cước" not in sheets()["Nghi trùng người"][0]
    assert [row[4:6] for row in sheets()["Nghi trùng người"][1:]] == [["Lê An", "19/05/1970"]] * 2


def test_equal_tables_and_instants_give_equal_bytes() -> None:
    assert (
        consolidated_workbook(consolidated_tables(the_consolidation(), say), MADE_AT) == written()
    )
    core = ZipFile(BytesIO(written())).read("docProps/core.xml")
    assert core.count(b"2020-03-10T02:00:00Z") == 2
