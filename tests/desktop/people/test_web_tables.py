from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.people import cell_maker, web_tables
from desktop.people.list_file import read_list
from desktop.people.list_sheet import CellKind, ListRefusal, ListSheet
from desktop.people.web_tables import read_web_tables
from tests.desktop.people.lists import previewed, read_sheet
from tests.desktop.people.old_encoders import to_cp1258


def the_sheet(page: str) -> ListSheet:
    (sheet,) = read_web_tables(page, None).sheets
    return sheet


def texts(sheet: ListSheet) -> list[list[str]]:
    return [[cell.original or cell.text for cell in row.cells] for row in sheet.rows]


def test_a_page_saved_as_a_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xls"
    path.write_text(
        "<html><body><table><tr><th>Họ và tên<th>Đơn vị"
        "<tr><td>Lê Văn An<td>Thôn&nbsp;1</table></body></html>",
        encoding="utf-8",
    )
    (delegate,) = previewed(read_sheet(path)).delegates
    assert (delegate.name, delegate.unit) == ("Lê Văn An", "Thôn 1")


def test_lines_and_spaces_are_those_the_page_shows() -> None:
    page = (
        "<table><tr><td> Lê\n   Văn <b>An</b><br>Một </td><td><p>a</p>\n<p>b</p></td></tr></table>"
    )
    assert texts(the_sheet(page)) == [["Lê Văn An\nMột", "a\nb"]]


def test_cells_over_rows_and_columns_push_the_others_aside() -> None:
    page = (
        "<table><tr><td rowspan=2>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr>"
        "<tr><td rowspan=x>e</td></tr></table>"
    )
    rows = the_sheet(page).rows
    assert [[(cell.column, cell.text, cell.is_copy) for cell in row.cells] for row in rows] == [
        [(1, "a", False), (2, "b", False), (3, "b", True)],
        [(1, "a", True), (2, "c", False), (3, "d", False)],
        [(1, "e", False)],
    ]


def test_tables_around_tables_are_lists_of_their_own() -> None:
    page = "<table><tr><td>a<table><tr><td>b</table></td><td>c</table>"
    first, second = read_web_tables(page, None).sheets
    assert (texts(first), texts(second)) == ([["a", "c"]], [["b"]])


def test_a_table_is_named_by_what_stands_above(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text("<html><p>DANH SÁCH\nKHÁCH MỜI</p><table><td>x</table>", encoding="utf-8")
    assert read_sheet(path).name == "DANH SÁCH KHÁCH MỜI"
    path.write_text("<table><td>x</table>", encoding="utf-8")
    assert read_sheet(path).name == "a"


@pytest.mark.parametrize(
    "page",
    [
        '<style>.xl65 {font-family:".VnTime", serif;}</style><table><tr><td class=xl65>x</table>',
        "<style><!-- .x {color:red; font-family:.VnTime;} --></style><table><td class=x>x</table>",
        "<table><td><font face='.VnTime'>x</font></table>",
        "<table><td><span style='font-family:.VnTime'>x</span></table>",
        "<table style='font-family:.VnTime'><td>x</table>",
    ],
)
def test_fonts_are_told_however_they_are_said(page: str) -> None:
    assert the_sheet(page).fonts == {1: ".VnTime"}


def test_a_font_ends_with_what_brought_it() -> None:
    page = "<table><td><font face=A>x</font><td>y</table>"
    assert the_sheet(page).fonts == {1: "A"}


def test_scripts_styles_and_comments_are_no_text() -> None:
    page = (
        "<html><head><title>t</title><style>b {}</style></head><table><td>x<script>y</script>"
        "<!-- z --><select><option>w</option></select></td></table></script>"
    )
    assert texts(the_sheet(page)) == [["x"]]


@pytest.mark.parametrize("end", ["<!-- ", "<!", "<?", "<script>", "<STYLE>"])
def test_what_begins_and_never_ends_is_cut_off(end: str) -> None:
    assert texts(the_sheet(f"<table><td>x{end * 100_000}")) == [["x"]]


def test_words_of_excel_around_cells_are_no_text() -> None:
    page = "<?xml version='1.0'?><table><td><![if !x]>&nbsp;a<![endif]><!--[if y]>b<![endif]-->"
    assert texts(the_sheet(page)) == [["a"]]


def test_rows_that_are_not_shown_are_hidden() -> None:
    page = "<table><tr><td>a<tr style='display: none'><td>b</table>"
    assert the_sheet(page).hidden_rows == (2,)


def test_numbers_may_have_lost_zeros() -> None:
    assert the_sheet("<table><td>1").rows[0].cells[0].kind is CellKind.UNTYPED


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=utf-8><table><td>Ước</table>".encode(),
        "<html><table><td>Ước</table>".encode(),
        "<html><table><td>Ước</table>".encode("utf-16"),
        "\ufeff<html><table><td>Ước</table>".encode(),
        b"<html><meta charset='windows-1258'><table><td>" + to_cp1258("Ước") + b"</table>",
        b"<html><table><td>" + to_cp1258("Ước") + b"</table>",
        "<html><meta charset=unicode-1><table><td>Ước</table>".encode(),
        "<html><meta charset=us-ascii><table><td>Ước</table>".encode(),
    ],
)
def test_the_encoding_is_the_one_said_or_guessed(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    assert read_sheet(path).rows[0].cells[0].text == "Ước"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><body>Xin chào</body></html>", ListRefusal.WEB_PAGE),
        ("<table></table>", ListRefusal.WEB_PAGE),
        ("<?xml version='1.0'?><Workbook/>", ListRefusal.WEB_PAGE),
        ("<table><tr><td>" * 50, ListRefusal.DAMAGED),
        ("<table><td>x" + "<a " * 10_000, ListRefusal.DAMAGED),
        ("<table><td title='" + "x" * 30_000 + "'>", ListRefusal.DAMAGED),
        ("<table><tr>" + "<td colspan=1000>x" * 20, ListRefusal.DAMAGED),
    ],
)
def test_pages_without_a_list_are_refused(page: str, expected: ListRefusal, tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(InputRefused) as caught:
        read_list(path)
    assert (caught.value.reason, caught.value.path) == (expected, path)


@pytest.mark.parametrize(
    ("module", "limit", "expected"),
    [
        (cell_maker, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (web_tables, "MAX_PAGE_CHARACTERS", ListRefusal.TOO_MUCH_TEXT),
        (web_tables, "MAX_SHEETS", ListRefusal.TOO_MANY_SHEETS),
        (web_tables, "MAX_ROW", ListRefusal.DAMAGED),
    ],
)
def test_what_is_too_much_is_refused(
    module: object, limit: str, expected: ListRefusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, limit, 0)
    with pytest.raises(InputRefused) as caught:
        read_web_tables("<table><tr><td>x</table>", None)
    assert caught.value.reason == expected
