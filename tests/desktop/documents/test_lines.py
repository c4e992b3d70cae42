"""Lines break at spaces, keep together what belongs together, and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.fonts import Face, width_pt
from desktop.documents.lines import Line, Stretch, Word, break_evenly, break_lines, split_words

_SIZE = 14.0
_TEXTS = st.text(alphabet="aăđếWi .,-/\u00a0", max_size=200)


def words(text: str, face: Face = Face.SERIF) -> list[Word]:
    return split_words([Stretch(text, face)], _SIZE)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_a_centred_text_of_two_words_is_not_divided_inside_a_word() -> None:
    words = split_words([Stretch("Trình độ", Face.SERIF_BOLD)], 12.0)
    lines = break_evenly(words, 12.0, words[0].width_pt + 4.0)
    assert [line.text for line in lines] == ["Trình", "độ"]


def test_spaces_of_any_number_part_words() -> None:
    assert [word.stretches[0].text for word in words("  một\thai\nba   bốn ")] == [
        "một",
        "hai",
        "ba",
        "bốn",
    ]


def test_a_no_break_space_holds_its_neighbours() -> None:
    assert len(words("70\u00a0%")) == 1


def test_a_dash_between_words_never_starts_a_line() -> None:
    assert [word.stretches[-1].text for word in words("Văn phòng - Thống kê")][1] == "\u00a0-"


def test_a_number_stays_with_the_word_it_counts() -> None:
    joined = ["".join(part.text for part in word.stretches) for word in words("tại Thôn 4, xã 1 2")]
    assert joined == ["tại", "Thôn\u00a04,", "xã\u00a01", "2"]


def test_a_leading_dash_is_a_word() -> None:
    assert len(words("- một")) == 2


def test_a_word_may_change_its_face_inside() -> None:
    parts = split_words([Stretch("Tên: đậ", Face.SERIF), Stretch("m", Face.SERIF_BOLD)], _SIZE)
    assert len(parts) == 2
    assert [part.face for part in parts[1].stretches] == [Face.SERIF, Face.SERIF_BOLD]
    assert texts(break_lines(parts, _SIZE, 400)) == ["Tên: đậm"]


def test_stretches_of_one_face_are_drawn_as_one() -> None:
    line = break_lines(words("một hai ba"), _SIZE, 400)[0]
    assert len(line.stretches) == 1
    assert line.gaps == 2
    assert line.is_last


def test_the_first_line_gives_room_to_its_indent() -> None:
    text = words("một hai ba bốn")
    width = break_lines(text, _SIZE, 1000)[0].width_pt
    assert len(break_lines(text, _SIZE, width + 1)) == 1
    assert len(break_lines(text, _SIZE, width + 1, first_indent_pt=36)) == 2


def test_the_last_word_is_not_left_alone() -> None:
    text = words("a bằng " + "ba bốn " * 9 + "a b")
    width = break_lines(text[:-1], _SIZE, 1000)[0].width_pt
    assert texts(break_lines(text, _SIZE, width + 1))[1] == "a b"


def test_the_last_word_stays_alone_rather_than_tear_the_line_above() -> None:
    text = words("một hai ba bốn nghiêng sáu")
    width = break_lines(text[:-1], _SIZE, 1000)[0].width_pt
    assert texts(break_lines(text, _SIZE, width + 1))[1] == "sáu"


def test_a_word_wider_than_the_line_is_divided_after_a_mark() -> None:
    lines = texts(break_lines(words("https://binhhoa.daklak.gov.vn/thi-dua"), _SIZE, 120))
    assert lines[0] == "https://binhhoa."
    assert "".join(lines) == "https://binhhoa.daklak.gov.vn/thi-dua"


def test_even_lines_are_about_as_long() -> None:
    lines = break_evenly(words("Tổ chức Hội nghị tuyên dương điển hình tiên tiến"), _SIZE, 250)
    assert len(lines) == 2
    assert max(line.width_pt for line in lines) - min(line.width_pt for line in lines) < 60


def test_nothing_to_set_gives_no_line() -> None:
    assert break_lines([], _SIZE, 100) == []
    assert break_evenly([], _SIZE, 100) == []


@given(_TEXTS, st.floats(min_value=40, max_value=500))
def test_no_line_is_wider_than_its_measure_and_no_letter_is_lost(text: str, measure: float) -> None:
    for lines in (
        break_lines(words(text), _SIZE, measure),
        break_evenly(words(text), _SIZE, measure),
    ):
        for line in lines:
            drawn = sum(width_pt(one.text, one.face, _SIZE) for one in line.stretches)
            assert drawn <= measure + 0.01
        kept = "".join("".join(line.text.split()) for line in lines)
        assert kept == "".join(text.split())
