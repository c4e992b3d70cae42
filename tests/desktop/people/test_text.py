from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.text import clean, looks_like_an_old_encoding


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Nguyễn \u00a0 Văn\tƯớc\n", "Nguyễn Văn Ước"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "Nguyễn Thị Ước"),
        ("Lê\u200b Thị\u00ad \ufeffHoa", "Lê Thị Hoa"),
        ("dòng một\r\ndòng hai", "dòng một dòng hai"),
        ("a\x00b\x07c", "abc"),
        ("e\u200b\u0301", "é"),
        ("\ud800x", "\ufffdx"),
        ("<b>A & B</b>", "<b>A & B</b>"),
        ("", ""),
    ],
)
def test_text_is_cleaned_without_a_change_anybody_sees(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once


@pytest.mark.parametrize(
    "text", ["NguyÔn V¨n ¦íc", "Xin chµo", "§ç ThÞ Hång", "Nguyeãn Vaên Öôùc", "Ñaëng Thò Haø"]
)
def test_text_of_old_fonts_is_recognised(text: str) -> None:
    assert looks_like_an_old_encoding(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hiến 420 m² đất, ½ ha",
        "loãng hoà thuỳ quý khuê Uỷ ban uống Hoàng nguyễn thuở",
        "Y Wang Niê, H'Hen Êban, Kpă Ayŭn Čư, K'Brết",
        "NGUYỄN THỊ ƯỚC",
        "“Dân vận khéo” – 2024",
    ],
)
def test_good_text_is_not_taken_for_text_of_old_fonts(text: str) -> None:
    assert not looks_like_an_old_encoding(text)
