"""The patterns at the ends of a band, which tell groups apart on a black-and-white printer."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.badges.layout import Pattern

Corner = tuple[float, float]
Shape = tuple[Corner, ...]
"""A filled polygon, in points; it may reach beyond the strip, which is clipped."""

_STEP = 5.0  # distance of two strokes: seen at arm's length, and not closed up by a toner


def shapes(pattern: Pattern, width: float, height: float) -> tuple[Shape, ...]:
    """Draw a pattern over a strip with its origin bottom left.

    Raises nothing; SOLID and HOLLOW have no shapes: HOLLOW is an outline of the whole band.
    """
    makers = {
        Pattern.DOTS: _dots,
        Pattern.DIAGONALS: _diagonals,
        Pattern.BARS: _bars,
        Pattern.CHEVRONS: _chevrons,
        Pattern.CHECKS: _checks,
        Pattern.LINES: _lines,
    }
    maker = makers.get(pattern)
    return tuple(maker(width, height)) if maker else ()


def _steps(length: float, step: float = _STEP) -> list[float]:
    """Divide a length evenly by about the step; the middles of the parts."""
    count = max(1, round(length / step))
    return [(index + 0.5) * length / count for index in range(count)]


def _block(x: float, y: float, width: float, height: float) -> Shape:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _dots(width: float, height: float) -> Iterator[Shape]:
    radius = _STEP * 0.34
    for x in _steps(width):
        for y in _steps(height):
            yield ((x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius))


def _diagonals(width: float, height: float) -> Iterator[Shape]:
    thick = _STEP * 0.55
    for place in _steps(width + height, _STEP * 1.3):
        left = place - height
        yield (
            (left, 0),
            (left + thick, 0),
            (left + thick + height, height),
            (left + height, height),
        )


def _bars(width: float, height: float) -> Iterator[Shape]:
    thick = _STEP * 0.4
    for x in _steps(width):
        yield _block(x - thick / 2, 0, thick, height)


def _lines(width: float, height: float) -> Iterator[Shape]:
    thick = _STEP * 0.4
    for y in _steps(height):
        yield _block(0, y - thick / 2, width, thick)


def _chevrons(width: float, height: float) -> Iterator[Shape]:
    thick, depth = _STEP * 0.6, height / 2
    for place in _steps(width + depth, _STEP * 1.4):
        x = place - depth
        yield (
            (x, 0),
            (x + thick, 0),
            (x + thick + depth, depth),
            (x + thick, height),
            (x, height),
            (x + depth, depth),
        )


def _checks(width: float, height: float) -> Iterator[Shape]:
    columns, rows = _steps(width), _steps(height)
    across, down = width / len(columns), height / len(rows)
    for column in range(len(columns)):
        for row in range(len(rows)):
            if (column + row) % 2 == 0:
                yield _block(column * across, row * down, across, down)
