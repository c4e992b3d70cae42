"""The sample's list of delegates as an office would send it: an XLSX made for paper."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from db.records import Gender, GroupKind
from tests.sample.people import Person

_FONT = "Times New Roman"
_HEADINGS = (
    ("STT", 5),
    ("Họ và tên", 32),
    ("Nam", 7),  # under Năm sinh
    ("Nữ", 7),
    ("Dân tộc", 10),
    ("Chức vụ - Đơn vị", 44),
    ("Danh hiệu, hình thức khen thưởng", 40),
    ("Thành tích tiêu biểu", 34),
    ("Thành phần", 20),
    ("Số CCCD", 16),
    ("Điện thoại", 13),
    ("Ghi chú", 12),
)
_LAST = len(_HEADINGS)
_FIRST_HEADING_ROW = 8
_KINDS = {GroupKind.EXEMPLAR: "Điển hình tiên tiến", GroupKind.GUEST: "Khách mời"}
_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_CREATED = "2025-02-10T01:30:00Z"


def workbook_bytes(people: Sequence[Person]) -> bytes:
    """Write the list; equal people give equal bytes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách đại biểu"
    _write_title(sheet)
    _write_headings(sheet)
    for place, person in enumerate(people):
        _write_person(sheet, _FIRST_HEADING_ROW + 2 + place, place + 1, person)
    _write_end(sheet, _FIRST_HEADING_ROW + 2 + len(people), people)
    for column, (_, width) in enumerate(_HEADINGS):
        sheet.column_dimensions[chr(ord("A") + column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_FIRST_HEADING_ROW}:{_FIRST_HEADING_ROW + 1}"
    sheet.freeze_panes = f"C{_FIRST_HEADING_ROW + 2}"
    unsettled = io.BytesIO()
    book.save(unsettled)
    return _settled(unsettled.getvalue())


def _write_title(sheet: Worksheet) -> None:
    bold, italic = Font(name=_FONT, size=13, bold=True), Font(name=_FONT, size=13, italic=True)
    for row, first, last, text, font in (
        (1, 1, 5, "ỦY BAN NHÂN DÂN", bold),
        (2, 1, 5, "XÃ BÌNH HÒA", bold),
        (1, 6, _LAST, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold),
        (2, 6, _LAST, "Độc lập - Tự do - Hạnh phúc", bold),
        (4, 1, _LAST, "DANH SÁCH ĐẠI BIỂU", Font(name=_FONT, size=14, bold=True)),
        (
            5,
            1,
            _LAST,
            "Dự Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025",
            bold,
        ),
        (
            6,
            1,
            _LAST,
            "(Kèm theo Kế hoạch số 96/KH-UBND ngày 16 tháng 12 năm 2024 của UBND xã Bình Hòa)",
            italic,
        ),
    ):
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
        cell = sheet.cell(row, first, text)
        cell.font = font
        cell.alignment = Alignment(horizontal="center")


def _write_headings(sheet: Worksheet) -> None:
    top, under = _FIRST_HEADING_ROW, _FIRST_HEADING_ROW + 1
    for column, (heading, _) in enumerate(_HEADINGS, start=1):
        if heading in ("Nam", "Nữ"):
            sheet.cell(under, column, heading)
        else:
            sheet.cell(top, column, heading)
            sheet.merge_cells(start_row=top, end_row=under, start_column=column, end_column=column)
        for row in (top, under):
            cell = sheet.cell(row, column)
            cell.font = Font(name=_FONT, size=12, bold=True)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell.border = _BOX
    sheet.cell(top, 3, "Năm sinh")
    sheet.merge_cells(start_row=top, end_row=top, start_column=3, end_column=4)


def _write_person(sheet: Worksheet, row: int, ordinal: int, person: Person) -> None:
    is_man = person.gender is Gender.MALE
    values: tuple[int | str | None, ...] = (
        ordinal,
        person.name,
        person.birth_year if is_man else None,
        None if is_man else person.birth_year,
        person.ethnicity,
        f"{person.post} - {person.unit}",
        "; ".join(person.honours) or None,
        person.achievement or None,
        _KINDS[person.kind],
        person.id_number,
        person.phone or None,
        person.note or None,
    )
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, value)
        cell.font = Font(name=_FONT, size=12)
        cell.border = _BOX
        cell.alignment = Alignment(
            horizontal="left" if column in (2, 6, 7, 8) else "center",
            vertical="center",
            wrap_text=column in (6, 7, 8),
        )
        if isinstance(value, str) and value.isdigit():
            cell.number_format = "@"


def _write_end(sheet: Worksheet, row: int, people: Sequence[Person]) -> None:
    men = sum(person.gender is Gender.MALE for person in people)
    exemplars = sum(person.kind is GroupKind.EXEMPLAR for person in people)
    total = (
        f"Tổng cộng: {len(people)} đại biểu (nam: {men}, nữ: {len(people) - men}; điển hình tiên "
        f"tiến: {exemplars}, khách mời: {len(people) - exemplars})"
    )
    bold = Font(name=_FONT, size=12, bold=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_LAST)
    sheet.cell(row, 1, total).font = bold
    for offset, column, text in (
        (2, 2, "NGƯỜI LẬP BIỂU"),
        (2, 7, "TM. ỦY BAN NHÂN DÂN"),
        (3, 7, "CHỦ TỊCH"),
    ):
        cell = sheet.cell(row + offset, column, text)
        cell.font = bold
        cell.alignment = Alignment(horizontal="center")


def _settled(workbook: bytes) -> bytes:
    """Take the moment of writing out of the file."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _CREATED.encode(), data)
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return settled.getvalue()
