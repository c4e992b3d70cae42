from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.retention import kept
from tests.builders import NOON

_moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=NOON.tzinfo)
)


def days(*numbers: float) -> list[datetime]:
    return [NOON - timedelta(days=number) for number in numbers]


def test_everything_of_two_days_is_kept() -> None:
    times = days(*(number / 48 for number in range(97)))
    assert kept(times, NOON) == set(times)


def test_the_newest_of_each_of_fourteen_days_is_kept() -> None:
    noon, morning = [float(n) for n in range(3, 14)], [n + 0.1 for n in range(3, 14)]
    keep = kept(days(0, 1, 2, *noon, *morning), NOON)
    assert set(days(*noon)) <= keep
    # the morning of a day stays only where it closes a week or a month
    assert not set(days(*morning)) & keep


def test_a_year_of_daily_backups_thins_to_days_weeks_and_months() -> None:
    keep = kept(days(*range(720)), NOON)
    assert set(days(*range(14))) <= keep
    assert set(days(*range(1, 50, 7))) <= keep  # the Sundays; NOON is a Monday
    assert len({(time.year, time.month) for time in keep}) == 12
    assert len(keep) <= 14 + 8 + 12


def test_never_fewer_than_three_are_kept() -> None:
    assert len(kept(days(0, 3000, 3000.01, 3000.02), NOON)) >= 3


def test_a_backup_dated_in_the_future_stays_and_pushes_none_out() -> None:
    times = days(0, 1, -4000, -4001, -4002)
    assert kept(times, NOON) == set(times)


@given(times=st.lists(_moments, max_size=60), newest=_moments)
def test_the_newest_and_all_since_always_stay(times: list[datetime], newest: datetime) -> None:
    keep = kept(times, newest)
    assert newest in keep
    assert {time for time in times if time >= newest} <= keep
    assert keep <= {*times, newest}
    assert len(keep) >= min(3, len({*times, newest}))


@given(times=st.lists(_moments, max_size=60), newest=_moments)
def test_thinning_again_takes_nothing_more(times: list[datetime], newest: datetime) -> None:
    keep = kept(times, newest)
    assert kept(keep, newest) == keep
