"""Where cards lie on sheets of paper, and where to cut."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from desktop.documents.badges.layout import Fold, Length, Millimetres, Part

Segment = tuple[float, float, float, float]
"""A line from x, y to x, y in millimetres from the sheet's top left corner."""

EXACT_MM = 0.01  # sums of decimal millimetres miss by less; no paper is cut that fine
_SHORTEST_MARK_MM = 1.0


class Marks(Part, frozen=True):
    """Cut marks.

    Attributes:
        length_mm: marks outside the block of cards, as far as the sheet has room.
        gap_mm: from the block, and what bleeds over its edge, to its marks.
    """

    length_mm: Millimetres = 5
    gap_mm: Millimetres = 1


class Sheet(Part, frozen=True, kw_only=True):
    """A sheet of paper with its grid of cards.

    Attributes:
        name: as the officer knows it; the id when empty.
    """

    id: str
    name: str = ""
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
    def title(self) -> str:
        """What the officer knows the sheet by."""
        return self.name or self.id

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


def bleed_of(sheet: Sheet, bleed_mm: float) -> tuple[float, float]:
    """Tell how far a card may bleed across and down without touching what lies beside it.

    Cards that touch do not bleed into one another; a gap is shared by the two beside it.
    """
    across = sheet.column_gap_mm / 2 if sheet.columns > 1 else bleed_mm
    down = sheet.row_gap_mm / 2 if sheet.rows > 1 else bleed_mm
    return min(bleed_mm, across), min(bleed_mm, down)


def cut_marks(sheet: Sheet, bleed_mm: float = 0) -> tuple[Segment, ...]:
    """Draw the cut marks of one sheet, all outside the block of cards and its bleed."""
    columns = _edges(sheet.left_mm, sheet.card_width_mm, sheet.column_gap_mm, sheet.columns)
    rows = _edges(sheet.top_mm, sheet.card_height_mm, sheet.row_gap_mm, sheet.rows)
    across, down = bleed_of(sheet, bleed_mm)
    marks: list[Segment] = []
    for x in columns:
        stretches = _outside(rows, sheet.page_height_mm, sheet.marks, down)
        marks += [(x, y, x, end) for y, end in stretches]
    for y in rows:
        stretches = _outside(columns, sheet.page_width_mm, sheet.marks, across)
        marks += [(x, y, end, y) for x, end in stretches]
    return tuple(marks)


def fold_marks(sheet: Sheet, fold: Fold, bleed_mm: float = 0) -> tuple[Segment, ...]:
    """Mark outside the block where its cards are folded."""
    across, down = bleed_of(sheet, bleed_mm)
    columns = _edges(sheet.left_mm, sheet.card_width_mm, sheet.column_gap_mm, sheet.columns)
    rows = _edges(sheet.top_mm, sheet.card_height_mm, sheet.row_gap_mm, sheet.rows)
    marks: list[Segment] = []
    if fold is Fold.TOP:
        for row in range(sheet.rows):
            y = cell(row * sheet.columns, sheet).y_mm + sheet.card_height_mm / 2
            stretches = _outside(columns, sheet.page_width_mm, sheet.marks, across)
            marks += [(x, y, end, y) for x, end in stretches]
    if fold is Fold.LEFT:
        for column in range(sheet.columns):
            x = cell(column, sheet).x_mm + sheet.card_width_mm / 2
            stretches = _outside(rows, sheet.page_height_mm, sheet.marks, down)
            marks += [(x, y, x, end) for y, end in stretches]
    return tuple(marks)


def _edges(start: float, size: float, gap: float, count: int) -> list[float]:
    """List the cut lines across one direction; cards that touch share one."""
    edges: list[float] = []
    for index in range(count):
        first = start + index * (size + gap)
        if not edges or first - edges[-1] > EXACT_MM:
            edges.append(first)
        edges.append(first + size)
    return edges


def _outside(
    edges: list[float], page: float, marks: Marks, bleed: float
) -> list[tuple[float, float]]:
    """Find the two stretches before and behind the block where a mark has room."""
    gap = max(marks.gap_mm, bleed)
    stretches = [
        (max(0.0, edges[0] - gap - marks.length_mm), edges[0] - gap),
        (edges[-1] + gap, min(page, edges[-1] + gap + marks.length_mm)),
    ]
    return [(start, end) for start, end in stretches if end - start >= _SHORTEST_MARK_MM]
