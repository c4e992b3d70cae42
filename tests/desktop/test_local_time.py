"""The clock of Vietnam, wherever the computer stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.local_time import local_day, shown_instant, start_of_day

LATE = datetime(2025, 3, 19, 17, 30, tzinfo=UTC)  # half past midnight in Vietnam


def test_a_day_is_that_of_vietnam() -> None:
    assert local_day(LATE) == date(2025, 3, 20)
    assert shown_instant(LATE) == "20/03/2025 00:30"


@pytest.mark.parametrize("hour", [17, 20, 23])
def test_all_instants_of_a_day_begin_with_the_same(hour: int) -> None:
    begun = start_of_day(LATE.replace(hour=hour, minute=1, microsecond=5))
    assert begun == datetime(2025, 3, 19, 17, tzinfo=UTC)
    assert local_day(begun) == date(2025, 3, 20)
