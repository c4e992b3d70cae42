"""The clock of Vietnam, by which days and times are shown: UTC+7, no daylight saving."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

ZONE_NAME = "Asia/Ho_Chi_Minh"
VIETNAM = timezone(timedelta(hours=7), ZONE_NAME)


def local_day(instant: datetime) -> date:
    """Tell which day it is in Vietnam at an aware instant."""
    return instant.astimezone(VIETNAM).date()


def start_of_day(instant: datetime) -> datetime:
    """Give the instant at which the day in Vietnam began."""
    return instant.astimezone(VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0)


def shown_instant(instant: datetime) -> str:
    """Write an aware instant as both languages read it: 20/03/2025 07:30."""
    return f"{instant.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
