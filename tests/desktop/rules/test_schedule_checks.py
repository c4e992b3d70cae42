from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from db.records import EventDay, Move, Session, SessionKind, WizardStep
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack import Appraisal, RulePack, UnitException
from desktop.rules.pack_event import EventText, PreparatoryRule, SessionRule
from desktop.rules.pack_part import Usage
from desktop.rules.schedule_checks import event_day
from desktop.rules.windows import DatesWindow, EventWindow, MonthsWindow, Side
from tests.builders import ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, findings, found


def a_session(day: date | None, number: int = 11, **fields: object) -> Session:
    return Session(id=ident(number), day=day, start=time(7, 30), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 2, 14), date(2025, 3, 31)])
def test_a_day_inside_the_quarter_agrees(day: date) -> None:
    assert findings(a_sound_conference(sessions=(a_session(day),))) == ()


@pytest.mark.parametrize(
    ("day", "code", "edge"),
    [
        (date(2024, 12, 31), FindingCode.DAY_BEFORE_WINDOW, date(2025, 1, 1)),
        (date(2025, 4, 1), FindingCode.DAY_AFTER_WINDOW, date(2025, 3, 31)),
    ],
)
def test_a_day_outside_the_quarter_is_binding(day: date, code: FindingCode, edge: date) -> None:
    (finding,) = findings(a_sound_conference(sessions=(a_session(day),)))
    assert finding.code is code
    assert finding.severity is Severity.BINDING
    assert (finding.field, finding.clause) == (f"sessions:{ident(11)}", "II.2")
    assert finding.params == {"day": day, "edge": edge, "words": "quý I/2025"}


def test_a_window_that_only_advises_makes_an_advice() -> None:
    window = DatesWindow(clause="V", words="trước 25/6", last=date(2025, 6, 24), is_binding=False)
    conference = a_sound_conference(sessions=(a_session(date(2025, 6, 25)),))
    (finding,) = findings(conference, pack=a_pack(windows=(window,)))
    assert finding.severity is Severity.ADVISORY


def test_every_window_of_a_level_holds() -> None:
    window = DatesWindow(clause="V", words="trước 01/3", last=date(2025, 2, 28))
    pack = a_pack(windows=(*a_pack().levels[0].windows, window))
    conference = a_sound_conference(sessions=(a_session(date(2025, 4, 2)),))
    assert len(found(FindingCode.DAY_AFTER_WINDOW, conference, pack=pack)) == 2


def test_a_preparatory_session_may_lie_outside() -> None:
    sessions = (
        a_session(date(2024, 12, 31), 14, kind=SessionKind.PREPARATORY),
        a_session(date(2025, 1, 2)),
    )
    assert findings(a_sound_conference(sessions=sessions)) == ()


def test_day_start_and_place_are_asked_for() -> None:
    conference = a_sound_conference(venue=" ", sessions=(Session(id=ident(11)),))
    day, start, venue = findings(conference)
    assert (day.code, day.params) == (FindingCode.DAY_MISSING, {"words": "quý I/2025"})
    assert start.code is FindingCode.START_MISSING
    assert (venue.code, venue.field) == (FindingCode.VENUE_MISSING, "venue")


def test_a_conference_without_sessions_lacks_a_day() -> None:
    (finding,) = findings(a_sound_conference(sessions=()))
    assert (finding.code, finding.field) == (FindingCode.DAY_MISSING, "sessions")


def test_a_missing_day_has_no_clause_where_the_plan_sets_no_window() -> None:
    (finding,) = findings(a_sound_conference(sessions=()), pack=a_pack(windows=()))
    assert (finding.clause, finding.params) == ("", {"words": ""})


def test_a_second_main_session_is_one_too_many() -> None:
    sessions = (a_session(date(2025, 3, 20)), a_session(date(2025, 3, 21), 14))
    (finding,) = findings(a_sound_conference(sessions=sessions))
    assert finding.code is FindingCode.SESSIONS_TOO_MANY
    assert finding.severity is Severity.BINDING
    assert finding.params == {"count": 2, "limit": 1, "words": "1 buổi"}


