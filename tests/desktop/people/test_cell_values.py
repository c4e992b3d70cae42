from __future__ import annotations

import pytest

from db.records import Gender
from desktop.people.cell_values import (
    NumberDoubt,
    NumberReading,
    read_gender,
    read_id_number,
    read_mark,
    read_phone,
    split_honours,
    split_post_and_unit,
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("x", True),
        ("X", True),
        ("✓", True),
        ("Có", True),
        ("1", True),
        ("Đảng viên", True),
        ("03/02/2005", True),
        ("2005", True),
        ("không", False),
        ("0", False),
        ("-", False),
        ("Chưa", False),
        ("Quần chúng", False),
        ("?", None),
        ("xem sau", None),
    ],
)
def test_a_mark_says_yes_or_no(text: str, mark: bool | None) -> None:
    assert read_mark(text) is mark


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Nam", Gender.MALE),
        ("NỮ", Gender.FEMALE),
        ("nu", Gender.FEMALE),
        ("Ông", Gender.MALE),
        ("bà", Gender.FEMALE),
        ("khác", None),
    ],
)
def test_a_gender_is_read(text: str, gender: Gender | None) -> None:
    assert read_gender(text) is gender


@pytest.mark.parametrize(
    ("text", "was_number", "reading"),
    [
        ("066075001234", False, NumberReading("066075001234")),
        ("066 075 001 234", False, NumberReading("066075001234")),
        ("240123456", True, NumberReading("240123456")),
        ("66075001234", True, NumberReading("066075001234", NumberDoubt.ZERO_RESTORED)),
        ("1075001234", True, NumberReading("001075001234", NumberDoubt.ZERO_RESTORED)),
        ("40123456", True, NumberReading("040123456", NumberDoubt.ZERO_RESTORED)),
        ("66075001234", False, NumberReading("66075001234", NumberDoubt.ODD)),
        ("6.6075E+10", True, NumberReading("6.6075E+10", NumberDoubt.DIGITS_LOST)),
        ("6,6E+10", False, NumberReading("6,6E+10", NumberDoubt.DIGITS_LOST)),
        ("chưa có", False, NumberReading("chưa có", NumberDoubt.ODD)),
    ],
)
def test_a_card_number_keeps_its_zeros(text: str, was_number: bool, reading: NumberReading) -> None:
    assert read_id_number(text, was_number=was_number) == reading


@pytest.mark.parametrize(
    ("text", "was_number", "reading"),
    [
        ("0912 345 678", False, NumberReading("0912 345 678")),
        ("+84 912 345 678", False, NumberReading("+84 912 345 678")),
        ("0912345678; 0262 3812345", False, NumberReading("0912345678; 0262 3812345")),
        ("912345678", True, NumberReading("0912345678", NumberDoubt.ZERO_RESTORED)),
        ("912345678", False, NumberReading("912345678", NumberDoubt.ODD)),
        ("9.12E+08", True, NumberReading("9.12E+08", NumberDoubt.DIGITS_LOST)),
        ("không có", False, NumberReading("không có", NumberDoubt.ODD)),
    ],
)
def test_a_phone_number_stays_as_typed(text: str, was_number: bool, reading: NumberReading) -> None:
    assert read_phone(text, was_number=was_number) == reading


@pytest.mark.parametrize(
    ("text", "post", "unit"),
    [
        ("Chủ tịch - UBND xã Bình Hòa", "Chủ tịch", "UBND xã Bình Hòa"),
        ("Nông dân, buôn Ea Tung", "Nông dân", "buôn Ea Tung"),
        (
            "Hiệu trưởng – Trường THCS Lê Lợi, xã Bình Hòa",
            "Hiệu trưởng",
            "Trường THCS Lê Lợi, xã Bình Hòa",
        ),
        ("Bí thư - Chủ tịch UBND xã", "Bí thư - Chủ tịch UBND xã", ""),
        ("Bí thư Chi bộ, Trưởng thôn", "Bí thư Chi bộ, Trưởng thôn", ""),
        ("Phó Bí thư, Chủ tịch, UBND xã", "Phó Bí thư, Chủ tịch, UBND xã", ""),
        ("Nông dân - Hội viên Hội Nông dân", "Nông dân - Hội viên Hội Nông dân", ""),
        ("Hieu truong - Truong THCS Le Loi", "Hieu truong", "Truong THCS Le Loi"),
        ("Nông dân", "Nông dân", ""),
    ],
)
def test_post_and_unit_are_split_only_when_it_is_clear(text: str, post: str, unit: str) -> None:
    assert split_post_and_unit(text, unit_first=False) == (post, unit)


def test_a_unit_that_stands_first_is_found_there() -> None:
    text = "Trường Tiểu học Lê Lợi - Hiệu trưởng"
    assert split_post_and_unit(text, unit_first=True) == ("Hiệu trưởng", "Trường Tiểu học Lê Lợi")


def test_honours_are_split_and_kept_as_typed() -> None:
    original = "- CSTĐ cơ sở (2021, 2022);\n- Bằng khen của Thủ tướng;  ; CSTĐ cơ sở (2021, 2022)"
    assert split_honours(original) == ("CSTĐ cơ sở (2021, 2022)", "Bằng khen của Thủ tướng")
