"""The 200 invented people of the sample: 140 exemplars and 60 guests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from db.records import Gender, GroupKind
from tests.sample.names import OTHER_NAMES, Named, kinh_names, pick

_SEED = 20250320


class Person(NamedTuple):
    """One line of the list."""

    name: str
    gender: Gender
    ethnicity: str
    birth_year: int
    post: str
    unit: str
    honours: tuple[str, ...]
    achievement: str
    kind: GroupKind
    id_number: str
    phone: str
    note: str


class Seat(NamedTuple):
    """A place in the list that someone is invented for, or that a known person takes."""

    post: str
    unit: str
    named: Named | None = None


VILLAGES = tuple(f"Thôn {number}" for number in range(1, 8))
_M, _F = Gender.MALE, Gender.FEMALE
PARTY_SECRETARY = Named("Trần Quang Định", _M)
CHAIRMAN = Named("Lê Hữu Thắng", _M)
DEPUTY_CHAIR = Named("H'Nga Êban", _F, "Ê-đê")
FRONT_CHAIR = Named("Phạm Thị Ngọc Hường", _F)
POLICE_HEAD = Named("Đặng Trọng Lực", _M)
CLINIC_HEAD = Named("Hồ Thị Mận", _F)
_KNOWN = (PARTY_SECRETARY, CHAIRMAN, DEPUTY_CHAIR, FRONT_CHAIR, POLICE_HEAD, CLINIC_HEAD)

_VILLAGE_POSTS = (
    "Nông dân",
    "Chi hội trưởng Chi hội Nông dân",
    "Nông dân",
    "Chi hội trưởng Chi hội Phụ nữ",
    "Người có uy tín",
    "Nông dân",
    "Chi hội trưởng Chi hội Cựu chiến binh",
    "Nông dân",
    "Bí thư Chi đoàn",
    "Tổ trưởng Tổ bảo vệ an ninh, trật tự",
    "Trưởng ban Công tác Mặt trận",
)
_SCHOOLS = (
    "Trường Mầm non Hoa Pơ Lang",
    "Trường Tiểu học Hồ Sen",
    "Trường Tiểu học Đồi Xanh",
    "Trường THCS Bình Hòa",
)
_SCHOOL_POSTS = (
    "Phó Hiệu trưởng",
    "Tổ trưởng chuyên môn",
    "Giáo viên",
    "Giáo viên",
    "Tổng phụ trách Đội",
    "Nhân viên thư viện",
)
_OFFICES = (
    ("Trạm Y tế xã Bình Hòa", ("Bác sĩ", "Điều dưỡng", "Hộ sinh")),
    ("Công an xã Bình Hòa", ("Phó Trưởng Công an", "Cán bộ", "Cán bộ", "Cán bộ")),
    ("Ban Chỉ huy Quân sự xã Bình Hòa", ("Phó Chỉ huy trưởng", "Trung đội trưởng", "Dân quân")),
    (
        "UBND xã Bình Hòa",
        (
            "Công chức Địa chính",
            "Công chức Tư pháp",
            "Công chức Kế toán",
            "Công chức Văn hóa",
            "Công chức Văn phòng",
            "Nhân viên văn thư",
        ),
    ),
    ("Hội Nông dân xã Bình Hòa", ("Phó Chủ tịch", "Ủy viên Ban Chấp hành", "Hội viên")),
    ("Hội Liên hiệp Phụ nữ xã Bình Hòa", ("Phó Chủ tịch", "Ủy viên Ban Chấp hành", "Hội viên")),
    ("Hội Cựu chiến binh xã Bình Hòa", ("Phó Chủ tịch", "Hội viên", "Hội viên")),
    ("Đoàn TNCS Hồ Chí Minh xã Bình Hòa", ("Phó Bí thư", "Đoàn viên", "Đoàn viên")),
    ("Hội Chữ thập đỏ xã Bình Hòa", ("Chủ tịch", "Hội viên", "Tình nguyện viên")),
    ("Công ty TNHH Cà phê Hòa & Bình", ("Phó Giám đốc", "Kỹ sư nông nghiệp", "Công nhân")),
    ("Hợp tác xã Nông nghiệp Krông Ana Xanh", ("Giám đốc", "Thành viên")),
    ("Hợp tác xã Lúa gạo Đồng Bưng", ("Giám đốc",)),
    ("Doanh nghiệp tư nhân Xăng dầu Mai Phước", ("Công nhân",)),
    ("Công ty Cổ phần Nông sản Cao nguyên Tím", ("Công nhân",)),
)
_GUESTS = (
    Seat("Phó Chủ tịch", "UBND huyện Krông Ana"),
    Seat("Ủy viên Ban Thường vụ", "Huyện ủy Krông Ana"),
    Seat("Trưởng phòng", "Phòng Nội vụ huyện Krông Ana"),
    Seat("Chuyên viên", "Phòng Nội vụ huyện Krông Ana"),
    Seat("Phó Chủ tịch", "Ủy ban MTTQ Việt Nam huyện Krông Ana"),
    Seat("Phó Chủ tịch", "Hội Nông dân huyện Krông Ana"),
    Seat("Phó Chủ tịch", "Hội Liên hiệp Phụ nữ huyện Krông Ana"),
    Seat("Phó Bí thư", "Huyện đoàn Krông Ana"),
    Seat("Phó Trưởng phòng", "Phòng Giáo dục và Đào tạo huyện Krông Ana"),
    Seat("Phóng viên", "Trung tâm Truyền thông và Văn hóa huyện Krông Ana"),
    Seat("Quay phim", "Trung tâm Truyền thông và Văn hóa huyện Krông Ana"),
    Seat("Phó Giám đốc", "Ngân hàng Chính sách xã hội huyện Krông Ana"),
    Seat("Bí thư", "Đảng ủy xã Bình Hòa", PARTY_SECRETARY),
    Seat("Phó Bí thư Thường trực", "Đảng ủy xã Bình Hòa"),
    Seat("Chủ tịch", "HĐND xã Bình Hòa"),
    Seat("Phó Chủ tịch", "HĐND xã Bình Hòa"),
    Seat("Chủ tịch", "UBND xã Bình Hòa", CHAIRMAN),
    Seat("Phó Chủ tịch", "UBND xã Bình Hòa", DEPUTY_CHAIR),
    Seat("Phó Chủ tịch", "UBND xã Bình Hòa"),
    Seat("Chủ tịch", "Ủy ban MTTQ Việt Nam xã Bình Hòa", FRONT_CHAIR),
    Seat("Chủ tịch", "Hội Nông dân xã Bình Hòa"),
    Seat("Chủ tịch", "Hội Liên hiệp Phụ nữ xã Bình Hòa"),
    Seat("Chủ tịch", "Hội Cựu chiến binh xã Bình Hòa"),
    Seat("Bí thư", "Đoàn TNCS Hồ Chí Minh xã Bình Hòa"),
    *(Seat("Trưởng thôn", village) for village in VILLAGES),
    *(Seat("Bí thư Chi bộ", village) for village in VILLAGES),
    *(Seat("Hiệu trưởng", school) for school in _SCHOOLS),
    Seat("Trạm trưởng", "Trạm Y tế xã Bình Hòa", CLINIC_HEAD),
    Seat("Trưởng Công an", "Công an xã Bình Hòa", POLICE_HEAD),
    Seat("Chỉ huy trưởng", "Ban Chỉ huy Quân sự xã Bình Hòa"),
    Seat("Phó Chủ tịch", "UBND xã Ea Bông"),
    Seat("Phó Chủ tịch", "UBND xã Ea Na"),
    Seat("Phó Chủ tịch", "UBND xã Quảng Điền"),
    Seat("Nguyên Bí thư", "Đảng ủy xã Bình Hòa"),
    Seat("Nguyên Chủ tịch", "UBND xã Bình Hòa"),
    Seat("Nguyên Chủ tịch", "HĐND xã Bình Hòa"),
    Seat("Già làng", "Thôn 2"),
    Seat("Người có uy tín", "Thôn 5"),
    Seat("Người có uy tín", "Thôn 7"),
    Seat("Cựu thanh niên xung phong", "Thôn 1"),
    Seat("Chức sắc tôn giáo", "Thôn 3"),
    Seat("Chức việc tôn giáo", "Thôn 6"),
    Seat("Giám đốc", "Công ty TNHH Cà phê Hòa & Bình"),
    Seat("Chủ doanh nghiệp", "Doanh nghiệp tư nhân Xăng dầu Mai Phước"),
    Seat("Giám đốc", "Công ty Cổ phần Nông sản Cao nguyên Tím"),
)
_STAFF_HONOURS = (
    ("Chiến sĩ thi đua cơ sở (2022, 2023)", "Lao động tiên tiến (2020, 2021)"),
    ("Lao động tiên tiến (2021, 2022, 2023)",),
    ("Chiến sĩ thi đua cơ sở (2021)", "Giấy khen của Chủ tịch UBND huyện (2023)"),
    ("Bằng khen của Chủ tịch UBND tỉnh (2022)", "Chiến sĩ thi đua cơ sở (2020, 2021)"),
    ("Lao động tiên tiến (2022, 2024)",),
)
_PEOPLE_HONOURS = (
    ("Nông dân sản xuất, kinh doanh giỏi cấp huyện (2022)",),
    (
        "Nông dân sản xuất, kinh doanh giỏi cấp tỉnh (2023)",
        "Giấy khen của Hội Nông dân tỉnh (2023)",
    ),
    ("Giấy khen của Chủ tịch UBND xã (2021, 2023)",),
    ("Gia đình văn hóa tiêu biểu (2020, 2021, 2022)",),
    (),
    ("Giấy khen của Chủ tịch UBND huyện (2024)",),
)
_ACHIEVEMENTS = (
    "Hiến 420 m² đất mở rộng đường thôn",
    "Chuyển 1,2 ha lúa kém hiệu quả sang trồng cây ăn quả",
    "Giúp 5 hộ thoát nghèo bằng giống, vốn & ngày công",
    "Nuôi cá nước ngọt, thu nhập trên 300 triệu đồng/năm",
    "Vận động xây dựng 3 căn nhà đại đoàn kết",
    "Giữ gìn đội chiêng, dạy đánh chiêng cho thanh thiếu niên",
    "",
    "Hòa giải thành 12 vụ việc, không để khiếu kiện kéo dài",
)
_NOTES = {5: "Tham luận", 18: "Giao lưu", 33: "Tham luận", 60: "Giao lưu", 81: "Tham luận"}


def _exemplar_seats() -> Iterator[Seat]:
    for village in VILLAGES:
        yield from (Seat(post, village) for post in _VILLAGE_POSTS)
    for school in _SCHOOLS:
        yield from (Seat(post, school) for post in _SCHOOL_POSTS)
    for unit, posts in _OFFICES:
        yield from (Seat(post, unit) for post in posts)


def people() -> tuple[Person, ...]:
    """Invent the people, always the same ones, in the order of the list."""
    chance = Random(_SEED)  # noqa: S311 - an even spread, nothing secret
    taken = {named.name for named in (*OTHER_NAMES, *_KNOWN)}
    kinh = kinh_names(chance, taken)
    exemplars, guests = tuple(_exemplar_seats()), _GUESTS
    free = [place for place, seat in enumerate((*exemplars, *guests)) if seat.named is None]
    others = {
        free[1 + number * len(free) // len(OTHER_NAMES)]: named
        for number, named in enumerate(OTHER_NAMES)
    }
    return tuple(
        _person(
            chance,
            seat,
            seat.named or others.get(place) or next(kinh),
            GroupKind.EXEMPLAR if place < len(exemplars) else GroupKind.GUEST,
            place,
        )
        for place, seat in enumerate((*exemplars, *guests))
    )


def _person(chance: Random, seat: Seat, named: Named, kind: GroupKind, place: int) -> Person:
    oldest, youngest = _years(seat)
    year = oldest + int(chance.random() * (youngest - oldest + 1))
    return Person(
        name=named.name,
        gender=named.gender,
        ethnicity=named.ethnicity,
        birth_year=year,
        post=seat.post,
        unit=seat.unit,
        honours=_honours(chance, seat, kind, year),
        achievement=_achievement(chance, seat, kind),
        kind=kind,
        id_number=_id_number(chance, named.gender, year),
        # no operator gives out 0900 000: nobody's telephone
        phone=f"0900000{place + 1:03}" if chance.random() < 0.85 else "",
        note=_NOTES.get(place, ""),
    )


def _years(seat: Seat) -> tuple[int, int]:
    if "đoàn" in seat.post.casefold() or seat.unit.startswith("Đoàn"):
        return 1992, 2004
    if "Nguyên" in seat.post or seat.post in ("Già làng", "Cựu thanh niên xung phong"):
        return 1941, 1957
    if "Cựu chiến binh" in seat.post or "Cựu chiến binh" in seat.unit:
        return 1955, 1972
    return 1964, 1994


def _honours(chance: Random, seat: Seat, kind: GroupKind, birth_year: int) -> tuple[str, ...]:
    if kind is GroupKind.GUEST:
        return ("Huy hiệu 30 năm tuổi Đảng",) if birth_year < 1970 else ()
    choices: Sequence[tuple[str, ...]] = (
        _PEOPLE_HONOURS if seat.unit.startswith("Thôn") else _STAFF_HONOURS
    )
    return pick(chance, choices)


def _achievement(chance: Random, seat: Seat, kind: GroupKind) -> str:
    if kind is GroupKind.GUEST or not seat.unit.startswith("Thôn"):
        return ""
    return pick(chance, _ACHIEVEMENTS)


def _id_number(chance: Random, gender: Gender, year: int) -> str:
    # no province has the number 099: nobody's identity card
    century_and_gender = (0 if year < 2000 else 2) + (1 if gender is Gender.FEMALE else 0)
    return f"099{century_and_gender}{year % 100:02}{int(chance.random() * 1_000_000):06}"
