"""The check finds departures: one that cannot fail proves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace
from reportlab.pdfgen.canvas import Canvas

from db.records import Signer, SigningForm
from desktop.demo import SAMPLE_INSTANT, sample_file
from desktop.documents import decree30, pdf, setting_head
from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Column,
    Document,
    Heading,
    HorizontalAlign,
    Letterhead,
    Part,
    Role,
    Row,
    Signature,
    Table,
    paragraph,
    run,
)
from desktop.documents.decree30 import STYLES, mm
from desktop.documents.format_check.check import (
    FormatReport,
    PdfRefusal,
    check_file,
    check_form,
    format_departures,
)
from desktop.documents.format_check.departures import Departure
from desktop.documents.format_check.departures import DepartureCode as Code
from desktop.documents.pdf import write_pdf
from desktop.documents.plan import plan_document
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.rules.load import shipped_pack
from tests.desktop.documents.binh_hoa import MADE_AT, SHORT, a_snapshot

LETTERHEAD = Letterhead(
    issuer=run("ỦY BAN NHÂN DÂN\nXÃ BÌNH HÒA"),
    number=run("Số: 05/KH-UBND"),
    place_date=run("Bình Hòa, ngày 05 tháng 3 năm 2025"),
)
HEADING = Heading(kind=run("Kế hoạch"), subject=run("Tổ chức Hội nghị tuyên dương"))
BODY = paragraph(Role.BODY, "Nội dung của kế hoạch, đủ dài để viết thành hai dòng trên trang " * 2)
END = paragraph(Role.BODY, "Trên đây là Kế hoạch; đề nghị các đơn vị thực hiện./.")
SIGNATURE = Signature(
    recipients=(run("- Như trên;"), run("- Lưu: VT.")),
    authority=(run("TM. Ủy ban nhân dân"), run("Chủ tịch")),
    name=run("Lê Thị Ánh"),
)
SOUND = (LETTERHEAD, HEADING, BODY, END, SIGNATURE)
APPENDIX = AppendixHeading(
    word=run("Phụ lục"), title=(run("Danh sách"),), reference=run("(Kèm theo Kế hoạch số 05/KH)")
)


def found(**fields: Any) -> set[tuple[Code, Role | None]]:
    """Draw a plan of the sample's commune and say what departs."""
    data = write_pdf(plan_document(a_snapshot(**(SHORT | fields))), MADE_AT).data
    return {(one.code, one.element) for one in format_departures(data)}


def departures_in(*parts: Part | Sequence[Block]) -> tuple[Departure, ...]:
    whole = tuple(part if isinstance(part, Part) else Part(blocks=tuple(part)) for part in parts)
    return format_departures(write_pdf(Document(title="", author="", parts=whole), MADE_AT).data)


def codes_in(*parts: Part | Sequence[Block]) -> list[Code]:
    return [one.code for one in departures_in(*parts)]


def signed(*authority: str, recipients: Sequence[str] = ("- Lưu: VT.",)) -> list[Code]:
    signature = replace(
        SIGNATURE,
        authority=tuple(run(line) for line in authority),
        recipients=tuple(run(line) for line in recipients),
    )
    return codes_in((LETTERHEAD, HEADING, BODY, END, signature))


def the_sample(**fields: Any) -> Snapshot:
    file = sample_file()
    return Snapshot(
        file=replace(file, conference=replace(file.conference, **fields)),
        made_at=SAMPLE_INSTANT,
        rules=shipped_pack(file.conference.rule_pack_id),
    )


def test_a_sound_paper_departs_nowhere() -> None:
    assert departures_in(SOUND) == ()


# the page


