"""What is asked of a printer: which pages, how often, on which sides, from which tray."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from desktop.errors import HoinghiError

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_BOTH = 2  # pages on a sheet printed on both sides


class PagesUnreadable(HoinghiError):  # noqa: N818 - an outcome, named as one
    """What was typed names no pages of this paper."""


class Sides(StrEnum):
    """Which sides of the sheets are printed; the values are those of IPP."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class PageSet(StrEnum):
    """Which pages, where a printer that cannot turn the paper prints both sides in two goes."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"


class PrintOrder(Struct, frozen=True, kw_only=True):
    """One wish.

    Attributes:
        printer: its name in the system.
        tray: its code, as the printer tells it; empty for the printer's own choice.
        ranges: first and last page of each, from 1; none means every page.
        page_mm: width and height of the paper; empty where the printer is to decide.
    """

    printer: str
    copies: int = 1
    sides: Sides = Sides.ONE
    tray: str = ""
    ranges: tuple[tuple[int, int], ...] = ()
    page_set: PageSet = PageSet.ALL
    page_mm: tuple[float, float] | None = None


def parse_pages(text: str, count: int) -> tuple[tuple[int, int], ...]:
    """Read "1-3, 5" as ranges in rising order; an empty text means every page.

    Raises:
        PagesUnreadable: it is something else, or names a page that is not there.
    """
    ranges = []
    for part in re.split(r"[,;]", text) if text.strip() else ():
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            raise PagesUnreadable(text)
        first = int(found[1])
        last = int(found[2] or first)
        if not 1 <= first <= last <= count:
            raise PagesUnreadable(text)
        ranges.append((first, last))
    return tuple(sorted(ranges))


def written_pages(order: PrintOrder) -> str:
    """Write the pages as they are typed, odd and even ones as their word; empty for all."""
    ranges = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in order.ranges)
    words = [ranges] if ranges else []
    if order.page_set is not PageSet.ALL:
        words.append(order.page_set.value)
    return " ".join(words)


def pages_of(order: PrintOrder, count: int) -> tuple[int, ...]:
    """List the pages of a paper of so many that are printed, from 1."""
    wanted = {n for a, b in order.ranges or ((1, count),) for n in range(a, min(b, count) + 1)}
    left_over = {PageSet.ALL: None, PageSet.ODD: 1, PageSet.EVEN: 0}[order.page_set]
    return tuple(sorted(n for n in wanted if left_over is None or n % 2 == left_over))


def sheets_of(order: PrintOrder, count: int) -> int:
    """Count the sheets of paper that all copies take."""
    pages = len(pages_of(order, count))
    if order.sides is not Sides.ONE:
        pages = -(-pages // _BOTH)
    return pages * order.copies
