"""The parts of a file, each numbered from its own first page: the paper, and its appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from desktop.documents.decree30 import PT_PER_MM, RECIPIENTS_WORD
from desktop.documents.format_check.limits import INDENTS_MM, MARGINS_MM, SHEET_PT
from desktop.documents.format_check.page_objects import Stroke
from desktop.documents.format_check.reading import PageReading, Reading, TextLine

NATION_BEGINS = "CỘNG HÒA XÃ HỘI"
APPENDIX_WORD = re.compile(r"Phụ lục(?: (?P<number>[IVXLC]+|\d+))?\Z", re.IGNORECASE)
_CLOSE_PT = 1.0
_DOTS = frozenset("….")
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
        """Where the text begins: measured, or told from an indent, but as the decree allows."""
        found = min(
            [line.left_pt for line in self._running] + [edge.left_pt for edge in self._edges],
            default=0.0,
        )
        least, most = (side * PT_PER_MM for side in MARGINS_MM["left"])
        for indent in INDENTS_MM:
            if least - _CLOSE_PT <= found - indent * PT_PER_MM <= most + _CLOSE_PT:
                return found - indent * PT_PER_MM
        return min(max(found, least), most)

    @property
    def middle_pt(self) -> float:
        """Halfway between both margins."""
        return sum(self._middles_pt) / 2

    def is_in_middle(self, line: TextLine) -> bool:
        """Tell whether a line stands halfway between both margins."""
        first, last = self._middles_pt
        return first - _CLOSE_PT <= line.middle_pt <= last + _CLOSE_PT

    @cached_property
    def _middles_pt(self) -> tuple[float, float]:
        """Where the middle may be: at one place where several lines reach the right margin."""
        width_pt = SHEET_PT[1] if self.first.is_landscape else SHEET_PT[0]
        ends = [line.right_pt for line in self._running if _tells_the_margin(line)]
        ends += sorted(edge.right_pt for edge in self._edges)[-1:] * 2
        ends.sort()
        least, most = (width_pt - side * PT_PER_MM for side in reversed(MARGINS_MM["right"]))
        reaches = len(ends) > 1 and ends[-1] - ends[-2] < _CLOSE_PT and ends[-1] > least
        rights_pt = (ends[-1], ends[-1]) if reaches else (least, most)
        return (self.left_pt + rights_pt[0]) / 2, (self.left_pt + rights_pt[1]) / 2

    @cached_property
    def _running(self) -> list[TextLine]:
        """The lines that stand in no table."""
        return [line for page in self.pages for line in body(page) if not page.is_in_table(line)]

    @cached_property
    def _edges(self) -> list[Stroke]:
        return [edge for page in self.pages for edge in page.edges]

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


def _tells_the_margin(line: TextLine) -> bool:
    """Leave out dots for the pen and the national title, which end where they end."""
    return not set(line.text) <= _DOTS and not line.text.upper().startswith(NATION_BEGINS)


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