@pytest.mark.parametrize(
    ("role", "change", "code"),
    [
        (Role.NATIONAL_TITLE, {"size_pt": 11}, Code.SIZE),
        (Role.MOTTO, {"is_bold": False}, Code.NOT_BOLD),
        (Role.MOTTO, {"align": HorizontalAlign.LEFT}, Code.NOT_CENTRED),
        (Role.ISSUER, {"size_pt": 14}, Code.SIZE),
        (Role.NUMBER, {"size_pt": 14}, Code.SIZE),
        (Role.NUMBER, {"is_bold": True}, Code.NOT_PLAIN),
        (Role.NUMBER, {"is_italic": True}, Code.NOT_ROMAN),
        (Role.PLACE_DATE, {"is_italic": False}, Code.NOT_ITALIC),
        (Role.KIND, {"size_pt": 16}, Code.SIZE),
        (Role.KIND, {"is_upper": False}, Code.NOT_UPPER),
        (Role.SUBJECT, {"size_pt": 15}, Code.SIZE),
        (Role.BASIS, {"size_pt": 15}, Code.SIZE),
        (Role.PAGE_NUMBER, {"size_pt": 10}, Code.SIZE),
        (Role.PAGE_NUMBER, {"align": HorizontalAlign.LEFT}, Code.NOT_CENTRED),
        (Role.AUTHORITY, {"is_bold": False}, Code.NOT_BOLD),
        (Role.SIGNER, {"size_pt": 12}, Code.SIZE),
        (Role.RECIPIENTS_WORD, {"is_italic": False}, Code.NOT_ITALIC),
        (Role.RECIPIENT, {"size_pt": 12}, Code.SIZE),
    ],
)
def test_a_wrong_style_is_found(
    role: Role, change: dict[str, Any], code: Code, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(STYLES, role, replace(STYLES[role], **change))
    assert (code, role) in found()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"indent_pt": 20}, Code.INDENT),
        ({"pitch": 2.0}, Code.LINE_SPACING),
        ({"pitch": 0.95}, Code.LINE_SPACING),
        ({"before_pt": 0}, Code.PARAGRAPH_SPACING),
        ({"size_pt": 15}, Code.SIZE),
    ],
)
def test_text_set_wrong_is_found(
    change: dict[str, Any], code: Code, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(STYLES, Role.POINT, replace(STYLES[Role.POINT], **change))
    assert (code, Role.BODY) in found()


@pytest.mark.parametrize("side", ["left_pt", "right_pt", "top_pt", "bottom_pt"])
def test_a_margin_too_narrow_is_found(side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = replace(decree30.PORTRAIT, **{side: mm(2)})
    monkeypatch.setattr(pdf, "PORTRAIT", narrow)
    assert (Code.MARGIN_NARROW, None) in found()


@pytest.mark.parametrize("side", ["left_pt", "right_pt"])
def test_a_margin_too_wide_is_found(side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PORTRAIT", replace(decree30.PORTRAIT, **{side: mm(42)}))
    assert (Code.MARGIN_WIDE, None) in found()


def test_another_sheet_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = replace(decree30.PORTRAIT, width_pt=612, height_pt=792)
    monkeypatch.setattr(pdf, "PORTRAIT", letter)
    assert (Code.SHEET, None) in found()


def test_a_turned_sheet_without_a_table_is_found() -> None:
    turned = Part(blocks=(APPENDIX, BODY), is_landscape=True)
    assert Code.LANDSCAPE_WITHOUT_TABLE in codes_in(SOUND, turned)


def test_a_page_number_on_page_one_and_a_wrong_one_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = pdf._page_number
    monkeypatch.setattr(pdf, "_page_number", lambda n, ink, page: draw(n + 2, ink, page))
    many = codes_in((LETTERHEAD, HEADING, *[BODY] * 40, END, SIGNATURE))
    assert Code.PAGE_NUMBER_ON_FIRST in many
    assert Code.PAGE_NUMBER_WRONG in many


def test_a_font_that_is_foreign_and_not_in_the_file_is_found() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(100, 700, "abc")
    canvas.save()
    found = {one.code for one in format_departures(buffer.getvalue())}
    assert {Code.FONT_FOREIGN, Code.FONT_NOT_EMBEDDED, Code.COLOUR} <= found
    assert Code.ELEMENT_MISSING in found


def test_a_print_without_an_official_form_is_held_only_to_what_is_read_of_it() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.setSubject(decree30.NO_OFFICIAL_FORM)
    canvas.drawString(100, 700, "abc")
    canvas.drawString(104, 703, "a\u0301c")
    canvas.save()
    report = check_form(buffer.getvalue())
    assert not report.is_official
    assert {one.code for one in report.departures} == {
        Code.FONT_NOT_EMBEDDED,
        Code.TEXT_OVER_TEXT,
    }


def test_letters_kept_apart_from_their_marks_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.documents.ink.visible", lambda text: text)
    apart = replace(BODY, runs=(replace(BODY.runs[0], text="Nội dung: a\u0301."),))
    assert Code.TEXT_NOT_COMPOSED in codes_in((LETTERHEAD, HEADING, apart, END, SIGNATURE))


# the head


def test_a_rule_too_long_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_head, "RULE_SHARE_MOST", 0.9)
    assert {(Code.RULE_LENGTH, Role.ISSUER), (Code.RULE_LENGTH, Role.SUBJECT)} <= found()


def test_missing_rules_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_head._Stack, "rule", lambda *_: None)
    missing = {one.element for one in departures_in(SOUND) if one.code is Code.RULE_MISSING}
    assert missing == {Role.MOTTO, Role.ISSUER, Role.SUBJECT}


@pytest.mark.parametrize(
    ("name", "words", "role"),
    [
        ("MOTTO", "Độc lập-Tự do-Hạnh phúc", Role.MOTTO),
        ("NATIONAL_TITLE", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT-NAM", Role.NATIONAL_TITLE),
    ],
)
def test_a_national_title_in_other_words_is_found(
    name: str, words: str, role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting_head, name, words)
    assert (Code.ELEMENT_BROKEN, role) in {(one.code, one.element) for one in departures_in(SOUND)}


@pytest.mark.parametrize(
    ("number", "date", "code"),
    [
        ("Số 05/KH-UBND", "Bình Hòa, ngày 05 tháng 3 năm 2025", Code.NUMBER_FORM),
        ("Số: 5/KH-UBND", "Bình Hòa, ngày 05 tháng 3 năm 2025", Code.NUMBER_FORM),
        ("Số: 05/kh-ubnd", "Bình Hòa, ngày 05 tháng 3 năm 2025", Code.NUMBER_FORM),
        ("Số: 05/KH-UBND", "Bình Hòa, ngày 5 tháng 3 năm 2025", Code.DATE_FORM),
        ("Số: 05/KH-UBND", "Bình Hòa, ngày 05 tháng 03 năm 2025", Code.DATE_FORM),
        ("Số: 05/KH-UBND", "Bình Hòa ngày 05 tháng 3 năm 2025", Code.DATE_FORM),
        ("Số: 05/BC-UBND", "Bình Hòa, ngày 05 tháng 3 năm 2025", Code.KIND_AND_SYMBOL_DIFFER),
    ],
)
def test_a_wrong_number_or_date_is_found(number: str, date: str, code: Code) -> None:
    head = replace(LETTERHEAD, number=run(number), place_date=run(date))
    assert codes_in((head, *SOUND[1:])) == [code]


def test_a_kind_that_the_decree_does_not_know_is_found() -> None:
    heading = replace(HEADING, kind=run("Danh sách"))
    assert codes_in((LETTERHEAD, heading, *SOUND[2:])) == [Code.KIND_UNKNOWN]


def test_a_paper_that_is_not_issued_needs_no_number_kind_of_the_decree_or_signature() -> None:
    head = Letterhead(issuer=LETTERHEAD.issuer)
    heading = replace(HEADING, kind=run("Kịch bản"))
    assert codes_in((head, heading, BODY)) == []


def test_a_paper_without_kind_or_subject_is_found() -> None:
    assert (Code.ELEMENT_MISSING, Role.KIND) in {
        (one.code, one.element) for one in departures_in((LETTERHEAD,))
    }


# the text


@pytest.mark.parametrize(
    "bases",
    [("Căn cứ Luật;", "Căn cứ Kế hoạch;"), ("Căn cứ Luật.", "Căn cứ Kế hoạch.")],
)
def test_bases_that_end_wrong_are_found(bases: tuple[str, str]) -> None:
    lines = [paragraph(Role.BASIS, text) for text in bases]
    assert codes_in((LETTERHEAD, HEADING, *lines, BODY, END, SIGNATURE)) == [Code.BASIS_END]


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        ([(Role.SECTION, "I. Một"), (Role.SECTION, "III. Ba")], "III. BA"),
        ([(Role.CLAUSE, "1. Một"), (Role.CLAUSE, "3. Ba")], "3. Ba"),
        ([(Role.POINT, "d) bốn;"), (Role.POINT, "e) năm.")], "d) bốn;"),
        ([(Role.POINT, f"{letter}) x;") for letter in "abcde"], "e) x;"),
        ([(Role.BODY, "Điều 1. Một"), (Role.BODY, "Điều 3. Ba")], "Điều 3. Ba"),
        ([(Role.SECTION, "I. Một"), (Role.CLAUSE, "2. Hai")], "2. Hai"),
    ],
)
def test_numbers_out_of_order_are_found(texts: list[tuple[Role, str]], wrong: str) -> None:
    lines = [paragraph(role, text) for role, text in texts]
    departures = departures_in((LETTERHEAD, HEADING, *lines, END, SIGNATURE))
    assert wrong in [one.text for one in departures if one.code is Code.NUMBERING]


