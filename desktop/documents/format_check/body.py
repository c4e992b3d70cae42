"""The running text held to the decree: bases, sizes, indents, spacing, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.documents.blocks import Role
from desktop.documents.decree30 import POINT_LETTERS, PT_PER_MM
from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.elements import CLOSE_PT, departure, held_to_style
from desktop.documents.format_check.flow import FlowLine
from desktop.documents.format_check.limits import (
    INDENTS_MM,
    LINE_SPACING,
    PARAGRAPH_SPACING_PT,
    SINGLE_LINE,
)
from desktop.documents.format_check.parts import PartReading
from desktop.documents.format_check.reading import TextLine
from desktop.rules.texts import roman

_ROMAN = {roman(number): number for number in range(1, 100)}
_ARTICLE = re.compile(r"Điều (\d{1,2})\. ?")
_SECTION = re.compile(r"([IVXLC]+)\. ")
_CLAUSE = re.compile(r"(\d{1,2})\. ")
_POINT = re.compile(r"([a-zđ]{1,2})\) ")
_TOLERANCE_PT = 0.5


def body_departures(part: PartReading, lines: Sequence[FlowLine]) -> Iterator[Departure]:
    """Hold the running text of a part."""
    yield from _bases(part, lines)
    for one in lines:
        yield from held_to_style(Role.BODY, one.line, one.page)
        if not _is_placed(part, one.line):
            yield departure(DepartureCode.INDENT, Role.BODY, one.page, one.line.text)
    for upper, lower in pairwise(lines):
        if upper.page is lower.page and not _has_table_between(upper, lower):
            yield from _spacing(part, upper, lower)
    yield from _numbering(part, lines)


def _is_placed(part: PartReading, line: TextLine) -> bool:
    """Tell whether a line begins where lines may, or stands in the middle."""
    starts = (part.left_pt + indent * PT_PER_MM for indent in INDENTS_MM)
    return _is_centred(part, line) or any(abs(line.left_pt - one) <= CLOSE_PT for one in starts)


def _is_centred(part: PartReading, line: TextLine) -> bool:
    if not part.is_in_middle(line) or line.left_pt <= part.left_pt + CLOSE_PT:
        return False
    indents_pt = (part.left_pt + indent * PT_PER_MM for indent in INDENTS_MM)
    is_indented = any(abs(line.left_pt - one) <= CLOSE_PT for one in indents_pt)
    return not (is_indented and _number(line))  # a numbered line may end there by chance


def _begins_paragraph(part: PartReading, line: TextLine) -> bool:
    return line.left_pt > part.left_pt + CLOSE_PT and not _is_centred(part, line)


def _has_table_between(upper: FlowLine, lower: FlowLine) -> bool:
    return any(
        upper.line.baseline_pt < edge.top_pt < lower.line.baseline_pt for edge in upper.page.edges
    )


def _spacing(part: PartReading, upper: FlowLine, lower: FlowLine) -> Iterator[Departure]:
    line = lower.line
    pitch_pt = line.baseline_pt - upper.line.baseline_pt
    if pitch_pt < CLOSE_PT:
        return
    single_pt = SINGLE_LINE * line.size_pt
    least, most = (share * single_pt for share in LINE_SPACING)
    if _begins_paragraph(part, line):
        if pitch_pt < single_pt + PARAGRAPH_SPACING_PT - _TOLERANCE_PT:
            yield departure(
                DepartureCode.PARAGRAPH_SPACING,
                Role.BODY,
                lower.page,
                line.text,
                pitch_pt - single_pt,
            )
        return
    may_be_new = _is_centred(part, line) or _is_centred(part, upper.line)
    if pitch_pt < least - _TOLERANCE_PT or (pitch_pt > most + _TOLERANCE_PT and not may_be_new):
        yield departure(
            DepartureCode.LINE_SPACING, Role.BODY, lower.page, line.text, pitch_pt / single_pt
        )


def _bases(part: PartReading, lines: Sequence[FlowLine]) -> Iterator[Departure]:
    """The bases are the slanted paragraphs that the text begins with."""
    bases: list[list[FlowLine]] = []
    for one in lines:
        if one.line.is_bold and _is_centred(part, one.line) and not bases:
            continue  # who decides
        if not any("Italic" in face for face in one.line.faces):
            break
        if _begins_paragraph(part, one.line) or not bases:
            bases.append([])
        bases[-1].append(one)
    for number, basis in enumerate(bases, start=1):
        for one in basis:
            yield from held_to_style(Role.BASIS, one.line, one.page)
        last = basis[-1]
        ends = (".", ",", ":") if number == len(bases) else (";",)
        if not last.line.text.endswith(ends):
            yield departure(DepartureCode.BASIS_END, Role.BASIS, last.page, last.line.text)


def _numbering(part: PartReading, lines: Sequence[FlowLine]) -> Iterator[Departure]:
    counts = _Counts()
    for one in lines:
        line = one.line
        if _is_centred(part, line) and line.is_bold:
            counts.restart(0)
        if not _begins_paragraph(part, line):
            continue
        found = _number(line)
        if found is None:
            counts.allow_restart()
            continue
        depth, number = found
        if not counts.reaches(depth, number):
            yield departure(DepartureCode.NUMBERING, Role.BODY, one.page, line.text)
        if depth == 0 and _SECTION.match(line.text):
            yield from _section(one)


_CLAUSE_DEPTH = 1
_POINT_DEPTH = 2


class _Counts:
    """The last number of each depth: parts and articles, clauses, points."""

    def __init__(self) -> None:
        self._last = [0, 0, 0]
        self._has_text_since = False

    def restart(self, depth: int) -> None:
        """Count from one again, from a depth downwards."""
        self._last[depth:] = [0] * (len(self._last) - depth)

    def allow_restart(self) -> None:
        """Let points begin anew after a paragraph without a number; they may also go on."""
        self._has_text_since = True

    def reaches(self, depth: int, number: int) -> bool:
        """Count on, and tell whether this is the number that follows."""
        begins_anew = depth == _POINT_DEPTH and self._has_text_since and number == 1
        is_next = number == self._last[depth] + 1 or begins_anew
        self.restart(depth)
        self._last[depth] = number
        self._has_text_since = False
        return is_next


def _number(line: TextLine) -> tuple[int, int] | None:
    article, section = _ARTICLE.match(line.text), _SECTION.match(line.text)
    if article:
        return 0, int(article[1])
    if section and section[1] in _ROMAN and line.is_bold:
        return 0, _ROMAN[section[1]]
    if clause := _CLAUSE.match(line.text):
        return _CLAUSE_DEPTH, int(clause[1])
    point = _POINT.match(line.text)
    place = _place(point[1]) if point else None
    return None if place is None else (_POINT_DEPTH, place)


def _place(letters: str) -> int | None:
    """Count a point's letters by the Vietnamese alphabet: a is 1, after y come aa, ab."""
    place = 0
    for letter in letters:
        if letter not in POINT_LETTERS:
            return 0  # f, j, w, z: no letter of it
        place = place * len(POINT_LETTERS) + POINT_LETTERS.index(letter) + 1
    return place


def _section(one: FlowLine) -> Iterator[Departure]:
    line = one.line
    if not line.is_bold or line.text != line.text.upper():
        yield departure(DepartureCode.SECTION_NOT_STRONG, Role.SECTION, one.page, line.text)
