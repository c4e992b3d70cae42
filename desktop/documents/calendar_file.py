"""Tasks and sessions as a calendar file (iCalendar, RFC 5545) for any calendar program.

A task has the same UID whenever it is written, so that a calendar moves what it took in before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard
from msgspec import Struct

from db.records import Conference, Session, SessionKind
from desktop.local_time import VIETNAM, ZONE_NAME
from desktop.people.text import typed
from desktop.rules.timetable import session_minutes

REMIND_DAYS = 3
_REMIND_AT = timedelta(hours=8)  # when offices open
HALF_DAY_MINUTES = 240
_PRODUCT = "-//Hoinghi//Hoinghi//VI"
_NAMELESS = "Hội nghị"
_PREPARATORY = "Phiên trù bị"


class CalendarTask(Struct, frozen=True, kw_only=True):
    """A task as a calendar shows it.

    Attributes:
        key: the same whatever the day.
        use_by: the working day to use where the day is none; the reminder counts from it.
    """

    key: str
    title: str
    day: date
    note: str = ""
    use_by: date | None = None


def calendar_file(
    conference: Conference, tasks: Sequence[CalendarTask], made_at: datetime
) -> bytes:
    """Write a conference's sessions and tasks; equal input gives equal bytes.

    Args:
        conference: its sessions without a day are left out.
        tasks: as days of their own, each with a reminder.
        made_at: aware.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_zone())
    minutes = session_minutes(conference.programme, conference.sessions)
    for session in conference.sessions:
        if session.day is not None:
            event = _event(conference, f"session-{session.id}", made_at)
            _add_session(event, conference, session, minutes[session.id])
            calendar.add_component(event)
    for task in tasks:
        event = _event(conference, task.key, made_at)
        _add_task(event, task)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Describe the clock of Vietnam for programs that do not know its name."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - RFC 5545 wants local time here
    standard.add("tzoffsetfrom", VIETNAM.utcoffset(None))
    standard.add("tzoffsetto", VIETNAM.utcoffset(None))
    zone = Timezone()
    zone.add("tzid", ZONE_NAME)
    zone.add_component(standard)
    return zone


def _event(conference: Conference, key: str, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{conference.id}-{key}")
    event.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    return event


def _add_session(event: Event, conference: Conference, session: Session, minutes: int) -> None:
    title = _lines(conference.title) or _NAMELESS
    is_main = session.kind is SessionKind.MAIN
    event.add("summary", title if is_main else f"{_PREPARATORY}: {title}")
    place = ", ".join(_lines(part) for part in (conference.venue, conference.address) if part)
    if place:
        event.add("location", place)
    if session.day is not None and session.start is not None:
        start = datetime.combine(session.day, session.start, VIETNAM)
        event.add("dtstart", start, {"tzid": ZONE_NAME})
        event.add("duration", timedelta(minutes=minutes or HALF_DAY_MINUTES))
    else:
        event.add("dtstart", session.day)


def _add_task(event: Event, task: CalendarTask) -> None:
    event.add("summary", _lines(task.title))
    if task.note:
        event.add("description", _lines(task.note))
    event.add("dtstart", task.day)  # a day without an end is one day
    event.add("transp", "TRANSPARENT")  # a deadline keeps nobody busy
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _lines(task.title))
    early = task.day - (task.use_by or task.day)
    alarm.add("trigger", _REMIND_AT - early - timedelta(days=REMIND_DAYS))
    event.add_component(alarm)


def _lines(text: str) -> str:
    """Leave line feeds as the only sign that is not to be seen."""
    return "\n".join(typed(text).splitlines())
