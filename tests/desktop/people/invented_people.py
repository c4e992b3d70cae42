"""Invented names and addresses, of every people of the country, the same ones every time."""

from __future__ import annotations

import random
import re

_FAMILIES = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lương Trương
Quách Mai Tô Lưu Phùng Vương Kiều Hà Tạ Triệu Cao Thái Châu Đoàn Từ Khổng"""
_MIDDLES = [
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
_GIVEN = """
An Bình Cường Dũng Đạt Em Giang Hùng Hương Khánh Lan Mười Nga Oanh Phương Quỳnh Sửu Tú Tuyết
Uyên Vượng Xuyến Yến Hòa Thúy Thủy Bộ Lộc Nhường Hưng Thư Thương Bưởi Lượng Nguyệt Khuê Quý Lợi
Nghĩa Tưởng Liễu Huệ Bích Toàn Thuận Hiếu Hậu Chiến Thắng Vĩ Kỳ Thy Duyên Quyền Loan Hoạch Ngoan
Dậu Tỵ"""
_GIVEN_WITH_VOWELS = """Ánh Ước Út Ấn Ý Ổn Ái Én"""
_MINORITIES = """
Y Wang Niê, H'Hen Niê, Rơ Châm H'Út, K'Brết, Y Bhiông Mlô, H'Bia Êban, Y Thịnh Kbuôr,
H'Ñuê Êñuôl, Ksor Nham, Siu Blơ, Kpă Y Đôn, Rah Lan Hương, Nay H'Bé, Đinh Hmưnh, A Ngọc,
Y Hôih, Alăng Bưu, Zơrâm Thị Mai, Bnước Bảo, Pơloong Êm, Hồ Kăn Lụa, Mấu Thị Phanh,
Chamaléa Sơn, Katơr Thị Hoá, Pinăng Thị Lê, K'Srê, Cil Múp Ha Bang, Liêng Hót Ha Hương,
Krajan Plin, Touneh Hàn Đăng, Thạch Sà Rây, Kim Sô Phia, Danh Út, Sơn Thị Pô Lia, Châu Sóc Kha,
Đàng Năng Thọ, Bá Trung Phụ, Quảng Đại Hồng, Vàng A Dính, Giàng Thị Mỷ, Lò Văn Pản, Lù Seo Sì,
Ma Seo Páo, Sùng Mí Già, Hà Lê, Công Tằng Tôn Nữ Hà, Y Ngôn Niê Kdăm, H'Wiên Buôn Krông,
Hmŏk Ayŭn, Thích Nữ Huệ Từ, Lê Thúy, Bùi Hùng, Lý Bé, Hồ, Mjâo Hwing"""
_PLACES = """UBND xã Bình Hòa
Thôn 1, xã Tân Lập
Buôn Đrăng Phok, xã Krông Na
Trường THCS Lý Tự Trọng
Công ty TNHH Thương mại Hưng Thịnh
Tổ dân phố 5, phường Tự An
Hội Liên hiệp Phụ nữ huyện
Trạm Y tế xã Cư Ê Wi
HTX Dịch vụ nông nghiệp Ea Hồ
Ban Chỉ huy Quân sự thị xã Buôn Hồ
Phòng Giáo dục và Đào tạo
Ấp Ngã Năm, xã Mỹ Hương
Số 12 đường Nguyễn Tất Thành, thành phố Buôn Ma Thuột
Văn phòng Đảng ủy – Hội đồng nhân dân
Chùa Sắc tứ Khải Đoan"""


def _parts(text: str) -> list[str]:
    return re.split(r",\s+", text.strip())


EVERY_MINORITY_NAME = tuple(_parts(_MINORITIES))


def vietnamese_names(count: int, seed: int = 1, *, with_vowels: bool = False) -> list[str]:
    """Invent names of Kinh people, as most lists have them.

    Args:
        with_vowels: some given names begin with a vowel that has a tone: Ánh, Ước.
    """
    chance = _chance(seed)
    given = _GIVEN.split() + (_GIVEN_WITH_VOWELS.split() if with_vowels else [])
    families = _FAMILIES.split()
    return [
        " ".join(
            filter(None, (chance.choice(families), chance.choice(_MIDDLES), chance.choice(given)))
        )
        for _ in range(count)
    ]


def minority_names(count: int, seed: int = 2) -> list[str]:
    chance = _chance(seed)
    return [chance.choice(EVERY_MINORITY_NAME) for _ in range(count)]


def addresses(count: int, seed: int = 3) -> list[str]:
    chance = _chance(seed)
    return [chance.choice(_PLACES.split("\n")) for _ in range(count)]


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - names, not secrets
