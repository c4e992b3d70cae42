from __future__ import annotations

import io
import zipfile
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from desktop.errors import InputRefused
from desktop.people import cell_maker, merged_cells, package_checks, sheet_outline, workbook
from desktop.people.list_file import read_list
from desktop.people.list_sheet import Cell, CellKind, ListRefusal
from tests.desktop.people.lists import HEADING, a_workbook, previewed, read_sheet, with_part

SHEET = "xl/worksheets/sheet1.xml"
AN = (1, "Lê Văn An", 1975, "Thôn 1")


def reason(path: Path) -> str:
    with pytest.raises(InputRefused) as caught:
        read_list(path)
    return caught.value.reason


def with_rows(folder: Path, rows_xml: str, after: str = "") -> Path:
    """Make a workbook whose first sheet is given as XML."""
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xml = f"<worksheet {namespace}>{rows_xml}{after}</worksheet>"
    return with_part(a_workbook(folder, HEADING), SHEET, lambda _: xml.encode())


def test_every_kind_of_cell_keeps_what_it_was(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    values = {
        "A1": "  Lê\u00a0Thị  <b>Hoa</b>\nHà ",
        "B1": 66075001234,
        "C1": 12.5,
        "D1": date(1975, 5, 20),
        "E1": date(1975, 5, 20),
        "F1": date(1975, 5, 20),
        "G1": True,
        "H1": "#N/A",
        "I1": 1975.0,
        "J1": 912345678,
        "K1": time(7, 30),
        "L1": 1.23e20,
        "M1": "=1/2",
        "N1": "a_x000D_b",
        "O1": "   ",
    }
    for place, value in values.items():
        sheet[place] = value
    sheet["E1"].number_format = "mm/yyyy"
    sheet["F1"].number_format = '"năm" yyyy'
    sheet["H1"].data_type = "e"
    sheet["J1"].number_format = "0000000000"
    path = tmp_path / "a.xlsx"
    book.save(path)
    (row,) = read_sheet(path).rows
    assert row.cells == (
        Cell(1, "Lê Thị <b>Hoa</b> Hà", CellKind.TEXT, values["A1"]),  # type: ignore[arg-type]
        Cell(2, "66075001234", CellKind.NUMBER),
        Cell(3, "12.5", CellKind.NUMBER),
        Cell(4, "20/05/1975", CellKind.DATE),
        Cell(5, "05/1975", CellKind.DATE),
        Cell(6, "1975", CellKind.DATE),
        Cell(7, "1", CellKind.TEXT),
        Cell(8, "#N/A", CellKind.ERROR),
        Cell(9, "1975", CellKind.NUMBER),
        Cell(10, "0912345678", CellKind.NUMBER),
        Cell(11, "07:30:00", CellKind.TEXT),
        Cell(12, "1.23e+20", CellKind.NUMBER),
        Cell(13, "", CellKind.UNCOMPUTED),
        Cell(14, "a b", CellKind.TEXT, "a\rb"),
    )
    assert row.cells[1].was_number
    assert not row.cells[0].was_number


def test_sheets_and_what_they_hide_are_listed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Đợt 1"
    for values in (HEADING, AN, AN):
        first.append(values)
    first.row_dimensions[3].hidden = True
    first.column_dimensions["C"].hidden = True
    second = book.create_sheet("Nháp")
    second.sheet_state = "hidden"
    book.create_chartsheet("Biểu đồ").add_chart(BarChart())
    path = tmp_path / "a.xlsx"
    book.save(path)
    one, two = read_list(path).sheets
    assert (one.name, one.is_hidden, one.hidden_rows, one.hidden_columns) == (
        "Đợt 1",
        False,
        (3,),
        (3,),
    )
    assert (two.name, two.is_hidden, two.rows) == ("Nháp", True, ())


def test_comments_and_validations_do_not_disturb(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADING)
    sheet["A1"].comment = Comment("xem lại", "ai đó")
    sheet.add_data_validation(DataValidation(type="list", formula1='"Nam,Nữ"', sqref="C2:C9"))
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert len(read_sheet(path).rows) == 1


def with_merged(path: Path, *areas: str) -> Path:
    """Merge areas of a written sheet, however large."""
    merged = "".join(f"<mergeCell ref='{area}'/>" for area in areas)
    xml = f"</sheetData><mergeCells>{merged}</mergeCells>".encode()
    return with_part(path, SHEET, lambda sheet: sheet.replace(b"</sheetData>", xml))


def test_merged_cells_reach_rows_and_columns_in_use_only(tmp_path: Path) -> None:
    path = with_merged(
        a_workbook(tmp_path, ("A", "B"), AN, (None, *AN[1:])),
        *("B1:XFD1", "A2:A1048576", "F5:G6", "J1:K1"),
    )
    heading, _, last = read_sheet(path).rows
    assert [(cell.column, cell.text) for cell in heading.cells] == [
        (1, "A"),
        (2, "B"),
        (3, "B"),
        (4, "B"),
    ]
    copy = last.cell(1)
    assert copy == Cell(1, "1", CellKind.NUMBER, "", 2, 1)
    assert copy.is_copy


def test_a_text_under_a_merged_cell_is_kept(tmp_path: Path) -> None:
    path = with_merged(a_workbook(tmp_path, ("A", "B", "C")), "A1:B1")
    assert [cell.text for cell in read_sheet(path).rows[0].cells] == ["A", "B", "C"]


def test_a_cell_in_the_far_corner_is_one_more_row_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for values in (HEADING, AN):
        sheet.append(values)
    sheet["XFD1048576"] = "x"
    path = tmp_path / "a.xlsx"
    book.save(path)
    result = previewed(read_sheet(path))
    assert len(result.delegates) == 1
    assert [(row.row, row.text) for row in result.left_out] == [(1_048_576, "x")]


@pytest.mark.parametrize("claimed", [b"A1", b"A1:XFD1048576", b"B7:C9"])
def test_a_sheet_that_lies_about_its_size_is_read_whole(claimed: bytes, tmp_path: Path) -> None:
    path = with_part(
        a_workbook(tmp_path, HEADING, AN), SHEET, lambda xml: xml.replace(b"A1:D2", claimed)
    )
    assert len(read_sheet(path).rows) == 2


def test_cells_without_places_are_read_in_order(tmp_path: Path) -> None:
    path = with_rows(
        tmp_path,
        "<sheetData><row><c t='inlineStr'><is><t>Họ và tên</t></is></c></row>"
        "<row><c t='inlineStr'><is><t>Lê Văn An</t></is></c></row></sheetData>",
    )
    assert [delegate.name for delegate in previewed(read_sheet(path)).delegates] == ["Lê Văn An"]


_BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>"""


@pytest.mark.parametrize(
    "part",
    [SHEET, "xl/workbook.xml", "xl/styles.xml", "docProps/app.xml", "[Content_Types].xml"],
)
def test_an_entity_bomb_is_refused_in_every_part(part: str, tmp_path: Path) -> None:
    path = with_part(a_workbook(tmp_path, HEADING), part, lambda xml: _BOMB + xml)
    assert reason(path) == ListRefusal.HOSTILE_XML


def test_an_entity_bomb_in_utf_16_is_refused(tmp_path: Path) -> None:
    bomb = _BOMB.decode().encode("utf-16")
    path = with_part(a_workbook(tmp_path, HEADING), SHEET, lambda _: bomb)
    assert reason(path) == ListRefusal.HOSTILE_XML


def test_a_part_that_is_packed_too_tight_is_refused(tmp_path: Path) -> None:
    path = with_part(a_workbook(tmp_path, HEADING), "xl/media/a.emf", lambda _: bytes(8 << 20))
    assert reason(path) == ListRefusal.PACKED_TOO_TIGHT


def test_too_much_xml_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_checks, "MAX_XML_BYTES", 1000)
    assert reason(a_workbook(tmp_path, HEADING)) == ListRefusal.TOO_BIG


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_checks, "MAX_ENTRIES", 3)
    assert reason(a_workbook(tmp_path, HEADING)) == ListRefusal.PACKED_TOO_TIGHT


@pytest.mark.parametrize(
    ("module", "limit", "expected"),
    [
        (cell_maker, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (sheet_outline, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (sheet_outline, "MAX_SCANNED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (cell_maker, "MAX_CHARACTERS", ListRefusal.TOO_MUCH_TEXT),
        (workbook, "MAX_SHEETS", ListRefusal.TOO_MANY_SHEETS),
    ],
)
def test_what_is_too_much_is_refused(
    module: object,
    limit: str,
    expected: ListRefusal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, limit, 0)
    assert reason(a_workbook(tmp_path, HEADING)) == expected


def test_too_many_copies_of_merged_cells_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merged_cells, "MAX_FILLED_CELLS", 10)
    path = with_merged(a_workbook(tmp_path, ("x", "a"), ("b", "c")), *["A1:B2"] * 3)
    assert reason(path) == ListRefusal.TOO_MANY_CELLS


def test_a_part_with_a_password_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, HEADING)
    data = bytearray(path.read_bytes())
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    path.write_bytes(bytes(data))
    assert reason(path) == ListRefusal.ENCRYPTED


def test_a_compression_nobody_uses_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, HEADING)
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        start = -1
        while (start := data.find(magic, start + 1)) >= 0:
            data[start + offset] = 97
    path.write_bytes(bytes(data))
    assert reason(path) == ListRefusal.NOT_A_LIST


_ROW = "<sheetData><row r='{row}'><c r='{cell}'><v>{value}</v></c></row></sheetData>"


@pytest.mark.parametrize(
    "xml",
    [
        _ROW.format(row=99_999_999, cell="A99999999", value=1),
        _ROW.format(row=1, cell="ZZZZ1", value=1),
        _ROW.format(row=1, cell="A1' t='s", value=999),
        _ROW.format(row=1, cell="A1", value="x"),
        _ROW.format(row="x", cell="A1", value=1),
        "<cols><col min='1' max='99999999' hidden='1'/></cols><sheetData/>",
        "<sheetData/><mergeCells><mergeCell ref='A'/></mergeCells>",
        "<sheetData><row>",
    ],
)
def test_a_sheet_no_program_writes_is_refused(xml: str, tmp_path: Path) -> None:
    assert reason(with_rows(tmp_path, xml)) == ListRefusal.DAMAGED


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml"])
def test_a_damaged_part_is_refused(part: str, tmp_path: Path) -> None:
    path = with_part(a_workbook(tmp_path, HEADING), part, lambda xml: xml[: len(xml) // 2])
    assert reason(path) == ListRefusal.DAMAGED


_TABLE = (
    "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    "<si><t>Họ và tên</t></si><si><r><t>Lê </t></r><r><rPr><b/></rPr><t>Văn An</t></r></si></sst>"
)


def with_shared_strings(folder: Path, table: str) -> Path:
    """Make a workbook as Excel writes it: texts in a table of their own."""
    cell = "<row><c t='s'><v>{}</v></c></row>"
    path = with_rows(folder, f"<sheetData>{cell.format(0)}{cell.format(1)}</sheetData>")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    with_part(path, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", override.encode()))
    return with_part(path, "xl/sharedStrings.xml", lambda _: table.encode())


def test_a_workbook_as_excel_writes_it_is_read(tmp_path: Path) -> None:
    path = with_shared_strings(tmp_path, _TABLE)
    assert [delegate.name for delegate in previewed(read_sheet(path)).delegates] == ["Lê Văn An"]


@pytest.mark.parametrize("length", [100, len(_TABLE) - 10])
def test_a_cut_table_of_texts_is_refused(length: int, tmp_path: Path) -> None:
    assert reason(with_shared_strings(tmp_path, _TABLE[:length])) == ListRefusal.DAMAGED


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, HEADING)
    path.write_bytes(path.read_bytes()[:-200])
    assert reason(path) == ListRefusal.DAMAGED


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, HEADING, *(AN for _ in range(50)))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(SHEET).header_offset
    data[start + 80] ^= 0xFF
    path.write_bytes(bytes(data))
    assert reason(path) == ListRefusal.DAMAGED


def test_the_places_of_cells_end_where_excel_ends(tmp_path: Path) -> None:
    path = with_rows(tmp_path, _ROW.format(row=1_048_576, cell="XFD1048576", value=7))
    assert read_sheet(path).rows[0].cells == (Cell(16_384, "7", CellKind.NUMBER),)
