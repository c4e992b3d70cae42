"""The heads of papers as slabs: letterhead, kind and subject, appendix heading."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.blocks import AppendixHeading, Heading, Letterhead, Role, Run, run
from desktop.documents.decree30 import (
    LETTERHEAD_GAP_PT,
    LETTERHEAD_RIGHT_MOST_PT,
    LETTERHEAD_RIGHT_PT,
    MOTTO,
    NATIONAL_TITLE,
    RULE_DROP_PT,
    RULE_SHARE_LEAST,
    RULE_SHARE_MOST,
    RULE_WIDTH_PT,
    STYLES,
)
from desktop.documents.flow import Piece, Slab, Stroke
from desktop.documents.fonts import serif, width_pt
from desktop.documents.ink import Ink
from desktop.documents.setting import SetLines, place, set_lines

UNDER_LETTERHEAD_PT = 10.0  # between the rules and the line of number and date
UNDER_RULE_PT = 6.0
APPENDIX_TITLE_BEFORE_PT = 4.0
_ROUNDING_PT = 0.1


class _Stack:
    """Boxes of centred text put one under another in a column."""

    def __init__(self, left_pt: float, measure_pt: float, ink: Ink) -> None:
        self.left_pt = left_pt
        self.measure_pt = measure_pt
        self.height_pt = 0.0
        self.pieces: list[Piece] = []
        self.strokes: list[Stroke] = []
        self._ink = ink

    def set(self, text: Run, role: Role) -> SetLines:
        """Break a text for this column, smaller where its role allows and it would not fit."""
        style = STYLES[role]
        lines = set_lines([text], style, self._ink, self.measure_pt)
        if style.smaller_pt is not None and len(lines.lines) > 1:
            lines = set_lines([text], style, self._ink, self.measure_pt, style.smaller_pt)
        return lines

    def add(self, text: Run, role: Role) -> SetLines:
        """Put a text under what is there already."""
        lines = self.set(text, role)
        self.put(lines)
        return lines

    def put(self, lines: SetLines) -> None:
        """Put set lines under what is there already."""
        self.pieces += place(lines, self.left_pt, self.height_pt, self.measure_pt)
        self.height_pt += lines.height_pt

    def rule(self, length_pt: float, above: SetLines) -> None:
        """Draw a centred rule under the last line of a text just added."""
        if not above.lines:
            return  # only characters that nobody can see
        below_baseline_pt = above.pitch_pt - above.baseline_pt
        y_pt = self.height_pt - below_baseline_pt + RULE_DROP_PT + RULE_WIDTH_PT / 2
        middle_pt = self.left_pt + self.measure_pt / 2
        self.strokes.append(
            Stroke(middle_pt - length_pt / 2, y_pt, middle_pt + length_pt / 2, y_pt, RULE_WIDTH_PT)
        )
        self.height_pt = max(self.height_pt, y_pt)


def rule_length_pt(line_widths_pt: Sequence[float]) -> float:
    """Choose a rule between 1/3 and 1/2 of a text: of its last and of its longest line.

    Where no length serves both, the last line, which the rule stands under, decides.
    """
    if not line_widths_pt:
        return 0.0
    last_pt, longest_pt = line_widths_pt[-1], max(line_widths_pt)
    least_pt, most_pt = longest_pt * RULE_SHARE_LEAST, last_pt * RULE_SHARE_MOST
    return (least_pt + most_pt) / 2 if least_pt < most_pt else most_pt


def letterhead_slab(letterhead: Letterhead, ink: Ink, measure_pt: float) -> Slab:
    """Set the head of page one in its two columns."""
    right_pt = right_column_pt(letterhead)
    right_left_pt = measure_pt - right_pt
    left = _Stack(0.0, right_left_pt - LETTERHEAD_GAP_PT, ink)
    right = _Stack(right_left_pt, right_pt, ink)
    _set_issuer(letterhead, left)
    right.add(run(NATIONAL_TITLE), Role.NATIONAL_TITLE)
    motto = right.add(run(MOTTO), Role.MOTTO)
    right.rule(motto.lines[0].width_pt, motto)
    if letterhead.number is not None and letterhead.place_date is not None:
        _set_number_and_date(letterhead.number, letterhead.place_date, left, right)
    return Slab(
        height_pt=max(left.height_pt, right.height_pt),
        pieces=(*left.pieces, *right.pieces),
        strokes=(*left.strokes, *right.strokes),
        keeps_next=True,
    )


def right_column_pt(letterhead: Letterhead) -> float:
    """Choose the column of the national title: wide enough for a long place with its date."""
    if letterhead.place_date is None:
        return LETTERHEAD_RIGHT_PT
    style = STYLES[Role.PLACE_DATE]
    face = serif(bold=style.is_bold, italic=style.is_italic)
    size_pt = style.smaller_pt or style.size_pt
    needed_pt = width_pt(letterhead.place_date.text, face, size_pt) + _ROUNDING_PT
    return min(max(LETTERHEAD_RIGHT_PT, needed_pt), LETTERHEAD_RIGHT_MOST_PT)


def _set_issuer(letterhead: Letterhead, column: _Stack) -> None:
    if letterhead.parent_body is not None:
        for line in typed_lines(letterhead.parent_body):
            column.add(line, Role.PARENT_BODY)
    typed = [column.add(line, Role.ISSUER) for line in typed_lines(letterhead.issuer)]
    widths_pt = [line.width_pt for text in typed for line in text.lines]
    column.rule(rule_length_pt(widths_pt), typed[-1])


def _set_number_and_date(number: Run, place_date: Run, left: _Stack, right: _Stack) -> None:
    """Put both on one baseline (ô 3, ô 4), however their sizes differ."""
    top_pt = max(left.height_pt, right.height_pt) + UNDER_LETTERHEAD_PT
    pairs = [
        (left, left.set(number, Role.NUMBER)),
        (right, right.set(place_date, Role.PLACE_DATE)),
    ]
    baseline_pt = top_pt + max(lines.baseline_pt for _, lines in pairs)
    for stack, lines in pairs:
        stack.height_pt = baseline_pt - lines.baseline_pt
        stack.put(lines)


def typed_lines(text: Run) -> list[Run]:
    """Take a text of several lines apart, as typed; empty lines are left out."""
    lines = [line for line in text.text.splitlines() if line.strip()]
    return [
        Run(text=line, source=text.source, is_blank=text.is_blank) for line in lines or [text.text]
    ]


def heading_slab(heading: Heading, ink: Ink, measure_pt: float) -> Slab:
    """Set kind and subject with the rule under them."""
    stack = _Stack(0.0, measure_pt, ink)
    stack.add(heading.kind, Role.KIND)
    stack.height_pt += STYLES[Role.SUBJECT].before_pt
    subject = stack.add(heading.subject, Role.SUBJECT)
    stack.rule(rule_length_pt([line.width_pt for line in subject.lines]), subject)
    return Slab(
        height_pt=stack.height_pt + UNDER_RULE_PT,
        pieces=tuple(stack.pieces),
        strokes=tuple(stack.strokes),
        before_pt=STYLES[Role.KIND].before_pt,
        keeps_next=True,
    )


def appendix_slab(heading: AppendixHeading, ink: Ink, measure_pt: float) -> Slab:
    """Set the word Phụ lục, the title and the reference to the paper."""
    stack = _Stack(0.0, measure_pt, ink)
    stack.add(heading.word, Role.APPENDIX_WORD)
    stack.height_pt += APPENDIX_TITLE_BEFORE_PT
    for line in heading.title:
        stack.add(line, Role.APPENDIX_TITLE)
    stack.height_pt += STYLES[Role.APPENDIX_REFERENCE].before_pt
    stack.add(heading.reference, Role.APPENDIX_REFERENCE)
    return Slab(
        height_pt=stack.height_pt + UNDER_LETTERHEAD_PT,
        pieces=tuple(stack.pieces),
        keeps_next=True,
    )
