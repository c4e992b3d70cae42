"""The calendar file, read back by the library's own reader."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from db.records import ProgrammeItem, Session, SessionKind
from desktop.documents.calendar_file import CalendarTask, calendar_file
from desktop.people.text import typed
from tests.builders import NOON, a_conference, ident
from tests.db.any_records import any_text

# the library takes \N for a line feed when it writes, too
_TEXTS = (any_text | st.text('a,;:\\"\n\r\v\f\x85\u2028ệ ', max_size=300)).filter(
    lambda text: "\\N" not in text
)
SPECIAL = "Hội nghị, phần 1; <b>đậm</b>\nC:\\thư mục"


def a_task(**fields: Any) -> CalendarTask:
    defaults: dict[str, Any] = {"key": "badges", "title": "In thẻ", "day": date(2025, 3, 16)}
    return CalendarTask(**(defaults | fields))


def events(data: bytes) -> dict[str, Event]:
    calendar = Calendar.from_ical(data)
    return {str(event["uid"]).split("-", 1)[1]: event for event in calendar.walk("VEVENT")}


def test_a_task_is_a_day_of_its_own_with_a_reminder() -> None:
    event = events(calendar_file(a_conference(sessions=()), (a_task(note="Sở"),), NOON))["badges"]
    assert event.decoded("dtstart") == date(2025, 3, 16)
    assert "dtend" not in event
    assert event["transp"] == "TRANSPARENT"
    assert str(event["description"]) == "Sở"
    assert event.decoded("dtstamp") == NOON
    (alarm,) = event.walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm.decoded("trigger") == timedelta(days=-3, hours=8)


def test_the_reminder_counts_from_the_working_day_to_use() -> None:
    task = a_task(use_by=date(2025, 3, 14))
    (alarm,) = events(calendar_file(a_conference(), (task,), NOON))["badges"].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-5, hours=8)


def test_a_task_keeps_its_name_when_its_day_moves() -> None:
    conference = a_conference()
    first, second = (
        calendar_file(conference, (a_task(day=day),), NOON)
        for day in (date(2025, 3, 16), date(2025, 4, 2))
    )
    assert events(first).keys() == events(second).keys()
    assert str(events(first)["badges"]["uid"]) == f"{conference.id}-badges"


def test_a_session_is_timed_by_the_clock_of_vietnam_with_its_place() -> None:
    conference = a_conference(venue="Hội trường, tầng 2", address="Thôn 4; xã Bình Hòa")
    event = events(calendar_file(conference, (), NOON))[f"session-{ident(11)}"]
    start = event.decoded("dtstart")
    assert start == datetime(2025, 3, 20, 0, 30, tzinfo=UTC)
    assert start.utcoffset() == timedelta(hours=7)
    assert start.time() == time(7, 30)
    assert event.decoded("duration") == timedelta(minutes=10), "as long as its programme"
    assert str(event["location"]) == "Hội trường, tầng 2, Thôn 4; xã Bình Hòa"
    assert str(event["summary"]) == conference.title


def test_the_zone_is_described_for_programs_that_do_not_know_it() -> None:
    data = calendar_file(a_conference(), (), NOON)
    (zone,) = Calendar.from_ical(data).walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Asia/Ho_Chi_Minh"
    (standard,) = zone.walk("STANDARD")
    assert standard.decoded("tzoffsetto") == timedelta(hours=7)
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20250320T073000" in data


def test_a_session_without_items_lasts_half_a_day_and_one_without_a_start_the_whole() -> None:
    eve = SessionKind.PREPARATORY
    sessions = (
        Session(id=ident(31), day=date(2025, 3, 19), start=time(14), kind=eve),
        Session(id=ident(32), day=date(2025, 3, 20)),
        Session(id=ident(33), start=time(14)),
    )
    conference = a_conference(sessions=sessions, title="", venue="", address="", programme=())
    shown = events(calendar_file(conference, (), NOON))
    assert shown.keys() == {f"session-{ident(31)}", f"session-{ident(32)}"}
    prepares, held = shown.values()
    assert str(prepares["summary"]) == "Phiên trù bị: Hội nghị"
    assert prepares.decoded("duration") == timedelta(hours=4)
    assert held.decoded("dtstart") == date(2025, 3, 20)
    assert "location" not in held


def test_titles_with_signs_of_the_format_and_of_markup_survive() -> None:
    conference = a_conference(title=SPECIAL, venue=SPECIAL, address="")
    shown = events(calendar_file(conference, (a_task(title=SPECIAL, note=SPECIAL),), NOON))
    session, task = shown[f"session-{ident(11)}"], shown["badges"]
    for text in (session["summary"], session["location"], task["summary"], task["description"]):
        assert str(text) == SPECIAL


def test_equal_input_gives_equal_bytes() -> None:
    tasks = (a_task(), a_task(key="report", title="Báo cáo"))
    assert calendar_file(a_conference(), tasks, NOON) == calendar_file(a_conference(), tasks, NOON)


@settings(max_examples=60, deadline=None)
@given(_TEXTS, st.dates(), st.dates())
def test_any_text_and_day_is_read_back_from_folded_lines(
    text: str, day: date, session_day: date
) -> None:
    session = Session(id=ident(11), day=session_day, start=time(23, 59))
    programme = (ProgrammeItem(id=ident(20), title=text, minutes=1440),)
    conference = a_conference(title=text, venue=text, sessions=(session,), programme=programme)
    data = calendar_file(conference, (a_task(title=text, note=text, day=day),), NOON)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(sign in line for line in lines for sign in (b"\r", b"\n"))
    shown = events(data)
    assert shown["badges"].decoded("dtstart") == day
    # read by the words of RFC 5545: the library's reader confuses a backslash before a sign
    raw = data.replace(b"\r\n ", b"").decode().split("\r\n")
    title = next(line for line in reversed(raw) if line.startswith("DESCRIPTION:"))[12:]
    unescaped = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], title)
    assert unescaped == "\n".join(typed(text).splitlines())


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(day: date) -> None:
    session = Session(id=ident(11), day=day, start=time(23, 59))
    data = calendar_file(a_conference(sessions=(session,)), (a_task(day=day),), NOON)
    assert {event.decoded("dtstart") for event in events(data).values()} >= {day}
