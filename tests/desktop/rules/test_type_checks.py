from __future__ import annotations

import pytest

from db.records import Attendance, Period
from desktop.rules.findings import FindingCode, Severity
from tests.desktop.rules.cases import a_pack, a_sound_conference, found


def test_a_form_the_plan_does_not_permit_is_binding_and_lists_those_it_does() -> None:
    (finding,) = found(FindingCode.FORM_UNKNOWN, a_sound_conference(form_id="congress"))
    assert finding.severity is Severity.BINDING
    assert finding.clause == "II.2"
    assert finding.params["forms"] == "Hội nghị tuyên dương điển hình tiên tiến"


def test_a_plenary_where_the_plan_wants_delegates_is_binding() -> None:
    conference = a_sound_conference(attendance=Attendance.PLENARY)
    (finding,) = found(FindingCode.ATTENDANCE_DIFFERS, conference)
    assert finding.severity is Severity.BINDING
    assert finding.params["wanted"] == "delegates"


def test_attendance_left_open_is_pointed_out() -> None:
    conference = a_sound_conference(attendance=None)
    assert found(FindingCode.ATTENDANCE_MISSING, conference)
    assert found(FindingCode.ATTENDANCE_MISSING, conference, pack=a_pack(attendance=None))


def test_any_attendance_will_do_where_the_plan_leaves_it_open() -> None:
    conference = a_sound_conference(attendance=Attendance.PLENARY)
    assert not found(FindingCode.ATTENDANCE_DIFFERS, conference, pack=a_pack(attendance=None))


@pytest.mark.parametrize("field", ["period", "next_period"])
def test_years_missing_or_reversed_are_pointed_out(field: str) -> None:
    (missing,) = found(FindingCode.PERIOD_MISSING, a_sound_conference(**{field: None}))
    reversed_period = Period(first_year=2025, last_year=2020)
    (turned,) = found(FindingCode.PERIOD_REVERSED, a_sound_conference(**{field: reversed_period}))
    assert missing.field == turned.field == field
