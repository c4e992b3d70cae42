"""Where cards lie on sheets of paper, and where to cut."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from desktop.documents.badges.layout import Length, Millimetres, Part

Segment = tuple[float, float, float, float]
"""A line from x, y to x, y in millimetres from the sheet's top left corner."""

EXACT_MM = 0.01  # sums of decimal millimetres miss by less; no paper is cut that fine
_SHORTEST_MARK_MM = 1.0


class Marks(Part, frozen=True):
    """Cut marks.

    Attributes:
        length_mm: marks outside the block of cards, as far as the sheet has room.
        gap_mm: from the block to its marks.
        tick_mm: ticks on the cut lines themselves where cards touch and fill the sheet, at the
            sheet's edges and crossings; they fall into the cards' white safe zone.
    """

    length_mm: Millimetres = 5
    gap_mm: Millimetres = 1
    tick_mm: Millimetres = 0


class Sheet(Part, frozen=True):
    """A sheet of paper with its grid of cards."""

    id: str
    page_width_mm: Length
    page_height_mm: Length
    card_width_mm: Length
    card_height_mm: Length
    columns: Annotated[int, Meta(ge=1, le=50)]
    rows: Annotated[int, Meta(ge=1, le=50)]
    left_mm: Millimetres
    top_mm: Millimetres
    column_gap_mm: Millimetres = 0
    row_gap_mm: Millimetres = 0
    marks: Marks = Marks()

    @property
    def cards(self) -> int:
        """Count the cards of one sheet."""
        return self.columns * self.rows

    @property
    def block_width_mm(self) -> float:
        """Measure all columns with their gaps."""
        return self.columns * self.card_width_mm + (self.columns - 1) * self.column_gap_mm

    @property
    def block_height_mm(self) -> float:
        """Measure all rows with their gaps."""
        return self.rows * self.card_height_mm + (self.rows - 1) * self.row_gap_mm


class Cell(Struct, frozen=True):
    """The place of one card: page from 0, millimetres from the sheet's top left corner."""

    page: int
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


def pages(count: int, sheet: Sheet) -> int:
    """Count the sheets that so many cards take."""
    return -(-count // sheet.cards)


def cell(index: int, sheet: Sheet) -> Cell:
    """Place card number index: row by row, then the next sheet."""
    page, place = divmod(index, sheet.cards)
    row, column = divmod(place, sheet.columns)
    return Cell(
        page,
        sheet.left_mm + column * (sheet.card_width_mm + sheet.column_gap_mm),
        sheet.top_mm + row * (sheet.card_height_mm + sheet.row_gap_mm),
        sheet.card_width_mm,
        sheet.card_height_mm,
    )


def cut_marks(sheet: Sheet) -> tuple[Segment, ...]:
    """Draw the cut marks of one sheet."""
    columns = _edges(sheet.left_mm, sheet.card_width_mm, sheet.column_gap_mm, sheet.columns)
    rows = _edges(sheet.top_mm, sheet.card_height_mm, sheet.row_gap_mm, sheet.rows)
    marks: list[Segment] = []
    for x in columns:
        marks += [(x, y, x, end) for y, end in _outside(rows, sheet.page_height_mm, sheet.marks)]
    for y in rows:
        marks += [(x, y, end, y) for x, end in _outside(columns, sheet.page_width_mm, sheet.marks)]
    return (*marks, *_ticks(columns, rows, sheet))


def _edges(start: float, size: float, gap: float, count: int) -> list[float]:
    """List the cut lines across one direction; cards that touch share one."""
    edges: list[float] = []
    for index in range(count):
        first = start + index * (size + gap)
        if not edges or first - edges[-1] > EXACT_MM:
            edges.append(first)
        edges.append(first + size)
    return edges


def _outside(edges: list[float], page: float, marks: Marks) -> list[tuple[float, float]]:
    """Find the two stretches before and behind the block where a mark has room."""
    stretches = [
        (max(0.0, edges[0] - marks.gap_mm - marks.length_mm), edges[0] - marks.gap_mm),
        (edges[-1] + marks.gap_mm, min(page, edges[-1] + marks.gap_mm + marks.length_mm)),
    ]
    return [(start, end) for start, end in stretches if end - start >= _SHORTEST_MARK_MM]


def _ticks(columns: list[float], rows: list[float], sheet: Sheet) -> list[Segment]:
    """Mark the lines that touching cards share: at both ends, and a cross where two lines meet."""
    reach = sheet.marks.tick_mm
    if not reach:
        return []
    ticks: list[Segment] = []
    inner_x = columns[1:-1] if not sheet.column_gap_mm else []
    inner_y = rows[1:-1] if not sheet.row_gap_mm else []
    top, bottom, left, right = rows[0], rows[-1], columns[0], columns[-1]
    for x in inner_x:
        ticks += [(x, top, x, top + reach), (x, bottom - reach, x, bottom)]
        ticks += [(x, y - reach, x, y + reach) for y in inner_y]
    for y in inner_y:
        ticks += [(left, y, left + reach, y), (right - reach, y, right, y)]
        ticks += [(x - reach, y, x + reach, y) for x in inner_x]
    return ticks