def test_fewer_sessions_than_the_plan_asks_for_are_too_few() -> None:
    rule = SessionRule(clause="II", words="01 ngày", at_least=2, at_most=2)
    (finding,) = findings(a_sound_conference(), pack=a_pack(sessions=rule))
    assert finding.code is FindingCode.SESSIONS_TOO_FEW
    assert finding.params["limit"] == 2


CONGRESS_DAY = date(2025, 6, 10)
CONGRESS = EventText(key="congress", name="Đại hội Đảng bộ xã")


def beside(**fields: Any) -> EventWindow:
    defaults: dict[str, Any] = {
        "clause": "II.2",
        "words": "trước Đại hội Đảng bộ",
        "event": "congress",
        "side": Side.BEFORE,
    }
    return EventWindow(**(defaults | fields))


def with_windows(*windows: Any, day: date | None = CONGRESS_DAY) -> RulePack:
    events = (EventText(key="congress", name=CONGRESS.name, day=day),)
    return a_pack(windows=windows, events=events)


def on_day(day: date | None, pack: RulePack, **fields: Any) -> tuple[Finding, ...]:
    return findings(a_sound_conference(sessions=(a_session(day),), **fields), pack=pack)


@pytest.mark.parametrize(
    ("window", "day", "code", "edge"),
    [
        (beside(), date(2025, 6, 9), None, None),
        (beside(), date(2025, 6, 10), FindingCode.DAY_TOO_LATE_FOR_EVENT, date(2025, 6, 9)),
        (beside(at_least_days=0), date(2025, 6, 10), None, None),
        (beside(at_least_days=30), date(2025, 5, 11), None, None),
        (
            beside(at_least_days=30),
            date(2025, 5, 12),
            FindingCode.DAY_TOO_LATE_FOR_EVENT,
            date(2025, 5, 11),
        ),
        (beside(at_most_days=10), date(2025, 5, 31), None, None),
        (
            beside(at_most_days=10),
            date(2025, 5, 30),
            FindingCode.DAY_TOO_EARLY_FOR_EVENT,
            date(2025, 5, 31),
        ),
        (beside(side=Side.AFTER), date(2025, 6, 11), None, None),
        (
            beside(side=Side.AFTER),
            date(2025, 6, 10),
            FindingCode.DAY_TOO_EARLY_FOR_EVENT,
            date(2025, 6, 11),
        ),
        (
            beside(side=Side.AFTER, at_most_days=2),
            date(2025, 6, 13),
            FindingCode.DAY_TOO_LATE_FOR_EVENT,
            date(2025, 6, 12),
        ),
    ],
)
def test_a_window_beside_another_event_is_counted_from_its_day(
    window: EventWindow, day: date, code: FindingCode | None, edge: date | None
) -> None:
    result = on_day(day, with_windows(window), issued_on=date(2025, 1, 2))
    assert [(one.code, one.params["edge"]) for one in result] == (
        [] if code is None else [(code, edge)]
    )
    for finding in result:
        assert (finding.severity, finding.clause) == (Severity.BINDING, "II.2")
        assert finding.field == f"sessions:{ident(11)}"
        assert finding.params["event"] == "Đại hội Đảng bộ xã"
        assert finding.params["event_day"] == CONGRESS_DAY


def test_the_officers_day_of_an_event_stands_before_the_plans() -> None:
    chosen = (EventDay(event="congress", day=date(2025, 3, 20)),)
    result = on_day(date(2025, 3, 20), with_windows(beside()), event_days=chosen)
    assert [one.params["event_day"] for one in result] == [date(2025, 3, 20)]
    assert on_day(date(2025, 3, 20), with_windows(beside())) == ()


def test_the_last_day_given_for_an_event_counts() -> None:
    level = with_windows(beside()).levels[0]
    days = (
        EventDay(event="congress", day=date(2025, 1, 1)),
        EventDay(event="congress", day=date(2025, 5, 1)),
    )
    result = on_day(date(2025, 4, 30), with_windows(beside()), event_days=days)
    assert result == ()
    assert event_day(level, {}, "congress") == CONGRESS_DAY
    assert event_day(level, {"congress": date(2025, 5, 1)}, "congress") == date(2025, 5, 1)
    assert event_day(level, {}, "unheard-of") is None


