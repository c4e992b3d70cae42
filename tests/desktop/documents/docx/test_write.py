"""The Word file, opened again as Word would read it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from desktop.documents.blocks import (
    AppendixHeading,
    Bar,
    Block,
    Column,
    Document,
    Heading,
    Letterhead,
    PageTotals,
    Paragraph,
    Part,
    Picture,
    Role,
    Row,
    Signature,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.decree30 import STYLES
from desktop.documents.docx.ooxml import FONT
from desktop.documents.docx.styles import style_name
from desktop.documents.docx.write import write_docx
from desktop.documents.papers import PAPERS
from tests.desktop.documents.binh_hoa import MADE_AT, a_snapshot

OFFICIAL = [paper for paper in PAPERS if paper.is_official]
SIGNATURE = Signature(
    recipients=(run("- Như trên;"), run("- Lưu: VT.")),
    authority=(run("TM. Ủy ban nhân dân"), run("Chủ tịch")),
    name=run("Lê Thị Ánh"),
)


def opened(*parts: Part) -> WordFile:
    data = write_docx(Document(title="Thử <&>", author="Bình Hòa", parts=parts), MADE_AT)
    return docx.Document(BytesIO(data))


def of_blocks(*blocks: Block) -> WordFile:
    return opened(Part(blocks=blocks))


def a_table(rows: int = 3, *, has_group: bool = False) -> Table:
    columns = (
        Column(heading="STT", share=1),
        Column(heading="Nam", share=2, group="Năm sinh" if has_group else ""),
        Column(heading="Nữ", share=2, group="Năm sinh" if has_group else ""),
    )
    cells = [Row(cells=((run(str(n)),), (run("a"),), (run("b"),))) for n in range(rows)]
    return Table(columns=columns, rows=(Row(cells=((run("Nhóm"),),), is_group=True), *cells))


def numbers_of(file: WordFile) -> list[tuple[str, int | None, str]]:
    """Tell the style, the list (None: the style's own) and the text of every paragraph."""
    told = []
    for one in file.paragraphs:
        properties = one.paragraph_format.element.find(qn("w:pPr"))
        numbering = properties.find(qn("w:numPr")) if properties is not None else None
        number = numbering.find(qn("w:numId")) if numbering is not None else None
        value = int(number.get(qn("w:val"))) if number is not None else None
        told.append((one.style.name if one.style else "", value, one.text))
    return told


@pytest.mark.parametrize("paper", OFFICIAL, ids=lambda paper: paper.key)
def test_equal_snapshots_give_equal_bytes(paper: object) -> None:
    assert isinstance(paper, type(PAPERS[0]))
    data = paper.write_docx(a_snapshot(30))
    assert data == paper.write_docx(a_snapshot(30))
    with ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_another_instant_gives_other_bytes() -> None:
    document = Document(title="", author="", parts=(Part(blocks=(paragraph(Role.BODY, "x"),)),))
    first = write_docx(document, MADE_AT)
    assert first != write_docx(document, MADE_AT + timedelta(days=1))


def test_the_file_says_what_it_is() -> None:
    properties = of_blocks(paragraph(Role.BODY, "x")).core_properties
    assert (properties.title, properties.author) == ("Thử <&>", "Bình Hòa")
    assert (properties.language, properties.last_modified_by) == ("vi-VN", "Hoinghi")
    assert properties.created == properties.modified == MADE_AT


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_a_style_of_its_own_with_a_vietnamese_name(role: Role) -> None:
    name = style_name(role)
    assert name != role.value
    style = of_blocks(paragraph(role, "x")).styles[name]
    wanted = STYLES[role]
    assert style.style_id == role.value
    assert style.font.size is not None
    assert style.font.size.pt == wanted.size_pt
    assert bool(style.font.bold) == wanted.is_bold
    assert bool(style.font.italic) == wanted.is_italic
    assert bool(style.font.all_caps) == wanted.is_upper


def test_the_template_leaves_no_style_of_its_own() -> None:
    names = [style.name for style in of_blocks(paragraph(Role.BODY, "x")).styles]
    assert not [name for name in names if name and ("Heading" in name or "Accent" in name)]


def test_the_typeface_is_the_one_offices_have() -> None:
    defaults = of_blocks(paragraph(Role.BODY, "x")).styles.element.find(qn("w:docDefaults"))
    fonts = defaults.find(".//" + qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {FONT}


def test_parts_are_sections_turned_and_numbered_from_one() -> None:
    heading = AppendixHeading(word=run("Phụ lục"), title=(run("Tên"),), reference=run("(Kèm)"))
    file = opened(
        Part(blocks=(paragraph(Role.BODY, "x"),)),
        Part(blocks=(heading, a_table()), is_landscape=True),
        Part(blocks=(paragraph(Role.BODY, "y"),)),
    )
    turned = [section.orientation for section in file.sections]
    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert [round(section.page_width.mm) for section in file.sections if section.page_width] == [
        210,
        297,
        210,
    ]
    for section in file.sections:
        assert section.different_first_page_header_footer
        margins = (section.left_margin, section.right_margin, section.top_margin)
        assert [round(margin.mm) for margin in margins if margin] == [30, 15, 20]
    start = file.element.body.xpath("//w:pgNumType/@w:start")
    assert start == ["1", "1", "1"]


def test_the_page_number_is_a_field_in_the_head_of_all_pages_but_the_first() -> None:
    section = of_blocks(paragraph(Role.BODY, "x")).sections[0]
    numbered = section.header.part.element
    assert numbered.xpath("//w:fldSimple/@w:instr") == [" PAGE "]
    assert not section.first_page_header.part.element.xpath("//w:fldSimple")


def test_parts_and_clauses_are_counted_by_word() -> None:
    file = of_blocks(
        paragraph(Role.SECTION, "I. Mục đích"),
        paragraph(Role.CLAUSE, "1. Một"),
        Paragraph(role=Role.CLAUSE, runs=(run("2. "), run("Hai"))),
        paragraph(Role.SECTION, "II. Nội dung"),
        paragraph(Role.CLAUSE, "1. Lại một"),
        paragraph(Role.DASH, "- việc"),
        paragraph(Role.POINT, "đ) điểm"),
        paragraph(Role.ARTICLE, "Điều 1. Hiệu lực"),
    )
    assert numbers_of(file) == [
        ("Mục", None, "Mục đích"),
        ("Khoản", None, "Một"),
        ("Khoản", None, "Hai"),
        ("Mục", None, "Nội dung"),
        ("Khoản", None, "Lại một"),
        ("Gạch đầu dòng", None, "việc"),
        ("Điểm", None, "đ) điểm"),
        ("Điều", None, "Hiệu lực"),
    ]
    levels = file.part.numbering_part.element.xpath("//w:lvl")
    assert [
        (level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val")))
        for level in levels
    ] == [("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-"), ("decimal", "Điều %1.")]


def test_a_number_that_word_would_not_count_to_starts_a_list() -> None:
    file = of_blocks(
        paragraph(Role.SECTION, "III. Ba"),
        paragraph(Role.CLAUSE, "1. Một"),
        paragraph(Role.CLAUSE, "1. Lại một"),
        paragraph(Role.CLAUSE, "2. Hai"),
        paragraph(Role.SECTION, "IV. Bốn"),
        paragraph(Role.CLAUSE, "Phiên chính thức"),
    )
    lists = [number for _, number, _ in numbers_of(file)]
    assert lists == [4, 4, 5, 5, 5, 0]
    added = {
        one.get(qn("w:numId")): one.xpath("./w:lvlOverride/w:startOverride/@w:val")
        for one in file.part.numbering_part.element.xpath("//w:num")
    }
    assert added == {"1": [], "2": [], "3": [], "4": ["3", "1"], "5": ["4", "1"]}


def test_a_part_whose_list_was_started_late_starts_again_from_one() -> None:
    file = of_blocks(
        paragraph(Role.SECTION, "I. Một"),
        paragraph(Role.CLAUSE, "5. Năm"),
        paragraph(Role.SECTION, "II. Hai"),
        paragraph(Role.CLAUSE, "1. Một"),
    )
    assert [number for _, number, _ in numbers_of(file)] == [None, 4, 4, 5]


def test_the_head_is_a_table_of_two_columns() -> None:
    letterhead = Letterhead(
        parent_body=run("UBND huyện Krông Ana"),
        issuer=run("Ủy ban nhân dân\nxã Bình Hòa"),
        number=run("Số: 05/KH-UBND"),
        place_date=run("Bình Hòa, ngày 05 tháng 3 năm 2025"),
    )
    table = of_blocks(letterhead, Heading(kind=run("Kế hoạch"), subject=run("x"))).tables[0]
    assert [[paragraph.text for paragraph in cell.paragraphs] for cell in table.rows[0].cells] == [
        ["UBND huyện Krông Ana", "Ủy ban nhân dân", "xã Bình Hòa", ""],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""],
    ]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Số: 05/KH-UBND",
        "Bình Hòa, ngày 05 tháng 3 năm 2025",
    ]
    # the rules are drawn: borders of paragraphs without text, never underscores
    assert len(table._tbl.xpath(".//w:pBdr/w:top")) == 2
    assert "_" not in "".join(cell.text for row in table.rows for cell in row.cells)


def test_a_long_place_is_set_smaller() -> None:
    letterhead = Letterhead(
        issuer=run("A"),
        number=run("Số: 05/KH-UBND"),
        place_date=run("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"),
    )
    table = of_blocks(letterhead).tables[0]
    size = table.rows[1].cells[1].paragraphs[0].runs[0].font.size
    assert size is not None
    assert size.pt == 13


def test_the_head_of_a_table_is_repeated_and_no_row_is_divided() -> None:
    table = of_blocks(a_table(has_group=True), paragraph(Role.TOTAL, "Tổng số: 3.")).tables[0]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [
        True,
        True,
        *[False] * 4,
    ]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == ["STT", "Năm sinh", "Năm sinh"]
    assert [cell.text for cell in table.rows[1].cells] == ["STT", "Nam", "Nữ"]
    assert [cell.text for cell in table.rows[2].cells] == ["Nhóm"] * 3
    held = [bool(row._tr.xpath(".//w:keepNext")) for row in table.rows]
    assert held == [True, True, True, False, False, True]


def a_jpeg(width: int, height: int) -> bytes:
    output = BytesIO()
    Image.new("RGB", (width, height), "navy").save(output, "JPEG")
    return output.getvalue()


@pytest.mark.parametrize(
    ("size", "shown_mm"), [((300, 400), (30, 40)), ((800, 400), (30, 15)), ((100, 400), (10, 40))]
)
def test_a_picture_stands_in_its_cell_as_large_as_its_box_holds(
    size: tuple[int, int], shown_mm: tuple[int, int]
) -> None:
    columns = (Column(heading="Ảnh", share=1, holds_picture=True), Column(heading="Tên", share=2))
    picture = Picture(data=a_jpeg(*size), width_mm=30, height_mm=40)
    row = Row(cells=((), (run("Lê Thị Ánh"),)), picture=picture)
    file = of_blocks(Table(columns=columns, rows=(row,)))
    (extent,) = file.element.body.xpath(".//wp:extent")
    assert (round(extent.cx.mm), round(extent.cy.mm)) == shown_mm
    assert file.tables[0].rows[1].cells[0]._tc.xpath(".//pic:pic")
    assert not file.tables[0].rows[1].cells[1]._tc.xpath(".//pic:pic")


def test_a_sum_is_bold_and_stands_by_what_it_adds_up() -> None:
    table = a_table()
    total = Row(cells=((run("Cộng"),), (run("1"),), (run("2"),)), is_strong=True)
    drawn = of_blocks(replace(table, rows=(*table.rows, total)), paragraph(Role.BODY, "x")).tables[
        0
    ]
    last = drawn.rows[-1]
    assert all(cell.paragraphs[0].runs[0].bold for cell in last.cells)
    held = [bool(row._tr.xpath(".//w:keepNext")) for row in drawn.rows]
    assert held == [True, True, False, False, True, True]


def test_rows_to_write_in_are_high_enough_and_sums_of_pages_are_left_to_print() -> None:
    table = replace(a_table(), least_row_mm=8, page_totals=PageTotals())
    drawn = of_blocks(table).tables[0]
    heights = [row.height.mm for row in drawn.rows if row.height is not None]
    assert [round(height) for height in heights] == [8, 8, 8]
    assert "Cộng" not in "".join(cell.text for row in drawn.rows for cell in row.cells)


def test_the_signature_is_never_torn_from_two_lines_of_text() -> None:
    file = of_blocks(
        paragraph(Role.BODY, "Trên cùng"),
        paragraph(Role.BODY, "Gần cuối"),
        paragraph(Role.BODY, "Cuối./."),
        SIGNATURE,
    )
    held = {
        one.text: bool(one.paragraph_format.keep_with_next)
        for one in file.paragraphs
        if one.text or one.paragraph_format.keep_with_next
    }
    assert held == {"Trên cùng": False, "Gần cuối": True, "Cuối./.": True, "": True}
    row = file.tables[0].rows[0]
    assert row._tr.xpath("./w:trPr/w:cantSplit")
    assert [cell.text for cell in row.cells] == [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "TM. Ủy ban nhân dân\nChủ tịch\nLê Thị Ánh",
    ]


def test_one_long_paragraph_is_company_enough_for_a_signature() -> None:
    file = of_blocks(paragraph(Role.BODY, "Ngắn"), paragraph(Role.BODY, "dài " * 60), SIGNATURE)
    held = [bool(one.paragraph_format.keep_with_next) for one in file.paragraphs]
    assert held[:2] == [False, True]


def test_tables_beside_each_other_stay_two() -> None:
    body = of_blocks(a_table(), a_table(), SIGNATURE).element.body
    tags = [child.tag for child in body]
    assert all(qn("w:tbl") not in pair or len(set(pair)) == 2 for pair in pairwise(tags))
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]


