"""A plan with the rules that Bình Hòa's own does not need, for windows and papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from db.records import Attendance
from desktop.rules.load import shipped_pack
from desktop.rules.pack import Appraisal, ExceptionKind, RulePack, Unit, UnitException
from desktop.rules.pack_event import CommitteeRule, DocumentForm, EventText, PresidiumRule
from desktop.rules.pack_people import ThresholdAttendance
from desktop.rules.windows import EventWindow, QuarterWindow, Side

THRESHOLD = ThresholdAttendance(
    clause="II.2",
    words="dưới 100 người thì toàn thể",
    counted="cán bộ",
    threshold=100,
    below=Attendance.PLENARY,
    above=Attendance.DELEGATES,
)
PRESIDIUM = PresidiumRule(clause="4.c", words="từ 5 đến 9 người", at_least=5, at_most=9)
COMMITTEE = CommitteeRule(
    clause="3",
    words="Ban Tổ chức và 03 Tiểu ban",
    subcommittees=("Tiểu ban Nội dung", "Tiểu ban Tuyên truyền", "Tiểu ban Phục vụ"),
)
EVENT = EventText(key="party-congress", name="Đại hội Đảng bộ xã <b>&</b>")
BEFORE_IT = EventWindow(
    clause="II.3", words="trước đại hội Đảng cùng cấp", event="party-congress", side=Side.BEFORE
)
PILOT = UnitException(
    id="pilot",
    kind=ExceptionKind.PILOT,
    clause="II.4",
    words="chỉ đạo điểm, xong trước",
    units=("pilot-commune",),
    windows=(QuarterWindow(clause="II.4", words="quý IV/2024", year=2024, quarter=4),),
    appraisal=Appraisal(addressee="Sở Nội vụ", words="gửi thẩm định trước"),
)
NAMED_LATER = UnitException(id="named-later", clause="II.5", words="một xã làm điểm")


def a_wide_pack(**level_fields: Any) -> RulePack:
    """Give Bình Hòa's plan a threshold, units with exceptions, an event, presidium, committee."""
    pack = shipped_pack("binh-hoa-2024")
    assert pack is not None
    level = replace(
        pack.levels[0],
        attendance=THRESHOLD,
        events=(EVENT,),
        windows=(*pack.levels[0].windows, BEFORE_IT),
        presidium=PRESIDIUM,
        committee=COMMITTEE,
        exceptions=(PILOT, NAMED_LATER),
        document=DocumentForm(kind="Hướng dẫn", abbreviation="HD"),
    )
    return replace(
        pack,
        id="wide-plan",
        units=(
            Unit(id="pilot-commune", name="Xã Điểm", level="commune"),
            Unit(id="other-commune", name="Xã Khác", level="commune"),
        ),
        levels=(replace(level, **level_fields),),
    )


CONGRESS = date(2025, 3, 25)
