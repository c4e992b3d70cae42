"""Kon Tum 2019, row by row: just inside and just outside each rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from db.records import Attendance, Decision, Delegate, Gender
from desktop.rules.decisions import decide
from desktop.rules.findings import FindingCode as Code
from desktop.rules.findings import Severity
from desktop.rules.make_up import listed
from desktop.rules.pack import ExceptionKind
from tests.builders import a_delegate, ident
from tests.desktop.rules.cases import delegates, groups
from tests.desktop.rules.plans.conferences import (
    APPRAISAL,
    ATTENDANCE,
    LENGTH,
    LIMITS,
    MEMBERS,
    PROGRAMME,
    SHARES,
    WINDOW,
    Plan,
    Said,
    on,
    without,
)

KON_TUM = Plan("kon-tum-2019")
PLENARY, DELEGATES = Attendance.PLENARY, Attendance.DELEGATES
FORMS = {
    "commune": "Hội nghị biểu dương người tốt, việc tốt",
    "district": "Hội nghị tuyên dương điển hình tiên tiến",
    "enterprise": "Hội nghị biểu dương những người lao động giỏi, lao động sáng tạo",
    "department": "Hội nghị tuyên dương điển hình tiên tiến",
    "province": "Đại hội Thi đua yêu nước tỉnh Kon Tum lần thứ VIII",
}
CLAUSES = {
    "commune": "II.2.1",
    "district": "II.2.2",
    "enterprise": "II.2.3",
    "department": "II.2.4",
    "province": "II.2.5",
}


@pytest.mark.parametrize("level", FORMS)
def test_the_form_has_its_exact_name(level: str) -> None:
    (form,) = KON_TUM.level(level).forms
    assert (form.name, form.clause) == (FORMS[level], CLAUSES[level])
    assert not KON_TUM.said((Code.FORM_UNKNOWN,), KON_TUM.conference(level))
    wrong = KON_TUM.conference(level, form_id="another")
    assert KON_TUM.said((Code.FORM_UNKNOWN,), wrong) == [(Code.FORM_UNKNOWN, CLAUSES[level])]


@pytest.mark.parametrize(
    ("level", "attendance", "people", "said"),
    [
        ("commune", DELEGATES, 100, []),
        ("commune", DELEGATES, 101, [(Code.TARGETS_OVER_LIMIT, "II.2.1")]),
        ("district", DELEGATES, 300, []),
        ("district", DELEGATES, 301, [(Code.TARGETS_OVER_LIMIT, "II.2.2")]),
        ("enterprise", DELEGATES, 200, []),
        ("enterprise", DELEGATES, 201, [(Code.TARGETS_OVER_LIMIT, "II.2.3")]),
        ("enterprise", PLENARY, 201, []),
        ("department", DELEGATES, 200, []),
        ("department", DELEGATES, 201, [(Code.TARGETS_OVER_LIMIT, "II.2.4")]),
        ("department", PLENARY, 201, []),
        ("province", DELEGATES, 900, []),
    ],
)
def test_at_most_so_many_take_part(
    level: str, attendance: Attendance, people: int, said: Said
) -> None:
    conference = KON_TUM.conference(level, attendance=attendance, groups=groups(people - 20, 20))
    assert KON_TUM.said(LIMITS, conference) == said


@pytest.mark.parametrize(
    ("people", "said"), [(100, []), (101, [(Code.DELEGATES_OVER_LIMIT, "II.2.1")])]
)
def test_at_most_so_many_are_listed(people: int, said: Said) -> None:
    conference = KON_TUM.conference("commune", groups=groups(80, 20))
    assert KON_TUM.said(LIMITS, conference, delegates(people - 20, 20)) == said


def test_the_cap_binds_and_the_unit_decides_below_it() -> None:
    conference = KON_TUM.conference("commune", groups=groups(81, 20))
    (finding,) = [one for one in KON_TUM.findings(conference) if one.code in LIMITS]
    assert finding.severity is Severity.BINDING
    assert [limit.decided_by for limit in KON_TUM.level("commune").limits] == ["đơn vị"]


@pytest.mark.parametrize("level", FORMS)
def test_no_ratio_is_asked_for(level: str) -> None:
    assert KON_TUM.level(level).shares == ()
    assert not KON_TUM.said(SHARES, KON_TUM.conference(level, groups=groups(10, 90)))


@pytest.mark.parametrize(("level", "clause"), [("enterprise", "II.2.3"), ("department", "II.2.4")])
@pytest.mark.parametrize(
    ("staff", "chosen", "code"),
    [
        (99, PLENARY, None),
        (99, DELEGATES, Code.ATTENDANCE_DIFFERS),
        (100, PLENARY, Code.ATTENDANCE_UNSAID),
        (100, DELEGATES, Code.ATTENDANCE_UNSAID),
        (101, PLENARY, Code.ATTENDANCE_DIFFERS),
        (101, DELEGATES, None),
    ],
)
def test_who_is_summoned_goes_by_the_number_of_people(
    level: str, clause: str, staff: int, chosen: Attendance, code: Code | None
) -> None:
    conference = KON_TUM.conference(level, staff_count=staff, attendance=chosen)
    assert KON_TUM.said(ATTENDANCE, conference) == ([(code, clause)] if code else [])


@pytest.mark.parametrize("staff", [99, 100, 101])
@pytest.mark.parametrize("level", ["commune", "district", "province"])
def test_elsewhere_the_number_of_people_decides_nothing(level: str, staff: int) -> None:
    for chosen in Attendance:
        conference = KON_TUM.conference(level, staff_count=staff, attendance=chosen)
        assert not KON_TUM.said(ATTENDANCE, conference)


def test_an_answer_about_exactly_100_stands_with_its_reason() -> None:
    conference = KON_TUM.conference("enterprise", staff_count=100, attendance=PLENARY)
    (asked,) = [one for one in KON_TUM.findings(conference) if one.code in ATTENDANCE]
    assert (asked.severity, asked.params["count"]) == (Severity.UNSAID, 100)
    answer = Decision(id=ident(70), code="", reason="Hội trường đủ chỗ cho mọi người")
    answered = decide(conference, asked, answer)
    (told,) = [one for one in KON_TUM.findings(answered) if one.code in ATTENDANCE]
    assert told.decision_id == answer.id


def before(clause: str) -> Said:
    return [(Code.DAY_BEFORE_WINDOW, clause)]


def after(clause: str) -> Said:
    return [(Code.DAY_AFTER_WINDOW, clause)]


@pytest.mark.parametrize(
    ("level", "day", "said"),
    [
        ("commune", date(2020, 2, 29), before("II.2.1")),
        ("commune", date(2020, 3, 1), []),
        ("commune", date(2020, 3, 31), []),
        ("commune", date(2020, 4, 1), after("II.2.1")),
        ("district", date(2020, 4, 30), before("II.2.2")),
        ("district", date(2020, 5, 1), []),
        ("district", date(2020, 6, 30), []),
        ("district", date(2020, 7, 1), after("II.2.2")),
        ("enterprise", date(2020, 4, 30), before("II.2.3")),
        ("enterprise", date(2020, 5, 1), []),
        ("enterprise", date(2020, 6, 30), []),
        ("enterprise", date(2020, 7, 1), after("II.2.3")),
        ("department", date(2020, 4, 30), before("II.2.4")),
        ("department", date(2020, 5, 1), []),
        ("department", date(2020, 6, 30), []),
        ("department", date(2020, 7, 1), after("II.2.4")),
        ("province", date(2020, 8, 31), before("II.2.5")),
        ("province", date(2020, 9, 1), []),
        ("province", date(2020, 9, 30), []),
        ("province", date(2020, 10, 1), after("II.2.5")),
    ],
)
def test_the_day_lies_in_the_window(level: str, day: date, said: Said) -> None:
    assert KON_TUM.said(WINDOW, KON_TUM.conference(level, day)) == said


@pytest.mark.parametrize(
    ("level", "pilot", "day", "said"),
    [
        ("commune", {"exception_id": "pilot"}, date(2020, 1, 31), before("II.2.1")),
        ("commune", {"exception_id": "pilot"}, date(2020, 2, 1), []),
        ("commune", {"exception_id": "pilot"}, date(2020, 2, 29), []),
        ("commune", {"exception_id": "pilot"}, date(2020, 3, 1), after("II.2.1")),
        ("district", {"unit_id": "kon-tum-city"}, date(2020, 3, 31), before("II.2.2")),
        ("district", {"unit_id": "kon-tum-city"}, date(2020, 4, 1), []),
        ("district", {"unit_id": "kon-tum-city"}, date(2020, 4, 30), []),
        ("district", {"unit_id": "kon-tum-city"}, date(2020, 5, 1), after("II.2.2")),
        ("enterprise", {"unit_id": "lottery-company"}, date(2020, 3, 31), before("II.2.3")),
        ("enterprise", {"unit_id": "lottery-company"}, date(2020, 4, 1), []),
        ("enterprise", {"unit_id": "lottery-company"}, date(2020, 4, 30), []),
        ("enterprise", {"unit_id": "lottery-company"}, date(2020, 5, 1), after("II.2.3")),
        # no date of its own
        ("department", {"unit_id": "agriculture-department"}, date(2020, 4, 30), before("II.2.4")),
        ("department", {"unit_id": "agriculture-department"}, date(2020, 5, 1), []),
    ],
)
def test_a_pilot_comes_first(level: str, pilot: dict[str, str], day: date, said: Said) -> None:
    assert KON_TUM.said(WINDOW, KON_TUM.conference(level, day, **pilot)) == said


@pytest.mark.parametrize(
    ("level", "pilot", "said"),
    [
        ("commune", {"exception_id": "pilot"}, [(Code.APPRAISAL_PENDING, "II.2.1")]),
        ("commune", {}, []),
        ("district", {"unit_id": "kon-tum-city"}, [(Code.APPRAISAL_PENDING, "II.2.2")]),
        ("district", {}, []),
        ("enterprise", {"unit_id": "lottery-company"}, [(Code.APPRAISAL_PENDING, "II.2.3")]),
        ("department", {"unit_id": "agriculture-department"}, []),
        ("commune", {"exception_id": "pilot", "done_tasks": ("appraisal",)}, []),
    ],
)
def test_the_plan_of_a_dated_pilot_is_appraised_first(
    level: str, pilot: dict[str, Any], said: Said
) -> None:
    assert KON_TUM.said(APPRAISAL, KON_TUM.conference(level, **pilot)) == said


@pytest.mark.parametrize("level", ["commune", "district", "enterprise"])
def test_the_appraisal_goes_to_the_province(level: str) -> None:
    (pilot,) = KON_TUM.level(level).exceptions
    assert pilot.kind is ExceptionKind.PILOT
    assert pilot.appraisal is not None
    assert pilot.appraisal.addressee == "Ban Thi đua - Khen thưởng tỉnh"
    assert pilot.appraisal.commented_by == "Ủy ban nhân dân tỉnh"


def test_the_pilots_are_named() -> None:
    assert {unit.name for unit in KON_TUM.pack.units} == {
        "Tỉnh Kon Tum",
        "Thành phố Kon Tum",
        "Công ty TNHH MTV Xổ số kiến thiết Kon Tum",
        "Sở Nông nghiệp và Phát triển nông thôn",
    }


@pytest.mark.parametrize("level", FORMS)
@pytest.mark.parametrize(("sessions", "is_too_long"), [(1, False), (2, True)])
def test_one_half_day_is_enough(level: str, sessions: int, is_too_long: bool) -> None:
    day = KON_TUM.conference(level).sessions[0].day
    assert day is not None
    conference = KON_TUM.conference(level, sessions=on(*[day] * sessions))
    said = [(Code.SESSIONS_TOO_MANY, CLAUSES[level])] if is_too_long else []
    assert KON_TUM.said(LENGTH, conference) == said


@pytest.mark.parametrize("level", FORMS)
@pytest.mark.parametrize(
    ("item", "is_required"),
    [
        ("flag-salute", False),
        ("opening", False),
        ("review-report", True),
        ("speeches", True),
        ("commendation", True),
        ("launch", True),
        ("upper-delegates", True),
        ("closing", False),
    ],
)
def test_five_contents_are_required(level: str, item: str, is_required: bool) -> None:
    conference = KON_TUM.conference(level)
    left = replace(conference, programme=without(conference.programme, item))
    said = [(Code.PROGRAMME_ITEM_MISSING, "II.3")] if is_required else []
    assert not KON_TUM.said(PROGRAMME, conference)
    assert KON_TUM.said(PROGRAMME, left) == said


def test_the_plan_sets_the_contents_no_order() -> None:
    programme = KON_TUM.conference("district").programme
    turned = KON_TUM.conference("district", programme=programme[::-1])
    assert not KON_TUM.said(PROGRAMME, turned)


def test_what_the_congress_contains_is_left_to_a_plan_of_its_own() -> None:
    bare = KON_TUM.conference("province", programme=())
    found = [one for one in KON_TUM.findings(bare) if one.code in PROGRAMME]
    assert {one.severity for one in found} == {Severity.ADVISORY}
    bare = KON_TUM.conference("commune", programme=())
    found = [one for one in KON_TUM.findings(bare) if one.code in PROGRAMME]
    assert {one.severity for one in found} == {Severity.BINDING}


SOLDIER = a_delegate(1, honours=("Chiến sĩ thi đua cơ sở",))
GUEST = a_delegate(2, group_id=ident(13))


@pytest.mark.parametrize("level", ["commune", "district", "enterprise", "department"])
@pytest.mark.parametrize(
    ("people", "missed"),
    [
        ((SOLDIER, GUEST), 0),  # no hero is missed: nếu có
        ((SOLDIER,), 1),
        ((a_delegate(1), GUEST), 1),
        ((GUEST,), 2),  # neither an exemplar nor a CSTĐ
    ],
)
def test_guests_emulation_soldiers_and_exemplars_are_there(
    level: str, people: tuple[Delegate, ...], missed: int
) -> None:
    conference = KON_TUM.conference(level, groups=groups(80, 20))
    said = KON_TUM.said(MEMBERS, conference, people)
    assert said == [(Code.DELEGATES_ABSENT, CLAUSES[level])] * missed


@pytest.mark.parametrize(
    ("level", "counts"),
    [
        ("commune", {"chú trọng nông dân, người trực tiếp sản xuất, công tác": 2}),
        (
            "district",
            {
                "chú trọng người trực tiếp sản xuất, công tác, học tập, chiến đấu": 2,
                "chú trọng nữ": 1,
                "chú trọng dân tộc": 1,
            },
        ),
        ("enterprise", {"chú trọng công nhân, người trực tiếp sản xuất": 2}),
    ],
)
def test_whom_the_plan_stresses_is_counted(level: str, counts: dict[str, int]) -> None:
    people = (
        a_delegate(1, is_direct_worker=True, gender=Gender.FEMALE, ethnicity="Kinh"),
        a_delegate(2, is_direct_worker=True, ethnicity="Xơ-đăng"),
        a_delegate(3, honours=("Anh hùng Lao động",)),
    )
    conference = KON_TUM.conference(level, groups=groups(80, 20))
    measures = listed(conference, people, KON_TUM.pack, ()).measures
    counted = {one.rule.words: one.count for one in measures}
    assert counted.items() >= counts.items()
    assert counted["tập thể, cá nhân Anh hùng (nếu có)"] == 1
