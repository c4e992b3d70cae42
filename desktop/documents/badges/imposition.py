"""Which card lies in which cell of which sheet, and where its back lies on the other side."""

from __future__ import annotations

from enum import StrEnum
from itertools import product
from typing import Annotated

from msgspec import Meta, Struct

from desktop.documents.badges.sheet import Cell, Sheet, cell
from desktop.errors import InputRefused


class Order(StrEnum):
    """In which order cards fill the sheets."""

    ROWS = "rows"  # row by row, then the next sheet
    COLUMNS = "columns"  # column by column, then the next sheet
    STACK = "stack"  # cell by cell through all sheets: cut as one pile, the piles follow on


class Flip(StrEnum):
    """Over which edge of the paper the printer turns it for the other side."""

    LONG = "long"
    SHORT = "short"


class Placing(Struct, frozen=True, kw_only=True):
    """How cards are put on sheets.

    Attributes:
        start: the first free place of the first sheet, from 1, counted in the order of filling.
    """

    start: Annotated[int, Meta(ge=1)] = 1
    order: Order = Order.ROWS
    flip: Flip = Flip.LONG


def sheet_count(cards: int, sheet: Sheet, placing: Placing) -> int:
    """Count the sheets that so many cards take, a used first one included."""
    return -(-(placing.start - 1 + cards) // sheet.cards) if cards else 0


def check_start(sheet: Sheet, placing: Placing) -> None:
    """Refuse to begin behind the last place of a sheet.

    Raises:
        InputRefused: sheet-start.
    """
    if not 1 <= placing.start <= sheet.cards:
        raise InputRefused("sheet-start", start=placing.start, places=sheet.cards)


def places(cards: int, sheet: Sheet, placing: Placing) -> tuple[Cell, ...]:
    """Place so many cards; each cell tells its sheet, from 0."""
    by_place = _filling(sheet, placing.order)
    used = placing.start - 1
    sheets = sheet_count(cards, sheet, placing)
    if placing.order is Order.STACK:
        free = (
            cell(page * sheet.cards + place, sheet)
            for number, (place, page) in enumerate(product(by_place, range(sheets)))
            if page or number >= used * sheets
        )
    else:
        free = (
            cell(page * sheet.cards + place, sheet)
            for number, (page, place) in enumerate(product(range(sheets), by_place))
            if number >= used
        )
    return tuple(one for one, _ in zip(free, range(cards), strict=False))


def behind(front: Cell, sheet: Sheet, flip: Flip) -> Cell:
    """Find the cell of the other side of the paper that lies behind one of the front."""
    if turns_sideways(sheet, flip):
        return Cell(
            front.page,
            sheet.page_width_mm - front.x_mm - front.width_mm,
            front.y_mm,
            front.width_mm,
            front.height_mm,
        )
    return Cell(
        front.page,
        front.x_mm,
        sheet.page_height_mm - front.y_mm - front.height_mm,
        front.width_mm,
        front.height_mm,
    )


def turns_sideways(sheet: Sheet, flip: Flip) -> bool:
    """Tell whether the paper turns as the page of a book does, and not as that of a wall calendar.

    Turned like a calendar's, the back has to stand on its head, so that the card, which its bearer
    turns like a page, is upright on both faces.
    """
    is_upright = sheet.page_height_mm >= sheet.page_width_mm
    return is_upright is (flip is Flip.LONG)


def _filling(sheet: Sheet, order: Order) -> list[int]:
    """List the places of one sheet, counted row by row from 0, as they are filled."""
    if order is Order.COLUMNS:
        return [
            row * sheet.columns + column
            for column in range(sheet.columns)
            for row in range(sheet.rows)
        ]
    return list(range(sheet.cards))
