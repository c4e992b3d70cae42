"""The shipped fonts draw everything that Vietnamese papers need."""

from __future__ import annotations

import unicodedata

import pytest

from desktop.documents.decree30 import MOTTO, NATIONAL_TITLE, PT_PER_MM
from desktop.documents.fonts import (
    REPLACEMENT,
    Face,
    glyph_box,
    loaded,
    missing_glyphs,
    serif,
    width_pt,
)
from desktop.paths import resource

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_CONSONANTS = "bcdđfghjklmnpqrstvwxz"


def vietnamese_letters() -> str:
    vowels = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    small = "".join(vowels) + _CONSONANTS
    return small + small.upper()


def test_there_are_186_letters_in_both_cases() -> None:
    letters = vietnamese_letters()
    assert len(letters) == len(set(letters)) == 186


@pytest.mark.parametrize("face", list(Face))
def test_every_shipped_face_has_all_letters_marks_and_signs(face: Face) -> None:
    signs = "0123456789 .,;:!?\"'“”‘’()[]/-–—…%&<>+=*#@№₫§°" + REPLACEMENT + "\u00a0"
    minority_letters = "ČčĔĕĬĭŎŏŬŭÑñɃƀ\u0306\u0302"
    assert missing_glyphs(vietnamese_letters() + signs + minority_letters, face) == ""


def test_the_licence_of_the_fonts_ships_with_them() -> None:
    licence = resource("fonts", "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name Liberation" in licence


def test_missing_characters_are_named_once_in_order() -> None:
    assert missing_glyphs("中a😀中", Face.SERIF) == "中😀"


@pytest.mark.parametrize(
    ("text", "size_pt", "width_mm"),
    [(NATIONAL_TITLE, 12, 88.3), (NATIONAL_TITLE, 13, 95.7), (MOTTO, 13, 56.1), (MOTTO, 14, 60.5)],
)
def test_bold_widths_are_those_of_times_new_roman(
    text: str, size_pt: float, width_mm: float
) -> None:
    assert width_pt(text, Face.SERIF_BOLD, size_pt) / PT_PER_MM == pytest.approx(width_mm, abs=0.1)


def test_styles_name_their_faces() -> None:
    assert serif() is Face.SERIF
    assert serif(bold=True) is Face.SERIF_BOLD
    assert serif(italic=True) is Face.SERIF_ITALIC
    assert serif(bold=True, italic=True) is Face.SERIF_BOLD_ITALIC


def test_a_face_is_read_once() -> None:
    assert loaded(Face.SERIF) is loaded(Face.SERIF)


def test_a_glyph_box_tells_where_the_ink_is() -> None:
    letter, space = glyph_box("H", Face.SERIF), glyph_box(" ", Face.SERIF)
    assert 600 < letter.top < 700
    assert letter.left < letter.middle < letter.right
    assert (space.left, space.top) == (0, 0)
