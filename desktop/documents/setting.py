"""Text set in a box: lines of one style, placed and aligned; and paragraphs as slabs."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.documents.blocks import HorizontalAlign, Paragraph, Run
from desktop.documents.decree30 import STYLES, TextStyle
from desktop.documents.flow import Piece, Slab
from desktop.documents.fonts import width_pt
from desktop.documents.ink import Ink
from desktop.documents.lines import (
    NO_BREAK_SPACE,
    Line,
    Stretch,
    break_evenly,
    break_lines,
    split_words,
)
from desktop.documents.marks import HIGH_PITCH, has_marks, reaches_high, with_marks_placed

# the face's own ascent and descent, in sizes; the rest of the pitch is shared above and below
_ASCENT = 0.891
_DESCENT = 0.216
_WIDEST_GAP = 1.0  # in sizes: a line with wider gaps is left ragged


class SetLines(Struct, frozen=True):
    """Lines of one style and the size they are set in."""

    lines: tuple[Line, ...]
    size_pt: float
    style: TextStyle

    @property
    def pitch_pt(self) -> float:
        """Distance of baselines."""
        return self.size_pt * self.style.pitch

    @property
    def height_pt(self) -> float:
        """Height of the whole box."""
        return self.pitch_pt * len(self.lines)

    @property
    def baseline_pt(self) -> float:
        """Distance of the first baseline from the top of the box."""
        leading_pt = self.pitch_pt - (_ASCENT + _DESCENT) * self.size_pt
        return leading_pt / 2 + _ASCENT * self.size_pt


def set_lines(
    runs: Sequence[Run], style: TextStyle, ink: Ink, measure_pt: float, size_pt: float = 0.0
) -> SetLines:
    """Break runs into lines of a measure; centred text comes out evenly."""
    size_pt = size_pt or style.size_pt
    stretches = ink.stretches(runs, style)
    if style.pitch < HIGH_PITCH and any(reaches_high(one.text) for one in stretches):
        style = replace(style, pitch=HIGH_PITCH)
    words = split_words(stretches, size_pt)
    if style.align is HorizontalAlign.CENTRE:
        lines = break_evenly(words, size_pt, measure_pt)
    else:
        lines = break_lines(
            words,
            size_pt,
            measure_pt - style.hanging_pt,
            first_indent_pt=style.indent_pt - style.hanging_pt,
        )
    return SetLines(tuple(lines), size_pt, style)


def place(
    text: SetLines,
    left_pt: float,
    top_pt: float,
    measure_pt: float,
    align: HorizontalAlign | None = None,
) -> list[Piece]:
    """Put lines into a box with this left top corner."""
    pieces: list[Piece] = []
    for index in range(len(text.lines)):
        y_pt = top_pt + text.baseline_pt + index * text.pitch_pt
        pieces += _place_nth(text, index, left_pt, y_pt, measure_pt, align or text.style.align)
    return pieces


def _place_nth(
    text: SetLines,
    index: int,
    left_pt: float,
    y_pt: float,
    measure_pt: float,
    align: HorizontalAlign,
) -> list[Piece]:
    line = text.lines[index]
    indent_pt = text.style.hanging_pt if index else text.style.indent_pt
    room_pt = measure_pt - indent_pt - line.width_pt
    if align is HorizontalAlign.CENTRE:
        return place_line(line, left_pt + (measure_pt - line.width_pt) / 2, y_pt, text.size_pt)
    if align is HorizontalAlign.RIGHT:
        return place_line(line, left_pt + measure_pt - line.width_pt, y_pt, text.size_pt)
    stretch_pt = 0.0
    if align is HorizontalAlign.JUSTIFY and not line.is_last and line.gaps:
        stretch_pt = room_pt / line.gaps
        if stretch_pt > _WIDEST_GAP * text.size_pt:
            stretch_pt = 0.0
    return place_line(line, left_pt + indent_pt, y_pt, text.size_pt, stretch_pt)


def place_line(
    line: Line, x_pt: float, y_pt: float, size_pt: float, stretch_pt: float = 0.0
) -> list[Piece]:
    """Put the stretches of a line side by side."""
    pieces: list[Piece] = []
    for part in line.stretches:
        if has_marks(part.text):
            pieces += _with_marks(part, x_pt, y_pt, size_pt, stretch_pt)
        else:
            pieces.append(Piece(x_pt, y_pt, part.text, part.face, size_pt, stretch_pt))
        gaps = part.text.count(" ") + part.text.count(NO_BREAK_SPACE)
        x_pt += width_pt(part.text, part.face, size_pt) + gaps * stretch_pt
    return pieces


def _with_marks(
    part: Stretch, x_pt: float, y_pt: float, size_pt: float, stretch_pt: float
) -> list[Piece]:
    pieces: list[Piece] = []
    gaps = 0
    for placed in with_marks_placed(part.text, part.face, size_pt):
        left_pt = x_pt + placed.right_pt + gaps * stretch_pt
        y_raised_pt = y_pt - placed.up_pt
        pieces.append(Piece(left_pt, y_raised_pt, placed.text, part.face, size_pt, stretch_pt))
        gaps += placed.text.count(" ") + placed.text.count(NO_BREAK_SPACE)
    return pieces


def paragraph_slabs(paragraph: Paragraph, ink: Ink, measure_pt: float) -> list[Slab]:
    """Make a slab of each line; no line stands alone on a page, nor what introduces a list."""
    style = STYLES[paragraph.role]
    text = set_lines(paragraph.runs, style, ink, measure_pt)
    last = len(text.lines) - 1
    introduces = last >= 0 and text.lines[last].text.endswith(":")
    return [
        Slab(
            height_pt=text.pitch_pt,
            pieces=tuple(_place_nth(text, index, 0.0, text.baseline_pt, measure_pt, style.align)),
            before_pt=0.0 if index else style.before_pt,
            keeps_next=style.keeps_next
            or (index in {0, last - 1} and index < last)
            or (introduces and index == last),
        )
        for index in range(last + 1)
    ]
