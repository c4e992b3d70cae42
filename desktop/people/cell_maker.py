"""Make cells of what a file holds, the same for every kind of file, and count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from desktop.people.list_sheet import Cell, CellKind, Row
from desktop.people.text import clean

MAX_FILLED_CELLS = 600_000  # 20,000 people with 30 columns
MAX_CHARACTERS = 30_000_000
MAX_ROW = 1_048_576  # of Excel itself
MAX_COLUMN = 16_384
MAX_SHEETS = 100


class TooManyCellsError(ValueError):
    """The file has more cells than a list of people can have."""


class TooMuchTextError(ValueError):
    """The file has more text than a list of people can have."""


class CellMaker:
    """Cleans texts into cells; one for all sheets of a file, because the limits are the file's."""

    def __init__(self) -> None:
        self._cells = 0
        self._characters = 0
        self._cleaned: dict[str, str] = {}

    def make(
        self, column: int, original: str, kind: CellKind = CellKind.TEXT, font: str = ""
    ) -> Cell | None:
        """Make a cell; None where nothing is left of the text, unless it is a dead formula.

        Raises:
            TooManyCellsError: this is one cell too many.
            TooMuchTextError: the cells hold too much text together.
        """
        text = self._cleaned.get(original)
        if text is None:
            text = self._cleaned[original] = clean(original)
        self._cells += 1
        self._characters += len(original)
        if self._cells > MAX_FILLED_CELLS:
            raise TooManyCellsError(MAX_FILLED_CELLS)
        if self._characters > MAX_CHARACTERS:
            raise TooMuchTextError(MAX_CHARACTERS)
        if not text and kind is not CellKind.UNCOMPUTED:
            return None
        return Cell(column, text, kind, "" if text == original else original, font=font)


def with_fonts_by_column(rows: Sequence[Row]) -> tuple[tuple[Row, ...], dict[int, str]]:
    """Take the font most cells of a column have out of them, and tell it by column."""
    counts: dict[int, Counter[str]] = {}
    for row in rows:
        for cell in row.cells:
            counts.setdefault(cell.column, Counter())[cell.font] += 1
    common = {column: fonts.most_common(1)[0][0] for column, fonts in counts.items()}
    bare = tuple(
        Row(
            row.number,
            tuple(
                msgspec.structs.replace(cell, font="")
                if cell.font and cell.font == common[cell.column]
                else cell
                for cell in row.cells
            ),
        )
        for row in rows
    )
    return bare, {column: font for column, font in common.items() if font}
