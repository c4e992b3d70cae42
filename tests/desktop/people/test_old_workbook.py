from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest
import xlwt

from desktop.errors import InputRefused
from desktop.people import cell_maker, compound_file, old_workbook, workbook_stream
from desktop.people.compound_file import CompoundFile
from desktop.people.list_file import read_list
from desktop.people.list_sheet import Cell, CellKind, ListRefusal, ListRemark
from tests.desktop.people.compound_files import (
    END,
    beginning,
    compound,
    excel_5,
    record,
)
from tests.desktop.people.list_files import Plan, write_xls
from tests.desktop.people.lists import HEADING, previewed, read_sheet
from tests.desktop.people.old_encoders import to_cp1258, to_tcvn3

LIST: list[list[object]] = [list(HEADING), [1, "Lê Văn An", 1975, "Thôn 1"]]


def a_list(folder: Path, rows: int = 2) -> Path:
    values: list[list[object]] = [
        ["STT", "Họ và tên"],
        *([number, "Lê Văn An"] for number in range(1, rows)),
    ]
    return write_xls(folder, Plan(rows=values))


def old(folder: Path, stream: bytes, name: str = "Book") -> Path:
    path = folder / "a.xls"
    path.write_bytes(compound({name: stream}))
    return path


def reason(path: Path) -> str:
    with pytest.raises(InputRefused) as caught:
        read_list(path)
    assert caught.value.path == path
    return caught.value.reason


def texts(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read_sheet(path).rows]


