from __future__ import annotations

from datetime import date

import pytest

from desktop.rules.windows import DatesWindow, MonthsWindow, QuarterWindow, Span, Window


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (QuarterWindow(clause="", words="", year=2025, quarter=1), (2025, 1, 1), (2025, 3, 31)),
        (QuarterWindow(clause="", words="", year=2025, quarter=4), (2025, 10, 1), (2025, 12, 31)),
        (
            MonthsWindow(clause="", words="", year=2020, first_month=2, last_month=2),
            (2020, 2, 1),
            (2020, 2, 29),
        ),
        (
            MonthsWindow(clause="", words="", year=2020, first_month=5, last_month=6),
            (2020, 5, 1),
            (2020, 6, 30),
        ),
    ],
)
def test_a_window_spans_its_months(
    window: Window, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert window.span() == Span(date(*first), date(*last))


def test_a_window_of_dates_may_stay_open_at_one_end() -> None:
    assert DatesWindow(clause="", words="", last=date(2020, 6, 24)).span() == Span(
        None, date(2020, 6, 24)
    )
