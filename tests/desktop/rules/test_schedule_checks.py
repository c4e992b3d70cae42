from __future__ import annotations

from datetime import date, time

import pytest

from db.records import Session, SessionKind, WizardStep
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack import Appraisal, UnitException
from desktop.rules.pack_event import SessionRule
from desktop.rules.windows import DatesWindow
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
