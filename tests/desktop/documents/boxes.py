"""What stands on a page as boxes, read by PDFium, and which of them touch.

Points, from the left bottom corner of the page. Text slanted across a page, the mark of a draft,
is left out: it lies under everything.
"""

from __future__ import annotations

import ctypes
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.documents.format_check.page_objects import Stroke, read_strokes

_TOUCHING_PT = 0.4  # less is the rounding of glyph boxes
_INSIDE_PT = 0.5
_SLANTED = 0.01
_TOLD = 60
_SLANTED_PT = 150.0  # higher than any upright text


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box, by: float = _TOUCHING_PT) -> bool:
        """Tell whether two share more than a hair."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > by
            and min(self.top, other.top) - max(self.bottom, other.bottom) > by
        )

    def inset(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Take margins off."""
        return Box(self.left + left, self.bottom + bottom, self.right - right, self.top - top)

    def is_inside(self, other: Box, by: float = _TOUCHING_PT) -> bool:
        """Tell whether it stands in another."""
        return (
            self.left > other.left - by
            and self.bottom > other.bottom - by
            and self.right < other.right + by
            and self.top < other.top + by
        )


class PageBoxes:
    """The boxes of one page.

    Attributes:
        texts: stretches of text as high and wide as their ink.
        text: all of it, in the order of drawing, without the mark of a draft.
    """

    def __init__(self, page: pypdfium2.PdfPage, *, with_lines: bool = True) -> None:
        self.width_pt, self.height_pt = (float(side) for side in page.get_size())
        self.sheet = Box(0.0, 0.0, self.width_pt, self.height_pt)
        self._text_page = page.get_textpage()
        slanted = list(_slanted(page))
        self.texts = [
            box
            for box in _text_boxes(self._text_page)
            if not any(box.top - box.bottom > _SLANTED_PT and box.meets(one) for one in slanted)
        ]
        self.pictures = [_bounds(one) for one in _objects(page, pdfium.FPDF_PAGEOBJ_IMAGE)]
        strokes = read_strokes(page, self.height_pt) if with_lines else []
        self.strokes = [_box(one, self.height_pt) for one in strokes]
        self.text = self._text_page.get_text_range()

    def words_in(self, box: Box) -> str:
        """Give the text of a box."""
        text: str = self._text_page.get_text_bounded(*box)
        return " ".join(text.split())[:_TOLD]

    def faults(self, margins: Box) -> Iterator[str]:
        """Name what overlaps, text outside the margins unless above them, all off the sheet."""
        yield from self._text_over_text()
        yield from self._lines_through_text()
        for picture in self.pictures:
            if any(picture.meets(text) for text in self.texts):
                yield f"a picture over text at {_rounded(picture)}"
            if any(picture.meets(one) for one in self.pictures if one is not picture):
                yield f"pictures over each other at {_rounded(picture)}"
        for box in self.texts:
            if not box.is_inside(margins) and box.bottom < margins.top:
                yield f"outside the margins: {self.words_in(box)!r} at {_rounded(box)}"
        for box in (*self.texts, *self.strokes, *self.pictures):
            if not box.is_inside(self.sheet):
                yield f"outside the sheet: {self.words_in(box)!r} at {_rounded(box)}"

    def _text_over_text(self) -> Iterator[str]:
        boxes = sorted(self.texts, key=lambda one: -one.top)
        for index, upper in enumerate(boxes):
            for lower in boxes[index + 1 :]:
                if lower.top < upper.bottom:
                    break
                if upper.meets(lower) and self._letters_meet(upper, lower):
                    yield f"{self.words_in(upper)!r} over {self.words_in(lower)!r}"

    def _letters_meet(self, one: Box, other: Box) -> bool:
        """Look closer: a mark over a small letter stands lower than a capital of the same line."""
        ones, others = (
            [box for box in self._letters if box.is_inside(each)] for each in (one, other)
        )
        return any(a.meets(b) for a in ones for b in others if a != b)

    @cached_property
    def _letters(self) -> list[Box]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        found = []
        for index in range(pdfium.FPDFText_CountChars(self._text_page)):
            pdfium.FPDFText_GetCharBox(self._text_page, index, left, right, bottom, top)
            found.append(Box(left.value, bottom.value, right.value, top.value))
        return found

    def _lines_through_text(self) -> Iterator[str]:
        level = sorted(self.strokes, key=lambda one: one.bottom)
        upright = sorted(self.strokes, key=lambda one: one.left)
        bottoms, lefts = [one.bottom for one in level], [one.left for one in upright]
        for text in self.texts:
            core = text.inset(*(_INSIDE_PT,) * 4)
            if core.right <= core.left or core.top <= core.bottom:
                continue
            near = level[bisect(bottoms, core.bottom) : bisect(bottoms, core.top)]
            near += upright[bisect(lefts, core.left) : bisect(lefts, core.right)]
            if any(_crosses(stroke, core) for stroke in near):
                yield f"a line through {self.words_in(text)!r}"


def read_boxes(data: bytes, *, with_lines: bool = True) -> Iterator[PageBoxes]:
    """Read page after page; `with_lines` false where patterns are clipped: they tell of no edge."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            yield PageBoxes(page, with_lines=with_lines)


def _text_boxes(text_page: pypdfium2.PdfTextPage) -> Iterator[Box]:
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    for index in range(pdfium.FPDFText_CountRects(text_page, 0, -1)):
        pdfium.FPDFText_GetRect(text_page, index, left, top, right, bottom)
        yield Box(left.value, bottom.value, right.value, top.value)


def _slanted(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Give the boxes of text that is neither upright nor upside down."""
    matrix = pdfium.FS_MATRIX()
    for one in _objects(page, pdfium.FPDF_PAGEOBJ_TEXT):
        pdfium.FPDFPageObj_GetMatrix(one, matrix)
        if abs(matrix.b) > _SLANTED:
            yield _bounds(one)


def _objects(page: pypdfium2.PdfPage, kind: int) -> Iterator[Any]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        one = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(one) == kind:
            yield one


def _bounds(one: Any) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(one, *sides)
    return Box(*(side.value for side in sides))


def _crosses(stroke: Box, core: Box) -> bool:
    return (
        stroke.left < core.right
        and stroke.right > core.left
        and stroke.bottom < core.top
        and stroke.top > core.bottom
    )


def _box(stroke: Stroke, height_pt: float) -> Box:
    return Box(
        stroke.left_pt, height_pt - stroke.bottom_pt, stroke.right_pt, height_pt - stroke.top_pt
    )


def _rounded(box: Sequence[float]) -> list[int]:
    return [round(side) for side in box]