def test_numbers_that_begin_anew_in_their_part_are_in_order() -> None:
    texts = [
        (Role.SECTION, "I. Một"),
        (Role.CLAUSE, "1. Một"),
        (Role.POINT, "a) một;"),
        (Role.DASH, "- một;"),
        (Role.POINT, "b) hai."),
        (Role.BODY, "Gồm các việc sau:"),
        (Role.POINT, "a) lại một;"),
        (Role.POINT, "b) lại hai;"),
        (Role.CLAUSE, "2. Hai"),
        (Role.POINT, "a) một."),
        (Role.SECTION, "II. Hai"),
        (Role.CLAUSE, "1. Một"),
    ]
    lines = [paragraph(role, text) for role, text in texts]
    assert codes_in((LETTERHEAD, HEADING, *lines, END, SIGNATURE)) == []


def test_a_part_whose_title_is_not_in_capitals_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STYLES, Role.SECTION, replace(STYLES[Role.SECTION], is_upper=False))
    assert (Code.SECTION_NOT_STRONG, Role.SECTION) in found()


# the foot


def test_a_missing_end_mark_is_found() -> None:
    assert codes_in((LETTERHEAD, HEADING, BODY, SIGNATURE)) == [Code.END_MARK]


def test_a_paper_that_ends_with_a_table_needs_no_end_mark() -> None:
    table = Table(columns=(Column(heading="A", share=1),), rows=(Row(cells=((run("x"),),)),))
    assert codes_in((LETTERHEAD, HEADING, BODY, table, SIGNATURE)) == []


