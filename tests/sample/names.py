"""Invented names, made of the syllables that the people of the Central Highlands have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple, TypeVar

from db.records import Gender

_Item = TypeVar("_Item")


class Named(NamedTuple):
    """A name with what a list tells beside it."""

    name: str
    gender: Gender
    ethnicity: str = "Kinh"


_MEN, _WOMEN = Gender.MALE, Gender.FEMALE


def _syllables(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FAMILIES = (
    *("Nguyễn",) * 12,
    *("Trần", "Lê", "Phạm") * 3,
    *("Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ") * 2,
    *("Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Tô", "Cao", "Lương", "Đoàn", "Tạ"),
)
_MIDDLES = {
    _MEN: (
        *("Văn",) * 5,
        *("Đức", "Hữu", "Quang", "Minh", "Đình", "Xuân", "Công", "Ngọc", "Thanh", "Quốc", "Bá"),
        *("Viết", "Trọng", "Tiến", "Khắc", "Duy"),
    ),
    _WOMEN: (
        *("Thị",) * 6,
        *("Thị Ngọc", "Thị Thu", "Thị Kim", "Thị Hồng", "Thị Minh", "Thị Bích", "Thị Mỹ"),
        *("Ngọc", "Thanh", "Thùy", "Bích", "Khánh"),
    ),
}
_GIVEN = {
    _MEN: _syllables(
        """
        An Ân Bảo Bình Bửu Chiến Chính Cường Dũng Dưỡng Đạt Điệp Định Đông Giang Hải Hậu Hiếu
        Hòa Hoàng Hùng Huy Hưng Khải Khánh Khoa Khôi Kiên Lâm Lộc Long Lợi Lực Mạnh Nam Nghĩa
        Nhân Phong Phú Phúc Phước Quân Quý Quyết Sang Sơn Tài Tâm Tân Thái Thắng Thành Thiện
        Thịnh Thuận Tiến Toàn Trí Trung Trường Tuấn Tùng Tường Ước Vĩnh Vinh Vũ Vượng Xuyên Ý
        """
    ),
    _WOMEN: _syllables(
        """
        An Ánh Bích Châu Chi Cúc Diễm Diệp Dung Duyên Đào Hà Hạnh Hằng Hậu Hiền Hoa Hòa Hồng
        Huệ Hương Hường Khuyên Lan Lành Liên Linh Loan Lý Mai Mận Minh Mỹ Nga Ngân Nghĩa Ngọc
        Nguyệt Nhàn Nhung Nương Oanh Phượng Quyên Quỳnh Sương Tâm Thảo Thắm Thêu Thoa Thơm Thu
        Thủy Thúy Thư Tịnh Trang Trâm Trinh Tuyết Ước Uyên Vân Xuân Xuyến Yến
        """
    ),
}

# names whose making is not family + middle + given, and long ones, which badges must hold
OTHER_NAMES = (
    Named("Y Wang Niê", _MEN, "Ê-đê"),
    Named("H'Hen Niê", _WOMEN, "Ê-đê"),
    Named("Y Bhiêo Mlô", _MEN, "Ê-đê"),
    Named("H'Loan Byă", _WOMEN, "Ê-đê"),
    Named("Y Thịnh Kbuôr", _MEN, "Ê-đê"),
    Named("H'Juin Êban", _WOMEN, "Ê-đê"),
    Named("Y Mroai Niê Kdăm", _MEN, "Ê-đê"),
    Named("H'Bluin Ayŭn", _WOMEN, "Ê-đê"),
    Named("Y Krông Hmok", _MEN, "Ê-đê"),
    Named("H'Mry Niê Siêng", _WOMEN, "Ê-đê"),
    Named("Y Dhăm Ênuôl", _MEN, "Ê-đê"),
    Named("H'Wưn Buôn Yă", _WOMEN, "Ê-đê"),
    Named("Y Săn Ktla", _MEN, "Ê-đê"),
    Named("H'Đêl Knul", _WOMEN, "Ê-đê"),
    Named("Y Nhuân Bkrông", _MEN, "Mnông"),
    Named("H'Mai Bdap", _WOMEN, "Mnông"),
    Named("Điểu K'Lơn", _MEN, "Mnông"),
    Named("Thị Brơi", _WOMEN, "Mnông"),
    Named("Y Xuyên Liêng Hót", _MEN, "Mnông"),
    Named("K'Brết", _MEN, "Cơ-ho"),
    Named("Ka Să H'Rin", _WOMEN, "Cơ-ho"),
    Named("Rơ Châm H'Út", _WOMEN, "Gia-rai"),
    Named("Siu Blơm", _MEN, "Gia-rai"),
    Named("A Thưn", _MEN, "Xơ-đăng"),
    Named("Nông Văn Sình", _MEN, "Tày"),
    Named("Hoàng Thị Lả", _WOMEN, "Tày"),
    Named("Ma Thị Nhình", _WOMEN, "Tày"),
    Named("Bế Ích Quân", _MEN, "Tày"),
    Named("Lục Văn Tòng", _MEN, "Tày"),
    Named("Vi Thị Slao", _WOMEN, "Nùng"),
    Named("Lý Văn Páo", _MEN, "Nùng"),
    Named("Hứa Thị Én", _WOMEN, "Nùng"),
    Named("Chu Văn Khìn", _MEN, "Nùng"),
    Named("Triệu Mùi Phấy", _WOMEN, "Dao"),
    Named("Bàn Tiến Chòi", _MEN, "Dao"),
    Named("Quách Văn Bơ", _MEN, "Mường"),
    Named("Bùi Thị Nhẫn", _WOMEN, "Mường"),
    Named("Lò Văn Ún", _MEN, "Thái"),
    Named("Quàng Thị Pâng", _WOMEN, "Thái"),
    Named("Giàng A Chớ", _MEN, "Hmông"),
    Named("Công Tằng Tôn Nữ Phương Thảo", _WOMEN),
    Named("Công Huyền Tôn Nữ Như Nguyệt", _WOMEN),
    Named("Nguyễn Phúc Vĩnh Bảo Khương", _MEN),
    Named("Tôn Thất Hoàng Ưng Thiện", _MEN),
    Named("Trần Lê Nguyễn Hoàng Quỳnh Nghiêng", _WOMEN),
    Named("Lê Ước", _MEN),
)


def pick(chance: Random, items: Sequence[_Item]) -> _Item:
    """Choose by `random()` alone, the one call that Python keeps equal between versions."""
    return items[int(chance.random() * len(items))]


def kinh_names(chance: Random, taken: set[str]) -> Iterator[Named]:
    """Invent names without end, each once."""
    while True:
        gender = _WOMEN if chance.random() < 0.45 else _MEN
        parts = (
            pick(chance, _FAMILIES),
            pick(chance, _MIDDLES[gender]),
            pick(chance, _GIVEN[gender]),
        )
        name = " ".join(parts)
        if name not in taken and parts[1].rpartition(" ")[2] != parts[2]:
            taken.add(name)
            yield Named(name, gender)
