"""Builders with defaults: a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from db.records import (
    Attendance,
    Conference,
    ConferenceFile,
    Delegate,
    GroupKind,
    Office,
    ParticipantGroup,
    Period,
    ProgrammeItem,
    Session,
    Signer,
    SigningForm,
)
from desktop.people.list_keys import NameKeys

KEYS = NameKeys()
NOON = datetime(2025, 1, 6, 5, 0, tzinfo=UTC)


def ident(number: int) -> str:
    """Make a stable id."""
    return UUID(int=number).hex


def an_office(**fields: Any) -> Office:
    defaults: dict[str, Any] = {
        "id": ident(1),
        "name": "Ủy ban nhân dân xã Bình Hòa",
        "issuer": "ỦY BAN NHÂN DÂN\nXÃ BÌNH HÒA",
        "place_name": "Bình Hòa",
        "symbol": "UBND",
        "archive_symbol": "VP",
        "signers": (
            Signer(
                id=ident(2),
                name="Nguyễn Văn Ước",
                post="CHỦ TỊCH",
                form=SigningForm.ON_BEHALF,
                collective="ỦY BAN NHÂN DÂN",
            ),
        ),
    }
    return Office(**(defaults | fields))


def a_conference(**fields: Any) -> Conference:
    defaults: dict[str, Any] = {
        "id": ident(10),
        "office_id": ident(1),
        "title": "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025",
        "attendance": Attendance.DELEGATES,
        "period": Period(first_year=2020, last_year=2025),
        "next_period": Period(first_year=2025, last_year=2030),
        "sessions": (Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),),
        "groups": (
            ParticipantGroup(
                id=ident(12),
                name="Đại biểu điển hình tiên tiến",
                kind=GroupKind.EXEMPLAR,
                target=140,
            ),
            ParticipantGroup(
                id=ident(13), name="Khách mời", kind=GroupKind.GUEST, target=60, colour="blue"
            ),
        ),
        "programme": (ProgrammeItem(id=ident(20), title="Chào cờ", minutes=10),),
    }
    return Conference(**(defaults | fields))


def a_delegate(number: int = 1, **fields: Any) -> Delegate:
    defaults: dict[str, Any] = {
        "id": ident(1000 + number),
        "conference_id": ident(10),
        "position": number,
        "badge_number": number,
        "name": "Nguyễn Thị Ước",
        "group_id": ident(12),
    }
    return Delegate(**(defaults | fields))


def a_file(*delegates: Delegate, **fields: Any) -> ConferenceFile:
    defaults: dict[str, Any] = {
        "office": an_office(),
        "conference": a_conference(),
        "delegates": delegates,
    }
    return ConferenceFile(**(defaults | fields))
