"""The next day that matters for a conference, for the home page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from db.records import Conference, SessionKind
from desktop.rules.findings import Fact
from desktop.rules.pack import Level, RulePack
from desktop.rules.windows import EventWindow


class DeadlineCode(StrEnum):
    """What happens on a day."""

    PAPER_DUE = "paper-due"
    WINDOW_CLOSES = "window-closes"  # the last day the plan allows; no day is chosen yet
    WINDOW_CLOSED = "window-closed"  # the same, gone by
    CONFERENCE = "conference"


class Deadline(Struct, frozen=True, kw_only=True):
    """A day, and what happens on it."""

    code: DeadlineCode
    day: date
    clause: str = ""
    params: dict[str, Fact] = {}


def next_deadline(conference: Conference, pack: RulePack | None, today: date) -> Deadline | None:
    """Name the nearest deadline from today on, or the window that closed with no day chosen."""
    days = [
        session.day
        for session in conference.sessions
        if session.kind is SessionKind.MAIN and session.day is not None
    ]
    first_day = min(days, default=None)
    level = pack.level(conference.level_id) if pack is not None else None
    deadlines = [
        *_conference_day(first_day),
        *(_paper_deadlines(level, first_day) if level is not None else ()),
        *(_window_ends(level, today) if level is not None and first_day is None else ()),
    ]
    open_ones = [
        deadline
        for deadline in deadlines
        if deadline.day >= today or deadline.code is DeadlineCode.WINDOW_CLOSED
    ]
    return min(open_ones, key=lambda deadline: deadline.day, default=None)


def _conference_day(day: date | None) -> Iterator[Deadline]:
    if day is not None:
        yield Deadline(code=DeadlineCode.CONFERENCE, day=day)


def _paper_deadlines(level: Level, first_day: date | None) -> Iterator[Deadline]:
    for rule in level.deadlines:
        day = rule.day
        if rule.days is not None and first_day is not None:
            day = _shifted(first_day, rule.days)
        if day is not None:
            yield Deadline(
                code=DeadlineCode.PAPER_DUE,
                day=day,
                clause=rule.clause,
                params={"paper": rule.paper, "addressee": rule.addressee, "route": rule.route},
            )


def _window_ends(level: Level, today: date) -> Iterator[Deadline]:
    for window in level.windows:
        last = None if isinstance(window, EventWindow) else window.span().last
        if last is not None:
            yield Deadline(
                code=DeadlineCode.WINDOW_CLOSES if last >= today else DeadlineCode.WINDOW_CLOSED,
                day=last,
                clause=window.clause,
                params={"words": window.words},
            )


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # a day typed near the end of the calendar
        return None
