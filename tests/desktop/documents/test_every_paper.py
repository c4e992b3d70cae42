"""Every paper of the registry, of the sample and of conferences that are hard to print.

A paper that is added is held to all of it without a word here, unless it is drawn straight: then
`DRAWN` says what it has to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from db.day_records import Hall
from desktop.documents.addressed import addressees
from desktop.documents.backdrop import backdrop_lines
from desktop.documents.blocks import Document
from desktop.documents.decree30 import PageFormat
from desktop.documents.fonts import REPLACEMENT
from desktop.documents.format_check.check import FormatReport, check_form
from desktop.documents.name_cards import cards_of
from desktop.documents.paper_frame import issue
from desktop.documents.papers import KEYS, PAPERS, Paper, PaperGroup, paper
from desktop.documents.pdf import format_of
from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.documents.seats import seat_names
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare
from tests.builders import a_delegate, ident
from tests.desktop.documents.boxes import Box, read_boxes
from tests.desktop.documents.hardest import barest_snapshot, hardest_snapshot, issued
from tests.desktop.documents.official import sample_snapshot
from tests.desktop.documents.said import departures_from, packed

_FEW = 12  # invitations, whose pages are alike
_PRINTABLE_PT = 8.5  # 3 mm: what every printer leaves free
_LOWER = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
# beside the letters of Vietnamese: those of Ê-đê, Gia-rai, Ba-na, Cơ-ho, Xtiêng
_HIGHLANDS = "ĕĭŏŭñčƀẽĩũÊ̆ê̆Ơ̆ơ̆Ư̆ư̆Ô̆ô̆"


def _with_all_letters() -> Snapshot:
    letters = re.findall(r"\w[\u0300-\u036f]?", _LOWER + _LOWER.upper() + _HIGHLANDS)
    names = ["".join(letters[place : place + 9]) for place in range(0, len(letters), 9)]
    hardest = hardest_snapshot(6)
    people = tuple(
        a_delegate(number, id=ident(2000 + number), name=f"{name} –’”…", unit=f"Xã {name}")
        for number, name in enumerate(names)
    )
    people = tuple(
        replace(one, group_id=hardest.file.conference.groups[number % 2].id, post=one.name)
        for number, one in enumerate(people)
    )
    return replace(hardest, file=replace(hardest.file, delegates=people))


SCENES: dict[str, Callable[[], Snapshot]] = {
    "sample": sample_snapshot,
    "hardest": hardest_snapshot,
    "issued": lambda: issued(hardest_snapshot(30), *KEYS),
    "unfinished": lambda: sample_snapshot(number=None, issued_on=None, signer_id="", recipients=()),
    "barest": barest_snapshot,
    "letters": _with_all_letters,
}


@cache
def scene(name: str, key: str) -> Snapshot:
    snapshot = SCENES[name]()
    one = paper(key)
    if one.group is PaperGroup.EACH_PERSON and one.is_official:
        few = replace(snapshot.file, delegates=snapshot.file.delegates[:_FEW])
        return replace(snapshot, file=few)
    return snapshot


@cache
def built(name: str, key: str) -> Document:
    build = paper(key).build
    assert build is not None
    return build(scene(name, key))


class Look(NamedTuple):
    """A paper as it was drawn."""

    data: bytes
    pages: list[str]
    faults: list[str]
    problems: tuple[PaperProblem, ...]


@cache
def look(name: str, key: str) -> Look:
    one, snapshot = paper(key), scene(name, key)
    drawn = one.draw(snapshot)
    pages: list[str] = []
    faults: list[str] = []
    formats = {format_of(part) for part in built(name, key).parts} if one.build else set()
    boxes = read_boxes(drawn.data, with_lines=key != "badges")
    for number, page in enumerate(boxes, start=1):
        pages.append(page.text)
        inside = page.sheet.inset(*_margins_pt(formats, page.sheet))
        faults += [f"page {number}: {fault}" for fault in page.faults(inside)]
    return Look(drawn.data, pages, faults, drawn.problems)


def _margins_pt(formats: set[PageFormat], sheet: Box) -> tuple[float, float, float, float]:
    if not formats:
        return (_PRINTABLE_PT,) * 4
    form = next(form for form in formats if abs(form.width_pt - sheet.right) < 1)
    right_pt = form.width_pt - form.left_pt - form.text_width_pt
    bottom_pt = form.height_pt - form.top_pt - form.text_height_pt
    return form.left_pt, bottom_pt, right_pt, form.top_pt


EVERY_PAPER = pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.key)
EVERY_SCENE = pytest.mark.parametrize("name", SCENES)


@EVERY_PAPER
@EVERY_SCENE
def test_nothing_overlaps_or_leaves_the_margins(name: str, one: Paper) -> None:
    assert look(name, one.key).faults == []


@EVERY_PAPER
@EVERY_SCENE
def test_every_paper_keeps_to_the_decree_or_says_that_it_has_no_form_there(
    name: str, one: Paper
) -> None:
    report = check_form(look(name, one.key).data)
    assert report == FormatReport(departures=(), is_official=one.build is not None)


@EVERY_PAPER
@EVERY_SCENE
def test_every_character_has_a_glyph(name: str, one: Paper) -> None:
    seen = look(name, one.key)
    assert [each for each in seen.problems if each.code is ProblemCode.MISSING_GLYPH] == []
    assert REPLACEMENT not in "".join(seen.pages)


@EVERY_PAPER
@EVERY_SCENE
def test_the_text_of_the_pdf_is_that_of_the_data_letter_by_letter(name: str, one: Paper) -> None:
    pages = look(name, one.key).pages
    if one.build is not None:
        assert departures_from(built(name, one.key), pages) == []
        return
    written = packed("".join(pages))
    told = DRAWN[one.key](scene(name, one.key))
    missing = [text for text in told if packed(text) not in written]
    assert missing == []


def test_a_hall_with_room_names_everybody_who_sits_there() -> None:
    snapshot = sample_snapshot(hall=Hall(rows=15, seats=14))
    written = packed(
        "".join(page.text for page in read_boxes(paper("seating").draw(snapshot).data))
    )
    seats = seat_names(snapshot.file)
    assert len(seats) == 200
    assert [one.name for one in snapshot.file.delegates if packed(one.name) not in written] == []


@EVERY_PAPER
@pytest.mark.parametrize("name", ["sample", "issued"])
def test_two_exports_are_equal_byte_for_byte(name: str, one: Paper) -> None:
    assert one.draw(SCENES[name]() if one.build is None else scene(name, one.key)).data == (
        look(name, one.key).data
    )


@EVERY_PAPER
def test_a_paper_of_the_sample_is_printed_without_a_warning(one: Paper) -> None:
    assert look("sample", one.key).problems == ()


def test_every_one_of_450_people_has_an_invitation() -> None:
    snapshot = hardest_snapshot()
    build = paper("invitations").build
    assert build is not None
    whom = addressees(snapshot.file, issue(snapshot, "invitations", "GM").settings)
    assert len(build(snapshot).parts) >= len(whom) == 450


def _addressed(snapshot: Snapshot) -> Iterator[str]:
    for one in addressees(snapshot.file, issue(snapshot, "invitations", "GM").settings):
        yield one.name + one.post + one.unit


def _people(snapshot: Snapshot) -> Iterator[str]:
    for one in snapshot.file.delegates:
        yield from (one.name, one.post, one.unit)


def _items(snapshot: Snapshot) -> Iterator[str]:
    for item in snapshot.file.conference.programme:
        presenter = bare(item.presenter)
        yield f"{bare(item.title)} – {presenter}" if presenter else bare(item.title)


def _seated(snapshot: Snapshot) -> Iterator[str]:
    return (seat[1:] for seat in seat_names(snapshot.file).values())


def _labelled(snapshot: Snapshot) -> Iterator[str]:
    seats = seat_names(snapshot.file)
    for one in snapshot.file.delegates:
        if one.id in seats:
            yield from (seats[one.id], one.name, one.unit)


def _carded(snapshot: Snapshot) -> Iterator[str]:
    for card in cards_of(snapshot):
        yield from (card.name.upper(), card.title)


def _hung(snapshot: Snapshot) -> Iterator[str]:
    return (line.text for line in backdrop_lines(snapshot))


DRAWN: dict[str, Callable[[Snapshot], Iterator[str]]] = {
    "envelopes": _addressed,
    "labels": _addressed,
    "badges": _people,
    "timeline": _items,
    "seating": _seated,
    "seat-labels": _labelled,
    "name-cards": _carded,
    "backdrop": _hung,
}
