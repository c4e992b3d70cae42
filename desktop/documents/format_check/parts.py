"""The parts of a file, each numbered from its own first page: the paper, and its appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from desktop.documents.decree30 import PT_PER_MM, RECIPIENTS_WORD
from desktop.documents.format_check.limits import MARGINS_MM, SHEET_PT
from desktop.documents.format_check.reading import PageReading, Reading, TextLine

NATION_BEGINS = "CỘNG HÒA XÃ HỘI"
APPENDIX_WORD = re.compile(r"Phụ lục(?: (?P<number>[IVXLC]+|\d+))?\Z", re.IGNORECASE)
_HEAD_MM = 45.0  # under the upper edge: where a paper or an appendix names itself


class PartReading:
    """A stretch of pages that is numbered from 1."""

    def __init__(self, pages: Sequence[PageReading], *, is_appendix: bool) -> None:
        self.pages = pages
        self.is_appendix = is_appendix

    @property
    def first(self) -> PageReading:
        """The page that is not numbered."""
        return self.pages[0]

    @cached_property
    def left_pt(self) -> float:
        """Where the text begins: measured, but within what the decree allows."""
        lines = [
            line.left_pt for page in self.pages for line in body(page) if not page.is_in_table(line)
        ]
        edges = [edge.left_pt for page in self.pages for edge in page.edges]
        found = min(lines + edges, default=0.0)
        least, most = (side * PT_PER_MM for side in MARGINS_MM["left"])
        return min(max(found, least), most)

    @cached_property
    def right_pt(self) -> float:
        """Where the text ends, measured likewise."""
        width_pt = SHEET_PT[1] if self.first.is_landscape else SHEET_PT[0]
        edges = [edge.right_pt for page in self.pages for edge in page.edges]
        found = max(
            [line.right_pt for page in self.pages for line in body(page)] + edges, default=width_pt
        )
        least, most = (width_pt - side * PT_PER_MM for side in reversed(MARGINS_MM["right"]))
        return min(max(found, least), most)

    @property
    def middle_pt(self) -> float:
        """Halfway between both margins."""
        return (self.left_pt + self.right_pt) / 2

    @cached_property
    def recipients_word(self) -> tuple[PageReading, TextLine] | None:
        """Where the word Nơi nhận stands."""
        for page in reversed(self.pages):
            for line in page.lines:
                if line.text == RECIPIENTS_WORD:
                    return page, line
        return None


def parts(reading: Reading) -> list[PartReading]:
    """Divide a file where a paper or an appendix begins."""
    found: list[tuple[list[PageReading], bool]] = []
    for page in reading.pages:
        is_appendix = begins_appendix(page)
        if not found or is_appendix or _begins_paper(page):
            found.append(([], is_appendix))
        found[-1][0].append(page)
    return [PartReading(pages, is_appendix=is_appendix) for pages, is_appendix in found]


def body(page: PageReading) -> list[TextLine]:
    """Leave out what stands in the top margin."""
    top_pt = MARGINS_MM["top"][0] * PT_PER_MM
    return [line for line in page.lines if line.baseline_pt > top_pt]


def in_top_margin(page: PageReading) -> list[TextLine]:
    """Give what stands in the top margin."""
    top_pt = MARGINS_MM["top"][0] * PT_PER_MM
    return [line for line in page.lines if line.baseline_pt <= top_pt]


def begins_appendix(page: PageReading) -> bool:
    """Tell whether an appendix begins on a page."""
    return any(APPENDIX_WORD.match(line.text) for line in body(page)[:1])


def _begins_paper(page: PageReading) -> bool:
    return any(
        line.text.upper().startswith(NATION_BEGINS)
        for line in page.lines
        if line.baseline_pt < _HEAD_MM * PT_PER_MM
    )
