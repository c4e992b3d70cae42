from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from desktop.language import Language, speak
from desktop.rules.diff import changes
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_event import EventText
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import FixedAttendance, LimitRule
from desktop.sentences.pack_changes import change_sentence
from tests.desktop.rules.every_shape import every_shape

PACK = every_shape()
LEVEL = PACK.levels[0]
LIMIT = LEVEL.limits[0]


def a_pack_with(**level_fields: Any) -> RulePack:
    level: Level = msgspec.structs.replace(LEVEL, **level_fields)
    return msgspec.structs.replace(PACK, levels=(level, *PACK.levels[1:]))


def a_pack_with_limit(**fields: Any) -> RulePack:
    limit: LimitRule = msgspec.structs.replace(LIMIT, **fields)
    return a_pack_with(limits=(limit, *LEVEL.limits[1:]))


def said(after: RulePack) -> list[str]:
    return [change_sentence(change) for change in changes(PACK, after)]


LIMIT_WORDS = "Level “Công ty thành viên” › Number of participants “khoảng 120 đại biểu”"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 150}, "Number: 120 → 150"),
        ({"value": None}, "Number: 120 → nothing"),
        ({"is_binding": True}, "Binding: no → yes"),
        ({"bound": Bound.AT_MOST}, "How the number binds: About → At most"),
        ({"attendance": None}, "Only for this attendance: Chosen delegates → nothing"),
    ],
)
def test_a_changed_value_is_said_beside_the_old_one(fields: dict[str, Any], words: str) -> None:
    assert said(a_pack_with_limit(**fields)) == [f"{LIMIT_WORDS} › {words}. (plan, II.1.d)"]


def test_a_kind_of_participants_is_said_by_its_name() -> None:
    (sentence,) = said(a_pack_with_limit(counts=("exemplar", "guest")))
    assert sentence == f"Removed: {LIMIT_WORDS} › Whom it counts “in no group”. (plan, II.1.d)"


def test_a_rule_that_came_is_said_by_the_plans_words() -> None:
    new = LimitRule(clause="II.9", words="ít nhất 20 nữ", value=20, counts=("exemplar",))
    assert said(a_pack_with(limits=(new, *LEVEL.limits))) == [
        "Added: Level “Công ty thành viên” › Number of participants “ít nhất 20 nữ”. (plan, II.9)"
    ]


def test_a_rule_that_went_or_was_exchanged_is_said_by_the_plans_words() -> None:
    attendance = FixedAttendance(
        clause="II.9",
        words="họp toàn thể",
        attendance=LEVEL.attendance.below,  # type: ignore[union-attr]
    )
    (exchanged,) = said(a_pack_with(attendance=attendance))
    assert "Plenary or delegates: “dưới 120 người" in exchanged
    assert "→ “họp toàn thể”. (plan, II.9)" in exchanged
    (gone,) = said(a_pack_with(presidium=None))
    assert gone == "Removed: Level “Công ty thành viên” › Presidium. (plan, II.4)"


def test_a_day_is_said_as_people_write_it() -> None:
    event: EventText = msgspec.structs.replace(LEVEL.events[0], day=date(2030, 5, 2))
    (sentence,) = said(a_pack_with(events=(event, *LEVEL.events[1:])))
    assert sentence.endswith("Day: 20/04/2030 → 02/05/2030. (plan, II.1)")


def test_a_moved_line_is_said_with_both_places() -> None:
    recipients = tuple(reversed(PACK.plan.recipients))
    plan = msgspec.structs.replace(PACK.plan, recipients=recipients)
    assert said(msgspec.structs.replace(PACK, plan=plan)) == [
        "Moved from place 2 to 1: The plan › Recipients “Lưu: VT, TĐKT”."
    ]


def test_rules_that_an_exception_sets_are_said_by_their_words() -> None:
    pilot = msgspec.structs.replace(LEVEL.exceptions[0], windows=None)
    (sentence,) = said(a_pack_with(exceptions=(pilot,)))
    assert "When it is held: “tháng 12/2029” → nothing." in sentence


def test_a_record_without_a_name_is_said_by_its_number() -> None:
    deadline = msgspec.structs.replace(LEVEL.limits[1], words="")
    (sentence,) = said(a_pack_with(limits=(*LEVEL.limits[:1], deadline)))
    assert "Number of participants 2 › In the plan's words: " in sentence


def test_changes_are_said_in_vietnamese_too() -> None:
    speak(Language.VIETNAMESE)
    (sentence,) = said(a_pack_with_limit(value=150))
    way, _, value = sentence.rpartition(" › ")
    assert way == "Cấp “Công ty thành viên” › Số lượng người dự “khoảng 120 đại biểu”"
    assert value == "Số lượng: 120 → 150. (kế hoạch, mục II.1.d)"
