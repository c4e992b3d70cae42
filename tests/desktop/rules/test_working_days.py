from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.working_days import day_off


@pytest.mark.parametrize(
    ("day", "holiday", "before"),
    [
        # Tết Ất Tỵ: from Saturday 25 January to Sunday 2 February 2025
        (date(2025, 1, 28), "Giao thừa Tết Nguyên Đán", date(2025, 1, 24)),
        (date(2025, 1, 29), "Tết Nguyên Đán", date(2025, 1, 24)),
        (date(2025, 2, 1), "Mùng bốn Tết Nguyên Đán", date(2025, 1, 24)),
        (date(2025, 2, 2), "", date(2025, 1, 24)),
        # Tết Bính Ngọ: from Saturday 14 to Sunday 22 February 2026
        (date(2026, 2, 17), "Tết Nguyên Đán", date(2026, 2, 13)),
        (date(2026, 2, 22), "", date(2026, 2, 13)),
        # Giỗ Tổ, the tenth day of the third lunar month
        (date(2025, 4, 7), "Ngày Giỗ Tổ Hùng Vương", date(2025, 4, 4)),
        (date(2026, 4, 26), "Ngày Giỗ Tổ Hùng Vương", date(2026, 4, 24)),
        (date(2026, 4, 27), "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)", date(2026, 4, 24)),
        (date(2025, 4, 30), "Ngày Chiến thắng", date(2025, 4, 29)),
        (date(2025, 5, 1), "Ngày Quốc tế Lao động", date(2025, 4, 29)),
        (date(2025, 5, 2), "Ngày nghỉ (thay cho ngày 26/04/2025)", date(2025, 4, 29)),
        (date(2025, 9, 1), "Quốc khánh", date(2025, 8, 29)),
        (date(2025, 3, 15), "", date(2025, 3, 14)),
        (date(2025, 3, 16), "", date(2025, 3, 14)),
    ],
)
def test_a_day_off_is_named_with_the_working_day_before(
    day: date, holiday: str, before: date
) -> None:
    off = day_off(day)
    assert off is not None
    assert (off.holiday, off.working_day_before) == (holiday, before)


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 24),
        date(2025, 2, 3),
        date(2025, 4, 26),  # a Saturday worked for 2 May
        date(2026, 2, 13),
        date(2026, 2, 23),
        date(2026, 8, 22),  # a Saturday worked for 31 August
    ],
)
def test_a_working_day_is_none(day: date) -> None:
    assert day_off(day) is None


def test_the_calendar_has_two_ends() -> None:
    assert day_off(date.min) is None
    first_saturday = day_off(date(1, 1, 6))
    assert first_saturday is not None
    assert first_saturday.working_day_before == date(1, 1, 5)
    assert day_off(date.max) is None
    last_sunday = day_off(date(9999, 12, 26))
    assert last_sunday is not None
    assert last_sunday.working_day_before == date(9999, 12, 24)


@settings(deadline=None)  # the first day loads the holidays
@given(st.dates(date(1990, 1, 1), date(2110, 12, 31)))
def test_the_working_day_before_is_one_and_near(day: date) -> None:
    off = day_off(day)
    if off is None:
        assert day_off(day) is None
        return
    before = off.working_day_before
    assert before is not None
    assert day_off(before) is None
    assert timedelta(0) < day - before <= timedelta(days=12)
