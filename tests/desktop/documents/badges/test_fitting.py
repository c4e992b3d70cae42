"""Text into boxes, measured with a font whose every character is half as wide as high."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.documents.badges.fitting import Fitted, Frame, fit, glued_words

FRAME = Frame(
    width=240, height=52, full_size=32, floor_size=20, line_height=1.25, lines=2, lines_first=False
)
words = st.lists(st.text("aĐệ", min_size=1, max_size=30), min_size=1, max_size=60)


def half_em(text: str) -> float:
    return len(text) / 2


def test_a_short_name_has_the_full_size() -> None:
    assert fit("Ngô Thị Ước", FRAME, half_em) == Fitted(("Ngô Thị Ước",), 32)


def test_a_longer_name_fills_its_line_exactly() -> None:
    fitted = fit("Nguyễn Thị Hằng Nga", FRAME, half_em)

    assert fitted.lines == ("Nguyễn Thị Hằng Nga",)
    assert fitted.size == pytest.approx(240 / (19 / 2))
    assert fitted.fits


def test_below_the_floor_the_given_name_moves_to_the_second_line() -> None:
    fitted = fit("Hoà thượng Thích Thiện Đạo", FRAME, half_em)

    assert fitted.lines == ("Hoà thượng Thích Thiện", "Đạo")
    assert fitted.size >= FRAME.floor_size


def test_a_given_name_of_two_words_stays_together() -> None:
    fitted = fit("Hoà thượng Thích Thiện Đạo", FRAME, half_em, tail=2)

    assert fitted.lines == ("Hoà thượng Thích", "Thiện Đạo")


def test_a_name_too_long_before_its_given_name_is_broken_in_the_middle() -> None:
    fitted = fit("Công Tằng Tôn Nữ Hoàng Thị Thùy Dương", FRAME, half_em)

    assert fitted.lines == ("Công Tằng Tôn Nữ", "Hoàng Thị Thùy Dương")
    assert fitted.fits


def test_a_text_too_long_for_all_lines_is_narrowed_at_the_floor_and_told() -> None:
    fitted = fit("Công Tằng Tôn Nữ Hoàng Thị Thùy Dương Quỳnh Hương Giang", FRAME, half_em)

    assert fitted.size == FRAME.floor_size
    assert fitted.stretch < 1
    assert not fitted.fits


def test_a_single_endless_word_is_narrowed() -> None:
    fitted = fit("a" * 200, FRAME, half_em)

    assert fitted.lines == ("a" * 200,)
    assert fitted.stretch == pytest.approx(240 / (100 * 20))


def test_a_high_box_takes_more_lines_before_narrowing() -> None:
    roomy = replace(FRAME, height=100)

    fitted = fit(" ".join(["Phước"] * 14), roomy, half_em)

    assert len(fitted.lines) == 4
    assert fitted.stretch == 1
    assert not fitted.fits


def test_a_title_takes_lines_before_it_shrinks() -> None:
    title = replace(FRAME, height=80, full_size=16, floor_size=10, lines=4, lines_first=True)

    fitted = fit("HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN", title, half_em)

    assert fitted.size == 16
    assert len(fitted.lines) == 2


def test_a_title_is_not_broken_inside_a_phrase() -> None:
    text = "HỘI NGHỊ BIỂU DƯƠNG NGƯỜI TỐT, VIỆC TỐT"
    glued = glued_words(text, ("người tốt, việc tốt", "hội nghị"))
    title = replace(FRAME, height=80, full_size=16, floor_size=10, lines=3, lines_first=True)

    fitted = fit(text, title, half_em, glued)

    assert fitted.lines == ("HỘI NGHỊ BIỂU DƯƠNG", "NGƯỜI TỐT, VIỆC TỐT")


def test_phrases_give_way_where_they_would_leave_no_break() -> None:
    everything = frozenset(range(1, 7))
    title = replace(FRAME, full_size=20, floor_size=16, lines_first=True)

    fitted = fit("một hai ba bốn năm sáu bảy", title, half_em, everything)

    assert len(fitted.lines) == 2
    assert fitted.fits


def test_a_phrase_that_would_not_fit_on_its_line_is_broken() -> None:
    text = "HỘI NGHỊ BIỂU DƯƠNG NGƯỜI TỐT, VIỆC TỐT"
    glued = frozenset(range(2, 8))
    title = replace(FRAME, height=50, full_size=20, floor_size=19, lines_first=True)

    fitted = fit(text, title, half_em, glued)

    assert fitted.lines == ("HỘI NGHỊ BIỂU DƯƠNG", "NGƯỜI TỐT, VIỆC TỐT")
    assert fitted.fits


def test_a_phrase_is_found_only_at_the_beginning_of_words() -> None:
    assert glued_words("LIÊN ĐẠI HỘI NGHỊ", ("đại hội", "ại hội")) == frozenset({2})


@given(words, st.booleans(), st.integers(1, 4), st.integers(0, 3))
def test_no_text_leaves_its_box_or_loses_a_word(
    parts: list[str], lines_first: bool, lines: int, tail: int
) -> None:
    frame = replace(FRAME, lines=lines, height=lines * 25.5, lines_first=lines_first)
    text = " ".join(parts)

    fitted = fit(text, frame, half_em, tail=tail)

    assert " ".join(fitted.lines) == text
    assert len(fitted.lines) * fitted.size * frame.line_height <= frame.height + 1e-6
    for line in fitted.lines:
        assert half_em(line) * fitted.size * fitted.stretch <= frame.width + 1e-6
    assert fitted.size <= frame.full_size
    assert fitted.fits == (fitted.stretch == 1 and len(fitted.lines) <= lines)
    if fitted.fits:
        assert fitted.size >= frame.floor_size
