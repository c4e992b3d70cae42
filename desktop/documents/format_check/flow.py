"""The running text of a part, from under its heading to its signature."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from desktop.documents.format_check.elements import CLOSE_PT
from desktop.documents.format_check.parts import PartReading, body
from desktop.documents.format_check.reading import PageReading, TextLine


class FlowLine(Struct, frozen=True):
    """A line and the page that it stands on."""

    page: PageReading
    line: TextLine


class Foot(Struct, frozen=True):
    """Where the signature begins: its page and its first baseline; whether two sign."""

    page: PageReading
    begins_pt: float
    is_pair: bool


def find_foot(part: PartReading, head_end_pt: float) -> Foot | None:
    """Find the signature by two that sign side by side, or by the word Nơi nhận."""
    for page in reversed(part.pages):
        over_pt = head_end_pt if page is part.first else 0.0
        lines = [line for line in body(page) if line.baseline_pt > over_pt]
        for left, right in pairwise(lines):
            are_level = abs(left.baseline_pt - right.baseline_pt) < CLOSE_PT
            if are_level and _is_post(left) and _is_post(right) and not page.is_in_table(left):
                return Foot(page, left.baseline_pt, is_pair=True)
    if part.recipients_word is None:
        return None
    page, word = part.recipients_word
    return Foot(page, word.baseline_pt, is_pair=False)


def _is_post(line: TextLine) -> bool:
    return line.is_bold and not line.is_italic and line.text == line.text.upper()


def flow(part: PartReading, head_end_pt: float, foot: Foot | None) -> list[FlowLine]:
    """Give the text that stands in no table, in no head and over no signature's line."""
    found: list[FlowLine] = []
    for page in part.pages:
        for line in body(page):
            if page is part.first and line.baseline_pt <= head_end_pt + CLOSE_PT:
                continue
            if foot is not None and _is_of_foot(page, line, foot):
                return found
            if not page.is_in_table(line):
                found.append(FlowLine(page, line))
    return found


def _is_of_foot(page: PageReading, line: TextLine, foot: Foot) -> bool:
    return page is foot.page and line.baseline_pt > foot.begins_pt - CLOSE_PT
