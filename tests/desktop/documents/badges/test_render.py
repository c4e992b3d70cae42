"""Badges as printed: read back from the finished PDF by text, boxes and pixels."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page as pdf_validator
import pdfplumber
import pikepdf
import PIL.Image
import pypdfium2
import pytest
import zxingcpp
from msgspec.structs import replace

from db.records import Delegate, ParticipantGroup
from desktop.documents.badges.code import badge_digits, conference_part, parse
from desktop.documents.badges.layout import Code, Image, Layout, Picture, Rectangle, Text
from desktop.documents.badges.load import shipped_layout, shipped_sheet
from desktop.documents.badges.run import badge_places, render
from desktop.documents.badges.sheet import Cell
from desktop.documents.rendered import PaperProblem, ProblemCode, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from tests.builders import NOON, a_conference, a_delegate, a_file, an_office, ident
from tests.desktop.documents.badges.people import GROUPS, a_crowd, a_portrait, stored

MM = 72 / 25.4
DPI = 200
ROUNDING_PT = 0.05  # a text that fills its line ends on the edge of its box
LAYOUT = shipped_layout()
LONGEST = "Công Huyền Tôn Nữ Thị Nguyễn Phước Bảo Ngọc Quỳnh Hương Giang"
SIXTY = "Hợp tác xã Dịch vụ nông nghiệp tổng hợp và Du lịch Bình Hòa 2"


def a_snapshot(*delegates: Delegate, **fields: Any) -> Snapshot:
    conference = a_conference(groups=GROUPS)
    return Snapshot(file=a_file(*delegates, **({"conference": conference} | fields)), made_at=NOON)


def text_element(field: str) -> Text:
    return next(e for e in LAYOUT.elements if isinstance(e, Text) and e.field == field)


def box_on_page(cell: Cell, element: Text | Image) -> tuple[float, float, float, float]:
    """Locate a box in points from the top left corner of its page."""
    left, top = (cell.x_mm + element.x_mm) * MM, (cell.y_mm + element.y_mm) * MM
    right, bottom = left + element.width_mm * MM, top + element.height_mm * MM
    return left - ROUNDING_PT, top - ROUNDING_PT, right + ROUNDING_PT, bottom + ROUNDING_PT


def read(page: Any, cell: Cell, field: str) -> str:
    """Read a field from its box; lines become spaces."""
    words = page.within_bbox(box_on_page(cell, text_element(field)), strict=False).extract_text()
    return " ".join(words.split())


def one_badge(**fields: Any) -> tuple[RenderedPaper, Any, Cell]:
    """Print one delegate: the paper, its page in pdfplumber, its cell."""
    snapshot = a_snapshot(a_delegate(**fields))
    paper = render(snapshot)
    return paper, pdfplumber.open(BytesIO(paper.data)).pages[0], badge_places(snapshot)[0].cell


@pytest.fixture(scope="module")
def crowd() -> Snapshot:
    return Snapshot(file=a_crowd(200), made_at=NOON)


@pytest.fixture(scope="module")
def paper(crowd: Snapshot) -> RenderedPaper:
    return render(crowd)


@pytest.fixture(scope="module")
def plumber(paper: RenderedPaper) -> Iterator[Any]:
    with pdfplumber.open(BytesIO(paper.data)) as opened:
        yield opened


def test_two_hundred_badges_take_fifty_sheets_of_a4(paper: RenderedPaper, plumber: Any) -> None:
    assert paper.pages == len(plumber.pages) == 50
    for page in plumber.pages:
        assert page.width == pytest.approx(210 * MM, abs=0.01)
        assert page.height == pytest.approx(297 * MM, abs=0.01)


def test_every_code_is_that_of_the_person_printed_in_its_cell(
    crowd: Snapshot, paper: RenderedPaper, plumber: Any
) -> None:
    people = {each.id: each for each in crowd.file.delegates}
    code = next(element for element in LAYOUT.elements if isinstance(element, Code))
    pdf = pypdfium2.PdfDocument(paper.data)
    pictures: dict[int, Any] = {}
    scale = DPI / 25.4
    for place in badge_places(crowd):
        cell, person = place.cell, people[place.delegate_id]
        if cell.page not in pictures:
            pictures = {cell.page: pdf[cell.page].render(scale=DPI / 72, grayscale=True).to_pil()}
        left, top = cell.x_mm + code.x_mm, cell.y_mm + code.y_mm
        cut = (left, top, left + code.side_mm, top + code.side_mm)
        found = zxingcpp.read_barcodes(pictures[cell.page].crop([round(c * scale) for c in cut]))

        assert [barcode.text for barcode in found] == [
            badge_digits(person.conference_id, person.badge_number or 0)
        ]
        assert parse(found[0].text).badge_number == person.badge_number
        assert parse(found[0].text).conference_part == conference_part(crowd.file.conference.id)
        page = plumber.pages[cell.page]
        assert read(page, cell, "name") == person.name
        assert read(page, cell, "number") == f"{person.badge_number:03}"
        assert read(page, cell, "digits").replace(" ", "") == found[0].text


def test_no_text_stands_outside_its_box(crowd: Snapshot, plumber: Any) -> None:
    boxes = [element for element in LAYOUT.elements if isinstance(element, Text | Image)]
    cells: dict[int, list[Cell]] = {}
    for place in badge_places(crowd):
        cells.setdefault(place.cell.page, []).append(place.cell)
    for number, page in enumerate(plumber.pages):
        places = [box_on_page(cell, box) for cell in cells[number] for box in boxes]
        for char in page.chars:
            if char["text"] == " ":
                continue
            assert any(
                left <= char["x0"]
                and char["x1"] <= right
                and top <= char["top"]
                and char["bottom"] <= bottom
                for left, top, right, bottom in places
            ), char


def test_only_the_name_that_does_not_fit_is_listed(crowd: Snapshot, paper: RenderedPaper) -> None:
    long = next(each for each in crowd.file.delegates if each.name == LONGEST)

    assert paper.problems == (
        PaperProblem(
            code=ProblemCode.TEXT_TOO_LONG, field="name", delegate_id=long.id, text=LONGEST
        ),
    )


def test_equal_snapshots_give_equal_bytes(crowd: Snapshot, paper: RenderedPaper) -> None:
    assert render(Snapshot(file=a_crowd(200), made_at=NOON)).data == paper.data


def test_the_pdf_is_an_archive_with_all_fonts_inside(paper: RenderedPaper) -> None:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(paper.data)
        file.flush()
        verdict = pdf_validator.validate_pdf(file.name, profile="2b")

    assert verdict.is_compliant, str(verdict)
    with pikepdf.open(BytesIO(paper.data)) as pdf:
        assert str(pdf.docinfo.Title).startswith("Thẻ đại biểu – Hội nghị tuyên dương")
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        fonts = [each for each in fonts if each.get("/Type") == "/Font"]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_each_photo_is_in_the_file_once_as_it_came(crowd: Snapshot, paper: RenderedPaper) -> None:
    with pikepdf.open(BytesIO(paper.data)) as pdf:
        photos = {
            each.read_raw_bytes()
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        }

    assert photos == {image.data for image in crowd.file.images}


@pytest.mark.parametrize(
    "name",
    [
        "Y Wang Niê",
        "H'Hen Niê",
        "Chơn",
        "NGUYỄN THỊ ẤM",
        "nguyễn thị ước",
        "Trần <b>Ánh</b> & Con",
        "&lt;b&gt;",
        "Công Tằng Tôn Nữ Hoàng Thị Thùy Dương",
        LONGEST,
        "Nguyễnthịkiềuphượngnguyễnthịkiềuphượng",
        " ".join(["Phước"] * 60),
    ],
)
def test_a_name_is_printed_whole_and_as_typed_within_its_box(name: str) -> None:
    _, page, cell = one_badge(name=name, post="Trưởng thôn", unit="Thôn 4")

    assert read(page, cell, "name") == name


def test_a_decomposed_name_is_printed_in_composed_letters() -> None:
    paper, page, cell = one_badge(name="Nguyê\u0303n Thi\u0323 U\u031bo\u031b\u0301c")

    assert read(page, cell, "name") == "Nguyễn Thị Ước"
    assert not paper.problems


def test_post_and_a_unit_of_sixty_letters_are_readable() -> None:
    paper, page, cell = one_badge(post="Chủ tịch Hội đồng quản trị kiêm Giám đốc", unit=SIXTY)

    assert read(page, cell, "unit") == SIXTY
    assert read(page, cell, "post") == "Chủ tịch Hội đồng quản trị kiêm Giám đốc"
    assert not paper.problems


def test_a_unit_moves_up_where_no_post_is() -> None:
    _, page, cell = one_badge(post="", unit="Thôn 4, xã Bình Hòa")

    assert read(page, cell, "post") == "Thôn 4, xã Bình Hòa"
    assert read(page, cell, "unit") == ""


def test_the_shared_part_says_who_invites_whom_to_what_and_when() -> None:
    _, page, cell = one_badge()

    assert read(page, cell, "issuer") == "ỦY BAN NHÂN DÂN XÃ BÌNH HÒA"
    assert read(page, cell, "title") == "HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN XÃ BÌNH HÒA"
    assert read(page, cell, "subtitle") == "Giai đoạn 2020-2025"
    assert read(page, cell, "label") == "ĐẠI BIỂU ĐIỂN HÌNH"
    assert read(page, cell, "place") == "Bình Hòa"
    assert read(page, cell, "date") == "ngày 20 tháng 3 năm 2025"


def test_without_a_photo_the_initials_stand_in_its_place() -> None:
    paper, page, cell = one_badge(name="Đặng Thị Ước")
    photo = next(element for element in LAYOUT.elements if isinstance(element, Image))

    assert page.within_bbox(box_on_page(cell, photo)).extract_text() == "ĐƯ"
    assert not paper.problems


def test_a_photo_of_another_shape_fills_its_box_and_no_more() -> None:
    wide = a_portrait(1, 600, 400)
    snapshot = a_snapshot(a_delegate(photo_id=wide.id), images=(wide,))
    picture = pypdfium2.PdfDocument(render(snapshot).data)[0].render(scale=DPI / 72).to_pil()
    photo = next(element for element in LAYOUT.elements if isinstance(element, Image))
    left, top, right, bottom = (
        side / 72 * DPI for side in box_on_page(badge_places(snapshot)[0].cell, photo)
    )

    middle = (top + bottom) / 2
    for inside in (left + 8, right - 8):
        assert picture.getpixel((round(inside), round(middle))) != (255, 255, 255)
    for outside in (left - 8, right + 8):
        assert picture.getpixel((round(outside), round(middle))) == (255, 255, 255)


def test_a_grey_photo_is_shown_grey_and_the_file_is_still_an_archive() -> None:
    buffer = BytesIO()
    PIL.Image.new("L", (354, 472), 90).save(buffer, "JPEG")
    grey = stored(buffer.getvalue())
    snapshot = a_snapshot(a_delegate(photo_id=grey.id), images=(grey,))
    data = render(snapshot).data
    photo = next(element for element in LAYOUT.elements if isinstance(element, Image))
    left, top, right, bottom = (
        side / 72 * DPI for side in box_on_page(badge_places(snapshot)[0].cell, photo)
    )
    picture = pypdfium2.PdfDocument(data)[0].render(scale=DPI / 72).to_pil()

    shown = picture.getpixel((round((left + right) / 2), round((top + bottom) / 2)))
    assert shown == pytest.approx((90, 90, 90), abs=2)
    assert pdf_validator.validate_pdf_bytes(data, profile="2b").is_compliant


def test_a_photo_may_stand_without_a_border() -> None:
    portrait = a_portrait()
    photo = Image(x_mm=10, y_mm=20, width_mm=30, height_mm=40, picture=Picture.PHOTO)
    layout = replace(LAYOUT, slot=None, elements=(photo,))
    snapshot = a_snapshot(a_delegate(photo_id=portrait.id), images=(portrait,))

    with pdfplumber.open(BytesIO(render(snapshot, layout).data)) as pdf:
        assert len(pdf.pages[0].images) == 1
        assert not pdf.pages[0].rects


def test_a_logo_is_fitted_whole_into_its_box() -> None:
    logo = a_portrait(2, 400, 400)
    box = Image(x_mm=8, y_mm=12, width_mm=20, height_mm=9, picture=Picture.LOGO)
    elements = tuple(
        e for e in LAYOUT.elements if not (isinstance(e, Text) and e.field == "issuer")
    )
    layout = replace(LAYOUT, elements=(*elements, box))
    snapshot = a_snapshot(a_delegate(), office=an_office(logo_id=logo.id), images=(logo,))

    with pdfplumber.open(BytesIO(render(snapshot, layout).data)) as pdf:
        (image,) = pdf.pages[0].images

    assert image["width"] == pytest.approx(9 * MM, abs=0.1)
    assert image["height"] == pytest.approx(9 * MM, abs=0.1)
    assert image["x0"] == pytest.approx((8 + 5.5) * MM, abs=0.1)


def problems_of(snapshot: Snapshot, layout: Layout | None = None) -> set[tuple[str, str, str, str]]:
    return {
        (problem.code.name, problem.field, problem.delegate_id, problem.text)
        for problem in render(snapshot, layout).problems
    }


def test_what_is_missing_is_listed_with_the_person() -> None:
    broken = stored(b"no picture")
    people = (
        a_delegate(1, badge_number=None),
        a_delegate(2, name=""),
        a_delegate(3, group_id=""),
        a_delegate(4, photo_id="f" * 64),
        a_delegate(5, photo_id=broken.id),
        a_delegate(6, name="Nguyễn 中 文 中"),
    )

    assert problems_of(a_snapshot(*people, images=(broken,))) == {
        ("FIELD_EMPTY", "badge_number", ident(1001), ""),
        ("FIELD_EMPTY", "name", ident(1002), ""),
        ("FIELD_EMPTY", "group_id", ident(1003), ""),
        ("PHOTO_MISSING", "photo_id", ident(1004), ""),
        ("PHOTO_UNREADABLE", "photo_id", ident(1005), ""),
        ("MISSING_GLYPH", "name", ident(1006), "中文"),
    }


def test_a_letter_that_no_font_has_prints_as_an_empty_box() -> None:
    _, page, cell = one_badge(name="Nguyễn 中")
    photo = next(element for element in LAYOUT.elements if isinstance(element, Image))

    assert read(page, cell, "name") == "Nguyễn □"
    assert page.within_bbox(box_on_page(cell, photo)).extract_text() == "N□"


def test_faults_of_the_conference_are_listed_once() -> None:
    conference = a_conference(
        title=" ".join(["Hội nghị tuyên dương điển hình tiên tiến"] * 8),
        groups=(ParticipantGroup(id=ident(12), name="Khách mời", colour="silver"),),
    )
    snapshot = a_snapshot(
        a_delegate(1),
        a_delegate(2),
        conference=conference,
        office=an_office(logo_id="e" * 64),
    )
    logo = Image(x_mm=8, y_mm=12, width_mm=2, height_mm=2, picture=Picture.LOGO)
    layout = replace(LAYOUT, elements=(*LAYOUT.elements, logo))

    found = render(snapshot, layout).problems

    assert [(problem.code.name, problem.field) for problem in found] == [
        ("TEXT_TOO_LONG", "title"),
        ("FIELD_EMPTY", "colour"),
        ("PHOTO_MISSING", "logo_id"),
    ]


def test_a_name_without_letters_leaves_the_place_of_the_photo_free() -> None:
    _, page, cell = one_badge(name="123 & 456")
    photo = next(element for element in LAYOUT.elements if isinstance(element, Image))

    assert page.within_bbox(box_on_page(cell, photo)).extract_text() == ""


def test_a_plain_layout_needs_neither_slot_nor_panel_nor_group() -> None:
    plain_photo = Image(x_mm=10, y_mm=20, width_mm=20, height_mm=30, picture=Picture.PHOTO)
    layout = replace(LAYOUT, slot=None, elements=(plain_photo, text_element("name")))
    snapshot = a_snapshot(a_delegate(group_id=""))
    with pdfplumber.open(BytesIO(render(snapshot, layout).data)) as pdf:
        assert pdf.pages[0].extract_text().split() == ["NƯ", "Nguyễn", "Thị", "Ước"]


def test_a_panel_is_filled_behind_the_code_and_the_code_stays_on_white() -> None:
    panel = Rectangle(x_mm=70, y_mm=101, width_mm=28.5, height_mm=35, fill="gold")
    layout = replace(LAYOUT, elements=(panel, *LAYOUT.elements))
    snapshot = a_snapshot(a_delegate())
    picture = pypdfium2.PdfDocument(render(snapshot, layout).data)[0].render(scale=DPI / 72)
    picture = picture.to_pil()

    def pixel(x_mm: float, y_mm: float) -> object:
        return picture.getpixel((round(x_mm * DPI / 25.4), round((y_mm + 0.5) * DPI / 25.4)))

    assert pixel(71, 102) == (185, 138, 46)
    assert pixel(73.5, 105) == (255, 255, 255)
    assert len(zxingcpp.read_barcodes(picture)) == 1


def test_a_badge_without_number_has_no_code() -> None:
    _, page, cell = one_badge(badge_number=None)

    assert read(page, cell, "number") == ""
    assert read(page, cell, "digits") == ""
    picture = page.to_image(resolution=DPI).original
    assert not zxingcpp.read_barcodes(picture)


def test_without_delegates_there_is_a_sheet_to_cut_and_a_problem() -> None:
    paper = render(a_snapshot())

    assert paper.pages == len(pypdfium2.PdfDocument(paper.data)) == 1
    assert [(p.code, p.field) for p in paper.problems] == [(ProblemCode.FIELD_EMPTY, "delegates")]


def test_every_group_shows_its_colour_and_word() -> None:
    people = [a_delegate(n, group_id=group.id) for n, group in enumerate(GROUPS, start=1)]
    snapshot = a_snapshot(*people)
    paper = render(snapshot)
    with pdfplumber.open(BytesIO(paper.data)) as pdf:
        for place, group in zip(badge_places(snapshot), GROUPS, strict=True):
            page = pdf.pages[place.cell.page]
            label = group.badge_label or group.name
            assert read(page, place.cell, "label") == label.upper()
            fill = tuple(
                round(int(LAYOUT.palette[group.colour].fill[start : start + 2], 16) / 255, 2)
                for start in (1, 3, 5)
            )
            band = page.crop(box_on_page(place.cell, text_element("label")))
            fills = {tuple(round(part, 2) for part in r["non_stroking_color"]) for r in band.rects}
            assert fill in fills


def test_two_cards_on_a_sheet_lie_where_the_sheet_says() -> None:
    sheet = shipped_sheet("a4-two-a6")
    snapshot = a_snapshot(a_delegate(1), a_delegate(2), a_delegate(3))
    paper = render(snapshot, sheet=sheet)
    places = badge_places(snapshot, sheet)

    assert paper.pages == 2
    with pdfplumber.open(BytesIO(paper.data)) as pdf:
        for place in places:
            assert read(pdf.pages[place.cell.page], place.cell, "name") == "Nguyễn Thị Ước"


def test_a_layout_of_another_size_is_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        render(a_snapshot(a_delegate()), replace(LAYOUT, width_mm=104))

    assert refusal.value.reason == "sheet-card-size"
