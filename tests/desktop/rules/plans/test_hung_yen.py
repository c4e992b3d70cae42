"""Hưng Yên 2019, row by row: just inside and just outside each rule."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from db.records import Attendance, EventDay
from desktop.rules.findings import FindingCode as Code
from desktop.rules.findings import Severity
from desktop.rules.pack_event import TaskKind
from desktop.rules.pack_part import Bound
from tests.desktop.rules.cases import delegates, groups
from tests.desktop.rules.plans.conferences import (
    ATTENDANCE,
    LENGTH,
    LIMITS,
    MEMBERS,
    PRESIDIUM,
    PROGRAMME,
    SHARES,
    WINDOW,
    Plan,
    Said,
    exchanged,
    on,
    presidium,
    sharing_out,
    without,
)

HUNG_YEN = Plan("hung-yen-2019")
PLENARY, DELEGATES = Attendance.PLENARY, Attendance.DELEGATES
CLAUSES = {
    "commune": "II.2.1",
    "enterprise": "II.2.1",
    "department": "II.2.2",
    "district": "II.2.2",
    "province": "II.2.3",
}
LEVELS = list(CLAUSES)
BASE, UPPER = ["commune", "enterprise"], ["department", "district"]


@pytest.mark.parametrize("level", BASE)
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("exemplars-commended", "Hội nghị tuyên dương điển hình tiên tiến"),
        ("good-people-praised", "Hội nghị biểu dương người tốt, việc tốt"),
        (
            "good-workers-praised",
            "Hội nghị biểu dương những người lao động giỏi, lao động sáng tạo",
        ),
    ],
)
def test_at_the_base_one_of_three_forms_is_chosen(level: str, form: str, name: str) -> None:
    conference = HUNG_YEN.conference(level, form_id=form)
    assert not HUNG_YEN.said((Code.FORM_UNKNOWN, Code.TITLE_WITHOUT_FORM), conference)
    assert conference.title.startswith(f"{name} xã Bình Hòa")
    none = HUNG_YEN.conference(level, form_id="exemplars")
    assert HUNG_YEN.said((Code.FORM_UNKNOWN,), none) == [(Code.FORM_UNKNOWN, "II.2.1")]


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("department", "Hội nghị điển hình tiên tiến"),
        ("district", "Hội nghị điển hình tiên tiến"),
        ("province", "Đại hội Thi đua yêu nước"),
    ],
)
def test_above_the_base_there_is_one_form(level: str, name: str) -> None:
    (form,) = HUNG_YEN.level(level).forms
    assert (form.name, form.clause) == (name, CLAUSES[level])


@pytest.mark.parametrize("level", BASE)
@pytest.mark.parametrize(
    ("staff", "chosen", "code"),
    [
        (199, PLENARY, None),
        (199, DELEGATES, Code.ATTENDANCE_DIFFERS),
        (200, PLENARY, Code.ATTENDANCE_UNSAID),
        (200, DELEGATES, Code.ATTENDANCE_UNSAID),
        (201, PLENARY, Code.ATTENDANCE_DIFFERS),
        (201, DELEGATES, None),
    ],
)
def test_who_is_summoned_goes_by_the_number_of_people(
    level: str, staff: int, chosen: Attendance, code: Code | None
) -> None:
    conference = HUNG_YEN.conference(level, staff_count=staff, attendance=chosen)
    assert HUNG_YEN.said(ATTENDANCE, conference) == ([(code, "II.2.1")] if code else [])


@pytest.mark.parametrize("level", UPPER)
def test_above_the_base_the_plan_leaves_it_open_who_is_summoned(level: str) -> None:
    for chosen in Attendance:
        assert not HUNG_YEN.said(ATTENDANCE, HUNG_YEN.conference(level, attendance=chosen))


def test_the_congress_is_one_of_delegates() -> None:
    plenary = HUNG_YEN.conference("province", attendance=PLENARY)
    assert HUNG_YEN.said(ATTENDANCE, plenary) == [(Code.ATTENDANCE_DIFFERS, "II.2.3")]


@pytest.mark.parametrize(
    ("level", "exemplars", "guests", "said"),
    [
        ("commune", 800, 200, []),  # the unit decides
        ("enterprise", 800, 200, []),
        ("department", 195, 105, []),
        ("department", 196, 105, [(Code.TARGETS_OVER_LIMIT, "II.2.2")]),
        ("district", 195, 105, []),
        ("district", 196, 105, [(Code.TARGETS_OVER_LIMIT, "II.2.2")]),
    ],
)
def test_at_most_so_many_take_part(level: str, exemplars: int, guests: int, said: Said) -> None:
    conference = HUNG_YEN.conference(level, groups=groups(exemplars, guests))
    assert HUNG_YEN.said(LIMITS, conference) == said


@pytest.mark.parametrize("level", BASE)
def test_at_the_base_the_unit_decides_the_number(level: str) -> None:
    (limit,) = HUNG_YEN.level(level).limits
    assert (limit.bound, limit.decided_by, limit.attendance) == (Bound.OPEN, "đơn vị", DELEGATES)


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (427, [(Code.TARGETS_UNDER_LIMIT, "II.2.3")]),
        (428, []),
        (450, []),
        (472, []),
        (473, [(Code.TARGETS_OVER_LIMIT, "II.2.3")]),
        (500, [(Code.TARGETS_OVER_LIMIT, "II.2.3")]),
    ],
)
def test_about_450_take_part_in_the_congress(total: int, said: Said) -> None:
    conference = HUNG_YEN.conference("province")
    conference = replace(conference, groups=sharing_out(conference.groups, total))
    assert HUNG_YEN.said(LIMITS, conference) == said
    weights = {one.severity for one in HUNG_YEN.findings(conference) if one.code in LIMITS}
    assert weights <= {Severity.ADVISORY}, "about is no cap"


LOW, HIGH = Code.TARGETS_SHARE_LOW, Code.TARGETS_SHARE_HIGH


@pytest.mark.parametrize(
    ("level", "exemplars", "code"),
    [
        *[(level, 74, LOW) for level in BASE],
        *[(level, percent, None) for level in BASE for percent in (75, 80, 85)],
        *[(level, 86, HIGH) for level in BASE],
        *[(level, 59, LOW) for level in UPPER],
        *[(level, percent, None) for level in UPPER for percent in (60, 65, 70)],
        *[(level, 71, HIGH) for level in UPPER],
    ],
)
def test_exemplars_and_guests_stand_in_the_plans_ratio(
    level: str, exemplars: int, code: Code | None
) -> None:
    conference = HUNG_YEN.conference(level, groups=groups(exemplars, 100 - exemplars))
    found = [one for one in HUNG_YEN.findings(conference) if one.code in SHARES]
    assert [(one.code, one.clause) for one in found] == ([(code, CLAUSES[level])] if code else [])
    assert all(one.severity is Severity.ADVISORY for one in found)


def test_the_list_is_held_against_the_ratio_too() -> None:
    conference = HUNG_YEN.conference("district", groups=groups(195, 105))
    said = HUNG_YEN.said(SHARES, conference, delegates(71, 29))
    assert said == [(Code.DELEGATES_SHARE_HIGH, "II.2.2")]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("sessions", "is_too_long"), [(1, False), (2, True)])
def test_half_a_day_is_enough(level: str, sessions: int, is_too_long: bool) -> None:
    day = HUNG_YEN.conference(level).sessions[0].day
    assert day is not None
    conference = HUNG_YEN.conference(level, sessions=on(*[day] * sessions))
    said = [(Code.SESSIONS_TOO_MANY, CLAUSES[level])] if is_too_long else []
    assert HUNG_YEN.said(LENGTH, conference) == said


BEFORE, AFTER = Code.DAY_BEFORE_WINDOW, Code.DAY_AFTER_WINDOW


@pytest.mark.parametrize(
    ("level", "day", "codes"),
    [
        *[(level, date(2019, 12, 31), [BEFORE]) for level in BASE],
        *[(level, date(2020, 1, 1), []) for level in BASE],
        *[(level, date(2020, 3, 31), []) for level in BASE],
        # outside the quarter, and not finished within March
        *[(level, date(2020, 4, 1), [AFTER, AFTER]) for level in BASE],
        *[(level, date(2020, 5, 31), [BEFORE]) for level in UPPER],  # about June: an advice
        *[(level, date(2020, 6, 1), []) for level in UPPER],
        *[(level, date(2020, 6, 24), []) for level in UPPER],
        *[(level, date(2020, 6, 25), [AFTER]) for level in UPPER],
        *[(level, date(2020, 7, 1), [AFTER, AFTER]) for level in UPPER],
        ("province", date(2020, 8, 15), [BEFORE]),
        ("province", date(2020, 8, 16), []),
        ("province", date(2020, 8, 31), []),
        ("province", date(2020, 9, 1), [AFTER]),
    ],
)
def test_the_day_lies_in_the_window(level: str, day: date, codes: list[Code]) -> None:
    said = HUNG_YEN.said(WINDOW, HUNG_YEN.conference(level, day))
    assert said == [(code, CLAUSES[level]) for code in codes]


@pytest.mark.parametrize("level", UPPER)
@pytest.mark.parametrize(
    ("day", "weights"),
    [
        (date(2020, 5, 31), [Severity.ADVISORY]),
        (date(2020, 6, 25), [Severity.BINDING]),
        (date(2020, 7, 1), [Severity.ADVISORY, Severity.BINDING]),
    ],
)
def test_about_june_advises_and_its_last_day_binds(
    level: str, day: date, weights: list[Severity]
) -> None:
    findings = HUNG_YEN.findings(HUNG_YEN.conference(level, day))
    assert [one.severity for one in findings if one.code in WINDOW] == weights


@pytest.mark.parametrize(
    ("level", "unit", "congress", "codes"),
    [
        *[(level, "", date(2020, 3, 11), []) for level in BASE],
        *[(level, "", date(2020, 3, 10), [Code.DAY_TOO_LATE_FOR_EVENT]) for level in BASE],
        *[(level, "", date(2020, 3, 9), [Code.DAY_TOO_LATE_FOR_EVENT]) for level in BASE],
        ("district", "", date(2020, 6, 11), []),
        ("district", "", date(2020, 6, 10), [Code.DAY_TOO_LATE_FOR_EVENT]),
        ("district", "", date(2020, 6, 9), [Code.DAY_TOO_LATE_FOR_EVENT]),
        ("district", "kim-dong", date(2020, 6, 9), []),
        ("department", "", date(2020, 6, 9), []),
        ("province", "", date(2020, 8, 21), []),
        ("province", "", date(2020, 8, 20), [Code.DAY_TOO_LATE_FOR_EVENT]),
        ("province", "", date(2020, 8, 19), [Code.DAY_TOO_LATE_FOR_EVENT]),
    ],
)
def test_it_comes_before_the_party_congress(
    level: str, unit: str, congress: date, codes: list[Code]
) -> None:
    days = (EventDay(event="party-congress", day=congress),)
    conference = HUNG_YEN.conference(level, unit_id=unit, event_days=days)
    assert HUNG_YEN.said(WINDOW, conference) == [(code, CLAUSES[level]) for code in codes]


@pytest.mark.parametrize(
    ("level", "unit", "is_asked"),
    [
        ("commune", "", True),
        ("enterprise", "", True),
        ("department", "", False),
        ("district", "", True),
        ("district", "kim-dong", False),
        ("province", "", True),
    ],
)
def test_the_day_of_the_party_congress_is_asked_for(level: str, unit: str, is_asked: bool) -> None:
    conference = HUNG_YEN.conference(level, unit_id=unit, event_days=())
    said = [(Code.EVENT_DAY_MISSING, CLAUSES[level])] if is_asked else []
    assert HUNG_YEN.said(WINDOW, conference) == said


@pytest.mark.parametrize(
    ("day", "is_late"), [(date(2020, 6, 24), False), (date(2020, 6, 25), True)]
)
def test_kim_dong_keeps_the_other_windows(day: date, is_late: bool) -> None:
    conference = HUNG_YEN.conference("district", day, unit_id="kim-dong", event_days=())
    assert HUNG_YEN.said(WINDOW, conference) == ([(AFTER, "II.2.2")] if is_late else [])


PROGRAMME_KEYS = (
    "flag-salute",
    "opening",
    "review-report",
    "speeches",
    "commendation",
    "launch",
    "response",
    "upper-delegates",
    "closing",
)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("key", PROGRAMME_KEYS)
def test_each_of_nine_items_is_required(level: str, key: str) -> None:
    conference = HUNG_YEN.conference(level)
    assert tuple(item.required_key for item in conference.programme) == PROGRAMME_KEYS
    assert not HUNG_YEN.said(PROGRAMME, conference)
    left = replace(conference, programme=without(conference.programme, key))
    assert HUNG_YEN.said(PROGRAMME, left) == [(Code.PROGRAMME_ITEM_MISSING, "II.3")]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("place", range(8))
def test_the_items_stand_in_their_order(level: str, place: int) -> None:
    conference = HUNG_YEN.conference(level)
    turned = replace(conference, programme=exchanged(conference.programme, place))
    assert HUNG_YEN.said(PROGRAMME, turned) == [(Code.PROGRAMME_ITEM_MISPLACED, "II.3")]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("members", "exemplars", "is_low"),
    [(15, 5, False), (15, 4, True), (9, 3, False), (9, 2, True), (4, 2, False), (4, 1, True)],
)
def test_a_third_of_the_presidium_are_exemplars(
    level: str, members: int, exemplars: int, is_low: bool
) -> None:
    conference = HUNG_YEN.conference(level, presidium=presidium(members, exemplars))
    said = [(Code.PRESIDIUM_SHARE_LOW, "II.5")] if is_low else []
    assert HUNG_YEN.said(PRESIDIUM, conference) == said


@pytest.mark.parametrize("level", LEVELS)
def test_who_presides_is_called_as_the_plan_calls_them(level: str) -> None:
    rule = HUNG_YEN.level(level).presidium
    assert rule is not None
    assert rule.name == ("Đoàn Chủ tịch" if level == "province" else "Chủ tọa")
    assert len(rule.make_up) == 3


@pytest.mark.parametrize("level", LEVELS)
def test_plans_are_sent_up_before_the_fifth_of_november(level: str) -> None:
    deadlines = HUNG_YEN.level(level).deadlines
    if level == "province":
        assert deadlines == ()
        return
    (deadline,) = deadlines
    assert (deadline.task, deadline.day) == (TaskKind.PLAN, date(2019, 11, 4))
    assert deadline.addressee == "Ủy ban nhân dân tỉnh Hưng Yên"
    assert deadline.route == "qua Ban Thi đua - Khen thưởng (Sở Nội vụ)"
    assert "trước ngày 05/11/2019" in deadline.words


@pytest.mark.parametrize("level", [one for one in LEVELS if one != "province"])
def test_a_plan_dated_after_its_last_day_is_pointed_out(level: str) -> None:
    late = (Code.ISSUED_AFTER_DEADLINE,)
    in_time = HUNG_YEN.conference(level, issued_on=date(2019, 11, 4))
    assert HUNG_YEN.said(late, in_time) == []
    too_late = HUNG_YEN.conference(level, issued_on=date(2019, 11, 5))
    assert HUNG_YEN.said(late, too_late) == [(*late, "Tổ chức thực hiện")]


GROUPS = (
    "heroes",
    "hero-collectives",
    "hero-mothers",
    "national-soldiers",
    "chosen-exemplars",
    "state-leaders",
    "ministries",
    "province-leaders",
    "party-committee",
    "directors",
    "district-leaders",
)


@pytest.mark.parametrize("key", GROUPS)
def test_each_group_named_for_the_congress_is_missed(key: str) -> None:
    conference = HUNG_YEN.conference("province")
    assert tuple(group.key for group in conference.groups) == GROUPS
    assert not HUNG_YEN.said(MEMBERS, conference)
    left = tuple(
        replace(group, target=0) if group.key == key else group for group in conference.groups
    )
    said = HUNG_YEN.said(MEMBERS, replace(conference, groups=left))
    assert said == [(Code.DELEGATES_ABSENT, "II.2.3")]


def test_delegates_and_invited_are_told_apart() -> None:
    rules = HUNG_YEN.level("province").presence
    kinds = {group.key: group.kind.value for group in HUNG_YEN.level("province").groups}
    for rule in rules:
        invited = rule.words.startswith("đại biểu mời")
        assert kinds[rule.counts[0]] == ("guest" if invited else "exemplar")
    assert len(rules) == 11


def test_no_other_number_hides_in_the_plan() -> None:
    values = {limit.value for level in HUNG_YEN.pack.levels for limit in level.limits}
    assert values == {None, 300, 450}
