"""Whole runs read back from the sheets: everybody's own card, whole, where it is to be cut."""

from __future__ import annotations

import math
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from msgspec.structs import replace

from db.records import Delegate
from desktop.documents.badges.code import badge_digits
from desktop.documents.badges.crowd import Blanks
from desktop.documents.badges.imposition import Flip, Order, Placing, behind, turns_sideways
from desktop.documents.badges.layout import Code, Fold, Image, Layout, Picture, Side, Text
from desktop.documents.badges.load import shipped_layout, shipped_sheet
from desktop.documents.badges.run import (
    BadgeRun,
    badge_places,
    card_run,
    in_print_order,
    people_of,
    render,
)
from desktop.documents.badges.sheet import Cell
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from tests.builders import NOON, a_conference, a_delegate, a_file
from tests.desktop.documents.badges.people import GROUPS, a_crowd, a_portrait, with_photos
from tests.desktop.documents.boxes import Box, read_boxes
from tests.desktop.documents.hardest import hardest_snapshot

MM = 72 / 25.4
DPI = 200
SHIPPED = (
    ("a6-portrait", "a4-four-a6"),
    ("90x130", "a4-four-90x130"),
    ("cr80", "a4-ten-cr80"),
    ("a4-tent", "a4-tent"),
)
LONG_TITLE = (
    "Đại hội thi đua yêu nước và tuyên dương người tốt, việc tốt, điển hình tiên tiến trong các "
    "phong trào thi đua của Ủy ban nhân dân xã Hòa Bình Thượng lần thứ VI"
)
LONGEST = "Công Huyền Tôn Nữ Thị Nguyễn Phước Bảo Ngọc Quỳnh Hương Giang"
SIXTY = "Hợp tác xã Dịch vụ nông nghiệp tổng hợp và Du lịch Bình Hòa 2"


def a_run(layout: str, sheet: str, placing: Placing | None = None) -> BadgeRun:
    return BadgeRun(
        layout=shipped_layout(layout), sheet=shipped_sheet(sheet), placing=placing or Placing()
    )


def the_code(layout: Layout) -> Code:
    return next(each for each in layout.elements if isinstance(each, Code))


def the_photo(layout: Layout) -> Image | None:
    photos = (each for each in layout.elements if isinstance(each, Image))
    return next((each for each in photos if each.picture is Picture.PHOTO), None)


@pytest.mark.parametrize(
    ("run", "pages"),
    [
        (a_run("a6-portrait", "a4-four-a6"), 75),
        (a_run("90x130", "a4-four-90x130", Placing(order=Order.COLUMNS)), 75),
        (a_run("cr80", "a4-ten-cr80", Placing(start=4, order=Order.STACK)), 62),
    ],
    ids=["a6", "90x130", "cr80"],
)
def test_each_of_three_hundred_cells_holds_the_code_and_photo_of_its_own_person(
    run: BadgeRun, pages: int
) -> None:
    snapshot = Snapshot(file=with_photos(a_crowd(300)), made_at=NOON)
    people = {each.id: each for each in snapshot.file.delegates}
    photos = {each.id: each.data for each in snapshot.file.images}
    code, photo = the_code(run.layout), the_photo(run.layout)
    paper = render(snapshot, run=run)
    assert paper.pages == pages
    drawn = pypdfium2.PdfDocument(paper.data)
    assert len(drawn) == pages
    scale = DPI / 25.4
    by_page: dict[int, list[tuple[Cell, Delegate]]] = {}
    for place in badge_places(snapshot, run=run):
        page = place.cell.page * run.layout.sides
        by_page.setdefault(page, []).append((place.cell, people[place.delegate_id]))
    with pdfplumber.open(BytesIO(paper.data)) as pdf:
        for number, cells in by_page.items():
            picture = drawn[number].render(scale=DPI / 72, grayscale=True).to_pil()
            images = pdf.pages[number].images
            for cell, person in cells:
                left, top = cell.x_mm, cell.y_mm
                cut = (left, top, left + cell.width_mm, top + cell.height_mm)
                (found,) = zxingcpp.read_barcodes(picture.crop([round(c * scale) for c in cut]))
                assert found.text == badge_digits(person.conference_id, person.badge_number or 0)
                spot = found.position.top_left
                where = (spot.x / scale, spot.y / scale)
                assert where == pytest.approx((code.x_mm, code.y_mm), abs=code.side_mm / 4)
                if photo is None:
                    continue
                corner = (cell.x_mm + photo.x_mm, cell.y_mm + photo.y_mm)
                (shown,) = (
                    each["stream"].rawdata
                    for each in images
                    if (each["x0"] / MM, each["top"] / MM) == pytest.approx(corner, abs=0.5)
                )
                assert shown == photos[person.photo_id]


