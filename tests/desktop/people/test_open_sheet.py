from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.people import cell_maker, open_sheet, package_checks
from desktop.people.list_file import read_list
from desktop.people.list_sheet import Cell, ListRefusal, ListRemark
from tests.desktop.people.list_files import ODS_TYPE, Plan, packed, packed_ods, write_ods
from tests.desktop.people.lists import HEADING, a_workbook, previewed, read_sheet, with_part

AN = [1, "Lê Văn An", 1975, "Thôn 1"]


def table(rows: str, columns: str = "", name: str = "a") -> str:
    return f'<table:table table:name="{name}">{columns}{rows}</table:table>'


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(content: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


def text(content: str, attributes: str = "") -> str:
    return cell(f"<text:p>{content}</text:p>", f'office:value-type="string" {attributes}')


def cells(folder: Path, *given: str) -> tuple[Cell, ...]:
    return read_sheet(packed_ods(folder, table(row("".join(given))))).rows[0].cells


def reason(path: Path) -> str:
    with pytest.raises(InputRefused) as caught:
        read_list(path)
    assert caught.value.path == path
    return caught.value.reason


def test_text_is_put_together_as_the_sheet_shows_it(tmp_path: Path) -> None:
    content = (
        "<text:p>Lê<text:s text:c='2'/>Thị\n   <text:span>Hoa</text:span><text:tab/>"
        "<text:a>Hà</text:a></text:p><text:p>Một<text:line-break/>hai</text:p>"
    )
    (one,) = cells(tmp_path, cell(content, 'office:value-type="string"'))
    assert one.text == "Lê Thị Hoa Hà Một hai"
    assert one.original.split("\n")[1:] == ["Một", "hai"]


def test_comments_drawings_and_what_was_deleted_are_no_text(tmp_path: Path) -> None:
    changes = (
        "<table:tracked-changes><table:deletion><table:table-cell><text:p>cũ</text:p>"
        "</table:table-cell></table:deletion></table:tracked-changes>"
    )
    inner = "<table:table><table:table-row>" + text("trong") + "</table:table-row></table:table>"
    content = (
        "<office:annotation><text:p>xem lại</text:p></office:annotation>"
        "<draw:frame><draw:text-box><text:p>hình</text:p></draw:text-box></draw:frame>"
        f"{inner}<text:p>An</text:p>"
    )
    shapes = "<table:shapes><draw:frame><text:p>ảnh</text:p></draw:frame></table:shapes>"
    rows = shapes + row(cell(content, 'office:value-type="string"'))
    path = packed_ods(tmp_path, changes + table(rows))
    (sheet,) = read_list(path).sheets
    assert sheet.rows[0].cells == (Cell(1, "An"),)


_DAY = "office:value-type='date' office:date-value='1975-05-20'"
_FORMULA = "table:formula='of:=[.A1]'"
_FLOAT = "office:value-type='float' office:value="


@pytest.mark.parametrize(
    ("attributes", "shown", "expected"),
    [
        (_FLOAT + "'66075001234'", "6.6E+10", ("number", "66075001234")),
        (_FLOAT + "'75'", "075", ("number", "075")),
        (_FLOAT + "'x'", "", ("text", "x")),
        ("office:value-type='percentage' office:value='0.5'", "50%", ("number", "0.5")),
        ("office:value-type='boolean' office:boolean-value='true'", "TRUE", ("text", "1")),
        (_DAY, "20/05/75", ("date", "20/05/1975")),
        (_DAY.replace("20'", "20T07:00:00'"), "", ("date", "20/05/1975")),
        (_DAY, "tháng 5 năm 1975", ("date", "05/1975")),
        (_DAY, "1975", ("date", "1975")),
        (_DAY, "20-May-75", ("date", "20/05/1975")),
        (_DAY.replace("1975-05-20", "?"), "20/5", ("text", "20/5")),
        ("office:value-type='string' office:string-value='An'", "", ("text", "An")),
        (f"{_FORMULA} {_FLOAT}'0'", "#DIV/0!", ("error", "#DIV/0!")),
        ("calcext:value-type='error' office:value-type='string'", "#N/A", ("error", "#N/A")),
        (f"{_FORMULA} office:value-type='string'", "Err:502", ("error", "Err:502")),
        (_FORMULA, "", ("uncomputed", "")),
    ],
)
def test_every_kind_of_cell_keeps_what_it_was(
    attributes: str, shown: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    content = f"<text:p>{shown}</text:p>" if shown else ""
    (one,) = cells(tmp_path, cell(content, attributes))
    assert (str(one.kind), one.text) == expected


def test_repeated_cells_and_rows_stand_in_every_place(tmp_path: Path) -> None:
    repeated = text("x", 'table:number-columns-repeated="2"') + text("y")
    rows = row(repeated, 'table:number-rows-repeated="2"') + row(text("z"))
    sheet = read_sheet(packed_ods(tmp_path, table(rows)))
    assert [(each.number, [one.text for one in each.cells]) for each in sheet.rows] == [
        (1, ["x", "x", "y"]),
        (2, ["x", "x", "y"]),
        (3, ["z"]),
    ]


def test_rows_in_groups_and_headings_count_on(tmp_path: Path) -> None:
    rows = (
        f"<table:table-header-rows>{row(text('a'))}</table:table-header-rows>"
        f"<table:table-row-group>{row(text('b'))}</table:table-row-group>{row(text('c'))}"
    )
    sheet = read_sheet(packed_ods(tmp_path, table(rows)))
    assert [each.number for each in sheet.rows] == [1, 2, 3]


def test_fonts_come_from_the_cell_the_column_a_parent_or_the_default(tmp_path: Path) -> None:
    inside = (
        '<style:style style:name="own" style:family="table-cell">'
        "<style:text-properties fo:font-family=\"'.VnTime'\"/></style:style>"
        '<style:style style:name="child" style:family="table-cell" style:parent-style-name="base"/>'
        '<style:style style:name="other" style:family="table-cell" style:parent-style-name="gone"/>'
        '<style:style style:name="para" style:family="paragraph">'
        '<style:text-properties style:font-name="Arial"/></style:style>'
    )
    styles = (
        '<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:svg="v">'
        '<office:font-face-decls><style:font-face style:name="F1" svg:font-family="\'VNI-Times\'"/>'
        "</office:font-face-decls><office:styles>"
        '<style:default-style style:family="table-cell">'
        '<style:text-properties style:font-name="Liberation Sans"/></style:default-style>'
        '<style:style style:name="base" style:family="table-cell">'
        '<style:text-properties style:font-name="F1"/></style:style>'
        "</office:styles></office:document-styles>"
    )
    columns = '<table:table-column table:default-cell-style-name="own"/><table:table-column/>' * 2
    content = "".join(
        text("x", f'table:style-name="{name}"' if name else "")
        for name in ("", "child", "other", "")
    )
    path = packed_ods(
        tmp_path, table(row(content), columns), inside, parts={"styles.xml": styles.encode()}
    )
    assert read_sheet(path).fonts == {
        1: ".VnTime",
        2: "VNI-Times",
        3: "Liberation Sans",
        4: "Liberation Sans",
    }


def test_columns_nobody_declared_have_no_font(tmp_path: Path) -> None:
    path = packed_ods(tmp_path, table(row(text("x") + text("y")), "<table:table-column/>"))
    assert read_sheet(path).fonts == {}


def test_styles_that_build_on_each_other_in_a_circle_end(tmp_path: Path) -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"'
        f' style:parent-style-name="{parent}"/>'
        for name, parent in (("a", "b"), ("b", "a"))
    )
    path = packed_ods(tmp_path, table(row(text("x", 'table:style-name="a"'))), styles)
    assert read_sheet(path).fonts == {}


def test_sheets_that_are_hidden_are_listed(tmp_path: Path) -> None:
    path = write_ods(tmp_path, Plan(rows=[AN]), Plan(rows=[AN], name="Nháp", is_hidden=True))
    assert [(sheet.name, sheet.is_hidden) for sheet in read_list(path).sheets] == [
        ("Danh sách", False),
        ("Nháp", True),
    ]


def test_macros_and_other_files_are_told_and_not_followed(tmp_path: Path) -> None:
    linked = "<table:table-source xlink:href='file:///C:/a.ods' xmlns:xlink='x'/>"
    path = packed_ods(
        tmp_path, table(linked + row(text("x"))), parts={"Basic/script-lc.xml": b"<x/>"}
    )
    assert read_list(path).remarks == (ListRemark.MACROS, ListRemark.OTHER_FILES)
    formula = text("x", "table:formula=\"of:='file:///C:/a.ods'#$Sheet1.A1\"")
    assert read_list(packed_ods(tmp_path, table(row(formula)))).remarks == (ListRemark.OTHER_FILES,)


def test_a_sheet_of_an_old_office_with_a_typed_manifest_is_read(tmp_path: Path) -> None:
    manifest = b'<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD" "Manifest.dtd"><x/>'
    path = packed_ods(tmp_path, table(row(text("x"))), parts={"META-INF/manifest.xml": manifest})
    assert read_sheet(path).rows[0].cells[0].text == "x"


def test_a_sheet_with_a_password_is_refused(tmp_path: Path) -> None:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    locked = packed_ods(
        tmp_path, "", parts={"META-INF/manifest.xml": manifest, "content.xml": b"\x01"}
    )
    assert reason(locked) == ListRefusal.ENCRYPTED
    whole = packed(tmp_path / "b.ods", {"mimetype": ODS_TYPE, "encrypted-package": b"x"})
    assert reason(whole) == ListRefusal.ENCRYPTED


def test_a_text_document_is_told_apart(tmp_path: Path) -> None:
    kind = b"application/vnd.oasis.opendocument.text"
    path = packed(tmp_path / "a.odt", {"mimetype": kind, "content.xml": b"<x/>"})
    assert reason(path) == ListRefusal.OPEN_DOCUMENT


_MILLION = 'table:number-rows-repeated="1000000"'
_MANY = 'table:number-columns-repeated="16000"'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (row(text("x"), _MILLION), ListRefusal.TOO_MANY_CELLS),
        (row(text("x", _MANY), _MILLION), ListRefusal.TOO_MANY_CELLS),
        (row(text("\u200b", _MANY), _MILLION), ListRefusal.TOO_MANY_CELLS),
        (row(text("x", 'table:number-columns-repeated="99999"')), ListRefusal.DAMAGED),
        (row(text("x"), 'table:number-rows-repeated="9999999"'), ListRefusal.DAMAGED),
        (row(text("x"), 'table:number-rows-repeated="-5"'), ListRefusal.DAMAGED),
        (row(text("x"), 'table:number-rows-repeated="x"'), ListRefusal.DAMAGED),
        (row(cell("<text:p>" * 300 + "</text:p>" * 300)), ListRefusal.DAMAGED),
        ("<table:table-row>", ListRefusal.DAMAGED),
    ],
)
def test_a_sheet_no_program_writes_is_refused(
    rows: str, expected: ListRefusal, tmp_path: Path
) -> None:
    assert reason(packed_ods(tmp_path, table(rows))) == expected


