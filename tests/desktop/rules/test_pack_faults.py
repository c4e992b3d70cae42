"""What types alone cannot say of a rule pack."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
import pytest

from db.records import Attendance, GroupKind, Period
from desktop.paths import resource
from desktop.rules.load import shipped_packs
from desktop.rules.pack import Cycle, RulePack, UnitException, Validity
from desktop.rules.pack_event import (
    CommitteeRule,
    EventText,
    Form,
    PaperDeadline,
    PresidiumRule,
    ProgrammeRule,
    ProgrammeRuleItem,
    SessionRule,
)
from desktop.rules.pack_faults import faults
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import (
    AgeTrait,
    EligibilityRule,
    FixedAttendance,
    FlagTrait,
    GroupText,
    HoldingRule,
    HonourTrait,
    LimitRule,
    PersonFlag,
    PresenceRule,
    QuotaMethod,
    QuotaRule,
    ShareRule,
    UnitQuota,
)
from desktop.rules.pack_texts import Lines, Texts
from desktop.rules.windows import DatesWindow, EventWindow, MonthsWindow, Side
from desktop.sentences.pack_refusals import PACK_REFUSALS
from tests.desktop.rules.cases import a_plan, a_unit, binh_hoa

SAID: dict[str, Any] = {"clause": "II", "words": "lời"}
DAY, NEXT_DAY = date(2025, 3, 1), date(2025, 3, 2)
CONGRESS = EventText(key="congress", name="Đại hội Đảng")
UNITS = (a_unit("a", "Xã A"), a_unit("b", "Xã B"))
WOMEN = FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN)
HEROES = HonourTrait(key="heroes", name="Anh hùng", any_of=("Anh hùng Lao động",))
X = ("x",)
REVERSED_DATES = DatesWindow(first=NEXT_DAY, last=DAY, **SAID)
OPEN_DATES = DatesWindow(**SAID)


def beside(event: str = "congress", **fields: Any) -> EventWindow:
    return EventWindow(event=event, side=Side.BEFORE, **(SAID | fields))


def a_limit(**fields: Any) -> LimitRule:
    return LimitRule(**(SAID | {"value": 5, "counts": ("guest",)} | fields))


def a_share(**fields: Any) -> ShareRule:
    return ShareRule(**(SAID | {"share": "5%", "counts": ("guest",), "base": ("guest",)} | fields))


def a_quota(*units: tuple[str, int], **fields: Any) -> QuotaRule:
    shared = fields.get("method") is QuotaMethod.SHARED
    return QuotaRule(
        units=tuple(
            UnitQuota(unit=unit, base=number if shared else 0, places=0 if shared else number)
            for unit, number in units
        ),
        **(SAID | fields),
    )


def a_deadline(deadline_id: str = "plan", **fields: Any) -> PaperDeadline:
    return PaperDeadline(id=deadline_id, paper="Kế hoạch", **(SAID | fields))


def an_exception(exception_id: str = "pilot", **fields: Any) -> UnitException:
    return UnitException(id=exception_id, **(SAID | fields))


def a_group(key: str) -> GroupText:
    return GroupText(key=key, name="Nhóm", kind=GroupKind.EXEMPLAR)


def an_item(key: str, title: str = "Chào cờ") -> ProgrammeRuleItem:
    return ProgrammeRuleItem(key=key, title=title)


def a_cycle(first: int, last: int, launched_last: int = 2030) -> Cycle:
    return Cycle(
        reviewed=Period(first_year=first, last_year=last),
        launched=Period(first_year=2025, last_year=launched_last),
    )


def faults_of(of: dict[str, Any], level: dict[str, Any]) -> list[tuple[str, str, str]]:
    defaults = {"units": UNITS, "traits": (WOMEN,)}
    return list(faults(a_plan(of=defaults | of, **({"events": (CONGRESS,)} | level))))


OF_THE_PLAN: list[tuple[dict[str, Any], Sequence[tuple[str, str, str]]]] = [
    ({"units": (UNITS[0], UNITS[0])}, [("units[1]", "pack-double-id", "a")]),
    ({"traits": (WOMEN, WOMEN)}, [("traits[1]", "pack-double-id", "women")]),
    ({"units": (a_unit(level="province"),)}, [("units[0].level", "pack-unknown-key", "province")]),
    ({"units": (a_unit(parent="huyen"),)}, [("units[0].parent", "pack-unknown-key", "huyen")]),
    ({"units": (a_unit("a", parent="a"),)}, [("units[0].parent", "pack-units-in-a-ring", "a")]),
    (
        {"units": (a_unit("a", parent="b"), a_unit("b", parent="c"), a_unit("c", parent="b"))},
        [
            ("units[1].parent", "pack-units-in-a-ring", "b"),
            ("units[2].parent", "pack-units-in-a-ring", "c"),
        ],
    ),
    ({"units": (a_unit("a", parent="b"), a_unit("b", parent="c"), a_unit("c"))}, []),
    ({"cycle": a_cycle(2025, 2020)}, [("cycle.reviewed", "pack-reversed", "2025-2020")]),
    ({"cycle": a_cycle(2025, 2025)}, []),
    (
        {"cycle": a_cycle(2020, 2025, 2024)},
        [("cycle.launched", "pack-reversed", "2025-2024")],
    ),
    (
        {"validity": Validity(first=NEXT_DAY, last=DAY)},
        [("validity", "pack-reversed", "2025-03-02 - 2025-03-01")],
    ),
    ({"validity": Validity(first=DAY, last=DAY)}, []),
    ({"validity": Validity(last=DAY)}, []),
    (
        {"traits": (FlagTrait(key="guest", name="-", flag=PersonFlag.WOMAN),)},
        [("traits[0].key", "pack-double-id", "guest")],
    ),
    (
        {"traits": (WOMEN, AgeTrait(key="old", name="Cao tuổi"))},
        [("traits[1]", "pack-open-age", "old")],
    ),
    ({"traits": (AgeTrait(key="old", name="-", at_least=60), HEROES)}, []),
    ({"traits": (AgeTrait(key="young", name="-", at_most=35),)}, []),
]


@pytest.mark.parametrize(("of", "wanted"), OF_THE_PLAN)
def test_a_fault_of_the_plan_is_found_at_its_key(
    of: dict[str, Any], wanted: Sequence[tuple[str, str, str]]
) -> None:
    assert faults_of(of, {}) == list(wanted)


def test_a_level_given_twice_is_found() -> None:
    (level,) = a_plan(of={}).levels
    assert list(faults(a_plan(of={"levels": (level, level)}))) == [
        ("levels[1]", "pack-double-id", "commune")
    ]


OF_A_LEVEL: list[tuple[dict[str, Any], Sequence[tuple[str, str, str]]]] = [
    (
        {"forms": (Form(id="x", name="A"), Form(id="y", name="B"), Form(id="x", name="C"))},
        [("forms[2]", "pack-double-id", "x")],
    ),
    ({"events": (CONGRESS, CONGRESS)}, [("events[1]", "pack-double-id", "congress")]),
    (
        {"programme": ProgrammeRule(items=(an_item("flag"), an_item("flag")))},
        [("programme.items[1]", "pack-double-id", "flag")],
    ),
    (
        {"deadlines": (a_deadline(day=DAY), a_deadline(days=-3))},
        [("deadlines[1]", "pack-double-id", "plan")],
    ),
    (
        {"exceptions": (an_exception(), an_exception())},
        [("exceptions[1]", "pack-double-id", "pilot")],
    ),
    # groups
    ({"groups": (a_group("a"), a_group("a"))}, [("groups[1].key", "pack-double-id", "a")]),
    ({"groups": (a_group("women"),)}, [("groups[0].key", "pack-double-id", "women")]),
    ({"groups": (a_group("ungrouped"),)}, [("groups[0].key", "pack-double-id", "ungrouped")]),
    ({"groups": (a_group(""), a_group(""))}, []),
    # length, holding
    (
        {"sessions": SessionRule(at_least=3, at_most=2, **SAID)},
        [("sessions", "pack-reversed", "3-2")],
    ),
    ({"sessions": SessionRule(at_least=2, at_most=2, **SAID)}, []),
    ({"sessions": None, "presidium": None, "committee": None, "holding": None}, []),
    (
        {"holding": HoldingRule(units=("a", "z"), **SAID)},
        [("holding.units", "pack-unknown-key", "z")],
    ),
    ({"holding": HoldingRule(at_least=5, **SAID)}, []),
    # windows
    ({"windows": (REVERSED_DATES,)}, [("windows[0]", "pack-reversed", "2025-03-02 - 2025-03-01")]),
    (
        {"windows": (MonthsWindow(first="2025-03", last="2025-02", **SAID),)},
        [("windows[0]", "pack-reversed", "2025-03-01 - 2025-02-28")],
    ),
    ({"windows": (OPEN_DATES,)}, [("windows[0]", "pack-window-open", "lời")]),
    ({"windows": (DatesWindow(first=DAY, last=DAY, **SAID),)}, []),
    ({"windows": (beside("tet"),)}, [("windows[0].event", "pack-unknown-key", "tet")]),
    (
        {"windows": (beside(at_least_days=5, at_most_days=4),)},
        [("windows[0]", "pack-reversed", "5-4")],
    ),
    ({"windows": (beside(at_least_days=5, at_most_days=5), beside(at_least_days=9))}, []),
    # limits and shares
    (
        {"limits": (a_limit(), a_limit(counts=("guest", "youth")))},
        [("limits[1].counts", "pack-unknown-key", "youth")],
    ),
    ({"limits": (a_limit(value=None),)}, [("limits[0].value", "pack-limit-value", "lời")]),
    ({"limits": (a_limit(bound=Bound.OPEN),)}, [("limits[0].value", "pack-limit-value", "lời")]),
    ({"limits": (a_limit(bound=Bound.OPEN, value=None), a_limit(value=0))}, []),
    ({"limits": (a_limit(counts=("women", "guest", "ungrouped")),)}, []),
    ({"limits": (a_limit(counts=("nhom-a",)),), "groups": (a_group("nhom-a"),)}, []),
    ({"shares": (a_share(share="101%"),)}, [("shares[0].share", "pack-share-over-one", "101%")]),
    ({"shares": (a_share(share="4/3"),)}, [("shares[0].share", "pack-share-over-one", "4/3")]),
    ({"shares": (a_share(share="100%", tolerance="100%"),)}, []),
    (
        {"shares": (a_share(tolerance="3/2"),)},
        [("shares[0].tolerance", "pack-share-over-one", "3/2")],
    ),
    (
        {"shares": (a_share(counts=("x",), base=("y", "women")),)},
        [
            ("shares[0].counts", "pack-unknown-key", "x"),
            ("shares[0].base", "pack-unknown-key", "y"),
        ],
    ),
    ({"shares": (a_share(bound=Bound.OPEN),)}, [("shares[0].bound", "pack-share-open", "lời")]),
    # people
    (
        {"presence": (PresenceRule(counts=("x",), **SAID),)},
        [("presence[0].counts", "pack-unknown-key", "x")],
    ),
    (
        {"eligibility": (EligibilityRule(of=("x",), any_of=("y",), **SAID),)},
        [
            ("eligibility[0].of", "pack-unknown-key", "x"),
            ("eligibility[0].any_of", "pack-unknown-key", "y"),
        ],
    ),
    # quotas
    (
        {"quotas": (a_quota(("a", 1), counts=("x",)),)},
        [("quotas[0].counts", "pack-unknown-key", "x")],
    ),
    (
        {"quotas": (a_quota(("a", 1), ("a", 1), total=9),)},
        [("quotas[0].units[1]", "pack-double-id", "a")],
    ),
    (
        {"quotas": (a_quota(("a", 1), ("z", 1)),)},
        [("quotas[0].units[1].unit", "pack-unknown-key", "z")],
    ),
    (
        {"quotas": (a_quota(("a", 1), method=QuotaMethod.SHARED),)},
        [("quotas[0].total", "pack-quota-total", "lời")],
    ),
    (
        {"quotas": (a_quota(("a", 1), ("b", 1), method=QuotaMethod.SHARED, total=5, floor=3),)},
        [("quotas[0].floor", "pack-quota-floor", "5")],
    ),
    (
        {"quotas": (a_quota(("a", 0), ("b", 0), method=QuotaMethod.SHARED, total=5),)},
        [("quotas[0].floor", "pack-quota-floor", "5")],
    ),
    (
        {"quotas": (a_quota(("a", 4), ("b", 5), total=10),)},
        [("quotas[0].total", "pack-quota-sum", "9/10")],
    ),
    ({"quotas": (a_quota(("a", 4), ("b", 5)), a_quota(("a", 4), ("b", 5), total=9))}, []),
    ({"quotas": (a_quota(("a", 7), ("b", 2), method=QuotaMethod.SHARED, total=100),)}, []),
    # committees
    (
        {"presidium": PresidiumRule(at_least=9, at_most=5, **SAID)},
        [("presidium", "pack-reversed", "9-5")],
    ),
    (
        {"presidium": PresidiumRule(share="3/2", **SAID)},
        [("presidium.share", "pack-share-over-one", "3/2")],
    ),
    (
        {"presidium": PresidiumRule(share_bound=Bound.OPEN, **SAID)},
        [("presidium.share_bound", "pack-share-open", "lời")],
    ),
    ({"presidium": PresidiumRule(at_least=5, at_most=5, share="1/3", **SAID)}, []),
    ({"presidium": PresidiumRule(at_most=5, **SAID)}, []),
    # deadlines
    ({"deadlines": (a_deadline(),)}, [("deadlines[0]", "pack-deadline-day", "plan")]),
    (
        {"deadlines": (a_deadline(day=DAY, days=0),)},
        [("deadlines[0]", "pack-deadline-day", "plan")],
    ),
    (
        {"deadlines": (a_deadline(days=-3, event="tet"),)},
        [("deadlines[0].event", "pack-unknown-key", "tet")],
    ),
    ({"deadlines": (a_deadline(days=0), a_deadline("two", days=-3, event="congress"))}, []),
    # exceptions
    (
        {"exceptions": (an_exception(units=("a", "z")),)},
        [("exceptions[0].units", "pack-unknown-key", "z")],
    ),
    (
        {"exceptions": (an_exception(lifts=("cap",)),)},
        [("exceptions[0].lifts", "pack-unknown-key", "cap")],
    ),
    (
        {"exceptions": (an_exception(lifts=("",)),)},
        [("exceptions[0].lifts", "pack-unknown-key", "")],
    ),
    (
        {"exceptions": (an_exception(windows=(OPEN_DATES, beside("tet"))),)},
        [
            ("exceptions[0].windows[0]", "pack-window-open", "lời"),
            ("exceptions[0].windows[1].event", "pack-unknown-key", "tet"),
        ],
    ),
    (
        {"exceptions": (an_exception(limits=(a_limit(value=None),), shares=(a_share(base=X),)),)},
        [
            ("exceptions[0].limits[0].value", "pack-limit-value", "lời"),
            ("exceptions[0].shares[0].base", "pack-unknown-key", "x"),
        ],
    ),
    (
        {"exceptions": (an_exception(sessions=SessionRule(at_least=3, at_most=2, **SAID)),)},
        [("exceptions[0].sessions", "pack-reversed", "3-2")],
    ),
    ({"exceptions": (an_exception(sessions=SessionRule(at_most=2, **SAID)),)}, []),
    # texts
    (
        {"texts": Texts(bases=Lines(lines=("{unit}", "{nonsense}")))},
        [("texts.bases.lines[1]", "pack-unknown-placeholder", "nonsense")],
    ),
    *(
        (
            {"texts": Texts(title=text)},
            [("texts.title", "pack-stray-brace", text)],
        )
        for text in ("{unit", "unit}", "{form} {unit", "{{unit}}")
    ),
    ({"texts": Texts(title="{form} {unit}")}, []),
    (
        {"programme": ProgrammeRule(items=(an_item("flag", "Chào cờ {}"),))},
        [("programme.items[0].title", "pack-unknown-placeholder", "")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("level", "wanted"), OF_A_LEVEL)
def test_a_fault_of_a_level_is_found_at_its_key(
    level: dict[str, Any], wanted: Sequence[tuple[str, str, str]]
) -> None:
    assert faults_of({}, level) == [
        (f"levels[0].{key}", reason, value) for key, reason, value in wanted
    ]


@pytest.mark.parametrize(
    "level",
    [
        {"windows": (DatesWindow(id="it", first=DAY, **SAID),)},
        {"limits": (a_limit(id="it"),)},
        {"shares": (a_share(id="it"),)},
        {"presence": (PresenceRule(id="it", counts=("guest",), **SAID),)},
        {"eligibility": (EligibilityRule(id="it", of=("guest",), any_of=("women",), **SAID),)},
        {"quotas": (a_quota(("a", 1), id="it"),)},
        {"deadlines": (a_deadline("it", days=1),)},
        {"holding": HoldingRule(id="it", **SAID)},
        {"attendance": FixedAttendance(id="it", attendance=Attendance.PLENARY, **SAID)},
        {"sessions": SessionRule(id="it", at_most=1, **SAID)},
        {"presidium": PresidiumRule(id="it", **SAID)},
        {"committee": CommitteeRule(id="it", **SAID)},
    ],
)
def test_an_exception_may_lift_a_rule_of_any_kind(level: dict[str, Any]) -> None:
    assert faults_of({}, level | {"exceptions": (an_exception(lifts=("it",)),)}) == []


@pytest.mark.parametrize(
    ("key", "level"),
    [
        ("holding.units", {"holding": HoldingRule(units=("a", "d"), **SAID)}),
        ("exceptions[0].units", {"exceptions": (an_exception(units=("d", "a")),)}),
    ],
)
def test_a_rule_for_units_of_another_level_is_found(key: str, level: dict[str, Any]) -> None:
    units = (*UNITS, a_unit("d", "Sở D", level="department"))
    pack = a_plan(of={"units": units}, **level)
    department = msgspec.structs.replace(binh_hoa().levels[0], id="department")
    both = msgspec.structs.replace(pack, levels=(*pack.levels, department))
    assert list(faults(both)) == [(f"levels[0].{key}", "pack-unit-of-other-level", "d")]
    assert "pack-unit-of-other-level" in PACK_REFUSALS


def test_the_packs_that_come_with_the_program_have_no_fault() -> None:
    assert [fault for pack in shipped_packs() for fault in faults(pack)] == []


def test_every_reason_has_its_sentence() -> None:
    cases = [*OF_THE_PLAN, *OF_A_LEVEL]
    assert {reason for _, wanted in cases for _, reason, _ in wanted} <= PACK_REFUSALS.keys()


def test_a_long_chain_of_units_is_no_ring() -> None:
    units = tuple(a_unit(f"u{n}", parent=f"u{n + 1}") for n in range(20_000))
    assert faults_of({"units": (*units, a_unit("u20000"))}, {}) == []


def test_a_key_at_fault_is_one_of_the_file() -> None:
    tree = tomllib.loads(resource("rulepacks", "binh-hoa-2024.toml").read_text("utf-8"))
    tree["levels"][0]["windows"].append({"kind": "dates", "clause": "V", "words": "khi nào"})
    pack = msgspec.convert(tree, RulePack)
    assert list(faults(pack)) == [("levels[0].windows[1]", "pack-window-open", "khi nào")]
