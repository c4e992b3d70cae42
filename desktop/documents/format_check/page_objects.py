"""What PDFium tells of one page: every character, and every straight line drawn."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct
from msgspec.structs import replace

_THIN_PT = 2.0  # a box no thicker is a line
_SEGMENTS_OF_A_BOX = 6
_NAME_BYTES = 200
_NO_TEXT = frozenset("\r\n\x00\ufffe")


class Char(Struct, frozen=True):
    """A character where it stands; `face` is its font without the tag of a subset.

    Attributes:
        place: in the order of drawing.
    """

    place: int
    text: str
    left_pt: float
    right_pt: float
    baseline_pt: float
    size_pt: float
    face: str
    is_black: bool
    degrees: float


class Stroke(Struct, frozen=True):
    """A straight line, or a box as thin as one."""

    left_pt: float
    top_pt: float
    right_pt: float
    bottom_pt: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.bottom_pt - self.top_pt <= _THIN_PT < self.right_pt - self.left_pt

    @property
    def is_upright(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.right_pt - self.left_pt <= _THIN_PT < self.bottom_pt - self.top_pt

    @property
    def length_pt(self) -> float:
        """From left to right."""
        return self.right_pt - self.left_pt

    @property
    def middle_pt(self) -> float:
        """Halfway between left and right."""
        return (self.left_pt + self.right_pt) / 2


def read_chars(page: pypdfium2.PdfPage, height_pt: float) -> list[Char]:
    """Read the characters in the order that they are drawn; a mark joins its letter."""
    found: list[Char] = []
    text_page = page.get_textpage()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, index):
            continue
        text = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if text in _NO_TEXT:
            continue
        if unicodedata.combining(text) and found:
            found[-1] = replace(found[-1], text=found[-1].text + text)
        else:
            found.append(_char(text_page, index, len(found), height_pt))
    return found


def _char(text_page: pypdfium2.PdfTextPage, index: int, place: int, height_pt: float) -> Char:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text_page, index, *colour)
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _NAME_BYTES, flags)
    scale = math.hypot(matrix.c, matrix.d)
    return Char(
        place=place,
        text=chr(pdfium.FPDFText_GetUnicode(text_page, index)),
        left_pt=float(box.left),
        right_pt=float(box.right),
        baseline_pt=height_pt - y.value,
        size_pt=pdfium.FPDFText_GetFontSize(text_page, index) * scale,
        face=name.value.decode("utf-8", "replace").rpartition("+")[2],
        is_black=not any(part.value for part in colour[:3]),
        degrees=math.degrees(math.atan2(matrix.b, matrix.a)),
    )


def read_strokes(page: pypdfium2.PdfPage, height_pt: float) -> list[Stroke]:
    """Read the straight lines of a page, drawn as lines or as thin boxes."""
    found: list[Stroke] = []
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPath_CountSegments(thing) > _SEGMENTS_OF_A_BOX:
            continue  # a drawing
        stroke = _extent(thing, height_pt)
        if stroke.is_level or stroke.is_upright:
            found.append(stroke)
        else:
            found += _sides(stroke)
    return found


def _extent(thing: object, height_pt: float) -> Stroke:
    """Take off the width that PDFium adds on every side of a stroked path."""
    sides = [ctypes.c_float() for _ in range(4)]
    fill, is_stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPageObj_GetBounds(thing, *sides)
    pdfium.FPDFPath_GetDrawMode(thing, fill, is_stroked)
    pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
    left, bottom, right, top = (side.value for side in sides)
    added = width.value if is_stroked.value else 0.0
    across, down = min(added, (right - left) / 2), min(added, (top - bottom) / 2)
    return Stroke(left + across, height_pt - top + down, right - across, height_pt - bottom - down)


def _sides(box: Stroke) -> Iterator[Stroke]:
    """Take a frame apart."""
    yield Stroke(box.left_pt, box.top_pt, box.right_pt, box.top_pt)
    yield Stroke(box.left_pt, box.bottom_pt, box.right_pt, box.bottom_pt)
    yield Stroke(box.left_pt, box.top_pt, box.left_pt, box.bottom_pt)
    yield Stroke(box.right_pt, box.top_pt, box.right_pt, box.bottom_pt)
