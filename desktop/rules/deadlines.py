"""By which day the plan wants a paper: its own date, or counted from the conference or an event."""

from __future__ import annotations

from datetime import date, timedelta

from db.records import Conference, SessionKind
from desktop.rules.pack import Level
from desktop.rules.pack_event import PaperDeadline, TaskKind
from desktop.rules.schedule_checks import event_day


class CountedDays:
    """The days that others are counted from."""

    def __init__(self, conference: Conference, level: Level | None) -> None:
        main = [
            one.day
            for one in conference.sessions
            if one.kind is SessionKind.MAIN and one.day is not None
        ]
        self.first = min(main, default=None)
        self.last = max(main, default=None)
        self._level = level
        self._chosen = {one.event: one.day for one in conference.event_days}

    def event(self, key: str) -> date | None:
        """Tell when another event is."""
        return event_day(self._level, self._chosen, key) if self._level is not None else None

    def counted(self, days: int, event: str = "") -> date | None:
        """Count from an event, or from the conference: before its first day, after its last."""
        own = self.first if days < 0 else self.last
        start = self.event(event) if event else own
        try:
            return start + timedelta(days) if start is not None else None
        except OverflowError:  # a day typed at the end of the calendar
            return None

    def due(self, rule: PaperDeadline) -> date | None:
        """Date a deadline of the plan."""
        return rule.day if rule.days is None else self.counted(rule.days, rule.event)


def dated_kinds(level: Level | None) -> dict[TaskKind, PaperDeadline]:
    """Find the deadline that dates each usual task: the plan's first one that names it."""
    dated: dict[TaskKind, PaperDeadline] = {}
    for rule in level.deadlines if level is not None else ():
        if rule.task is not TaskKind.OTHER:
            dated.setdefault(rule.task, rule)
    return dated