def test_empty_cells_without_end_are_nothing(tmp_path: Path) -> None:
    rows = row(text("x")) + row(cell("", _MANY), _MILLION) + row(cell(""), _MILLION)
    columns = '<table:table-column table:number-columns-repeated="99999"/>'
    assert len(read_sheet(packed_ods(tmp_path, table(rows, columns))).rows) == 1


def test_a_document_without_a_sheet_is_refused(tmp_path: Path) -> None:
    assert reason(packed_ods(tmp_path, "")) == ListRefusal.DAMAGED


@pytest.mark.parametrize("part", ["content.xml", "styles.xml"])
def test_an_entity_bomb_is_refused_in_every_part(part: str, tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    path = packed_ods(tmp_path, table(row(text("x"))), parts={part: bomb})
    assert reason(path) == ListRefusal.HOSTILE_XML


def test_an_entity_bomb_in_a_foreign_alphabet_is_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0" encoding="cp037"?><!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'
    path = packed_ods(tmp_path, "", parts={"content.xml": bomb.encode("cp037")})
    assert reason(path) == ListRefusal.DAMAGED


@pytest.mark.parametrize(
    ("module", "limit", "expected"),
    [
        (cell_maker, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (cell_maker, "MAX_CHARACTERS", ListRefusal.TOO_MUCH_TEXT),
        (open_sheet, "MAX_SHEETS", ListRefusal.TOO_MANY_SHEETS),
        (package_checks, "MAX_XML_BYTES", ListRefusal.TOO_BIG),
        (package_checks, "MAX_ENTRIES", ListRefusal.PACKED_TOO_TIGHT),
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
    assert reason(write_ods(tmp_path, Plan(rows=[AN]))) == expected


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = write_ods(tmp_path, Plan(rows=[AN]))
    path.write_bytes(path.read_bytes()[:-100])
    assert reason(path) == ListRefusal.DAMAGED


def test_a_list_is_imported_whole(tmp_path: Path) -> None:
    result = previewed(read_sheet(write_ods(tmp_path, Plan(rows=[HEADING, AN]))))
    assert [(one.name, one.unit) for one in result.delegates] == [("Lê Văn An", "Thôn 1")]


def test_a_workbook_with_macros_or_links_says_so(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, HEADING)
    with_part(path, "xl/vbaProject.bin", lambda _: b"x")
    with_part(path, "xl/externalLinks/externalLink1.xml", lambda _: b"<x/>")
    assert read_list(path).remarks == (ListRemark.MACROS, ListRemark.OTHER_FILES)
