"""A province with a district, communes and a department, and what they hand over."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from db.records import (
    BirthDate,
    Candidate,
    ChoiceOutcome,
    Conference,
    ConferenceFile,
    Delegate,
    Office,
    Session,
)
from desktop.handoff.consolidation.received import Received
from desktop.rules.load import shipped_pack
from desktop.rules.pack import RulePack, Unit
from desktop.rules.pack_people import QuotaRule, UnitQuota
from tests.builders import a_conference, a_delegate, an_office, ident

DUE = date(2020, 2, 28)  # of plan and decision, in Sóc Trăng's plan
TODAY = date(2020, 3, 10)
UNITS = (
    Unit(id="soc-trang", name="Tỉnh Sóc Trăng", level="province"),
    Unit(id="chau-thanh", name="Huyện Châu Thành", level="district", parent="soc-trang"),
    Unit(id="an-hiep", name="Xã An Hiệp", level="commune", parent="chau-thanh"),
    Unit(id="phu-tam", name="Xã Phú Tâm", level="commune", parent="chau-thanh"),
    Unit(
        id="labour-department",
        name="Sở Lao động - Thương binh và Xã hội",
        level="department",
        parent="soc-trang",
    ),
)
QUOTAS = QuotaRule(
    clause="III.1",
    words="theo số lượng được phân bổ",
    units=(
        UnitQuota(unit="chau-thanh", places=3, alternates=1),
        UnitQuota(unit="an-hiep", places=2),
        UnitQuota(unit="phu-tam", places=1),
    ),
)


def the_pack() -> RulePack:
    """Sóc Trăng's plan with a tree of units and places at the provincial congress."""
    pack = shipped_pack("soc-trang-2019")
    assert pack is not None
    levels = tuple(
        replace(one, quotas=(QUOTAS,)) if one.id == "province" else one for one in pack.levels
    )
    # the exceptions of the plan are about units of its own list
    levels = tuple(replace(one, exceptions=()) for one in levels)
    return replace(pack, units=UNITS, levels=levels)


def an_office_of(number: int, name: str, **fields: Any) -> Office:
    return an_office(id=ident(number), name=f"Ủy ban nhân dân {name}", **fields)


def conference_of(office: int, unit_id: str = "", /, **fields: Any) -> Conference:
    pack = the_pack()
    unit = pack.unit(unit_id)
    defaults: dict[str, Any] = {
        "id": ident(office * 1000),
        "office_id": ident(office),
        "rule_pack_id": pack.id,
        "rule_pack_version": pack.version,
        "unit_id": unit_id,
        "level_id": unit.level if unit is not None else "commune",
        "sessions": (Session(id=ident(office * 1000 + 1), day=date(2020, 3, 20)),),
        "number": 5,
        "issued_on": date(2020, 2, 1),
    }
    return a_conference(**(defaults | fields))


def a_person(office: int, number: int = 1, **fields: Any) -> Delegate:
    defaults: dict[str, Any] = {
        "id": ident(office * 1000 + 100 + number),
        "conference_id": ident(office * 1000),
        "name": f"Trần Thị Số {office} {number}",
        "unit": f"Ấp {number}",
        "post": "Trưởng ấp",
    }
    return a_delegate(number, **(defaults | fields))


def chosen(office: int, number: int, name: str, **fields: Any) -> Candidate:
    defaults: dict[str, Any] = {
        "id": ident(office * 1000 + 500 + number),
        "name": name,
        "outcome": ChoiceOutcome.OFFICIAL,
    }
    return Candidate(**(defaults | fields))


def received_from(
    office: int, unit: str = "an-hiep", /, *people: Delegate, **fields: Any
) -> Received:
    """Give what an office handed over; fields of the conference go by `conference`."""
    known = the_pack().unit(unit)
    name = fields.pop("name", known.name if known is not None else f"xã Số {office}")
    file = ConferenceFile(
        office=an_office_of(office, name),
        conference=conference_of(office, unit, **fields.pop("conference", {})),
        delegates=people or (a_person(office),),
    )
    defaults: dict[str, Any] = {
        "sender": ident(office),
        "sender_name": name,
        "received_on": date(2020, 2, 20),
        "content_sha512": f"{office:0128x}",
        "file": file,
    }
    return Received(**(defaults | fields))


def the_congress(*people: Delegate, **fields: Any) -> ConferenceFile:
    """Give the provincial congress as it stands before anybody is taken over."""
    conference = conference_of(9, "soc-trang", **fields)
    return ConferenceFile(
        office=an_office_of(9, "tỉnh Sóc Trăng"), conference=conference, delegates=people
    )


BORN = BirthDate(year=1970, month=5, day=19)