def test_a_numbered_paper_without_a_signature_is_found() -> None:
    (found,) = departures_in((LETTERHEAD, HEADING, BODY, END))
    assert (found.code, found.element) == (Code.ELEMENT_MISSING, Role.RECIPIENTS_WORD)


def test_a_missing_file_copy_is_found() -> None:
    assert (Code.FILE_COPY_MISSING, Role.RECIPIENT) in found(recipients=("Lưu văn thư",))


def test_recipients_of_another_form_are_found() -> None:
    assert signed("Chủ tịch", recipients=("- Như trên.", "- Lưu: VT.")) == [Code.RECIPIENT_FORM]
    assert signed("Chủ tịch", recipients=("Như trên;", "- Lưu: VT;")) == [Code.RECIPIENT_FORM] * 2


@pytest.mark.parametrize(
    "authority",
    [
        ("TM. Ủy ban nhân dân", "Chủ tịch"),
        ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"),
        ("Q. Giám đốc",),
        ("KT. Giám đốc", "Phó Giám đốc"),
        ("TL. Chủ tịch", "Chánh Văn phòng"),
        ("TUQ. Chủ tịch", "Giám đốc Sở Nội vụ"),
        ("Giám đốc",),
        ("Quyền Trưởng phòng",),
    ],
)
def test_every_form_of_signing_is_sound(authority: tuple[str, ...]) -> None:
    assert signed(*authority) == []


@pytest.mark.parametrize(
    "authority",
    [
        ("T/M Ủy ban nhân dân", "Chủ tịch"),
        ("TM Ủy ban nhân dân", "Chủ tịch"),
        ("TM. Ủy ban nhân dân",),
        ("KT. Giám đốc",),
        ("Chủ tịch", "TM. Ủy ban nhân dân"),
        ("TL.Chủ tịch", "Chánh Văn phòng"),
    ],
)
def test_a_form_of_signing_that_is_none_is_found(authority: tuple[str, ...]) -> None:
    assert Code.SIGNING_FORM in signed(*authority)


