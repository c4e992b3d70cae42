"""When a conference may be held: each shape of window a plan uses, and the days it spans."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

WindowYear = Annotated[int, Meta(ge=2000, le=2200)]
Month = Annotated[int, Meta(ge=1, le=12)]


class Span(Struct, frozen=True):
    """Days from the first to the last, both included; an open end is None."""

    first: date | None
    last: date | None


class WindowRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every window says besides its days."""

    clause: str
    words: str  # the plan's own words, kept short
    is_binding: bool = True


class QuarterWindow(WindowRule, frozen=True, kw_only=True, tag="quarter"):
    """A quarter of a year."""

    year: WindowYear
    quarter: Annotated[int, Meta(ge=1, le=4)]

    def span(self) -> Span:
        """Name the first and last day."""
        last_month = self.quarter * 3
        return Span(date(self.year, last_month - 2, 1), _month_end(self.year, last_month))


class MonthsWindow(WindowRule, frozen=True, kw_only=True, tag="months"):
    """A month, or several in a row within one year."""

    year: WindowYear
    first_month: Month
    last_month: Month

    def span(self) -> Span:
        """Name the first and last day."""
        return Span(date(self.year, self.first_month, 1), _month_end(self.year, self.last_month))


class DatesWindow(WindowRule, frozen=True, kw_only=True, tag="dates"):
    """From one date to another; either end may stay open."""

    first: date | None = None
    last: date | None = None

    def span(self) -> Span:
        """Name the first and last day."""
        return Span(self.first, self.last)


Window = QuarterWindow | MonthsWindow | DatesWindow


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
