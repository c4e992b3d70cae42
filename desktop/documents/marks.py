"""Combining marks set over their letter.

NFC has no single character for some letters of Ê-đê and Gia-rai (Ê̆, Ơ̆, Ư̆), so a mark is left
over, and ReportLab would draw it beside the letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from desktop.documents.fonts import Face, glyph_box, width_pt

_FIRST_MARK = "\u0300"  # nothing below combines
_ABOVE = 230  # canonical combining class
_GAP = 40.0  # thousandths of the size between letter and mark
HIGH_PITCH = 1.34  # of the size: lines that leave room for two marks over a capital


class Placed(Struct, frozen=True):
    """A stretch of text and where it stands from the start of the whole, up is positive."""

    text: str
    right_pt: float = 0.0
    up_pt: float = 0.0


def has_marks(text: str) -> bool:
    """Tell whether a text holds combining marks."""
    return any(char >= _FIRST_MARK and unicodedata.combining(char) for char in text)


def reaches_high(text: str) -> bool:
    """Tell whether a mark stands over a capital that has one already, higher than any letter."""
    return any(
        char >= _FIRST_MARK
        and unicodedata.combining(char) == _ABOVE
        and text[index - 1].isupper()
        and len(unicodedata.normalize("NFD", text[index - 1])) > 1
        for index, char in enumerate(text)
        if index
    )


def with_marks_placed(text: str, face: Face, size_pt: float) -> Iterator[Placed]:
    """Divide a text so that every mark stands over the middle of its letter."""
    start = 0
    for index, char in enumerate(text):
        if not (char >= _FIRST_MARK and unicodedata.combining(char)) or index == 0:
            continue
        if index > start:
            yield Placed(text[start:index], width_pt(text[:start], face, size_pt))
        yield _mark(text, index, face, size_pt)
        start = index + 1
    if start < len(text):
        yield Placed(text[start:], width_pt(text[:start], face, size_pt))


def _mark(text: str, index: int, face: Face, size_pt: float) -> Placed:
    base = index - 1
    while base > 0 and unicodedata.combining(text[base]):
        base -= 1
    letter, mark = glyph_box(text[base], face), glyph_box(text[index], face)
    below = sum(
        glyph_box(other, face).top - glyph_box(other, face).bottom + _GAP
        for other in text[base + 1 : index]
        if unicodedata.combining(other) == _ABOVE
    )
    up = 0.0
    if unicodedata.combining(text[index]) == _ABOVE:
        up = letter.top + _GAP + below - mark.bottom
    right_pt = width_pt(text[:base], face, size_pt)
    return Placed(
        text[index], right_pt + (letter.middle - mark.middle) * size_pt / 1000, up * size_pt / 1000
    )
