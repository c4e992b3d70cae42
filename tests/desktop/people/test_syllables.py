from __future__ import annotations

import pytest
from hypothesis import given, settings

from desktop.people.syllables import Fit, fit, is_syllable, words
from tests.desktop.people.vietnamese import syllables


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Ước Hoàng Quỳnh Quân Giêng Gì Gìn Giỏi Nghĩa Thuỷ Thủy Khuê Khuyên Quốc Quyết",
        "Ỷ Ý Yến Yên Út Ánh Ấn Thuở Huơ Đặng Bưởi Mười Hưng Tưởng Bích Trạch Xuyến Khoẻ Ngoạn",
        "Loan Nguyệt Thoại Oanh Uyên Uyển Quách Sửu Lưu Hươu Kiều Liễu Thế Huế Tuệ Quế Giảng",
        "Hiệu Gương Khiếu Khương Quảng Quãng Quí Quý Qúy Huỳnh Huýt Cường Vượng Phượng Hoà Hòa",
        "khuya ngoẻo rượu NGUYỄN xoong",
    ],
)
def test_vietnamese_words_are_syllables(text: str) -> None:
    assert [word for word in words(text) if not is_syllable(word)] == []


def test_other_words_are_not() -> None:
    others = "Phơng Hng Trờng Baù Hoaø mưà tiêng1 Wang thíấ tat tàt Müller"
    assert [word for word in ["", *others.split()] if is_syllable(word)] == []


@settings(deadline=None)
@given(syllables())
def test_whatever_the_rules_build_is_a_syllable_in_any_case(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert fit(word) is Fit.SYLLABLE


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Niê", Fit.SYLLABLE),
        ("KRÔNG", Fit.SYLLABLE),
        ("H'Hen", Fit.LETTERS),
        ("H'Út", Fit.LETTERS),
        ("Ayŭn", Fit.SYLLABLE),
        ("Êñuôl", Fit.SYLLABLE),
        ("Čư", Fit.LETTERS),
        ("José", Fit.LETTERS),
        ("Müller", Fit.FOREIGN),
        ("François", Fit.FOREIGN),
        ("Hång", Fit.FOREIGN),
        ("Лев", Fit.FOREIGN),
    ],
)
def test_a_word_fits_as_a_syllable_by_its_letters_or_not(word: str, expected: Fit) -> None:
    assert fit(word) is expected


def test_words_are_letters_and_what_apostrophes_join() -> None:
    assert words("H'Hen Niê, K’Brết (1975) – Thôn 5a!") == ["H'Hen", "Niê", "K’Brết", "Thôn", "a"]
