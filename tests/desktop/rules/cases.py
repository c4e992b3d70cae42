"""Conferences that agree with the plan of Bình Hòa, to be changed in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any

import msgspec

from db.records import Conference, Delegate, GroupKind, Office, ParticipantGroup, Session
from desktop.rules.check import check
from desktop.rules.findings import Finding, FindingCode
from desktop.rules.load import shipped_pack
from desktop.rules.pack import Level, RulePack, Unit
from desktop.rules.proposal import propose
from tests.builders import a_delegate, an_office, ident


def binh_hoa() -> RulePack:
    pack = shipped_pack("binh-hoa-2024")
    assert pack is not None
    return pack


def numbered_ids(first: int = 500) -> Callable[[], str]:
    numbers = iter(range(first, first + 400))
    return lambda: ident(next(numbers))


def a_sound_conference(**fields: Any) -> Conference:
    """Build a conference without any finding."""
    bare = Conference(
        id=ident(10),
        office_id=ident(1),
        venue="Hội trường UBND xã",
        sessions=(Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),),
        number=5,
        issued_on=date(2024, 12, 2),
    )
    conference = propose(bare, binh_hoa(), an_office(), numbered_ids())
    return msgspec.structs.replace(conference, **fields)


def a_pack(**level_fields: Any) -> RulePack:
    """Change rules of the only level of Bình Hòa's plan."""
    pack = binh_hoa()
    level: Level = msgspec.structs.replace(pack.levels[0], **({"presence": ()} | level_fields))
    return msgspec.structs.replace(pack, levels=(level,))


def a_plan(*, of: dict[str, Any], **level_fields: Any) -> RulePack:
    """Change fields of Bình Hòa's plan itself (`of`) besides rules of its only level."""
    return msgspec.structs.replace(a_pack(**level_fields), **of)


def a_unit(unit_id: str = "tan-an", name: str = "Xã Tân An", **fields: Any) -> Unit:
    return Unit(id=unit_id, name=name, **({"level": "commune"} | fields))


def groups(exemplars: int | None, guests: int | None) -> tuple[ParticipantGroup, ...]:
    return (
        ParticipantGroup(id=ident(12), name="Điển hình", kind=GroupKind.EXEMPLAR, target=exemplars),
        ParticipantGroup(id=ident(13), name="Khách mời", kind=GroupKind.GUEST, target=guests),
    )


def delegates(exemplars: int, guests: int, ungrouped: int = 0) -> tuple[Delegate, ...]:
    group_ids = [ident(12)] * exemplars + [ident(13)] * guests + [""] * ungrouped
    return tuple(a_delegate(number, group_id=one) for number, one in enumerate(group_ids))


def findings(
    conference: Conference,
    people: Iterable[Delegate] = (),
    pack: RulePack | None = None,
    office: Office | None = None,
) -> tuple[Finding, ...]:
    return check(conference, people, pack or binh_hoa(), office or an_office())


def found(
    code: FindingCode,
    conference: Conference,
    people: Iterable[Delegate] = (),
    pack: RulePack | None = None,
    office: Office | None = None,
) -> tuple[Finding, ...]:
    """Pick the findings of one code."""
    return tuple(
        finding for finding in findings(conference, people, pack, office) if finding.code is code
    )