def test_what_introduces_a_list_stays_with_it() -> None:
    file = of_blocks(paragraph(Role.BODY, "Gồm các việc sau:"), paragraph(Role.DASH, "- một"))
    held = [bool(one.paragraph_format.keep_with_next) for one in file.paragraphs]
    assert held == [True, False]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    file = of_blocks(
        paragraph(Role.BODY, "Bình\x07 Hòa\u200b \uffff<&>"),
        Paragraph(role=Role.BODY, runs=(run("đậm", is_bold=True), blank("venue"))),
    )
    assert file.paragraphs[0].text.startswith("Bình Hòa ")
    assert file.paragraphs[0].text.endswith("<&>")
    assert file.paragraphs[1].runs[0].bold is True
    assert file.paragraphs[1].runs[1].bold is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from([Role.BODY, Role.SECTION, Role.FACT, Role.DASH]))
def test_any_text_at_all_makes_a_file_that_opens(text: str, role: Role) -> None:
    document = Document(title=text, author=text, parts=(Part(blocks=(paragraph(role, text),)),))
    docx.Document(BytesIO(write_docx(document, MADE_AT)))


def test_a_paper_drawn_straight_has_no_twin() -> None:
    badges = next(paper for paper in PAPERS if paper.key == "badges")
    with pytest.raises(ValueError, match="badges"):
        badges.write_docx(a_snapshot())


def test_an_empty_part_is_a_page() -> None:
    assert len(of_blocks().sections) == 1


def test_every_picture_has_a_number_of_its_own_and_no_room_around_it() -> None:
    columns = (
        Column(heading="Nội dung", share=1),
        Column(heading="Tỷ lệ", share=2, holds_bar=True),
    )
    bars = tuple(Row(cells=((run("Nữ"),), ()), bar=Bar(share)) for share in (0.2, 0.5, 0.5))
    inline = list(of_blocks(Table(columns=columns, rows=bars)).element.iter(qn("wp:inline")))
    assert [one.docPr.get("id") for one in inline] == ["1", "2", "3"]
    assert {one.get(side) for one in inline for side in ("distL", "distR")} == {"0"}
