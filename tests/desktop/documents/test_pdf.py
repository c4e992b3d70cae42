"""The written PDF: archivable, equal for equal input, all text as typed."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import page as pdf_validator
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Role,
    Signature,
    blank,
    paragraph,
    run,
)
from desktop.documents.delegate_list import delegate_list_document
from desktop.documents.fonts import Face, loaded
from desktop.documents.pdf import write_pdf
from desktop.documents.pdfa import ArchiveCanvas, Metadata
from desktop.documents.plan import plan_document
from desktop.documents.programme import programme_document
from desktop.documents.rendered import ProblemCode, RenderedPaper
from desktop.documents.setting_head import rule_length_pt
from tests.desktop.documents.binh_hoa import MADE_AT, a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, Reading
from tests.desktop.documents.test_fonts import vietnamese_letters

_BUILDERS = (plan_document, programme_document, delegate_list_document)


def write(*blocks: Block, made_at: datetime = MADE_AT) -> RenderedPaper:
    document = Document(title="Thử <&>", author="Bình Hòa", parts=(Part(blocks=blocks),))
    return write_pdf(document, made_at)


def body(text: str) -> Paragraph:
    return paragraph(Role.BODY, text, "introduction")


@pytest.mark.parametrize("build", _BUILDERS)
def test_every_paper_is_pdf_a(build: object, tmp_path: Path) -> None:
    assert callable(build)
    path = tmp_path / "paper.pdf"
    path.write_bytes(write_pdf(build(a_snapshot(30)), MADE_AT).data)
    report = pdf_validator.validate_pdf(path, profile="2b")
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("build", _BUILDERS)
def test_equal_snapshots_give_equal_bytes(build: object) -> None:
    assert callable(build)
    first = write_pdf(build(a_snapshot(30)), MADE_AT).data
    assert write_pdf(build(a_snapshot(30)), MADE_AT).data == first


def test_another_instant_gives_other_bytes() -> None:
    later = write(body("x"), made_at=MADE_AT + timedelta(days=1))
    assert later.data != write(body("x")).data


def test_metadata_says_what_the_paper_is() -> None:
    with pikepdf.open(BytesIO(write(body("x")).data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Thử <&>"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20250106020000+00'00'"
        assert str(pdf.Root.Lang) == "vi-VN"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Thử <&>"
            assert metadata["pdfaid:part"] == "2"


def test_only_the_shipped_serif_is_in_the_file_and_embedded() -> None:
    fonts = Reading(write(body("x")).data).fonts()
    assert fonts
    assert all("+LiberationSerif" in name and embedded for name, embedded in fonts.items())


@pytest.mark.parametrize("role", [Role.BODY, Role.BASIS, Role.CLAUSE, Role.RECIPIENTS_WORD])
def test_all_vietnamese_letters_come_back_from_the_page(role: Role) -> None:
    letters = " ".join(vietnamese_letters())
    paper = write(paragraph(role, letters))
    assert paper.problems == ()
    assert Reading(paper.data).flowing_text == letters


def test_decomposed_text_is_composed() -> None:
    text = unicodedata.normalize("NFD", "Đại hội Thi đua yêu nước lần thứ V")
    assert Reading(write(body(text)).data).flowing_text == unicodedata.normalize("NFC", text)


def test_characters_nobody_can_see_are_left_out() -> None:
    paper = write(body("Bình\u200b Hòa\u00ad\ufeff\x07 a\u200d\u0301"))
    assert paper.problems == ()
    assert Reading(paper.data).flowing_text == "Bình Hòa á"


def test_a_missing_glyph_becomes_a_box_and_is_listed_once() -> None:
    paper = write(body("a中b中"), body("c中"))
    assert [(one.code, one.field, one.text) for one in paper.problems] == [
        (ProblemCode.MISSING_GLYPH, "introduction", "中")
    ]
    assert Reading(paper.data).flowing_text == "a□b□ c□"


def test_a_blank_is_listed() -> None:
    paper = write(Paragraph(role=Role.BODY, runs=(run("Địa điểm: "), blank("venue"))))
    assert [(one.code, one.field) for one in paper.problems] == [(ProblemCode.FIELD_EMPTY, "venue")]


def test_runs_may_differ_from_their_role() -> None:
    runs = (run("đậm ", is_bold=True), run("nghiêng", is_italic=True), run(" thường"))
    reading = Reading(write(Paragraph(role=Role.BODY, runs=runs)).data)
    assert reading.pages[0].lines[0].faces == {
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif",
    }


def test_marks_are_drawn_over_their_letters_also_in_stretched_lines() -> None:
    text = "Y Brơ\u0306k Niê\u0306 và H'Yê\u0306n Êban " * 5
    page = Reading(write(body(text)).data).pages[0]
    letters = [char for char in page.ink if char["text"] in "ơê"]
    marks = [char for char in page.ink if char["text"] == "\u0306"]
    assert len(marks) == 15
    for mark in marks:
        drawn_under = [
            letter
            for letter in letters
            if letter["x0"] < mark["x0"] < letter["x1"] + 7
            and 0 < mark["matrix"][5] - letter["matrix"][5] < 6
        ]
        assert drawn_under


def test_a_line_with_few_words_is_not_torn_apart() -> None:
    page = Reading(write(body("hai từ " + "M" * 34 + " " + "n" * 60)).data).pages[0]
    gaps = [char["x1"] - char["x0"] for char in page.chars if char["text"] == " "]
    assert max(gaps) < 14


def test_every_part_is_numbered_from_one_and_turned_as_it_wants() -> None:
    long = tuple(body("Một đoạn văn") for _ in range(60))
    heading = AppendixHeading(word=run("Phụ lục"), title=(run("Tên"),), reference=run("(Kèm theo)"))
    parts = (Part(blocks=long), Part(blocks=(heading, *long), is_landscape=True))
    paper = write_pdf(Document(title="", author="", parts=parts), MADE_AT)
    reading = Reading(paper.data)
    numbers = [
        [line.text for line in page.lines if line.baseline_pt < 20 * PT_PER_MM]
        for page in reading.pages
    ]
    turned = [page.width_pt > page.height_pt for page in reading.pages]
    first = turned.index(True)
    assert paper.pages == len(reading.pages)
    assert numbers[:first] == [[], *([str(number)] for number in range(2, first + 1))]
    assert numbers[first:] == [
        [],
        *([str(number)] for number in range(2, len(reading.pages) - first + 1)),
    ]


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    text = "Một đoạn văn dài để kiểm tra việc ngắt trang giữa các dòng của cùng một đoạn. " * 4
    for before in range(30, 40):
        blocks = [body(f"Dòng {number}") for number in range(before)]
        pages = Reading(write(*blocks, body(text)).data).pages
        counts = [sum(line.text.count("dài để") or 1 for line in page.lines) for page in pages]
        own = [[line for line in page.lines if "Dòng" not in line.text] for page in pages]
        assert counts
        assert all(len(lines) != 1 for lines in own)


def test_a_heading_and_what_introduces_a_list_stay_with_what_follows() -> None:
    for before in range(22, 34):
        blocks = [body(f"Dòng {number}") for number in range(before)]
        blocks += [
            paragraph(Role.SECTION, "I. Mục"),
            paragraph(Role.CLAUSE, "1. Khoản"),
            body("Gồm các việc sau:"),
            paragraph(Role.DASH, "- Việc một."),
        ]
        pages = Reading(write(*blocks).data).pages
        homes = {
            text: page.number
            for page in pages
            for line in page.lines
            for text in ("I. MỤC", "1. Khoản", "Gồm các việc sau:", "- Việc một.")
            if line.text == text
        }
        assert len(homes) == 4
        assert len(set(homes.values())) == 1


@pytest.mark.parametrize(
    ("place", "most_lines"), [("Văn Miếu - Quốc Tử Giám", 1), ("Huyện đảo " * 5, 2)]
)
def test_a_long_place_widens_its_column_and_only_then_takes_lines(
    place: str, most_lines: int
) -> None:
    date = f"{place.strip()}, ngày 29 tháng 12 năm 2026"
    head = Letterhead(
        issuer=run("ỦY BAN NHÂN DÂN"), number=run("Số: 131/KH-UBND"), place_date=run(date)
    )
    heading = Heading(kind=run("Kế hoạch"), subject=run("Tổ chức Hội nghị"))
    page = Reading(write(head, heading).data).pages[0]
    dated = [line for line in page.lines if line.is_italic]
    title = next(line for line in page.lines if line.text.startswith("CỘNG HÒA"))
    assert "ỦY BAN NHÂN DÂN" in [line.text for line in page.lines]
    assert " ".join(line.text for line in dated) == date
    assert len(dated) == most_lines
    for line in dated:
        assert abs(line.middle_pt - title.middle_pt) < 0.5
        assert line.right_pt < page.width_pt - 15 * PT_PER_MM + 0.5


def test_a_letterhead_of_invisible_characters_does_no_harm() -> None:
    paper = write(
        Letterhead(issuer=run("\u200b")), Heading(kind=run("Kế hoạch"), subject=run("\u200b"))
    )
    assert paper.pages == 1


def test_a_signature_without_text_above_stands() -> None:
    block = Signature(recipients=(), authority=(), name=run("Lê Thị Ánh"))
    assert "Lê Thị Ánh" in Reading(write(block).data).text


def test_a_rule_is_a_third_to_a_half_of_its_text() -> None:
    assert rule_length_pt([90]) == pytest.approx(37.5)
    assert 100 / 3 <= rule_length_pt([100, 80]) <= 40
    assert rule_length_pt([300, 30]) == 15
    assert rule_length_pt([]) == 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_at_all_makes_an_archivable_pdf(texts: list[str]) -> None:
    paper = write(*(body(text) for text in texts))
    report = pdf_validator.validate_pdf_bytes(paper.data, profile="2b")
    assert report.is_compliant, str(report)


METADATA = Metadata(title="x", author="x", language="vi", made_at=MADE_AT)


def a_canvas(remark: str) -> ArchiveCanvas:
    """Draw nothing on a page, with a remark in its content."""
    canvas = ArchiveCanvas(loaded(Face.SERIF).fontName)
    canvas.addLiteral(f"% {remark}")
    canvas.showPage()
    return canvas


def streams_of(data: bytes) -> list[bytes]:
    """Read every stream up to what ends it, whatever length it states."""
    found = re.findall(rb"stream\n(.*?)\r\nendstream\nendobj", data, re.DOTALL)
    assert len(found) == data.count(b"endstream")
    return found


def test_what_ends_a_stream_cannot_be_taken_for_its_last_byte() -> None:
    """A stream that ends in a carriage return, as one in 256 does, must not lose it."""
    # deflated data ends in a sum of its bytes
    remarks = ("~" * (number // 94) + chr(33 + number % 94) for number in range(300))
    files = (a_canvas(remark).written(METADATA) for remark in remarks)
    data = next(file for file in files if any(s.endswith(b"\r") for s in streams_of(file)))
    assert pdf_validator.validate_pdf_bytes(data, profile="2b").is_compliant
    with pikepdf.open(BytesIO(data)) as pdf:
        held = {each.read_raw_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)}
    assert held == set(streams_of(data))


def test_a_file_is_told_by_its_content() -> None:
    ids = set()
    for remark in ("one", "two", "one"):
        with pikepdf.open(BytesIO(a_canvas(remark).written(METADATA))) as pdf:
            first, second = pdf.trailer.ID
            assert bytes(first) == bytes(second)
            ids.add(bytes(first))
    assert len(ids) == 2


def test_a_file_asks_for_its_title_and_what_it_is_told_to() -> None:
    canvas = a_canvas("x")
    canvas.setViewerPreference("PrintScaling", "/None")
    with pikepdf.open(BytesIO(canvas.written(METADATA))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert dict(pdf.Root.ViewerPreferences) == {
            "/DisplayDocTitle": True,
            "/PrintScaling": pikepdf.Name("/None"),
        }


def test_streams_are_bytes_and_nothing_else_is_between_the_objects() -> None:
    data = write(body("x")).data
    assert b"ASCII85" not in data
    assert b"ReportLab" not in data


def test_instants_keep_their_offset() -> None:
    paper = write(body("x"), made_at=datetime(2025, 1, 6, tzinfo=UTC))
    assert b"%PDF-1.7" in paper.data[:10]
