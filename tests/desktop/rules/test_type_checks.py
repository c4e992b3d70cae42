from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from db.records import Attendance, Period, Session, SessionKind
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack import RulePack, UnitException, Validity
from desktop.rules.pack_event import Form
from desktop.rules.pack_part import Usage
from desktop.rules.pack_people import FixedAttendance, HoldingRule, ThresholdAttendance
from tests.builders import ident
from tests.desktop.rules.cases import (
    a_pack,
    a_plan,
    a_sound_conference,
    a_unit,
    binh_hoa,
    findings,
    found,
)

SAID: dict[str, Any] = {"clause": "II.1", "words": "theo kế hoạch"}
PLENARY, DELEGATES = Attendance.PLENARY, Attendance.DELEGATES


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


def with_threshold(**fields: Any) -> RulePack:
    defaults: dict[str, Any] = SAID | {
        "counted": "người lao động",
        "threshold": 100,
        "below": PLENARY,
        "above": DELEGATES,
    }
    return a_pack(attendance=ThresholdAttendance(**(defaults | fields)))


def attendance_codes(
    staff: int | None, attendance: Attendance | None, **fields: Any
) -> list[FindingCode]:
    conference = a_sound_conference(staff_count=staff, attendance=attendance)
    return [one.code for one in findings(conference, pack=with_threshold(**fields))]


@pytest.mark.parametrize(
    ("staff", "at", "attendance", "codes"),
    [
        (0, None, PLENARY, []),
        (99, None, PLENARY, []),
        (99, None, DELEGATES, [FindingCode.ATTENDANCE_DIFFERS]),
        (101, None, DELEGATES, []),
        (101, None, PLENARY, [FindingCode.ATTENDANCE_DIFFERS]),
        (100, None, PLENARY, [FindingCode.ATTENDANCE_UNSAID]),
        (100, None, DELEGATES, [FindingCode.ATTENDANCE_UNSAID]),
        (100, None, None, [FindingCode.ATTENDANCE_UNSAID, FindingCode.ATTENDANCE_MISSING]),
        (100, PLENARY, PLENARY, []),
        (100, PLENARY, DELEGATES, [FindingCode.ATTENDANCE_DIFFERS]),
        (100, DELEGATES, DELEGATES, []),
        (100, DELEGATES, PLENARY, [FindingCode.ATTENDANCE_DIFFERS]),
        (101, DELEGATES, None, [FindingCode.ATTENDANCE_MISSING]),
        (None, None, PLENARY, [FindingCode.STAFF_COUNT_MISSING]),
        (None, None, None, [FindingCode.STAFF_COUNT_MISSING, FindingCode.ATTENDANCE_MISSING]),
    ],
)
def test_a_threshold_tells_who_is_summoned_below_at_and_above_it(
    staff: int | None,
    at: Attendance | None,
    attendance: Attendance | None,
    codes: list[FindingCode],
) -> None:
    assert attendance_codes(staff, attendance, at=at) == codes


def test_at_a_threshold_the_plan_is_silent_about_the_officer_is_asked() -> None:
    conference = a_sound_conference(staff_count=100, attendance=PLENARY)
    (unsaid,) = findings(conference, pack=with_threshold())
    assert (unsaid.severity, unsaid.field, unsaid.clause) == (
        Severity.UNSAID,
        "attendance",
        "II.1",
    )
    assert unsaid.params == {
        "count": 100,
        "counted": "người lao động",
        "chosen": "plenary",
        "words": "theo kế hoạch",
    }


def test_an_exception_from_a_threshold_is_one_for_so_many() -> None:
    conference = a_sound_conference(staff_count=250, attendance=PLENARY)
    (differs,) = findings(conference, pack=with_threshold())
    assert differs.params == {"count": 250, "wanted": "delegates", "words": "theo kế hoạch"}


def test_the_number_that_decides_is_asked_for_by_its_name() -> None:
    (missing,) = found(FindingCode.STAFF_COUNT_MISSING, a_sound_conference(), pack=with_threshold())
    assert missing.field == "staff_count"
    assert missing.params["counted"] == "người lao động"


