"""Marks that no precomposed letter carries stand over their letter."""

from __future__ import annotations

import pytest

from desktop.documents.fonts import Face, glyph_box, width_pt
from desktop.documents.marks import has_marks, reaches_high, with_marks_placed

_BREVE, _TILDE, _DOT_BELOW = "\u0306", "\u0303", "\u0323"
_SIZE = 1000.0  # so that points are thousandths


def test_only_combining_characters_are_marks() -> None:
    assert has_marks("Ê" + _BREVE)
    assert not has_marks("Ễ – “中”")


@pytest.mark.parametrize("face", [Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC])
@pytest.mark.parametrize("letter", "ÊêƠơưô")
def test_a_mark_stands_over_the_middle_of_its_letter(face: Face, letter: str) -> None:
    base, mark = with_marks_placed(letter + _BREVE, face, _SIZE)
    breve, below = glyph_box(_BREVE, face), glyph_box(letter, face)
    assert (base.text, base.right_pt, base.up_pt) == (letter, 0, 0)
    assert mark.right_pt + breve.middle == pytest.approx(below.middle)
    assert mark.up_pt + breve.bottom > below.top


def test_two_marks_are_stacked() -> None:
    _, first, second = with_marks_placed("w" + _BREVE + _TILDE, Face.SERIF, _SIZE)
    top = first.up_pt + glyph_box(_BREVE, Face.SERIF).top
    assert second.up_pt + glyph_box(_TILDE, Face.SERIF).bottom > top


def test_a_mark_below_stays_at_the_foot() -> None:
    _, mark = with_marks_placed("q" + _DOT_BELOW, Face.SERIF, _SIZE)
    assert mark.up_pt == 0


def test_text_around_marks_keeps_its_place_and_order() -> None:
    text = f"Y Brơ{_BREVE}k Niê{_BREVE}"
    placed = list(with_marks_placed(text, Face.SERIF, _SIZE))
    assert "".join(one.text for one in placed) == text
    after = placed[2]
    assert after.text == "k Niê"
    assert after.right_pt == pytest.approx(width_pt("Y Brơ", Face.SERIF, _SIZE))


def test_a_mark_without_a_letter_is_left_alone() -> None:
    assert [one.text for one in with_marks_placed(_BREVE + "a", Face.SERIF, _SIZE)] == [
        _BREVE + "a"
    ]


@pytest.mark.parametrize("text", ["Ê" + _BREVE + "ban", "Y Ơ" + _BREVE, "Krông Ô" + _TILDE])
def test_two_marks_over_a_capital_reach_high(text: str) -> None:
    assert reaches_high(text)


@pytest.mark.parametrize("text", ["", _BREVE, "ê" + _BREVE, "W" + _BREVE, "Ê" + _DOT_BELOW, "Ễ"])
def test_other_marks_stand_within_a_line(text: str) -> None:
    assert not reaches_high(text)