@pytest.mark.parametrize("form", list(SigningForm))
def test_whoever_signs_however_the_plan_is_sound(form: SigningForm) -> None:
    signer = Signer(
        id="1" * 32,
        name="Lê Hữu Thắng",
        post="Phó Chủ tịch",
        form=form,
        collective="Ủy ban nhân dân",
        head_post="Chủ tịch",
    )
    assert found(office={"signers": (signer,)}, signer_id=signer.id) == set()


def test_a_signature_alone_on_its_page_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_hold_to_next", lambda *_: None)
    torn = [codes_in((LETTERHEAD, HEADING, *[BODY] * n, END, SIGNATURE)) for n in range(9, 16)]
    assert any(Code.SIGNATURE_TORN in codes for codes in torn)


def test_recipients_of_two_pages_are_read_as_one_list() -> None:
    many = [run(f"- Thôn {number};") for number in range(1, 120)]
    signature = replace(SIGNATURE, recipients=(*many, run("- Lưu: VT.")))
    assert codes_in((LETTERHEAD, HEADING, *[BODY] * 20, END, signature)) == []


# appendices


def appendix(word: str) -> Part:
    table = Table(columns=(Column(heading="A", share=1),), rows=(Row(cells=((run("x"),),)),))
    return Part(blocks=(replace(APPENDIX, word=run(word)), table), is_landscape=True)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("Phụ lục",), 0),
        (("Phụ lục I", "Phụ lục II"), 0),
        (("Phụ lục II",), 0),  # the first is a file of its own
        (("Phụ lục", "Phụ lục"), 2),
        (("Phụ lục I", "Phụ lục III"), 1),
        (("Phụ lục 1", "Phụ lục 2"), 2),
        (("Phụ lục 1",), 1),
    ],
)
def test_appendices_are_numbered_in_roman_figures(words: tuple[str, ...], count: int) -> None:
    codes = codes_in(SOUND, *(appendix(word) for word in words))
    assert codes == [Code.APPENDIX_NUMBER] * count


def test_an_appendix_without_its_title_or_reference_is_found() -> None:
    bare = replace(APPENDIX, title=(), reference=run(""))
    found = departures_in(SOUND, (bare, BODY))
    assert [(one.code, one.element) for one in found] == [
        (Code.ELEMENT_MISSING, Role.APPENDIX_TITLE),
        (Code.ELEMENT_MISSING, Role.APPENDIX_REFERENCE),
    ]


# drafts


def test_an_open_number_without_the_mark_and_a_mark_left_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "is_draft", lambda _: False)
    assert (Code.DRAFT_MARK_MISSING, None) in found()
    monkeypatch.setattr(pdf, "is_draft", lambda _: True)
    assert codes_in(SOUND) == [Code.DRAFT_MARK_LEFT]


# files


def test_a_file_is_read_from_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch.pdf"
    path.write_bytes(write_pdf(plan_document(a_snapshot(**SHORT)), MADE_AT).data)
    assert check_file(path) == FormatReport(departures=(), is_official=True)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    refused = {}
    locked = BytesIO()
    with pikepdf.open(BytesIO(write_pdf(plan_document(a_snapshot()), MADE_AT).data)) as whole:
        whole.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    empty = BytesIO()
    with pikepdf.new() as none:
        none.save(empty)
    for name, data in {
        "text.pdf": b"no PDF",
        "locked.pdf": locked.getvalue(),
        "empty.pdf": empty.getvalue(),
    }.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputRefused) as refusal:
            check_file(tmp_path / name)
        refused[name] = refusal.value.reason
    assert refused == {
        "text.pdf": PdfRefusal.NOT_PDF,
        "locked.pdf": PdfRefusal.NOT_PDF,
        "empty.pdf": PdfRefusal.NOT_PDF,
    }
    with pytest.raises(InputRefused, match=PdfRefusal.UNREADABLE):
        check_file(tmp_path / "nothing.pdf")
