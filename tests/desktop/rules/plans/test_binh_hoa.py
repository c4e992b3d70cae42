"""Bình Hòa 2024, row by row: just inside and just outside each rule."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from db.records import Attendance
from desktop.rules.findings import FindingCode as Code
from desktop.rules.findings import Severity
from desktop.rules.make_up import listed
from tests.builders import a_delegate
from tests.desktop.rules.cases import delegates, groups
from tests.desktop.rules.plans.conferences import (
    ATTENDANCE,
    LENGTH,
    LIMITS,
    MEMBERS,
    PROGRAMME,
    SHARES,
    WINDOW,
    Plan,
    Said,
    exchanged,
    on,
    without,
)

BINH_HOA = Plan("binh-hoa-2024")
PLENARY, DELEGATES = Attendance.PLENARY, Attendance.DELEGATES


def test_the_form_has_its_exact_name() -> None:
    (form,) = BINH_HOA.level("commune").forms
    assert form.name == "Hội nghị tuyên dương điển hình tiên tiến"
    wrong = BINH_HOA.conference("commune", form_id="another")
    assert BINH_HOA.said((Code.FORM_UNKNOWN,), wrong) == [(Code.FORM_UNKNOWN, "II.2")]


@pytest.mark.parametrize(
    ("chosen", "said"), [(DELEGATES, []), (PLENARY, [(Code.ATTENDANCE_DIFFERS, "II.2")])]
)
def test_it_is_a_conference_of_delegates(chosen: Attendance, said: Said) -> None:
    assert BINH_HOA.said(ATTENDANCE, BINH_HOA.conference("commune", attendance=chosen)) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2024, 12, 31), [(Code.DAY_BEFORE_WINDOW, "II.2")]),
        (date(2025, 1, 1), []),
        (date(2025, 3, 31), []),
        (date(2025, 4, 1), [(Code.DAY_AFTER_WINDOW, "II.2")]),
    ],
)
def test_the_day_lies_in_the_first_quarter(day: date, said: Said) -> None:
    assert BINH_HOA.said(WINDOW, BINH_HOA.conference("commune", day)) == said


@pytest.mark.parametrize(("sessions", "said"), [(1, []), (2, [(Code.SESSIONS_TOO_MANY, "II.2")])])
def test_one_half_day_is_enough(sessions: int, said: Said) -> None:
    conference = BINH_HOA.conference("commune", sessions=on(*[date(2025, 3, 20)] * sessions))
    assert BINH_HOA.said(LENGTH, conference) == said


@pytest.mark.parametrize(
    ("exemplars", "guests", "said"),
    [(140, 60, []), (141, 60, [(Code.TARGETS_OVER_LIMIT, "II.2")])],
)
def test_at_most_200_take_part(exemplars: int, guests: int, said: Said) -> None:
    conference = BINH_HOA.conference("commune", groups=groups(exemplars, guests))
    assert BINH_HOA.said(LIMITS, conference) == said


@pytest.mark.parametrize(
    ("ungrouped", "said"), [(20, []), (21, [(Code.DELEGATES_OVER_LIMIT, "II.2")])]
)
def test_at_most_200_are_listed(ungrouped: int, said: Said) -> None:
    conference = BINH_HOA.conference("commune", groups=groups(140, 60))
    assert BINH_HOA.said(LIMITS, conference, delegates(126, 54, ungrouped)) == said


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
def test_exemplars_and_guests_stand_at_about_70_to_30(exemplars: int, code: Code | None) -> None:
    conference = BINH_HOA.conference("commune", groups=groups(exemplars, 100 - exemplars))
    found = [one for one in BINH_HOA.findings(conference) if one.code in SHARES]
    assert [(one.code, one.clause) for one in found] == ([(code, "II.2")] if code else [])
    assert all(one.severity is Severity.ADVISORY for one in found)


def test_the_members_that_the_plan_names_are_counted() -> None:
    people = (
        a_delegate(1, honours=("Anh hùng Lực lượng vũ trang nhân dân",)),
        a_delegate(2, honours=("CSTĐ cơ sở",), is_direct_worker=True),
    )
    conference = BINH_HOA.conference("commune", groups=groups(140, 60))
    measures = listed(conference, people, BINH_HOA.pack, ()).measures
    assert {one.rule.words: one.count for one in measures}.items() >= {
        "tập thể, cá nhân Anh hùng Lao động, Anh hùng LLVTND": 1,
        "Chiến sĩ thi đua": 1,
        "công nhân, nông dân, người trực tiếp sản xuất": 1,
    }.items()
    assert not BINH_HOA.said(MEMBERS, conference, people)
    assert len(conference.composition) == 7


PROGRAMME_KEYS = (
    "flag-salute",
    "opening",
    "review-report",
    "speeches",
    "exchange",
    "commendation",
    "launch",
    "response",
    "upper-delegates",
    "closing",
)


@pytest.mark.parametrize("key", PROGRAMME_KEYS)
def test_each_of_ten_items_is_required(key: str) -> None:
    conference = BINH_HOA.conference("commune")
    assert tuple(item.required_key for item in conference.programme) == PROGRAMME_KEYS
    left = replace(conference, programme=without(conference.programme, key))
    assert BINH_HOA.said(PROGRAMME, left) == [(Code.PROGRAMME_ITEM_MISSING, "II.3")]


@pytest.mark.parametrize("place", range(9))
def test_the_items_stand_in_their_order(place: int) -> None:
    conference = BINH_HOA.conference("commune")
    turned = replace(conference, programme=exchanged(conference.programme, place))
    assert BINH_HOA.said(PROGRAMME, turned) == [(Code.PROGRAMME_ITEM_MISPLACED, "II.3")]
