"""Conferences that are hard to print: full of long texts, or with hardly any."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from msgspec.structs import replace

from db.day_records import (
    BudgetLine,
    BudgetPurpose,
    Door,
    Hall,
    Norm,
    ScriptStep,
    SeatBlock,
    SeatOrder,
    Wall,
)
from db.records import (
    Award,
    Conference,
    ConferenceFile,
    Delegate,
    PaperSettings,
    PresidiumMember,
    ProgrammeItem,
    Session,
    SessionKind,
    Signer,
    SigningForm,
    StoredImage,
)
from desktop.documents.snapshot import Snapshot
from tests.builders import an_office, ident
from tests.desktop.documents.badges.people import a_portrait
from tests.desktop.documents.binh_hoa import MADE_AT
from tests.desktop.documents.official import LONG_TITLE, LONG_UNIT, hard_snapshot

# real names and forms of names: noble, modern, of one word, of the Central Highlands, of monks
NAMES = (
    "Công Tằng Tôn Nữ Phương Thảo",
    "Lê Hoàng Hiếu Nghĩa Đệ Nhất Thương Tâm Nhân",
    "Phan Nguyễn Nguyễn Kim Thiên Trăng Vàng",
    "Công Huyền Tôn Nữ Thị Nguyễn Phước Bảo Ngọc",
    "Trần Lê Nguyễn Hoàng Quỳnh Nghiêng",
    "Rơ Châm H'Út Kpă Kbuôr",
    "Y Wang Niê Kdăm Ê̆ban Ơ̆ñ Ư̆t",
    "H'Wưn Buôn Yă",
    "K'Brết",
    "Chơn",
    "Thạch Thị Sà Phươl",
    "Hòa thượng Thích Thiện Đạo",
)
UNITS = (
    LONG_UNIT,
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị",
    "Hợp tác xã Dịch vụ nông nghiệp tổng hợp và Du lịch Bình Hòa 2",
    "Buôn Ea Tung",
)
POSTS = (
    "Phó Trưởng ban chuyên trách",
    "Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân, Trưởng Đoàn đại biểu",
    "Nông dân",
    "",
)
HONOURS = (
    "Anh hùng Lao động",
    "Huân chương Lao động hạng Nhất",
    "Chiến sĩ thi đua toàn quốc",
    "Bằng khen của Thủ tướng Chính phủ về thành tích xây dựng nông thôn mới giai đoạn 2020-2025",
    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
    "Chiến sĩ thi đua cơ sở ba năm liền",
    "Lao động tiên tiến",
)
ACHIEVEMENT = (
    "Vận động bà con hiến 1.200 m² đất, góp hơn 350 triệu đồng và 460 ngày công làm đường liên "
    "thôn; giúp 15 hộ nghèo vay vốn, chọn giống, chuyển 22 ha cà phê già cỗi sang sầu riêng xen "
    "canh, đưa thu nhập bình quân của tổ hợp tác từ 48 lên 126 triệu đồng mỗi người mỗi năm. "
)
PEOPLE = 450


def hardest_snapshot(people: int = PEOPLE) -> Snapshot:
    """Freeze 450 people with the longest names, three-line titles and every table filled.

    Of every fifth nothing is known but the name.
    """
    hard = hard_snapshot(people)
    conference = hard.file.conference
    exemplars, guests = (group.id for group in conference.groups[:2])
    images = (a_portrait(1), a_portrait(2))
    file = ConferenceFile(
        office=_office(),
        conference=replace(conference, **_fields(conference, exemplars, guests)),
        delegates=tuple(
            _person(index, one, guests if index % 6 == 5 else exemplars, images)
            for index, one in enumerate(hard.file.delegates)
        ),
        images=images,
    )
    return replace(hard, file=file)


def barest_snapshot() -> Snapshot:
    """Freeze a conference of which nothing was entered."""
    office = an_office(signers=(), symbol="", archive_symbol="", place_name="")
    conference = Conference(id=ident(10), office_id=office.id)
    return Snapshot(file=ConferenceFile(office=office, conference=conference), made_at=MADE_AT)


def issued(snapshot: Snapshot, *keys: str) -> Snapshot:
    """Give the plan and papers a number and a day, so that none is a draft."""
    papers = tuple(
        PaperSettings(key=key, number=9, issued_on=date(2025, 1, 6), recipients=(LONG_UNIT,) * 6)
        for key in keys
    )
    conference = replace(
        snapshot.file.conference, number=7, issued_on=date(2025, 1, 5), papers=papers
    )
    return replace(snapshot, file=replace(snapshot.file, conference=conference))


def _office() -> Any:
    return an_office(
        issuer="BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA YÊU NƯỚC VÀ CÔNG TÁC KHEN THƯỞNG XÃ BÌNH HÒA",
        parent_body="ĐẢNG ỦY - HỘI ĐỒNG NHÂN DÂN - ỦY BAN NHÂN DÂN XÃ BÌNH HÒA",
        place_name="Văn Miếu - Quốc Tử Giám",
        symbol="BCĐPTTĐYN",
        signers=(
            Signer(
                id=ident(2),
                name=NAMES[1],
                post="PHÓ CHỦ TỊCH THƯỜNG TRỰC KIÊM TRƯỞNG BAN THI ĐUA - KHEN THƯỞNG",
                form=SigningForm.FOR_HEAD,
                head_post="CHỦ TỊCH",
                collective="BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA YÊU NƯỚC",
            ),
        ),
    )


def _person(
    index: int, person: Delegate, group_id: str, images: tuple[StoredImage, ...]
) -> Delegate:
    name = NAMES[index % len(NAMES)]
    if index % 5 == 4:
        return Delegate(
            id=person.id,
            conference_id=person.conference_id,
            position=index,
            badge_number=index + 1,
            name=name,
            group_id=group_id,
        )
    return replace(
        person,
        name=name,
        group_id=group_id,
        post=POSTS[index % len(POSTS)],
        unit=UNITS[index // 3 % len(UNITS)],
        honours=HONOURS[: index % (len(HONOURS) + 1)],
        achievement=ACHIEVEMENT * (3 if index == 7 else index % 4 == 1),
        religion="Phật giáo Hòa Hảo" if index % 3 else "",
        ethnicity="Tà Ôi (Pa Cô, Pa Hi)" if index % 4 == 1 else "Xơ Đăng",
        home_town="thôn Phú Nghĩa Thượng, xã Bình Hòa, tỉnh Đắk Lắk" if index % 2 else "",
        schooling="Thạc sĩ Quản lý giáo dục, Cao cấp lý luận chính trị" if index % 2 else "",
        proposed_award="Bằng khen của Thủ tướng Chính phủ" if index % 3 else "",
        phone="0905 123 456" if index % 3 else "",
        represents=f"Tập thể {UNITS[index % len(UNITS)]}" if index % 9 == 0 else "",
        note="Vắng buổi sáng, có mặt buổi chiều" if index % 8 == 1 else "",
        photo_id=images[index % 2].id if index % 3 else "",
    )


def _fields(conference: Conference, exemplars: str, guests: str) -> dict[str, Any]:
    first, second, eve = ident(11), ident(12), ident(14)
    items = tuple(_item(number, second if number > 13 else first) for number in range(26))
    return {
        "venue": "Hội trường lớn Trung tâm Văn hóa - Thể thao và Học tập cộng đồng xã Bình Hòa",
        "address": "số 268 đường Nguyễn Thị Minh Khai, thôn Phú Nghĩa Thượng, xã Bình Hòa",
        "sessions": (
            Session(id=eve, kind=SessionKind.PREPARATORY, day=date(2025, 3, 19), start=time(14)),
            Session(id=first, day=date(2025, 3, 20), start=time(7, 30)),
            Session(id=second, day=date(2025, 3, 20), start=time(13, 30)),
        ),
        "programme": items,
        "presidium": tuple(
            PresidiumMember(id=ident(300 + number), name=name, post=POSTS[1])
            for number, name in enumerate(("Ngô Thị Ánh Nguyệt", "Đỗ Văn Bường", *NAMES[:2]))
        ),
        "hall": Hall(rows=25, seats=20, aisles="10", cross_aisles="12"),
        "doors": (
            Door(id=ident(400), name="Cửa chính", wall=Wall.BACK),
            Door(id=ident(401), name="Lối thoát hiểm bên trái", wall=Wall.LEFT, percent=0),
            Door(id=ident(402), name="Cửa vào của đoàn chủ tịch", wall=Wall.RIGHT, percent=100),
        ),
        "seat_blocks": (
            SeatBlock(
                id=ident(410),
                name="Khách mời của Tỉnh ủy, Hội đồng nhân dân, Ủy ban nhân dân tỉnh",
                group_id=guests,
                seating=SeatOrder.RANK,
                last_row=5,
            ),
            SeatBlock(id=ident(411), group_id=exemplars, first_row=6),
        ),
        "script": tuple(_step(number, items) for number in range(40)),
        "norms": (Norm(id=ident(420), name="Nước uống", unit="người/buổi", most=20_000),),
        "budget": tuple(_line(number) for number in range(45)),
        "allowance": 350_000,
        "awards": (
            *conference.awards,
            Award(id=ident(890), recipient="Tập thể " + LONG_UNIT, is_collective=True),
        ),
    }


def _item(number: int, session_id: str) -> ProgrammeItem:
    return ProgrammeItem(
        id=ident(500 + number),
        title=LONG_TITLE if number % 7 == 3 else f"Trao thưởng đợt {number + 1}",
        minutes=(0, 5, 10, 45)[number % 4],
        presenter=f"{NAMES[number % len(NAMES)]}, {UNITS[number % 3]}" if number % 3 else "",
        note="Chuẩn bị micro không dây" if number % 4 else "",
        session_id=session_id,
    )


def _step(number: int, items: tuple[ProgrammeItem, ...]) -> ScriptStep:
    return ScriptStep(
        id=ident(430 + number),
        item_id=items[number % len(items)].id,
        minutes=number % 4,
        action=LONG_TITLE if number % 5 == 0 else "Mời lên sân khấu",
        words="Kính thưa quý vị đại biểu! " * (number % 9),
        actor=NAMES[number % len(NAMES)],
        stage="Bục, hoa" if number % 2 else "",
        props=UNITS[number % 4] if number % 3 == 0 else "",
        sound="Quốc ca",
        light="Đèn vào Quốc kỳ" if number % 2 else "",
    )


_purposes = tuple(BudgetPurpose)


def _line(number: int) -> BudgetLine:
    return BudgetLine(
        id=ident(480 + number),
        purpose=_purposes[number % len(_purposes)],
        item=f"{LONG_UNIT} {number}" if number % 3 == 0 else "Nước uống",
        unit="suất" if number % 2 else "",
        quantity=450 + number,
        times=2,
        price=12_345_678 if number % 4 == 0 else 25_000,
        basis="Thông tư số 12/2025/TT-BTC và Nghị quyết của Hội đồng nhân dân" * (number % 2),
        norm_id=ident(420) if number % 5 == 0 else "",
    )
