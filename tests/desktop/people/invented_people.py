"""Invented names and addresses, of every people of the country, the same ones every time."""

from __future__ import annotations

import random

_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lương Trương Quách Mai Tô Lưu Phùng Vương Kiều Hà Tạ Triệu Cao Thái Châu Đoàn Từ Khổng".split()
_MIDDLE = [
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Ngọc",
    "Thị Kim",
    "Xuân",
    "Minh",
    "Quốc",
    "Thị Thu",
    "Công",
    "Đình",
    "Thị Mỹ",
    "Bá",
    "Như",
    "",
    "Tấn",
    "Thị Hồng",
    "Nhật",
    "Vĩnh",
]
_GIVEN = "An Bình Cường Dũng Đạt Em Giang Hùng Hương Khánh Lan Mười Nga Oanh Phương Quỳnh Sửu Tú Tuyết Uyên Vượng Xuyến Yến Hòa Thúy Thủy Bộ Lộc Nhường Hưng Thư Thương Bưởi Lượng Nguyệt Khuê Quý Lợi Nghĩa Tưởng Liễu Huệ Bích Toàn Thuận Hiếu Hậu Chiến Thắng Vĩ Kỳ Thy Duyên Quyền Loan Hoạch Ngoan Dậu Tỵ".split()
_VOWEL_GIVEN = ["Ánh", "Ước", "Út", "Ấn", "Ý", "Ổn", "Ái", "Én"]
_MINORITIES = [
    "Y Wang Niê",
    "H'Hen Niê",
    "Rơ Châm H'Út",
    "K'Brết",
    "Y Bhiông Mlô",
    "H'Bia Êban",
    "Y Thịnh Kbuôr",
    "H'Ñuê Êñuôl",
    "Ksor Nham",
    "Siu Blơ",
    "Kpă Y Đôn",
    "Rah Lan Hương",
    "Nay H'Bé",
    "Đinh Hmưnh",
    "A Ngọc",
    "Y Hôih",
    "Alăng Bưu",
    "Zơrâm Thị Mai",
    "Bnước Bảo",
    "Pơloong Êm",
    "Hồ Kan Lịch",
    "Mấu Thị Bích Phanh",
    "Chamaléa Sơn",
    "Katơr Thị Hoá",
    "Pinăng Thị Lê",
    "K'Srê",
    "Cil Múp Ha Bang",
    "Liêng Hót Ha Hương",
    "Krajan Plin",
    "Touneh Hàn Đăng",
    "Thạch Sà Rây",
    "Kim Sô Phia",
    "Danh Út",
    "Sơn Thị Pô Lia",
    "Châu Sóc Kha",
    "Đàng Năng Thọ",
    "Bá Trung Phụ",
    "Quảng Đại Hồng",
    "Vàng A Dính",
    "Giàng Thị Mỷ",
    "Lò Văn Pản",
    "Lù Seo Sì",
    "Ma Seo Páo",
    "Sùng Mí Già",
    "Hà Lê",
    "Công Tằng Tôn Nữ Hà",
    "Y Ngông Niê Kdăm",
    "H'Wiên Buôn Krông",
    "Hmŏk Ayŭn",
    "Thích Nữ Huệ Từ",
    "Lê Thúy",
    "Bùi Hùng",
    "Lý Bé",
    "Hồ",
    "Mjâo Hwing",
]
_UNITS = [
    "UBND xã Bình Hòa",
    "Thôn 1, xã Tân Lập",
    "Buôn Đrăng Phok, xã Krông Na",
    "Trường THCS Lý Tự Trọng",
    "Công ty TNHH Thương mại Hưng Thịnh",
    "Tổ dân phố 5, phường Tự An",
    "Hội Liên hiệp Phụ nữ huyện",
    "Trạm Y tế xã Cư Ê Wi",
    "HTX Dịch vụ nông nghiệp Ea Hồ",
    "Ban Chỉ huy Quân sự thị xã Buôn Hồ",
    "Phòng Giáo dục và Đào tạo",
    "Ấp Ngã Năm, xã Mỹ Hương",
    "Số 12 đường Nguyễn Tất Thành, thành phố Buôn Ma Thuột",
    "Văn phòng Đảng ủy – Hội đồng nhân dân",
    "Chùa Sắc tứ Khải Đoan",
]


def vietnamese_names(count: int, seed: int = 1, *, with_vowels: bool = False) -> list[str]:
    """Invent names of Kinh people, as most lists have them."""
    chance = random.Random(seed)
    given = [*_GIVEN, *(_VOWEL_GIVEN if with_vowels else ())]
    return [
        " ".join(
            part
            for part in (chance.choice(_FAMILIES), chance.choice(_MIDDLE), chance.choice(given))
            if part
        )
        for _ in range(count)
    ]


def minority_names(count: int, seed: int = 2) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(_MINORITIES) for _ in range(count)]


def addresses(count: int, seed: int = 3) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(_UNITS) for _ in range(count)]


EVERY_MINORITY_NAME = tuple(_MINORITIES)
