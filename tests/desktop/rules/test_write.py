"""A rule pack as TOML."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from db.records import Attendance
from desktop.rules.load import decode_pack, shipped_packs
from desktop.rules.pack import Appraisal, ExceptionKind, RulePack, UnitException
from desktop.rules.pack_event import EventText, PaperDeadline, SessionRule, TaskKind
from desktop.rules.pack_people import (
    AgeTrait,
    FixedAttendance,
    FlagTrait,
    HonourTrait,
    PersonFlag,
    ThresholdAttendance,
)
from desktop.rules.windows import DatesWindow, EventWindow, MonthPart, MonthsWindow, Side
from desktop.rules.write import encode_pack, encode_tree
from tests.desktop.rules.cases import a_plan, a_unit


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: pack.id)
def test_a_shipped_pack_comes_back_as_it_was(pack: RulePack) -> None:
    assert decode_pack(encode_pack(pack)) == pack
    assert encode_pack(decode_pack(encode_pack(pack))) == encode_pack(pack)


def test_every_tagged_shape_comes_back_as_it_was() -> None:
    pilot = UnitException(
        id="pilot",
        kind=ExceptionKind.PILOT,
        clause="II.3",
        words="chỉ đạo điểm",
        units=("tan-an",),
        attendance=FixedAttendance(clause="", words="-", attendance=Attendance.PLENARY),
        sessions=SessionRule(clause="", words="-", at_least=2, at_most=3),
        windows=(),
        appraisal=Appraisal(addressee="Ban TĐKT tỉnh"),
        may_invite_peers=True,
    )
    pack = a_plan(
        of={
            "units": (a_unit(parent="tan-an-cu"), a_unit("tan-an-cu", 'Xã "Tân An" \\ cũ')),
            "traits": (
                FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN),
                HonourTrait(key="heroes", name="Anh hùng", any_of=("AHLĐ", "AHLLVT")),
                AgeTrait(key="young", name="Trẻ", at_least=0, at_most=35),
            ),
        },
        attendance=ThresholdAttendance(
            clause="II", words="từ 120 trở lên", threshold=120, below=Attendance.PLENARY,
            at=Attendance.DELEGATES, above=Attendance.DELEGATES,
        ),
        events=(EventText(key="congress", name="Đại hội", day=date(2020, 2, 29)),),
        windows=(
            MonthsWindow(
                clause="II", words="-", first="2029-12", last="2030-01", part=MonthPart.LATE
            ),
            DatesWindow(clause="II", words="-", last=date(2030, 1, 1), is_binding=False),
            EventWindow(clause="II", words="-", event="congress", side=Side.AFTER, at_most_days=30),
        ),
        deadlines=(
            PaperDeadline(
                id="plan", clause="V", words="-", paper="Kế hoạch", days=-10, task=TaskKind.PLAN,
                event="congress",
            ),
        ),
        exceptions=(pilot,),
    )  # fmt: skip
    assert decode_pack(encode_pack(pack)) == pack


def test_what_is_at_its_default_is_left_out() -> None:
    tree = tomllib.loads(encode_pack(a_plan(of={"source": ""})).decode())
    assert "source" not in tree
    assert "is_binding" not in tree["levels"][0]["limits"][0]
    assert (tree["format"], tree["format_version"]) == ("hoinghi-rulepack", 1)


def test_a_pack_that_is_still_being_written_can_be_laid_out() -> None:
    tree = {"id": "Chưa đúng", "levels": [], "issued_on": date(2025, 1, 2), "note": "hai\ndòng"}
    assert tomllib.loads(encode_tree(tree).decode()) == tree
    assert encode_tree({}) == b""
