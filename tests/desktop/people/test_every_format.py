from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.jobs import Job
from desktop.people.import_report import ImportPreview, ImportProblemCode, LeftOutReason
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S, read_list, read_list_job
from desktop.people.list_sheet import ListSheet
from desktop.people.pasted import read_pasted
from tests.desktop.people.list_files import WRITERS, Plan, html_of, text_of
from tests.desktop.people.lists import previewed, read_sheet, the_groups

HEADING: list[list[Any]] = [
    ["STT", "Họ và tên", "Năm sinh", None, "Dân tộc", "Đơn vị", "CCCD", "Danh hiệu"],
    [None, None, "Nam", "Nữ", None, None, None, None],
]
# everything that offices put around and between the people of a list
UGLY = Plan(
    rows=[
        ["UBND XÃ BÌNH HÒA", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [],
        ["DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ ĐIỂN HÌNH TIÊN TIẾN"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND)"],
        [],
        *HEADING,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        ["I", "Đại biểu điển hình tiên tiến"],
        [1, "Lê Văn An", 1975, None, "Kinh", "Thôn 1", 66075001234, "CSTĐ cơ sở\nGiấy khen"],
        [2, "H'Hen Niê", None, date(1980, 5, 20), "Ê-đê", "Buôn Krông", "066080004321", None],
        [],
        [3, "Nguyễn Thị Ước", None, "5/1990", "Kinh", "Thôn 1", None, "Bằng khen “2024”"],
        *HEADING,
        [4, "Công Tằng Tôn Nữ Hà", None, 1969, "Kinh", "Thôn 2", 240123456, None],
        ["II", "Khách mời"],
        [5, "Y Wang Niê", 1960, None, "ê đê", "UBND xã", None, "x"],
        [None, "Tổng cộng: 5 đại biểu"],
        [],
        [None, None, None, None, None, "Bình Hòa, ngày 5 tháng 3 năm 2025"],
        [None, "NGƯỜI LẬP BIỂU", None, None, None, "CHỦ TỊCH"],
        [None, "Trần Thị B", None, None, None, "Nguyễn Văn A"],
    ],
    merged=("A3:H3", "A4:H4", "A6:A7", "B6:B7", "C6:D6", "E6:E7", "F6:F7", "G6:G7", "H6:H7"),
)
NUMBER_OF_A_CARD = ImportProblemCode.ZERO_RESTORED
EXEMPLAR, GUEST = the_groups()


def people(result: ImportPreview) -> list[dict[str, Any]]:
    left_aside = {"id", "position", "badge_number"}
    return [
        {key: value for key, value in msgspec.to_builtins(one).items() if key not in left_aside}
        for one in result.delegates
    ]


def read_all(folder: Path, plan: Plan) -> dict[str, ListSheet]:
    sheets = {name: read_sheet(write(folder, plan)) for name, write in WRITERS.items()}
    (sheets["pasted"],) = read_pasted(text_of(plan, "\t")).sheets
    (sheets["pasted html"],) = read_pasted("", html_of(plan)).sheets
    return sheets


def test_an_ugly_list_gives_the_same_people_in_every_format(tmp_path: Path) -> None:
    results = {name: previewed(sheet) for name, sheet in read_all(tmp_path, UGLY).items()}
    names = [one.name for one in results["xlsx"].delegates]
    assert names == [
        "Lê Văn An",
        "H'Hen Niê",
        "Nguyễn Thị Ước",
        "Công Tằng Tôn Nữ Hà",
        "Y Wang Niê",
    ]
    for name, result in results.items():
        assert people(result) == people(results["xlsx"]), name


@pytest.mark.parametrize("name", [*WRITERS, "pasted", "pasted html"])
def test_an_ugly_list_is_understood_whole(name: str, tmp_path: Path) -> None:
    result = previewed(read_all(tmp_path, UGLY)[name])
    an, hen, uoc, ha, wang = result.delegates
    assert (an.id_number, hen.id_number, ha.id_number) == (
        "066075001234",
        "066080004321",
        "240123456",
    )
    assert (hen.birth.day, hen.birth.month, hen.birth.year) == (20, 5, 1980)  # type: ignore[union-attr]
    assert an.honours == ("CSTĐ cơ sở", "Giấy khen")
    assert [one.group_id for one in (an, hen, uoc, ha)] == [EXEMPLAR.id] * 4
    assert (wang.group_id, wang.ethnicity) == (GUEST.id, "Ê-đê")
    assert [problem.code for problem in result.problems] == [NUMBER_OF_A_CARD]
    reasons = [row.reason for row in result.left_out]
    assert reasons.count(LeftOutReason.REPEATED_HEADING) == 2
    assert reasons.count(LeftOutReason.SECTION) == 2
    assert reasons.count(LeftOutReason.TOTAL) == 1
    assert reasons.count(LeftOutReason.AFTER_THE_LIST) == 3
    assert reasons.count(LeftOutReason.COLUMN_NUMBERS) == 1
    assert LeftOutReason.NO_NAME not in reasons


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".pdf", ""])
@pytest.mark.parametrize("name", WRITERS)
def test_a_list_is_told_by_its_content_whatever_its_ending(
    name: str, ending: str, tmp_path: Path
) -> None:
    path = WRITERS[name](tmp_path, UGLY)
    rows = read_sheet(path).rows
    assert read_sheet(path.rename(path.with_suffix(ending))).rows == rows


