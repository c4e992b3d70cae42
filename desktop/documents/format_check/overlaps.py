"""Text that stands on other text, or on a line."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.reading import PageReading, TextLine

_HEIGHT = 0.93  # of the size: closer baselines let letters touch
_ASIDE_PT = 0.1
_FURTHEST_PT = 40.0  # no line is higher
_INSIDE_PT = 0.7  # how far a letter may reach over the edge of its cell
_ON_THE_BASELINE = (-0.6, 0.0)  # of the size: from the top of small letters to the baseline


def overlap_departures(page: PageReading) -> Iterator[Departure]:
    """Find what overlaps on a page, whatever the page is."""
    yield from _text_over_text(page.lines, page)
    yield from _text_over_edges(page)
    yield from _text_over_rules(page)


def _text_over_text(lines: list[TextLine], page: PageReading) -> Iterator[Departure]:
    for index, upper in enumerate(lines):
        for lower in lines[index + 1 :]:
            drop_pt = lower.baseline_pt - upper.baseline_pt
            if drop_pt > _FURTHEST_PT:
                break
            is_beside = (
                upper.right_pt <= lower.left_pt + _ASIDE_PT
                or lower.right_pt <= upper.left_pt + _ASIDE_PT
            )
            if not is_beside and drop_pt < _HEIGHT * lower.size_pt:
                text = f"{upper.text} / {lower.text}"
                yield Departure(code=DepartureCode.TEXT_OVER_TEXT, page=page.number, text=text)


def _text_over_edges(page: PageReading) -> Iterator[Departure]:
    edges = {line.baseline_pt: page.edges_at(line.baseline_pt) for line in page.lines}
    for char in page.chars:
        left_pt, right_pt = char.left_pt + _INSIDE_PT, char.right_pt - _INSIDE_PT
        crossed = (left_pt < edge < right_pt for edge in edges.get(round(char.baseline_pt, 1), ()))
        if char.text.strip() and any(crossed):
            yield Departure(code=DepartureCode.TEXT_OVER_LINE, page=page.number, text=char.text)


def _text_over_rules(page: PageReading) -> Iterator[Departure]:
    for line in page.lines:
        top, bottom = (line.baseline_pt + share * line.size_pt for share in _ON_THE_BASELINE)
        for rule in page.rules:
            is_across = rule.left_pt < line.right_pt and line.left_pt < rule.right_pt
            if is_across and top < rule.top_pt < bottom:
                yield Departure(code=DepartureCode.TEXT_OVER_LINE, page=page.number, text=line.text)
