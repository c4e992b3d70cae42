"""Text into a box: full size, smaller down to the readable floor, more lines, and never outside.

Sizes and widths in points; a width is measured once at 1 pt, so a fit is a division.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, combinations, pairwise

from msgspec import Struct

Measure = Callable[[str], float]

_MOST_BREAKINGS = 5000  # beyond, lines are filled one after another


class Frame(Struct, frozen=True):
    """What a text has to fit: the box inside, and the sizes that its design allows."""

    width: float
    height: float
    full_size: float
    floor_size: float
    line_height: float
    lines: int
    lines_first: bool = False


class Fitted(Struct, frozen=True):
    """How a text is printed.

    Attributes:
        stretch: width of the letters, 1 as drawn; less only where nothing else would fit.
        fits: readable as designed; if not, it belongs on the list of problems.
    """

    lines: tuple[str, ...]
    size: float
    stretch: float = 1.0
    fits: bool = True


def fit(
    text: str, frame: Frame, measure: Measure, glued: frozenset[int] = frozenset(), tail: int = 1
) -> Fitted:
    """Choose lines and size for a text of words separated by single spaces.

    Args:
        text: what to print.
        frame: where and how large.
        measure: width of a text at 1 pt; must be additive over words and spaces.
        glued: indices of words that should stay on the line of the word before.
        tail: how many last words belong together on the second line (the given name).
    """
    enough = frame.full_size if frame.lines_first else frame.floor_size
    size = _size(measure(text), 1, frame)
    if size >= enough:
        return Fitted((text,), size)
    words = text.split(" ")
    widths, space = [measure(word) for word in words], measure(" ")
    breaks: tuple[int, ...] = (0, len(words))
    for count in range(2, min(frame.lines, len(words)) + 1):
        found = _breaking(widths, space, count, glued)
        if count == 2 and not frame.lines_first and 0 < tail < len(words):
            before_tail = (0, len(words) - tail, len(words))
            if _size(_widest(widths, space, before_tail), 2, frame) >= frame.floor_size:
                found = before_tail
        reached = _size(_widest(widths, space, found), count, frame)
        if reached > size:
            breaks, size = found, reached
        if reached >= enough:
            break
    if size >= frame.floor_size:
        return Fitted(_lines(words, breaks), size)
    if glued:
        return fit(text, frame, measure, tail=tail)
    return _squeezed(words, widths, space, frame)


def _size(widest: float, count: int, frame: Frame) -> float:
    """Find the largest allowed size of so many lines, the widest so wide at 1 pt."""
    tallest = frame.height / (count * frame.line_height)
    return min(frame.full_size, tallest, frame.width / widest if widest else frame.full_size)


def _widest(widths: list[float], space: float, breaks: tuple[int, ...]) -> float:
    return max(
        sum(widths[start:end]) + space * (end - start - 1) for start, end in pairwise(breaks)
    )


def _lines(words: list[str], breaks: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(" ".join(words[start:end]) for start, end in pairwise(breaks))


def _breaking(
    widths: list[float], space: float, count: int, glued: frozenset[int]
) -> tuple[int, ...]:
    """Break words into lines of about equal width, not inside a phrase where that can be helped."""
    words = len(widths)
    places = [place for place in range(1, words) if place not in glued]
    if len(places) < count - 1:
        places = list(range(1, words))
    if len(places) ** (count - 1) > _MOST_BREAKINGS:
        return _filled(widths, space, count)
    return min(
        ((0, *chosen, words) for chosen in combinations(places, count - 1)),
        key=lambda breaks: _widest(widths, space, breaks),
    )


def _filled(widths: list[float], space: float, count: int) -> tuple[int, ...]:
    """Fill line after line to the smallest width that needs no more than so many lines."""
    low, high = max(widths), sum(widths) + space * (len(widths) - 1)
    breaks = _greedy(widths, space, high)
    for _ in range(24):
        middle = (low + high) / 2
        tried = _greedy(widths, space, middle)
        if len(tried) - 1 <= count:
            high, breaks = middle, tried
        else:
            low = middle
    return breaks


def _greedy(widths: list[float], space: float, limit: float) -> tuple[int, ...]:
    breaks, used = [0], 0.0
    for place, width in enumerate(widths):
        wanted = used + space + width if used else width
        if used and wanted > limit:
            breaks.append(place)
            wanted = width
        used = wanted
    return (*breaks, len(widths))


def _squeezed(words: list[str], widths: list[float], space: float, frame: Frame) -> Fitted:
    """Set a text that is too long at the floor size: all lines the box holds, then narrower."""
    room = max(1, int(frame.height / (frame.floor_size * frame.line_height) + 1e-9))
    breaks = _filled(widths, space, min(room, len(words)))
    widest = _widest(widths, space, breaks)
    size = min(frame.floor_size, frame.height / ((len(breaks) - 1) * frame.line_height))
    return Fitted(_lines(words, breaks), size, min(1.0, frame.width / (widest * size)), fits=False)


def glued_words(text: str, phrases: tuple[str, ...]) -> frozenset[int]:
    """Find the words that continue one of the phrases; case does not matter."""
    lowered = text.lower()
    starts = {0, *accumulate((len(word) + 1 for word in lowered.split(" ")), initial=0)}
    order = {start: index for index, start in enumerate(sorted(starts))}
    found: set[int] = set()
    for phrase in phrases:
        place = lowered.find(phrase)
        while place >= 0:
            first = order.get(place)
            if first is not None:
                found.update(range(first + 1, first + 1 + phrase.count(" ")))
            place = lowered.find(phrase, place + 1)
    return frozenset(found)
