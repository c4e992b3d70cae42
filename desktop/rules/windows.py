"""When a conference may be held: each shape of window a plan uses, and the days it spans."""

from __future__ import annotations

import calendar
from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from desktop.rules.pack_part import Days, EventKey, Rule, Written

WindowYear = Annotated[int, Meta(ge=2000, le=2200, extra={"written": Written.YEAR})]
YearMonth = Annotated[
    str,
    Meta(
        pattern=r"^2[0-9]{3}-(0[1-9]|1[0-2])\Z",
        description='A month: "2020-03"',
        extra={"written": Written.MONTH},
    ),
]


class Span(Struct, frozen=True):
    """Days from the first to the last, both included; an open end is None."""

    first: date | None
    last: date | None


class MonthPart(StrEnum):
    """Which days of a month, or of the months, are meant."""

    WHOLE = "whole"
    FIRST_HALF = "first-half"  # to the 15th
    SECOND_HALF = "second-half"
    EARLY = "early"  # đầu tháng: to the 10th
    MIDDLE = "middle"  # trung tuần: 11th to 20th
    LATE = "late"  # hạ tuần: from the 21st


_PARTS = {  # first and last day; 0 is the month's last
    MonthPart.WHOLE: (1, 0),
    MonthPart.FIRST_HALF: (1, 15),
    MonthPart.SECOND_HALF: (16, 0),
    MonthPart.EARLY: (1, 10),
    MonthPart.MIDDLE: (11, 20),
    MonthPart.LATE: (21, 0),
}


class WindowRule(Rule, frozen=True, kw_only=True, tag_field="kind"):
    """What every window says besides its days."""

    is_binding: bool = True


class QuarterWindow(WindowRule, frozen=True, kw_only=True, tag="quarter"):
    """A quarter of a year."""

    year: WindowYear
    quarter: Annotated[int, Meta(ge=1, le=4)]

    def span(self) -> Span:
        """Name the first and last day."""
        last_month = self.quarter * 3
        return Span(date(self.year, last_month - 2, 1), _month_day(self.year, last_month, 0))


class MonthsWindow(WindowRule, frozen=True, kw_only=True, tag="months"):
    """A month, several in a row, over New Year too, or a part of one."""

    first: YearMonth
    last: YearMonth
    part: MonthPart = MonthPart.WHOLE

    def span(self) -> Span:
        """Name the first and last day."""
        first_day, last_day = _PARTS[self.part]
        return Span(
            _month_day(*_year_and_month(self.first), first_day),
            _month_day(*_year_and_month(self.last), last_day),
        )


class DatesWindow(WindowRule, frozen=True, kw_only=True, tag="dates"):
    """From one date to another, both included; either end may stay open."""

    first: date | None = None
    last: date | None = None

    def span(self) -> Span:
        """Name the first and last day."""
        return Span(self.first, self.last)


class Side(StrEnum):
    """On which side of an event."""

    BEFORE = "before"
    AFTER = "after"


class EventWindow(WindowRule, frozen=True, kw_only=True, tag="event"):
    """Before or after another event, at least and at most so many days from it.

    Attributes:
        event: key of one of the level's events; its day is the pack's or the officer's.
    """

    event: EventKey
    side: Side
    at_least_days: Days = 1
    at_most_days: Days | None = None

    def span_beside(self, day: date) -> Span:
        """Name the first and last day when the event is on this one."""
        near, far = self.at_least_days, self.at_most_days
        if self.side is Side.BEFORE:
            return Span(_shifted(day, None if far is None else -far), _shifted(day, -near))
        return Span(_shifted(day, near), _shifted(day, far))


DatedWindow = QuarterWindow | MonthsWindow | DatesWindow
Window = QuarterWindow | MonthsWindow | DatesWindow | EventWindow


def _year_and_month(month: YearMonth) -> tuple[int, int]:
    return int(month[:4]), int(month[5:])


def _month_day(year: int, month: int, day: int) -> date:
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _shifted(day: date, days: int | None) -> date | None:
    if days is None:
        return None
    moved = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(moved)