def test_each_of_three_hundred_tents_bears_its_own_name_on_both_faces() -> None:
    snapshot = Snapshot(file=a_crowd(300), made_at=NOON)
    run = a_run("a4-tent", "a4-tent")
    paper = render(snapshot, run=run)
    people = {each.id: each.name for each in snapshot.file.delegates}
    assert paper.pages == 300
    with pypdfium2.PdfDocument(paper.data) as drawn:
        for place in badge_places(snapshot, run=run):
            text = drawn[place.cell.page].get_textpage().get_text_range()
            packed = "".join(text.split())
            assert packed.count("".join(people[place.delegate_id].split())) == 2


@pytest.mark.parametrize(("layout", "sheet"), SHIPPED)
@pytest.mark.parametrize("count", [1, 9, 10, 11])
def test_there_are_as_many_pages_as_the_cards_fill_on_each_side(
    layout: str, sheet: str, count: int
) -> None:
    run = a_run(layout, sheet)
    paper = render(Snapshot(file=a_crowd(count), made_at=NOON), run=run)
    assert paper.pages == math.ceil(count / run.sheet.cards) * run.layout.sides


@pytest.mark.parametrize(("layout", "sheet"), SHIPPED)
def test_nothing_stands_outside_its_card_with_the_longest_words(layout: str, sheet: str) -> None:
    people = [
        a_delegate(number, name=LONGEST, post=SIXTY, unit=SIXTY, group_id=group.id)
        for number, group in enumerate(GROUPS, start=1)
    ]
    conference = a_conference(groups=GROUPS, title=LONG_TITLE)
    snapshot = Snapshot(file=a_file(*people, conference=conference), made_at=NOON)
    run = card_run(a_run(layout, sheet), people[0].id)
    boxes = {
        side: [e for e in run.layout.elements_of(side) if isinstance(e, Text | Image)]
        for side in Side
    }

    with pdfplumber.open(BytesIO(render(snapshot, run=run).data)) as pdf:
        for page, side in zip(pdf.pages, Side, strict=False):
            down = run.layout.height_mm if run.layout.fold is Fold.TOP else 0
            for char in page.chars:
                if char["text"] == " " or (down and char["bottom"] <= down * MM):
                    continue  # the upper half of a folded card is the lower one turned round
                assert any(
                    box.x_mm * MM - 0.05 <= char["x0"]
                    and char["x1"] <= (box.x_mm + box.width_mm) * MM + 0.05
                    and (down + box.y_mm) * MM - 0.05 <= char["top"]
                    and char["bottom"] <= (down + box.y_mm + box.height_mm) * MM + 0.05
                    for box in boxes[side]
                ), char


@pytest.mark.parametrize(("layout", "sheet"), SHIPPED)
def test_no_text_touches_another_a_photo_or_the_code_with_the_longest_words(
    layout: str, sheet: str
) -> None:
    snapshot = hardest_snapshot(36)
    run = a_run(layout, sheet)
    codes = [each for each in run.layout.elements if isinstance(each, Code)]
    pages = list(read_boxes(render(snapshot, run=run).data, with_lines=False))
    assert [fault for page in pages for fault in page.faults(page.sheet)] == []
    for place in badge_places(snapshot, run=run):
        page = pages[place.cell.page * run.layout.sides]
        for code in codes:
            left, top = place.cell.x_mm + code.x_mm, place.cell.y_mm + code.y_mm
            box = Box(
                left * MM,
                page.height_pt - (top + code.side_mm) * MM,
                (left + code.side_mm) * MM,
                page.height_pt - top * MM,
            )
            assert not any(box.meets(text) for text in page.texts)


