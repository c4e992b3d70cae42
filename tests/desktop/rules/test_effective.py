"""The rules of a level, as the exceptions of one unit change them."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from db.records import Attendance
from desktop.rules.effective import exceptions_of, level_of
from desktop.rules.pack import ExceptionKind, Level, RulePack, UnitException
from desktop.rules.pack_event import CommitteeRule, PaperDeadline, PresidiumRule, SessionRule
from desktop.rules.pack_people import (
    EligibilityRule,
    FixedAttendance,
    HoldingRule,
    LimitRule,
    PresenceRule,
    QuotaRule,
    ShareRule,
    UnitQuota,
)
from desktop.rules.windows import DatesWindow
from tests.desktop.rules.cases import a_plan, a_sound_conference, a_unit, binh_hoa

WINDOW = DatesWindow(clause="V", words="trước 25/6", last=date(2025, 6, 24))
SAID: dict[str, Any] = {"clause": "II", "words": "-"}

LISTS: dict[str, Any] = {
    "windows": DatesWindow(id="rule", last=date(2025, 6, 24), **SAID),
    "limits": LimitRule(id="rule", value=9, counts=("guest",), **SAID),
    "shares": ShareRule(id="rule", share="9%", counts=("guest",), base=("guest",), **SAID),
    "presence": PresenceRule(id="rule", counts=("guest",), **SAID),
    "eligibility": EligibilityRule(id="rule", of=("guest",), any_of=("exemplar",), **SAID),
    "quotas": QuotaRule(id="rule", units=(UnitQuota(unit="tan-an"),), **SAID),
    "deadlines": PaperDeadline(id="rule", paper="KH", day=date(2025, 1, 1), **SAID),
}
SINGLES: dict[str, Any] = {
    "holding": HoldingRule(id="rule", at_least=5, **SAID),
    "attendance": FixedAttendance(id="rule", attendance=Attendance.PLENARY, **SAID),
    "sessions": SessionRule(id="rule", at_most=2, **SAID),
    "presidium": PresidiumRule(id="rule", **SAID),
    "committee": CommitteeRule(id="rule", **SAID),
}


def an_exception(exception_id: str = "pilot", **fields: Any) -> UnitException:
    return UnitException(id=exception_id, **(SAID | {"units": ("tan-an",)} | fields))


def with_exceptions(*exceptions: UnitException, **level_fields: Any) -> RulePack:
    units = (a_unit(), a_unit("hoa-an", "Xã Hòa An"))
    return a_plan(of={"units": units}, exceptions=exceptions, **level_fields)


def rules_of(pack: RulePack, **conference: Any) -> Level:
    level = level_of(a_sound_conference(**conference), pack)
    assert level is not None
    return level


def test_without_a_pack_or_a_level_of_it_no_rules_hold() -> None:
    assert level_of(a_sound_conference(), None) is None
    assert level_of(a_sound_conference(level_id="province"), binh_hoa()) is None
    assert level_of(a_sound_conference(level_id=""), binh_hoa()) is None


def test_without_an_exception_the_level_is_as_the_plan_has_it() -> None:
    pack = with_exceptions(an_exception(windows=(WINDOW,)))
    assert rules_of(pack) is pack.levels[0]
    assert rules_of(pack, unit_id="hoa-an") is pack.levels[0]
    assert rules_of(pack, exception_id="unheard-of") is pack.levels[0]


def test_an_exception_changes_what_it_names_and_nothing_else() -> None:
    pack = with_exceptions(an_exception(windows=(WINDOW,)))
    rules = rules_of(pack, unit_id="tan-an")
    assert rules == msgspec.structs.replace(pack.levels[0], windows=(WINDOW,))


@pytest.mark.parametrize("field", ["attendance", "sessions", "windows", "limits", "shares"])
def test_each_field_of_an_exception_stands_in_the_place_of_the_levels(field: str) -> None:
    rule = SINGLES[field] if field in SINGLES else (LISTS[field],)
    changing = msgspec.structs.replace(an_exception(), **{field: rule})
    rules = rules_of(with_exceptions(changing), unit_id="tan-an")
    assert getattr(rules, field) == rule


def test_an_empty_list_means_that_there_are_no_such_rules() -> None:
    rules = rules_of(with_exceptions(an_exception(limits=(), windows=())), unit_id="tan-an")
    assert (rules.limits, rules.windows) == ((), ())
    assert rules.shares == binh_hoa().levels[0].shares


@pytest.mark.parametrize("field", LISTS)
def test_a_rule_of_a_list_is_lifted_and_its_neighbours_stay(field: str) -> None:
    lifted = LISTS[field]
    kept = msgspec.structs.replace(lifted, id="" if field != "deadlines" else "other")
    pack = with_exceptions(an_exception(lifts=("rule",)), **{field: (kept, lifted, kept)})
    assert getattr(rules_of(pack, unit_id="tan-an"), field) == (kept, kept)


@pytest.mark.parametrize("field", SINGLES)
def test_a_rule_that_stands_alone_is_lifted(field: str) -> None:
    lifting = an_exception(lifts=("rule",))
    other = an_exception(lifts=("other-rule",))
    pack = with_exceptions(lifting, **{field: SINGLES[field]})
    assert getattr(rules_of(pack, unit_id="tan-an"), field) is None
    pack = with_exceptions(other, **{field: SINGLES[field]})
    assert getattr(rules_of(pack, unit_id="tan-an"), field) == SINGLES[field]


def test_an_exception_may_be_given_to_a_unit_that_the_plan_does_not_name() -> None:
    pilot = an_exception(units=(), kind=ExceptionKind.PILOT, windows=(WINDOW,))
    pack = with_exceptions(pilot)
    assert exceptions_of(a_sound_conference(exception_id="pilot"), pack.levels[0]) == (pilot,)
    assert exceptions_of(a_sound_conference(), pack.levels[0]) == ()
    assert rules_of(pack, exception_id="pilot").windows == (WINDOW,)


def test_an_exception_given_to_the_unit_it_names_holds_once() -> None:
    exception = an_exception()
    conference = a_sound_conference(unit_id="tan-an", exception_id="pilot")
    assert exceptions_of(conference, with_exceptions(exception).levels[0]) == (exception,)


def test_an_exception_that_names_its_units_cannot_be_given_to_another() -> None:
    pack = with_exceptions(an_exception(windows=(WINDOW,)))
    assert rules_of(pack, exception_id="pilot") is pack.levels[0]
    assert rules_of(pack, unit_id="hoa-an", exception_id="pilot") is pack.levels[0]


def test_of_two_exceptions_the_later_has_the_last_word() -> None:
    later = msgspec.structs.replace(WINDOW, words="trong tháng 6")
    pack = with_exceptions(
        an_exception(windows=(WINDOW,), limits=()),
        an_exception("second", windows=(later,)),
    )
    rules = rules_of(pack, unit_id="tan-an")
    assert (rules.windows, rules.limits) == ((later,), ())
