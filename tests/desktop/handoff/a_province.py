"""A plan that names a province with its communes, and what they handed over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from msgspec.structs import replace

from db.received import RECEIVED, ReceivedBundle
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack, Unit
from desktop.rules.pack_event import PaperDeadline, TaskKind
from tests.builders import ident

NAMES = ("Xã Bình Hòa", "Xã Ea Na", "Xã Dray Sáp", "Xã Quảng Điền")
DUE = date(2025, 1, 10)


def a_plan(due: date | None = DUE) -> RulePack:
    """Make a plan of one province with four communes, whose plans are due on a day."""
    pack = next(one for one in shipped_packs() if one.id == "binh-hoa-2024")
    deadline = PaperDeadline(
        id="ke-hoach",
        task=TaskKind.PLAN,
        paper="Kế hoạch tổ chức hội nghị",
        clause="V.2",
        words="gửi kế hoạch trước ngày 11/01/2025",
        day=due,
    )
    level = replace(pack.levels[0], deadlines=(deadline,) if due is not None else ())
    top = Unit(id="dak-lak", name="Tỉnh Đắk Lắk", level=level.id)
    communes = tuple(
        Unit(id=f"xa-{number}", name=name, level=level.id, parent=top.id)
        for number, name in enumerate(NAMES, start=1)
    )
    return replace(pack, version=90, levels=(level,), units=(top, *communes))


def held(number: int = 1, sender: int = 1, **fields: Any) -> ReceivedBundle:
    """Make the head of a bundle that a commune handed over."""
    defaults: dict[str, Any] = {
        "id": 100 * sender + number,
        "sender_id": ident(sender),
        "subject_id": ident(50 + sender),
        "number": number,
        "content_sha512": f"{number:0128x}",
        "key_number": 1,
        "sender_name": f"Ủy ban nhân dân {NAMES[sender - 1]}",
        "sealed_on": date(2025, 1, 5),
        "title": "Hội nghị điển hình tiên tiến",
        "pack_id": "binh-hoa-2024",
        "people": 30,
        "received_at": datetime(2025, 1, 6, 5, tzinfo=UTC),
        "verdict": RECEIVED,
        "is_current": True,
    }
    return ReceivedBundle(**(defaults | fields))
