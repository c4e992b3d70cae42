"""Where the pages of a PDF stand one below the other, and in which bands they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSizeF

from desktop.widgets.theme import SPACE

PX_PER_PT = 96 / 72  # logical pixels in a point at the size of the paper
_BAND_PX = 1_000_000  # about 15 ms of drawing
_LEAST_ROWS = 32

Band = tuple[int, int]
"""A page's number and the number of a band on it, both from 0."""


@dataclass(frozen=True)
class PageLayout:
    """The places of all pages at one zoom on one screen.

    Attributes:
        rects: each page in logical pixels, from the top left of the whole stack.
        width: of the whole stack with its margins, logical pixels.
        height: the same downwards.
        ratio: device pixels in a logical pixel.
    """

    rects: tuple[QRect, ...]
    width: int
    height: int
    ratio: float

    def page_at(self, row: int) -> int:
        """Find the page that a row of the stack runs through, or the next one."""
        below = (number for number, rect in enumerate(self.rects) if rect.bottom() >= row)
        return next(below, max(0, len(self.rects) - 1))

    def picture_size(self, number: int) -> tuple[int, int]:
        """Give the width and height of a page's whole picture in device pixels."""
        rect = self.rects[number]
        return max(1, round(rect.width() * self.ratio)), max(1, round(rect.height() * self.ratio))

    def band_rows(self, number: int) -> int:
        """Tell how many rows of a page's picture are drawn at a time."""
        return max(_LEAST_ROWS, _BAND_PX // self.picture_size(number)[0])

    def band_span(self, band: Band) -> tuple[int, int]:
        """Give the first row of a band in the page's picture, and the number of its rows."""
        number, index = band
        rows = self.band_rows(number)
        return index * rows, min(rows, self.picture_size(number)[1] - index * rows)

    def bands_between(self, first: int, last: int) -> Iterator[Band]:
        """List the bands that touch the rows of the stack from first to last."""
        for number, rect in enumerate(self.rects):
            if rect.bottom() < first or rect.top() > last:
                continue
            rows, height = self.band_rows(number), self.picture_size(number)[1]
            upper = max(0, int((first - rect.top()) * self.ratio))
            lower = min(height - 1, int((last - rect.top()) * self.ratio))
            for index in range(upper // rows, lower // rows + 1):
                yield number, index


def lay_out(sizes: Sequence[QSizeF], zoom: float, ratio: float) -> PageLayout:
    """Put pages of these sizes in points one below the other, each in the middle."""
    scale = zoom * PX_PER_PT
    widest = max((round(size.width() * scale) for size in sizes), default=0)
    rects = []
    top = SPACE
    for size in sizes:
        width, height = round(size.width() * scale), round(size.height() * scale)
        rects.append(QRect(SPACE + (widest - width) // 2, top, width, height))
        top += height + SPACE
    return PageLayout(tuple(rects), widest + 2 * SPACE, top, ratio)
