"""Bars of shares, drawn so that they are read without colours: filled, hatched, left white."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.blocks import Bar
from desktop.documents.flow import Fill, Stroke

BAR_HEIGHT_PT = 8.5
FILLED_GREY = 0.35
LINE_PT = 0.5
HATCH_PT = 0.4
HATCH_STEP_PT = 3.0


def bar_parts(bar: Bar) -> tuple[float, float]:
    """Give where the filled and the hatched part end, as shares of the whole, at most 1."""
    filled = min(max(bar.filled, 0.0), 1.0)
    return filled, min(filled + max(bar.unknown, 0.0), 1.0)


def bar_shapes(
    bar: Bar, left_pt: float, top_pt: float, width_pt: float
) -> tuple[list[Fill], list[Stroke]]:
    """Draw a bar with its left top corner there: what is filled, and all lines."""
    filled, told = (share * width_pt for share in bar_parts(bar))
    fills = [Fill(left_pt, top_pt, filled, BAR_HEIGHT_PT, FILLED_GREY)] if filled else []
    right_pt, bottom_pt = left_pt + width_pt, top_pt + BAR_HEIGHT_PT
    corners = [(left_pt, top_pt), (right_pt, top_pt), (right_pt, bottom_pt)]
    corners += [(left_pt, bottom_pt), (left_pt, top_pt)]
    frame = [Stroke(*corners[side], *corners[side + 1], LINE_PT) for side in range(4)]
    hatched = [
        Stroke(left_pt + x1, bottom_pt - y1, left_pt + x2, bottom_pt - y2, HATCH_PT)
        for x1, y1, x2, y2 in hatching(filled, told, BAR_HEIGHT_PT, HATCH_STEP_PT)
    ]
    edge = [Stroke(left_pt + told, top_pt, left_pt + told, bottom_pt, LINE_PT)] if hatched else []
    return fills, [*hatched, *edge, *frame]


def hatching(
    start: float, end: float, height: float, step: float
) -> Iterator[tuple[float, float, float, float]]:
    """Run slanted lines through a box, each from below to above, cut at its sides; y runs up."""
    foot = start - height + step / 2
    while foot < end:
        x1, x2 = max(foot, start), min(foot + height, end)
        if x2 > x1:
            yield x1, x1 - foot, x2, x2 - foot
        foot += step
