from __future__ import annotations

from datetime import date

import msgspec
import pytest

from desktop.rules.windows import (
    DatedWindow,
    DatesWindow,
    EventWindow,
    MonthPart,
    MonthsWindow,
    QuarterWindow,
    Side,
    Span,
    Window,
)


def months(first: str, last: str, part: MonthPart = MonthPart.WHOLE) -> MonthsWindow:
    return MonthsWindow(clause="", words="", first=first, last=last, part=part)


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (QuarterWindow(clause="", words="", year=2025, quarter=1), (2025, 1, 1), (2025, 3, 31)),
        (QuarterWindow(clause="", words="", year=2025, quarter=4), (2025, 10, 1), (2025, 12, 31)),
        (months("2020-02", "2020-02"), (2020, 2, 1), (2020, 2, 29)),
        (months("2020-05", "2020-06"), (2020, 5, 1), (2020, 6, 30)),
        (months("2029-11", "2030-02"), (2029, 11, 1), (2030, 2, 28)),
        (months("2020-08", "2020-08", MonthPart.FIRST_HALF), (2020, 8, 1), (2020, 8, 15)),
        (months("2020-08", "2020-08", MonthPart.SECOND_HALF), (2020, 8, 16), (2020, 8, 31)),
        (months("2020-08", "2020-08", MonthPart.EARLY), (2020, 8, 1), (2020, 8, 10)),
        (months("2020-08", "2020-08", MonthPart.MIDDLE), (2020, 8, 11), (2020, 8, 20)),
        (months("2020-08", "2020-08", MonthPart.LATE), (2020, 8, 21), (2020, 8, 31)),
    ],
)
def test_a_window_spans_its_months(
    window: DatedWindow, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert window.span() == Span(date(*first), date(*last))


def test_a_window_of_dates_may_stay_open_at_one_end() -> None:
    assert DatesWindow(clause="", words="", last=date(2020, 6, 24)).span() == Span(
        None, date(2020, 6, 24)
    )


CONGRESS = date(2020, 6, 10)


@pytest.mark.parametrize(
    ("side", "near", "far", "span"),
    [
        (Side.BEFORE, 1, None, Span(None, date(2020, 6, 9))),
        (Side.BEFORE, 30, None, Span(None, date(2020, 5, 11))),
        (Side.BEFORE, 7, 14, Span(date(2020, 5, 27), date(2020, 6, 3))),
        (Side.AFTER, 1, None, Span(date(2020, 6, 11), None)),
        (Side.AFTER, 0, 10, Span(date(2020, 6, 10), date(2020, 6, 20))),
    ],
)
def test_a_window_beside_an_event_is_counted_from_its_day(
    side: Side, near: int, far: int | None, span: Span
) -> None:
    window = EventWindow(
        clause="", words="", event="x", side=side, at_least_days=near, at_most_days=far
    )
    assert window.span_beside(CONGRESS) == span


@pytest.mark.parametrize("day", [date.min, date.max])
def test_days_at_the_ends_of_the_calendar_have_windows_too(day: date) -> None:
    for side in Side:
        window = EventWindow(clause="", words="", event="x", side=side, at_most_days=1000)
        assert window.span_beside(day) != Span(None, None)


@pytest.mark.parametrize("month", ["2020-13", "2020-00", "1999-12", "2020-5", "2020-05\n"])
def test_what_is_no_month_is_refused(month: str) -> None:
    tree = {"kind": "months", "clause": "", "words": "", "first": month, "last": "2020-06"}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(tree, Window)
