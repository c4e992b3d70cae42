"""Move, resize, snap and align the parts of a card; millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop.documents.badges.layout import Box, Code, Element, Layout, Line, Polygon, Side

Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""

STEP_MM = 0.1  # what lengths are rounded to: nobody sees less, and figures stay short
SMALLEST_MM = 1.0


class Alignment(StrEnum):
    """Which edges or middles come to lie on one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Snap(Struct, frozen=True):
    """How far an area has to be moved to lie in line, and the lines it then lies on."""

    across: float = 0.0
    down: float = 0.0
    upright_at: tuple[float, ...] = ()
    level_at: tuple[float, ...] = ()


def extent(element: Element | Box) -> Area:
    """Give the area that an element takes."""
    match element:
        case Line():
            points: Sequence[tuple[float, float]] = (element.from_mm, element.to_mm)
        case Polygon():
            points = element.points_mm
        case Code():
            right, bottom = element.x_mm + element.side_mm, element.y_mm + element.side_mm
            return element.x_mm, element.y_mm, right, bottom
        case _:
            right, bottom = element.x_mm + element.width_mm, element.y_mm + element.height_mm
            return element.x_mm, element.y_mm, right, bottom
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def moved(element: Element, across: float, down: float) -> Element:
    """Move an element."""
    left, top, right, bottom = extent(element)
    return placed(element, (left + across, top + down, right + across, bottom + down))


def placed(element: Element, area: Area) -> Element:
    """Put an element into another area; lines and shapes are stretched, a code stays square."""
    left, top = _rounded(area[0]), _rounded(area[1])
    width, height = _rounded(area[2] - area[0]), _rounded(area[3] - area[1])
    match element:
        case Line():
            start, end = _stretched((element.from_mm, element.to_mm), extent(element), area)
            return replace(element, from_mm=start, to_mm=end)
        case Polygon():
            points = _stretched(element.points_mm, extent(element), area)
            return replace(element, points_mm=points)
        case Code():
            side = max(SMALLEST_MM, min(width, height))
            return replace(element, x_mm=left, y_mm=top, side_mm=side)
        case _:
            return replace(
                element,
                x_mm=left,
                y_mm=top,
                width_mm=max(SMALLEST_MM, width),
                height_mm=max(SMALLEST_MM, height),
            )


def united(areas: Iterable[Area]) -> Area:
    """Give the area that holds all of some; there must be one."""
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def aligned(elements: Sequence[Element], alignment: Alignment, within: Area) -> list[Element]:
    """Move elements so that they lie in line with one another, or a single one within an area."""
    frame = united(map(extent, elements)) if len(elements) > 1 else within
    return [_aligned(each, alignment, frame) for each in elements]


def snap(area: Area, layout: Layout, side: Side, but: frozenset[int], reach: float) -> Snap:
    """Find what an area lies nearly in line with: the card, its safe zone, other elements.

    Args:
        area: what is being moved.
        layout: the card.
        side: which face of it.
        but: the indices of elements that move with it.
        reach: how near is nearly.
    """
    others = [
        extent(each)
        for index, each in enumerate(layout.elements_of(side))
        if index not in but and extent(each) != area
    ]
    width, height, safe = layout.width_mm, layout.height_mm, layout.safe_mm
    upright = {0.0, safe, width / 2, width - safe, width}
    level = {0.0, safe, height / 2, height - safe, height}
    for left, top, right, bottom in others:
        upright |= {left, (left + right) / 2, right}
        level |= {top, (top + bottom) / 2, bottom}
    across, upright_at = _nearest((area[0], area[2]), upright, reach)
    down, level_at = _nearest((area[1], area[3]), level, reach)
    return Snap(across, down, upright_at, level_at)


def _nearest(
    ends: tuple[float, float], lines: set[float], reach: float
) -> tuple[float, tuple[float, ...]]:
    places = (ends[0], (ends[0] + ends[1]) / 2, ends[1])
    shifts = [(line - place, line) for line in lines for place in places]
    near = min(shifts, key=lambda each: (abs(each[0]), each[1]))
    if abs(near[0]) > reach:
        return 0.0, ()
    lies_on = {line for shift, line in shifts if abs(shift - near[0]) < STEP_MM / 10}
    return near[0], tuple(sorted(lies_on))


def _aligned(element: Element, alignment: Alignment, frame: Area) -> Element:
    left, top, right, bottom = extent(element)
    across = {
        Alignment.LEFT: frame[0] - left,
        Alignment.CENTRE: (frame[0] + frame[2] - left - right) / 2,
        Alignment.RIGHT: frame[2] - right,
    }
    down = {
        Alignment.TOP: frame[1] - top,
        Alignment.MIDDLE: (frame[1] + frame[3] - top - bottom) / 2,
        Alignment.BOTTOM: frame[3] - bottom,
    }
    return moved(element, across.get(alignment, 0.0), down.get(alignment, 0.0))


def _stretched(
    points: Sequence[tuple[float, float]], before: Area, after: Area
) -> tuple[tuple[float, float], ...]:
    def along(place: float, low: float, high: float, new_low: float, new_high: float) -> float:
        share = (place - low) / (high - low) if high > low else 0.0
        return _rounded(new_low + share * (new_high - new_low))

    return tuple(
        (
            along(x, before[0], before[2], after[0], after[2]),
            along(y, before[1], before[3], after[1], after[3]),
        )
        for x, y in points
    )


def _rounded(length: float) -> float:
    return round(length, 1)
