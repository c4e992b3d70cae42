from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.people import cell_maker, package_checks, word_tables
from desktop.people.import_report import LeftOutReason
from desktop.people.list_file import read_list
from desktop.people.list_sheet import CellKind, ListRefusal, ListRemark, ListSheet
from tests.desktop.people.list_files import (
    Plan,
    packed,
    packed_docx,
    word_paragraph,
    word_table,
    write_docx,
)
from tests.desktop.people.lists import previewed, read_sheet, the_groups

EXEMPLAR, GUEST = the_groups()
HEADING = ["STT", "Họ và tên", "Năm sinh", "Đơn vị"]
AN = [1, "Lê Văn An", 1975, "Thôn 1"]
BINH = [2, "Hồ Thị Bình", 1980, "Thôn 2"]
CUC = [3, "Đỗ Cúc", 1990, "Thôn 3"]


def reason(path: Path) -> str:
    with pytest.raises(InputRefused) as caught:
        read_list(path)
    assert caught.value.path == path
    return caught.value.reason


def texts(sheet: ListSheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def in_a_cell(folder: Path, content: str) -> str:
    """Read what a cell with this content shows."""
    path = packed_docx(folder, f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>")
    cell = read_sheet(path).rows[0].cells[0]
    return cell.original or cell.text


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def test_text_is_put_together_as_the_page_shows_it(tmp_path: Path) -> None:
    content = (
        "<w:p>"
        + run("<w:t>Lê Văn</w:t><w:tab/><w:t>An</w:t><w:br/>")
        + "<w:hyperlink>" + run("<w:t>H'Hen</w:t><w:noBreakHyphen/>") + "</w:hyperlink>"
        + "<w:sdt><w:sdtContent>" + run("<w:t>Niê</w:t>") + "</w:sdtContent></w:sdt>"
        + "</w:p><w:p>" + run('<w:sym w:font="Wingdings" w:char="F0FE"/>') + "</w:p>"
    )  # fmt: skip
    assert in_a_cell(tmp_path, content) == "Lê Văn An\nH'Hen-Niê\n☑"


@pytest.mark.parametrize(
    "unseen",
    [
        "<w:del>" + run("<w:delText>cũ</w:delText>") + "</w:del>",
        run("<w:instrText>PAGE</w:instrText>"),
        run("<w:t>ẩn</w:t>", "<w:vanish/>"),
        "<w:moveFrom>" + run("<w:t>cũ</w:t>") + "</w:moveFrom>",
        run("<mc:Fallback xmlns:mc='m'><w:t>hai lần</w:t></mc:Fallback>"),
        run("<w:drawing><w:p><w:r><w:t>hình</w:t></w:r></w:p></w:drawing>"),
        "<w:pPr><w:pPrChange><w:r><w:t>cũ</w:t></w:r></w:pPrChange></w:pPr>",
        run('<w:sym w:font="Wingdings" w:char="F000"/>'),
    ],
)
def test_what_no_clerk_sees_is_no_text(unseen: str, tmp_path: Path) -> None:
    assert in_a_cell(tmp_path, f"<w:p>{unseen}{run('<w:t>An</w:t>')}</w:p>") == "An"


def test_text_that_is_shown_again_counts(tmp_path: Path) -> None:
    shown = run("<w:t>An</w:t>", '<w:vanish w:val="0"/>')
    assert in_a_cell(tmp_path, f"<w:p>{shown}</w:p>") == "An"


def test_the_soft_hyphen_of_an_old_font_is_kept(tmp_path: Path) -> None:
    content = f"<w:p>{run('<w:t>Th</w:t><w:softHyphen/><w:t>¬ng</w:t>')}</w:p>"
    assert in_a_cell(tmp_path, content) == "Th\u00ad¬ng"


def test_rows_numbered_by_word_get_their_numbers(tmp_path: Path) -> None:
    numbered = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr></w:p>"
    )
    rows = "".join(
        f"<w:tr><w:tc>{numbered}</w:tc><w:tc>{word_paragraph(name)}</w:tc></w:tr>"
        for name in ("Lê Văn An", "Hồ Thị Bình")
    )
    sheet = read_sheet(packed_docx(tmp_path, f"<w:tbl>{rows}</w:tbl>"))
    assert texts(sheet) == [["1", "Lê Văn An"], ["2", "Hồ Thị Bình"]]


def test_numbers_of_a_table_may_have_lost_zeros(tmp_path: Path) -> None:
    sheet = read_sheet(write_docx(tmp_path, Plan(rows=[["CCCD"], ["66075001234"]])))
    assert {cell.kind for row in sheet.rows for cell in row.cells} == {CellKind.UNTYPED}


def test_cells_that_begin_later_keep_their_column(tmp_path: Path) -> None:
    rows = (
        f"<w:tr><w:tc>{word_paragraph('a')}</w:tc><w:tc>{word_paragraph('b')}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>{word_paragraph('c')}</w:tc></w:tr>"
    )
    sheet = read_sheet(packed_docx(tmp_path, f"<w:tbl>{rows}</w:tbl>"))
    assert sheet.rows[1].cells[0].column == 2


def test_a_cell_that_goes_on_under_nothing_stands_alone(tmp_path: Path) -> None:
    cell = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{word_paragraph('x')}</w:tc>"
    sheet = read_sheet(packed_docx(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert texts(sheet) == [["x"]]


STYLES = """<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bang"><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Hoa">
<w:rPr><w:rFonts w:hAnsi=".VnTimeH"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
<w:style w:type="character" w:styleId="Chu">
<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("paragraph", "run_properties", "font"),
    [
        ("", "", ".VnTime"),
        ("Bang", "", ".VnTime"),
        ("Hoa", "", ".VnTimeH"),
        ("Vong", "", "Calibri"),
        ("Bang", '<w:rStyle w:val="Chu"/>', "Arial"),
        ("Bang", '<w:rFonts w:ascii="VNI-Times"/><w:rStyle w:val="Chu"/>', "VNI-Times"),
        ("", '<w:rFonts w:cs="Arial"/>', ".VnTime"),
    ],
)
def test_the_font_comes_from_the_run_or_a_style(
    paragraph: str, run_properties: str, font: str, tmp_path: Path
) -> None:
    style = f'<w:pPr><w:pStyle w:val="{paragraph}"/><w:rPr><w:rFonts w:ascii="X"/></w:rPr></w:pPr>'
    content = f"<w:p>{style if paragraph else ''}{run('<w:t>Xin chµo</w:t>', run_properties)}</w:p>"
    path = packed_docx(
        tmp_path,
        f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>",
        parts={"word/styles.xml": STYLES.encode()},
    )
    assert read_sheet(path).fonts == {1: font}


def test_every_table_is_a_sheet_named_by_what_stands_above(tmp_path: Path) -> None:
    letterhead = Plan(rows=[["UBND XÃ BÌNH HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
    path = write_docx(tmp_path, letterhead, "DANH SÁCH KHÁCH MỜI", "", Plan(rows=[HEADING, AN]))
    first, second = read_list(path).sheets
    assert (first.name, second.name) == ("danh sách (1)", "DANH SÁCH KHÁCH MỜI")
    assert [one.name for one in previewed(second).delegates] == ["Lê Văn An"]


def test_a_list_with_a_table_on_every_page_is_one_list(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path,
        Plan(rows=[HEADING, AN]),
        "",
        Plan(rows=[HEADING, BINH]),
        Plan(rows=[HEADING, CUC]),
    )
    (sheet,) = read_list(path).sheets
    result = previewed(sheet)
    assert [one.name for one in result.delegates] == ["Lê Văn An", "Hồ Thị Bình", "Đỗ Cúc"]
    assert [(row.row, row.reason) for row in result.left_out] == [
        (3, LeftOutReason.REPEATED_HEADING),
        (5, LeftOutReason.REPEATED_HEADING),
    ]
    assert sheet.name == "danh sách"


def test_a_list_that_goes_on_without_its_heading_is_one_list(tmp_path: Path) -> None:
    path = write_docx(tmp_path, Plan(rows=[HEADING, AN]), "Trang 2", Plan(rows=[BINH, CUC]))
    assert len(previewed(read_sheet(path)).delegates) == 3


def test_a_table_split_in_two_without_numbers_is_one_list(tmp_path: Path) -> None:
    plan = Plan(rows=[["Họ và tên", "Năm sinh"], ["Lê Văn An", 1975]])
    path = write_docx(tmp_path, plan, "", Plan(rows=[["Hồ Thị Bình", 1980]]))
    assert len(previewed(read_sheet(path)).delegates) == 2


def test_what_stands_between_joined_tables_is_a_section(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path,
        "I. Đại biểu điển hình tiên tiến",
        Plan(rows=[HEADING, AN]),
        "II. Khách mời",
        Plan(rows=[HEADING, BINH], merged=("D1:D2",)),
    )
    result = previewed(read_sheet(path), default_group_id=EXEMPLAR.id)
    assert [(one.name, one.group_id, one.unit) for one in result.delegates] == [
        ("Lê Văn An", EXEMPLAR.id, "Thôn 1"),
        ("Hồ Thị Bình", GUEST.id, "Đơn vị"),
    ]
    assert LeftOutReason.SECTION in {row.reason for row in result.left_out}


def test_tables_of_other_columns_stay_apart(tmp_path: Path) -> None:
    path = write_docx(tmp_path, Plan(rows=[HEADING, AN]), Plan(rows=[["Tổng số", "1"]]))
    assert len(read_list(path).sheets) == 2


def test_signatures_under_a_list_stay_apart(tmp_path: Path) -> None:
    plan = Plan(rows=[["Họ và tên", "Đơn vị"], ["Lê Văn An", "Thôn 1"]])
    path = write_docx(tmp_path, plan, Plan(rows=[["NGƯỜI LẬP BIỂU", "CHỦ TỊCH"]]))
    assert len(read_list(path).sheets) == 2


def test_hidden_rows_of_joined_tables_keep_their_place(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path, Plan(rows=[HEADING, AN]), Plan(rows=[HEADING, BINH, CUC], hidden_rows=(2,))
    )
    assert read_sheet(path).hidden_rows == (4,)


def test_a_table_inside_a_cell_is_a_list_of_its_own(tmp_path: Path) -> None:
    inner = word_table(Plan(rows=[HEADING, AN]))
    outer = (
        f"<w:tbl><w:tr><w:tc>{word_paragraph('DANH SÁCH')}{inner}{word_paragraph('Ghi chú')}"
        f"</w:tc><w:tc>{word_paragraph('bên')}</w:tc></w:tr></w:tbl>"
    )
    around, list_inside = read_list(packed_docx(tmp_path, outer)).sheets
    assert texts(around) == [["DANH SÁCH Ghi chú", "bên"]]
    assert list_inside.name == "DANH SÁCH"
    assert [one.name for one in previewed(list_inside).delegates] == ["Lê Văn An"]


def test_a_cell_in_a_cell_is_the_cell(tmp_path: Path) -> None:
    cell = f"<w:tc><w:tc>{word_paragraph('x')}</w:tc></w:tc>"
    sheet = read_sheet(packed_docx(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert texts(sheet) == [["x"]]


def test_the_main_part_is_found_under_another_name(tmp_path: Path) -> None:
    types = (
        b'<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/><Override '
        b'PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    sound = packed_docx(tmp_path, word_table(Plan(rows=[["x"]])))
    import zipfile

    with zipfile.ZipFile(sound) as archive:
        document = archive.read("word/document.xml")
    path = packed(
        tmp_path / "b.docx", {"[Content_Types].xml": types, "word/document2.xml": document}
    )
    assert texts(read_sheet(path)) == [["x"]]
    plain = packed(
        tmp_path / "c.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": document}
    )
    assert texts(read_sheet(plain)) == [["x"]]


def test_macros_are_told(tmp_path: Path) -> None:
    body = word_table(Plan(rows=[["x"]]))
    path = packed_docx(tmp_path, body, parts={"word/vbaProject.bin": b"x"})
    assert read_list(path).remarks == (ListRemark.MACROS,)


@pytest.mark.parametrize(
    "body", ["", word_paragraph("Kế hoạch"), "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>"]
)
def test_a_document_without_a_table_is_refused(body: str, tmp_path: Path) -> None:
    assert reason(packed_docx(tmp_path, body)) == ListRefusal.NO_TABLE


def nested(times: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * times + "</w:tc></w:tr></w:tbl>" * times


@pytest.mark.parametrize(
    "body",
    [
        nested(100),
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='x'/></w:tcPr></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr>"
        + "<w:tc><w:tcPr><w:gridSpan w:val='16384'/></w:tcPr></w:tc>" * 2
        + "</w:tr></w:tbl>",
        "<w:tbl><w:tr>",
    ],
)
def test_a_document_no_program_writes_is_refused(body: str, tmp_path: Path) -> None:
    assert reason(packed_docx(tmp_path, body)) == ListRefusal.DAMAGED


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_an_entity_bomb_is_refused_in_every_part(part: str, tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    path = packed_docx(tmp_path, word_table(Plan(rows=[["x"]])), parts={part: bomb})
    assert reason(path) == ListRefusal.HOSTILE_XML


def test_a_document_without_its_main_part_is_refused(tmp_path: Path) -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<x/>"}
    assert reason(packed(tmp_path / "a.docx", parts)) == ListRefusal.DAMAGED


@pytest.mark.parametrize(
    ("module", "limit", "expected"),
    [
        (cell_maker, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (cell_maker, "MAX_CHARACTERS", ListRefusal.TOO_MUCH_TEXT),
        (word_tables, "MAX_SHEETS", ListRefusal.TOO_MANY_SHEETS),
        (word_tables, "MAX_ROW", ListRefusal.DAMAGED),
        (package_checks, "MAX_XML_BYTES", ListRefusal.TOO_BIG),
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
    assert reason(write_docx(tmp_path, Plan(rows=[HEADING]))) == expected


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = write_docx(tmp_path, Plan(rows=[HEADING]))
    path.write_bytes(path.read_bytes()[:-100])
    assert reason(path) == ListRefusal.DAMAGED