@pytest.mark.parametrize("name", ["xls", "docx"])
def test_a_list_comes_whole_from_the_process_that_reads_it(name: str, tmp_path: Path) -> None:
    path = WRITERS[name](tmp_path, WITH_FONTS)
    job = Job(read_list_job, path, memory_mb=READ_MEMORY_MB, timeout_s=READ_TIMEOUT_S)
    job.start()
    assert job.wait() == read_list(path)


WITH_FONTS = Plan(
    rows=[["Họ và tên", "Đơn vị"], ["NguyÔn V¨n An", "Thôn 1"], ["LE", "Thôn 2"]],
    fonts={1: ".VnTime", 2: "Arial"},
    cell_fonts={(3, 1): ".VnTimeH"},
)


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods", "docx", "html"])
def test_fonts_are_told_by_column_and_where_a_cell_differs(name: str, tmp_path: Path) -> None:
    sheet = read_sheet(WRITERS[name](tmp_path, WITH_FONTS))
    assert sheet.fonts == {1: ".VnTime", 2: "Arial"}
    assert [cell.font for row in sheet.rows for cell in row.cells] == [
        "",
        "",
        "",
        "",
        ".VnTimeH",
        "",
    ]
    assert sheet.font_of(sheet.rows[2].cells[0]) == ".VnTimeH"
    assert sheet.font_of(sheet.rows[1].cells[0]) == ".VnTime"


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods", "docx", "html"])
def test_rows_that_are_hidden_are_told(name: str, tmp_path: Path) -> None:
    plan = Plan(rows=[["Họ và tên"], ["An"], ["Bình"], ["Cúc"]], hidden_rows=(3,))
    assert read_sheet(WRITERS[name](tmp_path, plan)).hidden_rows == (3,)


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods"])
def test_columns_and_sheets_that_are_hidden_are_told(name: str, tmp_path: Path) -> None:
    plan = Plan(rows=[["Họ và tên", "Đơn vị", "CCCD"]], hidden_columns=(2,))
    assert read_sheet(WRITERS[name](tmp_path, plan)).hidden_columns == (2,)


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods"])
def test_numbers_and_dates_keep_what_their_formats_show(name: str, tmp_path: Path) -> None:
    day = date(1975, 5, 20)
    plan = Plan(
        rows=[[912345678, day, day, day, 123456789012, 12.5, True, 1.23e20]],
        formats={1: "0000000000", 3: "mm/yyyy", 4: "yyyy"},
    )
    cells = read_sheet(WRITERS[name](tmp_path, plan)).rows[0].cells
    assert [cell.text for cell in cells] == [
        "0912345678",
        "20/05/1975",
        "05/1975",
        "1975",
        "123456789012",
        "12.5",
        "1",
        "1.23e+20",
    ]
    assert [str(cell.kind) for cell in cells] == [
        "number", "date", "date", "date", "number", "number", "text", "number",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods", "docx", "html"])
def test_a_merged_cell_reaches_every_place_it_covers(name: str, tmp_path: Path) -> None:
    plan = Plan(
        rows=[["Họ và tên", "Đơn vị"], ["An", "Thôn 1"], ["Bình", None], ["Cúc", "Thôn 2"]],
        merged=("B2:B3",),
    )
    sheet = read_sheet(WRITERS[name](tmp_path, plan))
    assert [one.unit for one in previewed(sheet).delegates] == ["Thôn 1", "Thôn 1", "Thôn 2"]
    copy = sheet.rows[2].cell(2)
    assert copy is not None
    assert (copy.origin_row, copy.origin_column) == (2, 2)
