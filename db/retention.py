"""Which backups are worth keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

_ALL_OF = timedelta(days=2)
_FEWEST = 3


def _day(time: datetime) -> object:
    return time.date()


def _week(time: datetime) -> object:
    return time.isocalendar()[:2]


def _month(time: datetime) -> object:
    return time.year, time.month


_THINNED: tuple[tuple[Callable[[datetime], object], int], ...] = (
    (_day, 14),
    (_week, 8),
    (_month, 12),
)


def kept(times: Iterable[datetime], newest: datetime) -> frozenset[datetime]:
    """Choose which to keep, given the one just made.

    Days, weeks and months count only where there is a backup, and what is dated later than the
    newest stays, so that a wrong clock or a long holiday throws nothing away.
    """
    falling = sorted(set(times) | {newest}, reverse=True)
    keep = {time for time in falling if time >= newest - _ALL_OF}
    keep.update([time for time in falling if time <= newest][:_FEWEST])
    for span, how_many in _THINNED:
        newest_of: dict[object, datetime] = {}
        for time in falling:
            newest_of.setdefault(span(time), time)
        keep.update(list(newest_of.values())[:how_many])
    return frozenset(keep)