def test_every_kind_of_cell_keeps_what_it_was(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Đợt 1")
    sheet.write(0, 0, "  Lê\u00a0Thị  <b>Hoa</b>\nHà ")
    sheet.write(0, 1, 66075001234)
    sheet.write(0, 2, True)
    sheet.write(0, 3, xlwt.Formula("1/2"))
    sheet.write(0, 4, 0.3125, xlwt.easyxf(num_format_str="hh:mm"))
    sheet.write(0, 5, -3, xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    sheet.write(0, 6, 1e9, xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    sheet.write(0, 7, date(1975, 5, 20), xlwt.easyxf(num_format_str='"năm" yyyy'))
    sheet.row(0).set_cell_error(8, 0x2A)
    sheet.write(0, 9, "", xlwt.easyxf("font: name Arial"))
    path = tmp_path / "a.xls"
    book.save(str(path))
    (sheet_read,) = read_list(path).sheets
    assert sheet_read.name == "Đợt 1"
    assert sheet_read.rows[0].cells == (
        Cell(1, "Lê Thị <b>Hoa</b> Hà", CellKind.TEXT, "  Lê\u00a0Thị  <b>Hoa</b>\nHà "),
        Cell(2, "66075001234", CellKind.NUMBER),
        Cell(3, "1", CellKind.TEXT),
        Cell(5, "07:30:00", CellKind.TEXT),
        Cell(6, "-3", CellKind.NUMBER),
        Cell(7, "1000000000", CellKind.NUMBER),
        Cell(8, "1975", CellKind.DATE),
        Cell(9, "#N/A", CellKind.ERROR),
    )


def test_sheets_that_are_hidden_are_listed(tmp_path: Path) -> None:
    path = write_xls(
        tmp_path,
        Plan(rows=LIST),
        Plan(rows=[["x"]], name="Nháp", is_hidden=True),
    )
    assert [(sheet.name, sheet.is_hidden) for sheet in read_list(path).sheets] == [
        ("Danh sách", False),
        ("Nháp", True),
    ]


def test_excel_5_is_read_in_its_code_page(tmp_path: Path) -> None:
    rows = [[b"Ho ten"], [to_cp1258("Nguyễn Thị Ước")]]
    path = old(tmp_path, excel_5(rows, code_page=1258, font=b".VnTime"))
    assert texts(path) == [["Ho ten"], ["Nguyễn Thị Ước"]]
    assert read_sheet(path).fonts == {1: ".VnTime"}


def test_excel_5_in_an_old_font_keeps_every_byte(tmp_path: Path) -> None:
    path = old(tmp_path, excel_5([[to_tcvn3("Thương").encode("latin-1")], [b"a\x81b"]]))
    first, second = (row.cells[0] for row in read_sheet(path).rows)
    assert (first.text, first.original) == ("Th¬ng", "Th\u00ad¬ng")
    assert second.original == "a\x81b"


def test_a_small_workbook_lies_in_the_small_stream(tmp_path: Path) -> None:
    stream = excel_5([[b"Ho ten"], [b"Le Van An"]])
    assert len(stream) < 4096
    assert texts(old(tmp_path, stream)) == [["Ho ten"], ["Le Van An"]]


def test_a_formula_that_waits_to_be_computed_is_told(tmp_path: Path) -> None:
    waiting = struct.pack("<HHHB5x2sHIH", 0, 0, 1, 3, b"\xff\xff", 2, 0, 0)
    path = old(tmp_path, excel_5([[b"", b"x"]], inside=record(0x0006, waiting)))
    assert read_sheet(path).rows[0].cells == (
        Cell(1, "", CellKind.UNCOMPUTED),
        Cell(2, "x"),
    )


def test_a_formula_with_a_text_is_read_over_what_stands_between(tmp_path: Path) -> None:
    formula = struct.pack("<HHHB5x2sHIH", 0, 0, 1, 0, b"\xff\xff", 0, 0, 0)
    shared = struct.pack("<HHBBxBH", 0, 0, 0, 0, 1, 0)
    text = struct.pack("<H", 2) + b"An"
    inside = record(0x0006, formula) + record(0x04BC, shared) + record(0x0207, text)
    assert texts(old(tmp_path, excel_5([], inside=inside))) == [["An"]]


def test_a_chart_inside_a_sheet_is_passed_over(tmp_path: Path) -> None:
    chart = beginning(0x0020) + record(0x0204, struct.pack("<HHHH", 0, 0, 1, 5) + b"chart") + END
    assert texts(old(tmp_path, excel_5([[b"x"]], inside=chart))) == [["x"]]


def test_what_fills_the_memory_of_readers_is_never_read(tmp_path: Path) -> None:
    links = record(0x01B8, struct.pack("<HHHH16sII", 0, 65535, 0, 255, b"\0" * 16, 2, 0))
    names = record(0x0018, b"\xff" * 40)
    path = old(tmp_path, excel_5([[b"x"]], before=names, inside=links * 50))
    assert texts(path) == [["x"]]


def test_a_cell_in_the_far_corner_is_one_more_row(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for column, value in enumerate(HEADING):
        sheet.write(0, column, value)
    sheet.write(65535, 255, "x")
    path = tmp_path / "a.xls"
    book.save(str(path))
    result = previewed(read_sheet(path))
    assert [(row.row, row.text) for row in result.left_out] == [(65_536, "x")]


def test_macros_and_other_files_are_told_and_not_followed(tmp_path: Path) -> None:
    book = excel_5([[b"x"]], before=record(0x01AE, struct.pack("<HH", 1, 9) + b"\0C:\\a.xls"))
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Book": book}, storages=["_VBA_PROJECT_CUR"]))
    assert read_list(path).remarks == (ListRemark.MACROS, ListRemark.OTHER_FILES)


def test_references_inside_the_workbook_are_no_other_files(tmp_path: Path) -> None:
    own = record(0x01AE, b"\x01\x00\x01\x04")
    assert read_list(old(tmp_path, excel_5([[b"x"]], before=own))).remarks == ()


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        ({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}, ListRefusal.ENCRYPTED),
        ({"WordDocument": b"x" * 5000, "1Table": b"x"}, ListRefusal.WORD),
        ({"PowerPoint Document": b"x" * 5000}, ListRefusal.NOT_A_LIST),
        ({"Workbook": b"x" * 5000}, ListRefusal.DAMAGED),
        ({"Book": record(0x0409, bytes(6)) + END}, ListRefusal.OLD_EXCEL),
        ({"Workbook": b""}, ListRefusal.DAMAGED),
        ({"Workbook": beginning(0x0005, 0x0400) + END}, ListRefusal.OLD_EXCEL),
        ({"Workbook": beginning(0x0010) + END}, ListRefusal.DAMAGED),
        ({"Workbook": excel_5([], before=record(0x002F, bytes(6)))}, ListRefusal.ENCRYPTED),
    ],
)
def test_other_old_files_are_told_apart(
    streams: dict[str, bytes], expected: ListRefusal, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(compound(streams))
    assert reason(path) == expected


def sheet_at(stream: bytes, place: int) -> bytes:
    """Point the name of the sheet at another place."""
    name = stream.index(record(0x0085, b"")[:2] + struct.pack("<H", 16))
    return stream[: name + 4] + struct.pack("<I", place) + stream[name + 8 :]


SOUND = excel_5([[b"Ho ten"], [b"Le Van An"]])


@pytest.mark.parametrize(
    "stream",
    [
        SOUND[:-3],
        SOUND[:40],
        SOUND[: SOUND.index(b"Le Van") - 3],
        sheet_at(SOUND, 0),
        sheet_at(SOUND, 5),
        sheet_at(SOUND, 10_000_000),
        excel_5([], inside=record(0x00BD, struct.pack("<HHHIH", 0, 0, 1, 0, 200))),
        excel_5([], inside=record(0x0203, struct.pack("<HHHd", 0, 300, 1, 1.0))),
        excel_5([], inside=record(0x0203, struct.pack("<HHHd", 65_000, 0, 1, 1.0))),
        excel_5([], inside=record(0x0203, struct.pack("<HHHd", 0, 0, 99, 1.0))),
        excel_5([[b"x"]], code_page=65_000),
    ],
)
def test_records_no_program_writes_are_refused(stream: bytes, tmp_path: Path) -> None:
    assert reason(old(tmp_path, stream)) == ListRefusal.DAMAGED


def test_two_sheets_in_one_place_are_refused(tmp_path: Path) -> None:
    twice = record(0x0085, struct.pack("<IBBB", 0, 0, 0, 1) + b"b")
    stream = excel_5([[b"x"]], before=twice)
    name = stream.index(b"\x85\0\x08\0") + 4
    (place,) = struct.unpack_from("<I", stream, stream.index(b"\x85\0\x10\0") + 4)
    stream = stream[:name] + struct.pack("<I", place) + stream[name + 4 :]
    assert reason(old(tmp_path, stream)) == ListRefusal.DAMAGED


@pytest.mark.parametrize(
    ("place", "content"),
    [
        (28, b"\0\0\0\0"),  # byte order and size of sectors
        (48, struct.pack("<I", 99_999)),  # where the directory starts
        (60, struct.pack("<I", 99_999)),  # where the small table starts
        (68, struct.pack("<I", 3)),  # a further list of tables that is none
        (68, struct.pack("<I", 99_999)),
    ],
)
def test_a_container_whose_tables_lie_is_refused(
    place: int, content: bytes, tmp_path: Path
) -> None:
    path = a_list(tmp_path)
    data = bytearray(path.read_bytes())
    data[place : place + len(content)] = content
    path.write_bytes(bytes(data))
    assert reason(path) == ListRefusal.DAMAGED


def test_a_table_listed_twice_is_refused(tmp_path: Path) -> None:
    path = a_list(tmp_path)
    data = bytearray(path.read_bytes())
    data[80:84] = data[76:80]
    path.write_bytes(bytes(data))
    assert reason(path) == ListRefusal.DAMAGED


def test_a_chain_that_goes_in_a_circle_is_refused() -> None:
    data = bytearray(compound({"Workbook": b"x" * 6000}))
    table = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    struct.pack_into("<I", data, table + 4 * 4, 0)
    file = CompoundFile(bytes(data))
    stream = file.at_the_top()["Workbook"]
    with pytest.raises(ValueError, match="no end"):
        file.read(stream)


def test_a_list_of_tables_goes_on_in_sectors_of_its_own() -> None:
    data = compound({"Workbook": b"x" * 6000})
    (table,) = struct.unpack_from("<I", data, 76)
    more = len(data) // 512 - 1
    header = bytearray(data)
    struct.pack_into("<I", header, 76, 0xFFFFFFFF)
    struct.pack_into("<II", header, 68, more, 1)
    further = struct.pack("<128I", table, *[0xFFFFFFFF] * 126, 0xFFFFFFFE)
    file = CompoundFile(bytes(header) + further)
    assert file.read(file.at_the_top()["Workbook"]) == b"x" * 6000
    circle = struct.pack("<128I", table, *[0xFFFFFFFF] * 126, more)
    with pytest.raises(ValueError, match="circle"):
        CompoundFile(bytes(header) + circle)


def test_a_container_without_a_directory_is_refused() -> None:
    data = bytearray(compound({"Workbook": b"x" * 6000}))
    struct.pack_into("<I", data, 48, 0xFFFFFFFE)
    with pytest.raises(ValueError, match="no directory"):
        CompoundFile(bytes(data))


def test_a_folder_that_is_its_own_neighbour_is_walked_once() -> None:
    data = bytearray(compound({"a": b"x", "b": b"y"}))
    start = (struct.unpack_from("<I", data, 48)[0] + 1) * 512
    for place in (68, 72):
        struct.pack_into("<I", data, start + 128 + place, 1)
        struct.pack_into("<I", data, start + 256 + place, 1)
    assert set(CompoundFile(bytes(data)).at_the_top()) == {"a"}


def test_a_stream_shorter_than_it_says_is_refused() -> None:
    data = bytearray(compound({"Workbook": b"x" * 5000}))
    start = (struct.unpack_from("<I", data, 48)[0] + 1) * 512
    struct.pack_into("<I", data, start + 128 + 120, 50_000)
    file = CompoundFile(bytes(data))
    stream = file.at_the_top()["Workbook"]
    with pytest.raises(ValueError, match="cut off"):
        file.read(stream)


@pytest.mark.parametrize(
    ("module", "limit", "expected"),
    [
        (workbook_stream, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (workbook_stream, "MAX_RECORDS", ListRefusal.DAMAGED),
        (cell_maker, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (cell_maker, "MAX_CHARACTERS", ListRefusal.TOO_MUCH_TEXT),
        (old_workbook, "MAX_SHEETS", ListRefusal.TOO_MANY_SHEETS),
        (compound_file, "_MAX_ENTRIES", ListRefusal.DAMAGED),
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
    assert reason(a_list(tmp_path)) == expected


def test_a_range_of_numbers_counts_as_many_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = struct.pack("<HHHIHIHIH", 0, 0, 1, 4, 1, 8, 1, 12, 2)
    path = old(tmp_path, excel_5([], inside=record(0x00BD, numbers)))
    assert len(read_sheet(path).rows[0].cells) == 3
    monkeypatch.setattr(workbook_stream, "MAX_FILLED_CELLS", 2)
    assert reason(path) == ListRefusal.TOO_MANY_CELLS


@pytest.mark.parametrize("length", [100, 511, 3000, 5000])
def test_a_cut_file_is_refused(length: int, tmp_path: Path) -> None:
    path = a_list(tmp_path, 200)
    path.write_bytes(path.read_bytes()[:length])
    assert reason(path) == ListRefusal.DAMAGED