def test_an_unknown_day_of_an_event_is_asked_for_once() -> None:
    pack = with_windows(beside(), beside(words="sau đó", side=Side.AFTER), day=None)
    sessions = (a_session(date(2025, 3, 20)), a_session(date(2025, 3, 20), 14))
    conference = a_sound_conference(sessions=sessions)
    (asked,) = found(FindingCode.EVENT_DAY_MISSING, conference, pack=pack)
    assert (asked.severity, asked.field) == (Severity.ADVISORY, "event_days")
    assert asked.params == {"event": "Đại hội Đảng bộ xã", "words": "trước Đại hội Đảng bộ"}
    for code in (FindingCode.DAY_TOO_EARLY_FOR_EVENT, FindingCode.DAY_TOO_LATE_FOR_EVENT):
        assert not found(code, conference, pack=pack)


def test_each_unknown_event_is_asked_for_even_before_a_day_is_chosen() -> None:
    events = (CONGRESS, EventText(key="tet", name="Tết Nguyên đán"))
    pack = a_pack(windows=(beside(), beside(event="tet")), events=events)
    asked = found(FindingCode.EVENT_DAY_MISSING, a_sound_conference(sessions=()), pack=pack)
    assert [one.params["event"] for one in asked] == ["Đại hội Đảng bộ xã", "Tết Nguyên đán"]


@pytest.mark.parametrize("day", [date.min, date(2024, 2, 29), date.max])
def test_any_day_of_the_calendar_can_be_held_against_windows(day: date) -> None:
    chosen = (EventDay(event="congress", day=day),)
    pack = with_windows(beside(at_most_days=1000), beside(side=Side.AFTER, at_most_days=1000))
    codes = {one.code for one in on_day(day, pack, event_days=chosen, issued_on=None)}
    assert FindingCode.EVENT_DAY_MISSING not in codes


def test_a_month_may_advise_while_a_date_binds() -> None:
    about_june = MonthsWindow(
        clause="II.2.2", words="khoảng tháng 6", first="2025-06", last="2025-06", is_binding=False
    )
    by_the_25th = DatesWindow(clause="II.2.2", words="xong trước 25/6", last=date(2025, 6, 24))
    pack = a_pack(windows=(about_june, by_the_25th))
    issued = date(2025, 1, 2)
    assert on_day(date(2025, 6, 24), pack, issued_on=issued) == ()
    (early,) = on_day(date(2025, 5, 31), pack, issued_on=issued)
    (late,) = on_day(date(2025, 6, 25), pack, issued_on=issued)
    assert (early.code, early.severity) == (FindingCode.DAY_BEFORE_WINDOW, Severity.ADVISORY)
    assert (late.code, late.severity) == (FindingCode.DAY_AFTER_WINDOW, Severity.BINDING)
    advice, binding = on_day(date(2025, 7, 1), pack, issued_on=issued)
    assert (advice.severity, binding.severity) == (Severity.ADVISORY, Severity.BINDING)


def with_preparatory(**fields: Any) -> RulePack:
    rule = PreparatoryRule(**({"clause": "II.5", "words": "phiên trù bị"} | fields))
    return a_pack(sessions=SessionRule(clause="II", words="1 buổi", at_most=1, preparatory=rule))


def prepared(
    pack: RulePack, *days: date | None, main: date | None = date(2025, 3, 20)
) -> list[tuple[FindingCode, str]]:
    before = tuple(
        a_session(day, 20 + place, kind=SessionKind.PREPARATORY) for place, day in enumerate(days)
    )
    conference = a_sound_conference(sessions=(*before, a_session(main)))
    codes = (
        FindingCode.PREPARATORY_MISSING,
        FindingCode.PREPARATORY_UNWANTED,
        FindingCode.PREPARATORY_DAY,
    )
    result = [one for one in findings(conference, pack=pack) if one.code in codes]
    for finding in result:
        assert (finding.clause, finding.severity) == ("II.5", Severity.ADVISORY)
    return [(one.code, one.field) for one in result]


def test_a_preparatory_session_is_asked_for_where_the_plan_requires_one() -> None:
    required = with_preparatory(usage=Usage.REQUIRED)
    assert prepared(required) == [(FindingCode.PREPARATORY_MISSING, "sessions")]
    assert prepared(required, date(2025, 3, 19)) == []
    assert prepared(required, None) == []