@pytest.mark.parametrize(("layout", "sheet"), SHIPPED)
def test_two_runs_give_the_same_bytes(layout: str, sheet: str) -> None:
    snapshot = Snapshot(file=a_crowd(12), made_at=NOON)
    run = a_run(layout, sheet, Placing(start=1, order=Order.COLUMNS))

    assert render(snapshot, run=run).data == render(snapshot, run=run).data


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("sheet", ["a4-ten-cr80", "upright"])
def test_the_back_of_each_card_lies_upright_behind_its_front(sheet: str, flip: Flip) -> None:
    run = a_run("cr80", "a4-ten-cr80", Placing(start=3, flip=flip))
    if sheet == "upright":
        upright = replace(
            run.sheet,
            page_width_mm=210,
            page_height_mm=297,
            columns=3,
            rows=3,
            left_mm=20,
            top_mm=14,
        )
        run = replace(run, sheet=upright)
    name = next(e for e in run.layout.elements if isinstance(e, Text) and e.field == "name")
    back = replace(name, colour="ink")
    run = replace(run, layout=replace(run.layout, back=(back,)))
    snapshot = Snapshot(file=a_crowd(14), made_at=NOON)
    people = {each.id: each.name for each in snapshot.file.delegates}
    paper = render(snapshot, run=run)
    sheets = -(-(14 + 2) // run.sheet.cards)
    assert paper.pages == 2 * sheets

    pdf = pypdfium2.PdfDocument(paper.data)
    for place in badge_places(snapshot, run=run):
        front, behind_it = place.cell, behind(place.cell, run.sheet, flip)
        is_upright = turns_sideways(run.sheet, flip)
        assert words(pdf[2 * front.page], front) == people[place.delegate_id]
        assert (
            words(pdf[2 * front.page + 1], behind_it, is_turned=not is_upright)
            == (people[place.delegate_id])
        )


def words(page: Any, cell: Cell, *, is_turned: bool = False) -> str:
    """Read the name from its place on a card, which may stand on its head."""
    name = next(
        e for e in shipped_layout("cr80").elements if isinstance(e, Text) and e.field == "name"
    )
    left, top = name.x_mm, name.y_mm
    if is_turned:
        left = cell.width_mm - name.x_mm - name.width_mm
        top = cell.height_mm - name.y_mm - name.height_mm
    left, top = (cell.x_mm + left) * MM, page.get_size()[1] - (cell.y_mm + top) * MM
    right, bottom = left + name.width_mm * MM, top - name.height_mm * MM
    found = page.get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
    return " ".join(found.split())


def test_a_folded_card_shows_its_front_on_both_faces() -> None:
    snapshot = Snapshot(file=a_crowd(1), made_at=NOON)
    run = a_run("a4-tent", "a4-tent")
    page = pypdfium2.PdfDocument(render(snapshot, run=run).data)[0]
    picture = page.render(scale=1, grayscale=True).to_pil()
    width, height = picture.size
    lower = picture.crop((0, height // 2, width, height))
    upper = picture.crop((0, 0, width, height // 2)).rotate(180)

    differing = sum(
        abs(one - other) > 160 for one, other in zip(lower.tobytes(), upper.tobytes(), strict=False)
    )

    assert differing < 0.01 * width * height
    assert page.get_textpage().get_text_range().count("Y Wang Niê") == 2


def test_a_book_fold_puts_the_back_to_the_left_of_the_front() -> None:
    layout = replace(shipped_layout("cr80"), fold=Fold.LEFT)
    snapshot = Snapshot(file=a_crowd(1), made_at=NOON)
    run = card_run(BadgeRun(layout=layout, sheet=shipped_sheet()), snapshot.file.delegates[0].id)

    paper = render(snapshot, run=run)
    with pdfplumber.open(BytesIO(paper.data)) as pdf:
        (page,) = pdf.pages
        assert page.width == pytest.approx(108 * MM, abs=0.01)
        middle = page.width / 2
        assert "Nhặt được" in page.crop((0, 0, middle, page.height)).extract_text()
        assert "Y Wang Niê" in page.crop((middle, 0, page.width, page.height)).extract_text()


def test_a_name_that_does_not_fit_a_card_with_two_faces_is_listed_once() -> None:
    snapshot = Snapshot(file=a_file(a_delegate(name=LONGEST)), made_at=NOON)
    run = a_run("cr80", "a4-ten-cr80")
    name = next(e for e in run.layout.elements if isinstance(e, Text) and e.field == "name")
    run = replace(run, layout=replace(run.layout, back=(name,)))

    assert [each.code for each in render(snapshot, run=run).problems] == [ProblemCode.TEXT_TOO_LONG]


def test_one_person_can_be_printed_now_at_a_place_of_a_used_sheet() -> None:
    snapshot = Snapshot(file=a_crowd(9), made_at=NOON)
    person = snapshot.file.delegates[6]
    run = replace(
        a_run("a6-portrait", "a4-four-a6", Placing(start=4)), delegate_ids=frozenset({person.id})
    )

    paper = render(snapshot, run=run)

    (place,) = badge_places(snapshot, run=run)
    assert (place.delegate_id, place.cell.x_mm, place.cell.y_mm) == (person.id, 105, 148.5)
    assert paper.pages == 1
    with pdfplumber.open(BytesIO(paper.data)) as pdf:
        text = pdf.pages[0].extract_text()
    assert person.name in text
    assert text.count("SỐ THẺ") == 1


def test_blanks_follow_with_numbers_and_codes_of_their_own_and_a_line_to_write_on() -> None:
    snapshot = Snapshot(file=a_crowd(2), made_at=NOON)
    blanks = Blanks(count=3, first=50, group_id=GROUPS[1].id)
    run = replace(a_run("a6-portrait", "a4-four-a6"), blanks=blanks)

    paper = render(snapshot, run=run)

    assert paper.pages == 2
    assert not paper.problems
    people = people_of(snapshot, run)
    assert people[:2] == in_print_order(snapshot.file)
    assert [each.badge_number for each in people[2:]] == [50, 51, 52]
    page = pypdfium2.PdfDocument(paper.data)[1]
    found = zxingcpp.read_barcodes(page.render(scale=DPI / 72).to_pil())
    assert [each.text for each in found] == [badge_digits(people[4].conference_id, 52)]
    with pdfplumber.open(BytesIO(paper.data)) as pdf:
        assert "KHÁCH MỜI" in pdf.pages[1].extract_text()
        dotted = [each for each in pdf.pages[1].lines if each["linewidth"] == 0.8]
        assert len([each for each in dotted if each["width"] > 60 * MM]) == 1


def test_a_start_behind_the_last_place_is_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        render(
            Snapshot(file=a_crowd(1), made_at=NOON),
            run=a_run("a6-portrait", "a4-four-a6", Placing(start=5)),
        )

    assert refusal.value.reason == "sheet-start"


@pytest.mark.parametrize(
    ("layout", "sheet", "flip", "duplex"),
    [
        ("a6-portrait", "a4-four-a6", Flip.LONG, "/Simplex"),
        ("a4-tent", "a4-tent", Flip.LONG, "/Simplex"),
        ("cr80", "a4-ten-cr80", Flip.LONG, "/DuplexFlipLongEdge"),
        ("cr80", "a4-ten-cr80", Flip.SHORT, "/DuplexFlipShortEdge"),
    ],
)
def test_the_file_asks_for_its_own_size_its_paper_and_its_edge(
    layout: str, sheet: str, flip: Flip, duplex: str
) -> None:
    snapshot = Snapshot(file=a_crowd(1), made_at=NOON)
    paper = render(snapshot, run=a_run(layout, sheet, Placing(flip=flip)))

    with pikepdf.open(BytesIO(paper.data)) as pdf:
        asked = pdf.Root.ViewerPreferences
        assert [str(each) for each in (asked.PrintScaling, asked.Duplex)] == ["/None", duplex]
        assert bool(asked.PickTrayByPDFSize)


def test_a_photo_that_the_design_requires_is_listed_where_it_is_missing() -> None:
    layout = shipped_layout()
    elements = tuple(
        replace(each, required=True) if isinstance(each, Image) else each
        for each in layout.elements
    )
    portrait = a_portrait()
    people = (a_delegate(1, photo_id=portrait.id), a_delegate(2))
    snapshot = Snapshot(file=a_file(*people, images=(portrait,)), made_at=NOON)
    run = BadgeRun(layout=replace(layout, elements=elements), sheet=shipped_sheet())

    (problem,) = render(snapshot, run=run).problems

    assert (problem.code, problem.field) == (ProblemCode.FIELD_EMPTY, "photo_id")
    assert problem.delegate_id == people[1].id
