"""Sóc Trăng 2019, row by row: just inside and just outside each rule."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from db.records import Attendance, BirthDate, CommitteeMember, Gender
from desktop.rules.effective import exceptions_of
from desktop.rules.findings import FindingCode as Code
from desktop.rules.findings import Severity
from desktop.rules.make_up import listed
from desktop.rules.pack_event import TaskKind
from tests.builders import a_delegate, ident
from tests.desktop.rules.cases import delegates, groups
from tests.desktop.rules.plans.conferences import (
    APPRAISAL,
    ATTENDANCE,
    LENGTH,
    LIMITS,
    MEMBERS,
    PRESIDIUM,
    PROGRAMME,
    SHARES,
    SUBCOMMITTEES,
    WINDOW,
    Plan,
    Said,
    exchanged,
    on,
    presidium,
    sharing_out,
    without,
)

SOC_TRANG = Plan("soc-trang-2019")
PLENARY, DELEGATES = Attendance.PLENARY, Attendance.DELEGATES
CLAUSES = {
    "commune": "II.2.a",
    "enterprise": "II.2.a",
    "department": "II.2.b",
    "district": "II.2.b",
    "province": "II.2.d",
}
LEVELS = list(CLAUSES)
BASE, UPPER = ["commune", "enterprise"], ["department", "district"]
CONGRESS = "Đại hội thi đua yêu nước tỉnh Sóc Trăng lần thứ V"


@pytest.mark.parametrize("level", LEVELS)
def test_the_form_has_its_exact_name(level: str) -> None:
    (form,) = SOC_TRANG.level(level).forms
    assert form.name == (CONGRESS if level == "province" else "Hội nghị điển hình tiên tiến")
    assert form.clause == CLAUSES[level]
    assert not SOC_TRANG.said((Code.TITLE_WITHOUT_FORM,), SOC_TRANG.conference(level))


@pytest.mark.parametrize("level", [*BASE, *UPPER])
@pytest.mark.parametrize(("ordinal", "is_missed"), [(3, False), (None, True)])
def test_the_title_counts_the_conference(level: str, ordinal: int | None, is_missed: bool) -> None:
    conference = SOC_TRANG.conference(level, ordinal=ordinal)
    said = [(Code.ORDINAL_MISSING, CLAUSES[level])] if is_missed else []
    assert SOC_TRANG.said((Code.ORDINAL_MISSING,), conference) == said
    assert ("lần thứ III (2020-2025)" in conference.title) is not is_missed


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
    conference = SOC_TRANG.conference(level, staff_count=staff, attendance=chosen)
    assert SOC_TRANG.said(ATTENDANCE, conference) == ([(code, "II.2.a")] if code else [])


@pytest.mark.parametrize(
    ("level", "attendance", "exemplars", "guests", "said"),
    [
        *[(level, DELEGATES, 140, 60, []) for level in BASE],
        *[(level, DELEGATES, 141, 60, [(Code.TARGETS_OVER_LIMIT, "II.2.a")]) for level in BASE],
        *[(level, PLENARY, 141, 60, []) for level in BASE],
        *[(level, DELEGATES, 210, 90, []) for level in UPPER],
        *[(level, DELEGATES, 211, 90, [(Code.TARGETS_OVER_LIMIT, "II.2.b")]) for level in UPPER],
        *[(level, PLENARY, 211, 90, [(Code.TARGETS_OVER_LIMIT, "II.2.b")]) for level in UPPER],
    ],
)
def test_at_most_so_many_take_part(
    level: str, attendance: Attendance, exemplars: int, guests: int, said: Said
) -> None:
    conference = SOC_TRANG.conference(
        level, attendance=attendance, groups=groups(exemplars, guests)
    )
    assert SOC_TRANG.said(LIMITS, conference) == said


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (10, []),
        (500, []),
        (501, [(Code.TARGETS_OVER_LIMIT, "II.2.d")]),
    ],
)
def test_at_most_500_take_part_in_the_congress(total: int, said: Said) -> None:
    conference = SOC_TRANG.conference("province")
    conference = replace(conference, groups=sharing_out(conference.groups, total))
    assert SOC_TRANG.said(LIMITS, conference) == said
    (limit,) = SOC_TRANG.level("province").limits
    assert limit.decided_by == "Thường trực Hội đồng Thi đua - Khen thưởng tỉnh đề xuất"


@pytest.mark.parametrize("level", [*BASE, *UPPER])
@pytest.mark.parametrize(
    ("exemplars", "code"),
    [
        (64, Code.TARGETS_SHARE_LOW),
        (65, None),
        (70, None),
        (75, None),
        (76, Code.TARGETS_SHARE_HIGH),
    ],
)
def test_exemplars_and_guests_stand_at_about_70_to_30(
    level: str, exemplars: int, code: Code | None
) -> None:
    conference = SOC_TRANG.conference(level, groups=groups(exemplars, 100 - exemplars))
    found = [one for one in SOC_TRANG.findings(conference) if one.code in SHARES]
    assert [(one.code, one.clause) for one in found] == ([(code, CLAUSES[level])] if code else [])
    assert all(one.severity is Severity.ADVISORY for one in found)


def test_the_list_is_held_against_cap_and_ratio_too() -> None:
    conference = SOC_TRANG.conference("commune", groups=groups(140, 60))
    people = delegates(100, 101)
    assert SOC_TRANG.said(LIMITS, conference, people) == [(Code.DELEGATES_OVER_LIMIT, "II.2.a")]
    assert SOC_TRANG.said(SHARES, conference, people) == [(Code.DELEGATES_SHARE_LOW, "II.2.a")]


@pytest.mark.parametrize("level", UPPER)
def test_whom_the_plan_balances_is_counted(level: str) -> None:
    people = (
        a_delegate(1, gender=Gender.FEMALE, is_direct_worker=True, ethnicity="Kinh"),
        a_delegate(2, ethnicity="Khmer", religion="Phật giáo", birth=BirthDate(year=1990)),
        a_delegate(3, ethnicity="Hoa", religion="Không", birth=BirthDate(year=1989)),
    )
    conference = SOC_TRANG.conference(level, groups=groups(210, 90))
    measures = listed(conference, people, SOC_TRANG.pack, ()).measures
    counted = {one.rule.words: one.count for one in measures}
    assert (
        counted.items()
        >= {
            "cơ cấu lao động trực tiếp": 1,
            "cơ cấu nữ": 1,
            "cơ cấu trẻ": 1,
            "cơ cấu dân tộc": 2,
            "cơ cấu tôn giáo": 1,
        }.items()
    )
    assert not SOC_TRANG.said(MEMBERS, conference, people), "stressed, but never missed"


BEFORE, AFTER = Code.DAY_BEFORE_WINDOW, Code.DAY_AFTER_WINDOW


@pytest.mark.parametrize(
    ("level", "day", "codes"),
    [
        *[(level, date(2019, 12, 31), [BEFORE]) for level in BASE],
        *[(level, date(2020, 1, 1), []) for level in BASE],
        *[(level, date(2020, 3, 31), []) for level in BASE],
        *[(level, date(2020, 4, 1), [AFTER]) for level in BASE],
        *[(level, date(2020, 3, 31), [BEFORE]) for level in UPPER],
        *[(level, date(2020, 4, 1), []) for level in UPPER],
        *[(level, date(2020, 6, 30), []) for level in UPPER],
        *[(level, date(2020, 7, 1), [AFTER]) for level in UPPER],
        ("province", date(2020, 6, 30), [BEFORE, BEFORE]),  # both half-days
        ("province", date(2020, 7, 1), []),
        ("province", date(2020, 9, 30), []),
        ("province", date(2020, 10, 1), [AFTER, AFTER]),
    ],
)
def test_the_day_lies_in_the_window(level: str, day: date, codes: list[Code]) -> None:
    said = SOC_TRANG.said(WINDOW, SOC_TRANG.conference(level, day))
    assert said == [(code, CLAUSES[level]) for code in codes]


PILOTS = {
    "department": "labour-department",
    "enterprise": "lottery-company",
    "district": "chau-thanh",
}


@pytest.mark.parametrize("level", PILOTS)
@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2019, 12, 31), [BEFORE]),
        (date(2020, 1, 1), []),
        (date(2020, 3, 31), []),
        (date(2020, 4, 1), [AFTER]),
    ],
)
def test_a_pilot_is_finished_in_the_first_quarter(level: str, day: date, codes: list[Code]) -> None:
    conference = SOC_TRANG.conference(level, day, unit_id=PILOTS[level])
    assert SOC_TRANG.said(WINDOW, conference) == [(code, "II.2.c") for code in codes]


@pytest.mark.parametrize("level", PILOTS)
def test_a_pilot_may_invite_its_peers_and_waits_for_no_appraisal(level: str) -> None:
    conference = SOC_TRANG.conference(level, unit_id=PILOTS[level])
    (pilot,) = exceptions_of(conference, SOC_TRANG.level(level))
    assert pilot.may_invite_peers
    assert not SOC_TRANG.said(APPRAISAL, conference)


def test_the_pilots_are_named() -> None:
    assert {unit.id: unit.name for unit in SOC_TRANG.pack.units} == {
        "soc-trang": "Tỉnh Sóc Trăng",
        "labour-department": "Sở Lao động - Thương binh và Xã hội",
        "lottery-company": "Công ty TNHH MTV Xổ số Kiến thiết Sóc Trăng",
        "chau-thanh": "Huyện Châu Thành",
    }


@pytest.mark.parametrize(
    ("level", "sessions", "code"),
    [
        *[(level, 1, None) for level in (*BASE, *UPPER)],
        *[(level, 2, Code.SESSIONS_TOO_MANY) for level in (*BASE, *UPPER)],
        ("province", 1, Code.SESSIONS_TOO_FEW),
        ("province", 2, None),
        ("province", 3, Code.SESSIONS_TOO_MANY),
    ],
)
def test_half_a_day_below_and_a_whole_day_for_the_congress(
    level: str, sessions: int, code: Code | None
) -> None:
    day = SOC_TRANG.conference(level).sessions[0].day
    assert day is not None
    conference = SOC_TRANG.conference(level, sessions=on(*[day] * sessions))
    assert SOC_TRANG.said(LENGTH, conference) == ([(code, CLAUSES[level])] if code else [])


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
    conference = SOC_TRANG.conference(level)
    assert tuple(item.required_key for item in conference.programme) == PROGRAMME_KEYS
    assert not SOC_TRANG.said(PROGRAMME, conference)
    left = replace(conference, programme=without(conference.programme, key))
    assert SOC_TRANG.said(PROGRAMME, left) == [(Code.PROGRAMME_ITEM_MISSING, "II.3")]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("place", range(8))
def test_the_items_stand_in_their_order(level: str, place: int) -> None:
    conference = SOC_TRANG.conference(level)
    turned = replace(conference, programme=exchanged(conference.programme, place))
    assert SOC_TRANG.said(PROGRAMME, turned) == [(Code.PROGRAMME_ITEM_MISPLACED, "II.3")]


def test_speeches_may_be_a_talk_or_a_film_and_awards_are_given() -> None:
    items = {item.key: item for item in SOC_TRANG.level("commune").programme.items}
    assert [line.split(" ")[0] for line in items["speeches"].alternatives] == ["Tọa", "Phóng"]
    assert "khen thưởng" in items["commendation"].title


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("members", "code"),
    [
        (4, Code.PRESIDIUM_TOO_FEW),
        (5, None),
        (9, None),
        (10, Code.PRESIDIUM_TOO_MANY),
    ],
)
def test_five_to_nine_preside(level: str, members: int, code: Code | None) -> None:
    conference = SOC_TRANG.conference(level, presidium=presidium(members))
    found = [one for one in SOC_TRANG.findings(conference) if one.code in PRESIDIUM]
    assert [(one.code, one.clause) for one in found] == ([(code, "II.4.c")] if code else [])
    assert all(one.is_binding for one in found)


def test_leaders_heroes_and_exemplars_preside() -> None:
    rule = SOC_TRANG.level("district").presidium
    assert rule is not None
    assert rule.name == "Đoàn Chủ tịch"
    assert rule.make_up == (
        "Lãnh đạo cấp ủy Đảng, chính quyền",
        "Lãnh đạo đoàn thể",
        "Anh hùng, điển hình tiên tiến",
    )


SUBCOMMITTEE_NAMES = ("Tiểu ban Nội dung", "Tiểu ban Tuyên truyền", "Tiểu ban Phục vụ")


def committee(*subcommittees: str) -> tuple[CommitteeMember, ...]:
    return tuple(
        CommitteeMember(id=ident(80 + seat), name="Trần Thị Ước", subcommittee=name)
        for seat, name in enumerate(subcommittees)
    )


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("names", "missed"),
    [
        (SUBCOMMITTEE_NAMES, 0),
        (SUBCOMMITTEE_NAMES[1:], 1),
        (SUBCOMMITTEE_NAMES[:2], 1),
        (("",), 3),
        ((), 0),  # the decision that follows the plan names them
    ],
)
def test_the_committee_has_three_subcommittees(
    level: str, names: tuple[str, ...], missed: int
) -> None:
    conference = SOC_TRANG.conference(level, committee=committee(*names))
    said = SOC_TRANG.said(SUBCOMMITTEES, conference)
    assert said == [(Code.SUBCOMMITTEE_MISSING, "II.3")] * missed


@pytest.mark.parametrize("level", [*BASE, *UPPER])
def test_plan_decision_and_report_have_their_days(level: str) -> None:
    deadlines = {one.id: one for one in SOC_TRANG.level(level).deadlines}
    due = {key: (one.task, one.day, one.days) for key, one in deadlines.items()}
    assert due == {
        "plan": (TaskKind.PLAN, date(2020, 2, 28), None),
        "decision": (TaskKind.DECISION, date(2020, 2, 28), None),
        "report": (TaskKind.REPORT, None, 0),
    }
    assert {one.clause for one in deadlines.values()} == {"III.5"}
    assert {one.addressee for one in deadlines.values()} == {"Sở Nội vụ"}


@pytest.mark.parametrize("level", [*BASE, *UPPER])
def test_a_plan_dated_after_its_last_day_is_pointed_out(level: str) -> None:
    late = (Code.ISSUED_AFTER_DEADLINE,)
    in_time = SOC_TRANG.conference(level, issued_on=date(2020, 2, 28))
    assert SOC_TRANG.said(late, in_time) == []
    too_late = SOC_TRANG.conference(level, issued_on=date(2020, 2, 29))
    assert SOC_TRANG.said(late, too_late) == [(*late, "III.5")]


GROUPS = (
    "leaders",
    "national-soldiers",
    "hero-mothers",
    "heroes",
    "masters",
    "orders",
    "exemplars",
    "department-leaders",
    "district-leaders",
    "guests-and-press",
)


@pytest.mark.parametrize("key", GROUPS)
def test_each_of_ten_groups_of_the_congress_is_missed(key: str) -> None:
    conference = SOC_TRANG.conference("province")
    assert tuple(group.key for group in conference.groups) == GROUPS
    assert not SOC_TRANG.said(MEMBERS, conference)
    left = tuple(
        replace(group, target=0) if group.key == key else group for group in conference.groups
    )
    said = SOC_TRANG.said(MEMBERS, replace(conference, groups=left))
    # heroic mothers come if their health allows
    assert said == ([] if key == "hero-mothers" else [(Code.DELEGATES_ABSENT, "II.2.d")])


def test_the_congress_is_one_of_delegates() -> None:
    plenary = SOC_TRANG.conference("province", attendance=PLENARY)
    assert SOC_TRANG.said(ATTENDANCE, plenary) == [(Code.ATTENDANCE_DIFFERS, "II.2.d")]