def test_an_exception_may_summon_others() -> None:
    everybody = FixedAttendance(attendance=PLENARY, **SAID)
    pilot = UnitException(id="pilot", units=("tan-an",), attendance=everybody, **SAID)
    pack = a_plan(of={"units": (a_unit(),)}, exceptions=(pilot,))
    conference = a_sound_conference(unit_id="tan-an", attendance=DELEGATES)
    (differs,) = findings(conference, pack=pack)
    assert (differs.code, differs.params["wanted"]) == (FindingCode.ATTENDANCE_DIFFERS, "plenary")
    assert findings(a_sound_conference(unit_id="tan-an", attendance=PLENARY), pack=pack) == ()


def test_rules_of_another_version_are_pointed_out() -> None:
    pack = a_plan(of={"version": 3})
    (other,) = findings(a_sound_conference(rule_pack_version=2), pack=pack)
    assert (other.code, other.severity) == (FindingCode.RULES_OTHER_VERSION, Severity.ADVISORY)
    assert other.params == {"planned_under": 2, "version": 3}
    assert findings(a_sound_conference(rule_pack_version=3), pack=pack) == ()
    assert findings(a_sound_conference(rule_pack_version=0), pack=pack) == ()


FIRST, LAST = date(2025, 1, 15), date(2025, 3, 20)


@pytest.mark.parametrize(
    ("day", "validity", "is_valid"),
    [
        (date(2025, 1, 14), Validity(first=FIRST, last=LAST), False),
        (date(2025, 1, 15), Validity(first=FIRST, last=LAST), True),
        (date(2025, 3, 20), Validity(first=FIRST, last=LAST), True),
        (date(2025, 3, 21), Validity(first=FIRST, last=LAST), False),
        (date(2025, 1, 14), Validity(first=FIRST), False),
        (date(2025, 3, 21), Validity(first=FIRST), True),
        (date(2025, 1, 14), Validity(last=LAST), True),
        (date(2025, 3, 21), Validity(last=LAST), False),
        (date(2025, 3, 21), Validity(), True),
        (None, Validity(first=FIRST, last=LAST), True),
    ],
)
def test_a_plan_is_for_conferences_of_its_days(
    day: date | None, validity: Validity, is_valid: bool
) -> None:
    conference = a_sound_conference(sessions=(Session(id=ident(11), day=day),))
    result = found(FindingCode.RULES_NOT_VALID, conference, pack=a_plan(of={"validity": validity}))
    assert bool(result) is not is_valid
    for finding in result:
        assert finding.severity is Severity.ADVISORY
        assert finding.params == {
            "day": day,
            "first": validity.first or "",
            "last": validity.last or "",
        }


def test_a_preparatory_session_may_lie_before_the_plan_holds() -> None:
    sessions = (
        Session(id=ident(11), day=date(2025, 1, 14), kind=SessionKind.PREPARATORY),
        Session(id=ident(12), day=date(2025, 1, 15)),
    )
    pack = a_plan(of={"validity": Validity(first=FIRST)})
    conference = a_sound_conference(sessions=sessions)
    assert not found(FindingCode.RULES_NOT_VALID, conference, pack=pack)


@pytest.mark.parametrize(
    ("unit_id", "is_known"), [("", True), ("tan-an", True), ("so-y-te", False), ("gone", False)]
)
def test_a_unit_is_one_of_the_level(unit_id: str, is_known: bool) -> None:
    pack = a_plan(of={"units": (a_unit(), a_unit("so-y-te", "Sở Y tế", level="department"))})
    result = findings(a_sound_conference(unit_id=unit_id), pack=pack)
    assert [(one.code, one.field) for one in result] == (
        [] if is_known else [(FindingCode.UNIT_UNKNOWN, "unit_id")]
    )


