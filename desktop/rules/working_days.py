"""Days on which offices are closed: weekends and Vietnam's public holidays, of either calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from msgspec import Struct

_SATURDAY = 5


class DayOff(Struct, frozen=True, kw_only=True):
    """Why offices are closed on a day.

    Attributes:
        holiday: its name in Vietnamese; empty on a weekend that is nothing more.
        working_day_before: the last one before it; None where the calendar begins.
    """

    holiday: str = ""
    working_day_before: date | None


class _Year(Struct, frozen=True):
    """What a year has beside its weekends.

    Attributes:
        holidays: their names by their days, those given in place of others too.
        worked: days of weekends that are worked in exchange (làm bù).
    """

    holidays: Mapping[date, str]
    worked: frozenset[date]


def day_off(day: date) -> DayOff | None:
    """Tell why offices are closed on a day; None where they are open.

    The lunar holidays are known up to 2100; later years have their weekends only.
    """
    if _is_working(day):
        return None
    before = next(
        (
            earlier
            for number in range(day.toordinal() - 1, 0, -1)
            if _is_working(earlier := date.fromordinal(number))
        ),
        None,
    )
    return DayOff(holiday=_year(day.year).holidays.get(day, ""), working_day_before=before)


def _is_working(day: date) -> bool:
    year = _year(day.year)
    if day in year.holidays:
        return False
    return day.weekday() < _SATURDAY or day in year.worked


@cache
def _year(year: int) -> _Year:
    # every country's holidays come with it, of no use to a start
    from holidays import country_holidays  # noqa: PLC0415

    found = country_holidays("VN", years=year, language="vi")
    return _Year(dict(found.items()), frozenset(found.weekend_workdays))