def test_a_preparatory_session_is_not_wanted_where_the_plan_has_none() -> None:
    none = with_preparatory(usage=Usage.NONE)
    unwanted = [(FindingCode.PREPARATORY_UNWANTED, f"sessions:{ident(20)}")]
    assert prepared(none, date(2025, 3, 19), date(2025, 3, 18)) == unwanted
    assert prepared(none) == []


def test_a_preparatory_session_is_free_where_the_plan_leaves_it_free() -> None:
    assert prepared(with_preparatory()) == []
    assert prepared(with_preparatory(), date(2025, 3, 1)) == []


@pytest.mark.parametrize(
    ("days_before", "day", "is_right"),
    [
        (1, date(2025, 3, 19), True),
        (1, date(2025, 3, 20), False),
        (1, date(2025, 3, 18), False),
        (1, date(2025, 3, 21), False),
        (0, date(2025, 3, 20), True),
        (0, date(2025, 3, 19), False),
    ],
)
def test_a_preparatory_session_is_so_many_days_before(
    days_before: int, day: date, is_right: bool
) -> None:
    required = with_preparatory(usage=Usage.REQUIRED, days_before=days_before)
    wrong = [(FindingCode.PREPARATORY_DAY, f"sessions:{ident(20)}")]
    assert prepared(required, day) == ([] if is_right else wrong)
    assert prepared(required, day, main=None) == []


def test_preparatory_sessions_count_for_no_length() -> None:
    rule = SessionRule(clause="II", words="1 buổi", at_most=1)
    sessions = (
        a_session(date(2025, 3, 19), 14, kind=SessionKind.PREPARATORY),
        a_session(date(2025, 3, 19), 15, kind=SessionKind.PREPARATORY),
        a_session(date(2025, 3, 20)),
    )
    assert findings(a_sound_conference(sessions=sessions), pack=a_pack(sessions=rule)) == ()


@pytest.mark.parametrize(("reason", "is_asked"), [("Bão số 3", False), (" ", True), ("", True)])
def test_a_move_needs_its_reason(reason: str, is_asked: bool) -> None:
    move = Move(id=ident(70), old_day=date(2025, 3, 10), reason=reason)
    result = findings(a_sound_conference(moves=(move,)))
    assert [(one.code, one.field) for one in result] == (
        [(FindingCode.MOVE_UNEXPLAINED, f"moves:{ident(70)}")] if is_asked else []
    )


def test_a_range_of_lengths_allows_what_lies_between() -> None:
    rule = SessionRule(clause="II", words="1 đến 2 buổi", at_least=1, at_most=2)
    for count in (1, 2):
        sessions = tuple(a_session(date(2025, 3, 20), 30 + n) for n in range(count))
        assert findings(a_sound_conference(sessions=sessions), pack=a_pack(sessions=rule)) == ()


PILOT = UnitException(
    id="pilot",
    clause="II.2.1",
    words="chỉ đạo điểm",
    appraisal=Appraisal(words="thẩm định trước", addressee="Ban TĐKT tỉnh"),
)


def test_a_pilot_is_told_to_have_its_plan_appraised_where_it_ticks_that_off() -> None:
    pack = a_pack(exceptions=(PILOT,))
    pilot = a_sound_conference(exception_id="pilot")
    (finding,) = findings(pilot, pack=pack)
    assert finding.code is FindingCode.APPRAISAL_PENDING
    assert (finding.step, finding.field) == (WizardStep.SCHEDULE, "done_tasks")
    assert finding.clause == "II.2.1"
    assert finding.params["addressee"] == "Ban TĐKT tỉnh"


def test_an_appraisal_ticked_off_is_pointed_out_no_more() -> None:
    pack = a_pack(exceptions=(PILOT,))
    assert (
        findings(a_sound_conference(exception_id="pilot", done_tasks=("appraisal",)), pack=pack)
        == ()
    )


def test_an_exception_without_an_appraisal_asks_for_none() -> None:
    exception = UnitException(id="own", clause="II", words="-")
    pack = a_pack(exceptions=(exception,))
    assert findings(a_sound_conference(exception_id="own"), pack=pack) == ()
