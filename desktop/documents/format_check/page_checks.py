"""Every page: the sheet, margins, fonts, colour, page numbers, the mark of a draft."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from desktop.documents.blocks import Role
from desktop.documents.decree30 import PT_PER_MM
from desktop.documents.format_check.departures import Departure, DepartureCode, Side
from desktop.documents.format_check.elements import departure, held_to_middle_of_page, held_to_style
from desktop.documents.format_check.limits import (
    FAMILIES,
    FONT_CLAUSE,
    MARGIN_CLAUSE,
    MARGINS_MM,
    SHEET_CLAUSE,
    SHEET_PT,
    SHEET_TOLERANCE_PT,
)
from desktop.documents.format_check.parts import PartReading, in_top_margin
from desktop.documents.format_check.reading import PageReading, Reading

_DESCENT = 0.22  # of the size: what hangs under the baseline
_ASCENT = 0.68  # of the size: how high capitals stand
_TOLERANCE_MM = 0.3
_FEWEST_LINES = 12  # hardly more than a head, which may reach neither side


def file_departures(reading: Reading) -> Iterator[Departure]:
    """Hold the fonts and the letters of the whole file."""
    for name in sorted(reading.fonts):
        family = name.rpartition("+")[2].partition("-")[0].replace(" ", "")
        if not family.startswith(FAMILIES):
            yield _of_file(DepartureCode.FONT_FOREIGN, name)
    yield from legibility_departures(reading)


def legibility_departures(reading: Reading) -> Iterator[Departure]:
    """Hold a file to what every print has to keep, of whatever form it is."""
    for name, is_embedded in sorted(reading.fonts.items()):
        if not is_embedded:
            yield _of_file(DepartureCode.FONT_NOT_EMBEDDED, name)
    for page in reading.pages:
        yield from _composed(page)


def _of_file(code: DepartureCode, text: str) -> Departure:
    return Departure(code=code, page=0, clause=FONT_CLAUSE, text=text)


def page_departures(part: PartReading) -> Iterator[Departure]:
    """Hold each page of a part."""
    for number, page in enumerate(part.pages, start=1):
        yield from _sheet(page)
        yield from _narrow_margins(page)
        yield from _letters(page)
        yield from _page_number(part, page, number)
    yield from _wide_margins(part)
    if part.first.is_landscape and not any(page.edges for page in part.pages):
        yield Departure(
            code=DepartureCode.LANDSCAPE_WITHOUT_TABLE,
            page=part.first.number,
            clause=SHEET_CLAUSE,
        )


def _sheet(page: PageReading) -> Iterator[Departure]:
    sides = sorted((page.width_pt, page.height_pt))
    if any(abs(a - b) > SHEET_TOLERANCE_PT for a, b in zip(sides, SHEET_PT, strict=True)):
        text = f"{page.width_pt / PT_PER_MM:.0f} × {page.height_pt / PT_PER_MM:.0f} mm"
        yield Departure(code=DepartureCode.SHEET, page=page.number, clause=SHEET_CLAUSE, text=text)


def _narrow_margins(page: PageReading) -> Iterator[Departure]:
    top_pt = MARGINS_MM["top"][0] * PT_PER_MM
    ink = [char for char in page.chars if char.text.strip() and char.baseline_pt > top_pt]
    if not ink:
        return
    spaces_pt = {
        Side.LEFT: min(char.left_pt for char in ink),
        Side.RIGHT: page.width_pt - max(char.right_pt for char in ink),
        Side.TOP: min(char.baseline_pt - _ASCENT * char.size_pt for char in ink),
        Side.BOTTOM: page.height_pt - max(c.baseline_pt + _DESCENT * c.size_pt for c in ink),
    }
    for side, space_pt in spaces_pt.items():
        if space_pt / PT_PER_MM < MARGINS_MM[side.value][0] - _TOLERANCE_MM:
            yield _margin(DepartureCode.MARGIN_NARROW, page, side, space_pt)


def _wide_margins(part: PartReading) -> Iterator[Departure]:
    """Somewhere in a part the text reaches both sides: no margin is wider than allowed."""
    width_pt = part.first.width_pt
    lines = [line for page in part.pages for line in page.lines]
    strokes = [stroke for page in part.pages for stroke in page.strokes]
    if len(lines) < _FEWEST_LINES or any(page.width_pt != width_pt for page in part.pages):
        return
    left = min([line.left_pt for line in lines] + [stroke.left_pt for stroke in strokes])
    right = max([line.right_pt for line in lines] + [stroke.right_pt for stroke in strokes])
    for side, space_pt in ((Side.LEFT, left), (Side.RIGHT, width_pt - right)):
        if space_pt / PT_PER_MM > MARGINS_MM[side.value][1] + _TOLERANCE_MM:
            yield _margin(DepartureCode.MARGIN_WIDE, part.first, side, space_pt)


def _margin(code: DepartureCode, page: PageReading, side: Side, space_pt: float) -> Departure:
    return Departure(
        code=code,
        page=page.number,
        clause=MARGIN_CLAUSE,
        side=side,
        found=round(space_pt / PT_PER_MM, 1),
    )


def _letters(page: PageReading) -> Iterator[Departure]:
    coloured = "".join(char.text for char in page.chars if not char.is_black).strip()
    if coloured:
        yield Departure(
            code=DepartureCode.COLOUR, page=page.number, clause=FONT_CLAUSE, text=coloured
        )


def _composed(page: PageReading) -> Iterator[Departure]:
    written = "".join(char.text for char in page.chars)
    composed = unicodedata.normalize("NFC", written)
    if composed != written:
        yield Departure(code=DepartureCode.TEXT_NOT_COMPOSED, page=page.number, clause=FONT_CLAUSE)


def _page_number(part: PartReading, page: PageReading, number: int) -> Iterator[Departure]:
    found = in_top_margin(page)
    text = " ".join(line.text for line in found)
    if number == 1:
        if found:
            yield departure(DepartureCode.PAGE_NUMBER_ON_FIRST, Role.PAGE_NUMBER, page, text)
        return
    if text != str(number):
        yield departure(
            DepartureCode.PAGE_NUMBER_WRONG, Role.PAGE_NUMBER, page, text, float(number)
        )
        return
    yield from held_to_style(Role.PAGE_NUMBER, found[0], page)
    yield from held_to_middle_of_page(Role.PAGE_NUMBER, found[0], part, page)
