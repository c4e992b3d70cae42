"""A whole conference of xã Bình Hòa, as an officer would have it before printing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

import msgspec

from db.records import (
    Assignment,
    BirthDate,
    Conference,
    ConferenceFile,
    Delegate,
    Gender,
    Office,
    PresidiumMember,
    PresidiumRole,
    Session,
)
from desktop.documents.snapshot import Snapshot
from desktop.rules.load import shipped_pack
from desktop.rules.pack import RulePack
from desktop.rules.proposal import propose
from tests.builders import an_office, ident

MADE_AT = datetime(2025, 1, 6, 2, 0, tzinfo=UTC)

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_MIDDLES = ("Văn", "Thị", "Đức", "Thị Mỹ", "Quốc", "Thị Hồng", "Xuân", "Thị Ánh", "Minh", "Thị")
_GIVEN = ("Ước", "Ánh", "Dũng", "Đào", "Hằng", "Kiệt", "Lợi", "Mỹ", "Nghĩa", "Oanh", "Phượng")
_EDE = ("Y Wang Niê", "H'Hen Niê", "Y Thịnh Êban", "H'Blơ Kbuôr", "Y Bhăm Ayŭn")
_UNITS = (
    "Thôn 1",
    "Buôn Ea Tung",
    "Trường Tiểu học Lê Hồng Phong",
    "Hợp tác xã Dịch vụ nông nghiệp Bình Hòa",
    "Hội Nông dân xã",
    "Trạm Y tế xã",
)
_POSTS = ("Nông dân", "Giáo viên", "Chi hội trưởng", "Công nhân", "Y sĩ", "Bí thư Chi bộ")
_HONOURS = ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Bằng khen của Chủ tịch UBND tỉnh")


def ids(start: int = 5000) -> Callable[[], str]:
    numbers = count(start)
    return lambda: ident(next(numbers))


def the_pack() -> RulePack:
    pack = shipped_pack("binh-hoa-2024")
    assert pack is not None
    return pack


def the_conference(office: Office, **fields: Any) -> Conference:
    fresh = Conference(
        id=ident(10),
        office_id=office.id,
        venue="Hội trường Ủy ban nhân dân xã Bình Hòa",
        sessions=(Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),),
        presidium=(
            PresidiumMember(
                id=ident(30),
                name="Nguyễn Văn Ước",
                post="Chủ tịch Ủy ban nhân dân xã",
                role=PresidiumRole.CHAIR,
            ),
            PresidiumMember(
                id=ident(31),
                name="H'Blơ Kbuôr",
                post="công chức Văn phòng - Thống kê",
                role=PresidiumRole.SECRETARY,
            ),
        ),
    )
    proposed = propose(fresh, the_pack(), office, ids())
    return msgspec.structs.replace(proposed, **fields)


def delegates(number: int, conference: Conference) -> tuple[Delegate, ...]:
    if not number:
        return ()
    exemplars, guests = conference.groups[0].id, conference.groups[1].id
    return tuple(
        _delegate(index, index * 10 >= number * 7, exemplars, guests) for index in range(number)
    )


def _delegate(index: int, is_guest: bool, exemplars: str, guests: str) -> Delegate:
    is_ede = index % 7 == 3
    family, middle = _FAMILIES[index % 11], _MIDDLES[index * 3 % 10]
    return Delegate(
        id=ident(1000 + index),
        conference_id=ident(10),
        position=index,
        badge_number=index + 1,
        name=_EDE[index % 5] if is_ede else f"{family} {middle} {_GIVEN[index * 5 % 11]}",
        gender=Gender.FEMALE if "Thị" in middle else Gender.MALE,
        birth=BirthDate(year=1950 + index * 7 % 50),
        ethnicity="Ê-đê" if is_ede else "Kinh",
        is_party_member=index % 3 == 0,
        post=_POSTS[index % 6],
        unit=_UNITS[index * 5 % 6],
        honours=_HONOURS[: index % 3],
        group_id=guests if is_guest else exemplars,
    )


# two pages, which are quicker to measure than five
SHORT: dict[str, Any] = {
    "requirements": ("Trang trọng, thiết thực, tiết kiệm",),
    "movements": (),
    "tasks": (
        "Tuyên truyền sâu rộng về phong trào thi đua yêu nước trên hệ thống truyền thanh xã",
        "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
    ),
    "composition": (),
    "presidium": (),
    "assignments": (Assignment(id=ident(40), body="Ban", duties=("Chuẩn bị", "Báo cáo")),),
}


def a_snapshot(people: int = 0, *, office: dict[str, Any] | None = None, **fields: Any) -> Snapshot:
    the_office = an_office(**(office or {}))
    conference = the_conference(the_office, **fields)
    file = ConferenceFile(
        office=the_office, conference=conference, delegates=delegates(people, conference)
    )
    return Snapshot(file=file, made_at=MADE_AT, rules=the_pack())