@pytest.mark.parametrize(
    ("unit_id", "exception_id", "is_known"),
    [
        ("", "", True),
        ("", "named-later", True),
        ("tan-an", "pilot", True),
        ("", "pilot", False),
        ("hoa-an", "pilot", False),
        ("tan-an", "gone", False),
    ],
)
def test_an_exception_is_one_that_the_plan_gives_the_unit(
    unit_id: str, exception_id: str, is_known: bool
) -> None:
    exceptions = (
        UnitException(id="pilot", units=("tan-an",), **SAID),
        UnitException(id="named-later", **SAID),
    )
    units = (a_unit(), a_unit("hoa-an", "Xã Hòa An"))
    pack = a_plan(of={"units": units}, exceptions=exceptions)
    conference = a_sound_conference(unit_id=unit_id, exception_id=exception_id)
    assert [(one.code, one.field) for one in findings(conference, pack=pack)] == (
        [] if is_known else [(FindingCode.EXCEPTION_UNKNOWN, "exception_id")]
    )


def held_by(**fields: Any) -> RulePack:
    rule = HoldingRule(**(SAID | fields))
    units = (a_unit(), a_unit("hoa-an", "Xã Hòa An"))
    return a_plan(of={"units": units}, holding=rule)


@pytest.mark.parametrize(("staff", "holds"), [(29, False), (30, True), (0, False)])
def test_a_unit_of_too_few_people_holds_no_conference(staff: int, holds: bool) -> None:
    conference = a_sound_conference(staff_count=staff, unit_id="tan-an")
    result = findings(conference, pack=held_by(at_least=30))
    assert [(one.code, one.severity, one.field) for one in result] == (
        [] if holds else [(FindingCode.UNIT_HOLDS_NONE, Severity.BINDING, "staff_count")]
    )
    for finding in result:
        assert finding.params == {
            "unit": "Xã Tân An",
            "count": staff,
            "limit": 30,
            "words": "theo kế hoạch",
        }


@pytest.mark.parametrize(
    ("unit_id", "named"), [("tan-an", None), ("hoa-an", "Xã Hòa An"), ("", "")]
)
def test_only_the_units_that_the_plan_names_hold_it(unit_id: str, named: str | None) -> None:
    result = findings(a_sound_conference(unit_id=unit_id), pack=held_by(units=("tan-an",)))
    assert [one.params["unit"] for one in result] == ([] if named is None else [named])
    assert {(one.code, one.field) for one in result} <= {(FindingCode.UNIT_HOLDS_NONE, "unit_id")}


def test_people_are_asked_for_once_where_two_rules_count_them() -> None:
    (asked,) = findings(a_sound_conference(staff_count=None), pack=held_by(at_least=30))
    assert (asked.code, asked.params["counted"]) == (FindingCode.STAFF_COUNT_MISSING, "")
    both = a_plan(
        of={},
        holding=HoldingRule(at_least=30, **SAID),
        attendance=with_threshold().levels[0].attendance,
    )
    (once,) = findings(a_sound_conference(staff_count=None), pack=both)
    assert once.params["counted"] == "người lao động"


@pytest.mark.parametrize("field", ["ordinal", "theme", "co_organisers"])
@pytest.mark.parametrize("usage", list(Usage))
@pytest.mark.parametrize("is_there", [True, False])
def test_a_form_wants_or_refuses_ordinal_theme_and_co_organisers(
    field: str, usage: Usage, is_there: bool
) -> None:
    values = {"ordinal": 6, "theme": "Đổi mới", "co_organisers": ("Hội Nông dân",)}
    blanks: dict[str, object] = {"ordinal": None, "theme": "  ", "co_organisers": ("", " ")}
    old = binh_hoa().levels[0].forms[0]
    bare = Form(id=old.id, name=old.name, clause="II.2")
    form = msgspec.structs.replace(bare, **{field: usage})
    conference = a_sound_conference(**{field: values[field] if is_there else blanks[field]})
    result = findings(conference, pack=a_pack(forms=(form,)))
    code = field.replace("_", "-")
    wanted = {
        (Usage.REQUIRED, False): [f"{code}-missing"],
        (Usage.NONE, True): [f"{code}-unwanted"],
    }.get((usage, is_there), [])
    assert [one.code.value for one in result] == wanted
    for finding in result:
        assert (finding.severity, finding.field) == (Severity.ADVISORY, field)
        assert (finding.clause, finding.params) == ("II.2", {"form": old.name})
