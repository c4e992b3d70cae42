from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.people.columns import ColumnMapping, guess
from desktop.people.encoding_doubts import ConversionDoubt
from desktop.people.encoding_evidence import font_encoding, is_capital_font, strong_encodings
from desktop.people.import_report import ImportProblemCode
from desktop.people.list_sheet import Cell, CellKind, ListSheet
from desktop.people.old_codes import OldEncoding
from desktop.people.old_encodings import (
    Certainty,
    EncodingChoice,
    EncodingProposal,
    converted,
    guess_encodings,
)
from tests.desktop.people.invented_people import (
    EVERY_MINORITY_NAME,
    addresses,
    minority_names,
    vietnamese_names,
)
from tests.desktop.people.list_files import Plan, write_xlsx
from tests.desktop.people.lists import a_sheet, previewed, read_sheet
from tests.desktop.people.old_encoders import (
    ENCODERS,
    to_tcvn3,
    to_tcvn3_capitals,
    to_utf8_as_cp1252,
    to_vni,
)
from tests.desktop.people.vietnamese import names, sentences

HEADING = ("STT", "Họ và tên", "Đơn vị")
GUESSED = [each for each in OldEncoding if each is not OldEncoding.TCVN3_CAPITALS]


def a_list(*people: object, heading: object = "Họ và tên", **fields: Any) -> ListSheet:
    return a_sheet((heading,), *((name,) for name in people), **fields)


def proposals(sheet: ListSheet) -> tuple[EncodingProposal, ...]:
    return guess_encodings(sheet, guess(sheet))


def agreed(sheet: ListSheet) -> ListSheet:
    """Convert what is proposed."""
    return converted(sheet, [each.choice for each in proposals(sheet)], guess(sheet))


def column(sheet: ListSheet, number: int) -> list[str]:
    return [cell.text for row in sheet.rows if (cell := row.cell(number))]


def doubts(sheet: ListSheet) -> list[tuple[str, ConversionDoubt, tuple[str, ...]]]:
    return [
        (one.change.before, one.doubt, one.suggestions)
        for proposal in proposals(sheet)
        for one in proposal.doubtful
    ]


@pytest.mark.parametrize("encoding", GUESSED)
def test_a_list_of_500_is_recognised_and_converted_without_a_wrong_letter(
    encoding: OldEncoding,
) -> None:
    old = ENCODERS[encoding]
    people, places = vietnamese_names(500), addresses(500)
    rows = [
        (number, old(one), old(two))
        for number, (one, two) in enumerate(zip(people, places, strict=True), 1)
    ]
    sheet = a_sheet(tuple(map(old, HEADING)), *rows)
    found = proposals(sheet)
    assert [(each.column, each.encoding, each.certainty) for each in found] == [
        (2, encoding, Certainty.CERTAIN),
        (3, encoding, Certainty.CERTAIN),
    ]
    result = agreed(sheet)
    assert column(result, 2) == ["Họ và tên", *people]
    if encoding is OldEncoding.TCVN3:  # which has no Ấ
        places = [place.replace("Ấp", "ấp") for place in places]
    assert column(result, 3) == ["Đơn vị", *places]
    assert proposals(result) == ()


def test_capitals_of_a_capital_font_are_found_without_the_font() -> None:
    people = [name.upper() for name in vietnamese_names(500)]
    sheet = a_list(*map(to_tcvn3_capitals, people), heading=to_tcvn3_capitals("HỌ VÀ TÊN"))
    assert column(agreed(sheet), 1) == ["HỌ VÀ TÊN", *people]


def test_5000_names_come_back_from_four_columns(tmp_path: Path) -> None:
    people = vietnamese_names(5000, seed=7)
    decomposed = [unicodedata.normalize("NFD", name) for name in people]
    rows = zip(map(to_tcvn3, people), map(to_vni, people), decomposed, people, strict=True)
    heading = ("Họ và tên", "Đại diện", "Đơn vị", "Chức vụ")
    sheet = read_sheet(write_xlsx(tmp_path, Plan(rows=[heading, *rows])))
    assert [each.column for each in proposals(sheet)] == [1, 2]
    result = agreed(sheet)
    for number, head in enumerate(heading, 1):
        assert column(result, number) == [head, *people]


@pytest.mark.parametrize("people", [vietnamese_names(500, with_vowels=True), minority_names(500)])
def test_500_names_in_unicode_are_left_alone(people: list[str]) -> None:
    rows = [(name, place) for name, place in zip(people, addresses(500), strict=True)]
    assert proposals(a_sheet(("Họ và tên", "Đơn vị"), *rows)) == ()


@settings(deadline=None)
@given(
    st.lists(names(), min_size=1, max_size=30), st.sampled_from(["", "Arial", "Times New Roman"])
)
def test_unicode_is_never_touched(people: list[str], font: str) -> None:
    sheet = a_list(*people, fonts={1: font})
    assert proposals(sheet) == ()
    assert strong_encodings(" ".join(people)) == ()


@pytest.mark.parametrize("name", [*EVERY_MINORITY_NAME, "Hoà", "Thuý", "Müller", "François", "Zoë"])
@pytest.mark.parametrize("font", ["", "Times New Roman"])
def test_every_name_alone_is_left_alone(name: str, font: str) -> None:
    assert proposals(a_list(name, fonts={1: font})) == ()


@pytest.mark.parametrize(
    "text",
    ["Nhóm máu O+", "O+", "Lớp 5A(1)", "Na(m)", "5µm", "100°C", "420 m² đất, ½ ha", "«Nam»",
     "Honda®", "a@b.vn", "“Dân vận khéo” – 2024", "Nº 5", "x", "A+", "§ 5", "U~", "Ð"],
)  # fmt: skip
def test_signs_in_good_text_are_no_old_encoding(text: str) -> None:
    assert proposals(a_list(text, text, text)) == ()


@settings(deadline=None)
@given(st.lists(names(), min_size=1, max_size=20), st.sampled_from(GUESSED), st.data())
def test_only_cells_in_the_old_encoding_are_converted(
    people: list[str], encoding: OldEncoding, data: st.DataObject
) -> None:
    old = data.draw(st.lists(sentences().map(str.title), max_size=10))
    result = agreed(a_list(*people, *map(ENCODERS[encoding], old)))
    for name, text in zip(people, column(result, 1)[1:], strict=False):
        if any(ord(char) > 0xFF for char in name):
            assert text == name


def test_a_mixed_column_is_converted_cell_by_cell() -> None:
    people = vietnamese_names(200)
    texts = [to_tcvn3(name) if number % 3 == 0 else name for number, name in enumerate(people)]
    sheet = a_list(*texts)
    (found,) = proposals(sheet)
    assert found.encoding is OldEncoding.TCVN3
    result = column(agreed(sheet), 1)[1:]
    left = {one.change.row - 2 for one in found.doubtful}
    assert [number for number in range(200) if result[number] != people[number]] == sorted(
        number for number in left if number % 3 == 0
    )


def test_a_column_in_two_encodings_has_two_proposals() -> None:
    people = vietnamese_names(60)
    texts = [to_tcvn3(name) if number < 20 else to_vni(name) for number, name in enumerate(people)]
    sheet = a_list(*texts)
    assert {each.encoding for each in proposals(sheet)} == {OldEncoding.TCVN3, OldEncoding.VNI}
    wrong = [
        name
        for name, text in zip(people, column(agreed(sheet), 1)[1:], strict=True)
        if text != name
    ]
    assert len(wrong) <= 2


@pytest.mark.parametrize(
    ("font", "encoding", "is_capital"),
    [
        (".VnTime", OldEncoding.TCVN3, False),
        (".VnArialH", OldEncoding.TCVN3, True),
        (" .vntime", OldEncoding.TCVN3, False),
        ("VNI-Times", OldEncoding.VNI, False),
        ("VNI Helve", OldEncoding.VNI, False),
        ("Times New Roman", None, False),
        ("VnTime", None, False),
        ("", None, False),
        ("HelveticaH", None, False),
    ],
)
def test_a_font_tells_what_it_was_made_for(
    font: str, encoding: OldEncoding | None, is_capital: bool
) -> None:
    assert font_encoding(font) is encoding
    assert is_capital_font(font) is is_capital


def test_the_font_tells_where_the_text_alone_does_not() -> None:
    sheet = a_list("Lý Tó", "Tõ Bé", fonts={1: ".VnTime"})
    (found,) = proposals(sheet)
    assert (found.by_font, found.certainty) == (2, Certainty.CERTAIN)
    assert column(agreed(sheet), 1)[1:] == ["Lý Tú", "Từ Bộ"]
    assert proposals(a_list("Lý Tó", "Tõ Bé")) == ()


def test_a_capital_font_makes_capitals_of_every_letter(tmp_path: Path) -> None:
    rows = [["Họ và tên"], ["nguyÔn v¨n an"], ["le an"], ["NguyÔn V¨n An"]]
    plan = Plan(rows=rows, fonts={1: ".VnTimeH"}, cell_fonts={(1, 1): "Arial", (4, 1): ".VnTime"})
    assert column(agreed(read_sheet(write_xlsx(tmp_path, plan))), 1)[1:] == [
        "NGUYỄN VĂN AN",
        "LE AN",
        "Nguyễn Văn An",
    ]


def test_unicode_in_an_old_font_is_left_alone() -> None:
    sheet = a_list("Nguyễn Thị Ước", "Lê Thúy", "Bùi Hùng", fonts={1: ".VnTime"})
    assert proposals(sheet) == ()


def test_what_a_font_would_make_worse_is_left_alone() -> None:
    assert proposals(a_list("Thúy", "Khoát", fonts={1: ".VnTime"})) == ()


def test_examples_come_from_below_the_heading() -> None:
    people = vietnamese_names(20)
    sheet = a_list(*map(to_tcvn3, people), heading=to_tcvn3("Họ và tên"))
    unknown = guess_encodings(sheet, ColumnMapping())[0]
    assert unknown.examples[0].after == "Họ và tên"
    known = guess_encodings(sheet, ColumnMapping(heading_rows=(1,)))[0]
    assert [each.after for each in known.examples] == people[:5]
    assert (known.examples[0].row, known.examples[0].before) == (2, to_tcvn3(people[0]))
    assert known.count == 21


def test_few_cells_without_a_font_are_likely_only() -> None:
    (found,) = proposals(a_list("NguyÔn V¨n An", "Lê Thị Bình"))
    assert (found.certainty, found.count) == (Certainty.LIKELY, 1)


def test_a_lost_letter_is_reported_and_not_guessed() -> None:
    lost = to_tcvn3("Nguyễn Thị Phương").replace("\u00ad", "")
    sheet = a_list(lost, to_tcvn3("Trần Văn Lưu").replace("\u00ad", ""), "Lª An")
    assert doubts(sheet) == [
        (lost, ConversionDoubt.LOST_LETTER, ("Nguyễn Thị Phương",)),
        ("TrÇn V¨n Lu", ConversionDoubt.LOST_LETTER, ("Trần Văn Lưu",)),
    ]
    result = agreed(sheet)
    assert column(result, 1)[1:] == ["Nguyễn Thị Phơng", "Trần Văn Lu", "Lê An"]
    assert result.doubtful == ((2, 1), (3, 1))


def test_a_word_left_plain_by_a_lost_letter_is_reported() -> None:
    sheet = a_list("NguyÔn V¨n Hng", "Hng", "LÊ VĂN HNG", "TRÇN HNG")
    assert [doubt for _, doubt, _ in doubts(sheet)] == [ConversionDoubt.LOST_LETTER] * 3
    assert doubts(sheet)[2][2] == ("TRẦN HƯNG",)


def test_a_letter_that_was_not_lost_elsewhere_is_not_missed() -> None:
    sheet = a_list(to_tcvn3("Lưu Hưng"), to_tcvn3("Trần Lu"), to_tcvn3("Phạm Văn Lu"))
    assert doubts(sheet) == []


def test_a_capital_that_tcvn3_has_not_is_reported_in_names() -> None:
    sheet = a_list("NguyÔn ThÞ ¸nh", "Lª ý", "NguyÔn V¨n An")
    assert doubts(sheet) == [
        ("NguyÔn ThÞ ¸nh", ConversionDoubt.LOST_CAPITAL, ("Nguyễn Thị Ánh",)),
        ("Lª ý", ConversionDoubt.LOST_CAPITAL, ("Lê Ý",)),
    ]
    assert doubts(a_list("Ñy ban x· ¸nh", "Th«n ¸nh", heading="Đơn vị")) == []


def test_signs_that_remain_are_reported() -> None:
    assert doubts(a_list("NguyÔn V¨n An²")) == [("NguyÔn V¨n An²", ConversionDoubt.LEFT_OVER, ())]


def test_a_cell_with_letters_cut_off_is_left_alone() -> None:
    sheet = a_list(to_utf8_as_cp1252("Nguyễn Văn") + " Th\u00c3", to_utf8_as_cp1252("Lê Ước"))
    assert proposals(sheet)[0].count == 1


def test_what_reads_well_both_ways_goes_with_the_column_and_is_reported() -> None:
    sheet = a_list("NguyÔn V¨n An", "TrÇn ThÞ B×nh", "Lý Tó")
    assert doubts(sheet) == [("Lý Tó", ConversionDoubt.AMBIGUOUS, ("Lý Tó",))]
    assert column(agreed(sheet), 1)[-1] == "Lý Tú"


def test_what_reads_well_both_ways_stays_among_unicode_and_is_reported() -> None:
    sheet = a_list("NguyÔn V¨n An", "Trần Thị Bình", "Lý Tó")
    assert doubts(sheet) == [("Lý Tó", ConversionDoubt.AMBIGUOUS, ("Lý Tú",))]
    result = agreed(sheet)
    assert column(result, 1)[1:] == ["Nguyễn Văn An", "Trần Thị Bình", "Lý Tó"]
    assert result.doubtful == ((4, 1),)


def test_one_old_row_among_many_does_not_make_the_others_doubtful() -> None:
    sheet = a_list(*vietnamese_names(60), "NguyÔn V¨n An", "Lý Tó")
    assert doubts(sheet) == []


def test_an_encoding_can_be_chosen_where_none_was_found() -> None:
    sheet = a_list("Lý Tó", "nguyen", "Nguyễn", "Lª An")
    chosen = converted(sheet, [EncodingChoice(1, OldEncoding.TCVN3_CAPITALS)], guess(sheet))
    assert column(chosen, 1)[1:] == ["LÝ TÚ", "nguyen", "Nguyễn", "LÊ AN"]
    other = converted(a_list("Hoà"), [EncodingChoice(1, OldEncoding.VNI)], ColumnMapping())
    assert column(other, 1)[1:] == ["Hồ"]
    assert other.doubtful == ((2, 1),)


def test_a_choice_for_a_column_that_is_not_there_changes_nothing() -> None:
    sheet = a_list("NguyÔn")
    assert converted(sheet, [EncodingChoice(9, OldEncoding.VNI)], guess(sheet)).rows == sheet.rows


def test_nothing_is_converted_that_was_not_agreed_to() -> None:
    sheet = a_sheet(("Họ và tên", "Đơn vị"), ("NguyÔn V¨n An", "Th«n §«ng"))
    first = proposals(sheet)[0]
    result = converted(sheet, [first.choice], guess(sheet))
    assert [cell.text for cell in result.rows[1].cells] == ["Nguyễn Văn An", "Th«n §«ng"]


def test_a_converted_cell_keeps_what_it_held_and_its_lines() -> None:
    cell = Cell(0, "B»ng khen GiÊy khen", original="B»ng khen\nGiÊy khen")
    (row,) = agreed(a_sheet((cell,))).rows
    assert row.cells == (
        Cell(
            1,
            "Bằng khen Giấy khen",
            original="Bằng khen\nGiấy khen",
            unconverted="B»ng khen\nGiÊy khen",
        ),
    )


def test_merged_cells_are_converted_with_the_one_they_copy(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Họ và tên", "Đơn vị"],
        ["An", to_tcvn3("Thôn Đông")],
        ["Bình", None],
    ]
    sheet = read_sheet(write_xlsx(tmp_path, Plan(rows=rows, merged=("B2:B3",))))
    result = agreed(sheet)
    assert column(result, 2) == ["Đơn vị", "Thôn Đông", "Thôn Đông"]
    copy = result.rows[2].cell(2)
    assert copy is not None
    assert (copy.origin_row, copy.origin_column) == (2, 2)


def test_long_texts_are_converted_too() -> None:
    text = " ".join(vietnamese_names(100))
    sheet = a_list(to_tcvn3(text), "x" * 500)
    assert column(agreed(sheet), 1)[1:] == [text, "x" * 500]
    assert proposals(a_list("é" * 500)) == ()


def test_numbers_and_errors_are_no_text() -> None:
    sheet = a_list(Cell(0, "#N/A»", CellKind.ERROR), 1975, fonts={1: ".VnTime"})
    assert proposals(sheet) == ()


def test_a_heading_in_an_old_encoding_is_found_after_the_conversion() -> None:
    heading = tuple(map(to_tcvn3, HEADING))
    sheet = a_sheet(heading, (1, to_tcvn3("Lê Văn An"), to_tcvn3("Thôn Đông")))
    assert previewed(sheet).delegates == ()
    (delegate,) = previewed(agreed(sheet)).delegates
    assert (delegate.name, delegate.unit) == ("Lê Văn An", "Thôn Đông")


def test_doubtful_cells_are_problems_of_the_import() -> None:
    sheet = a_list("NguyÔn V¨n An", "TrÇn ThÞ B×nh", "Lý Tó")
    result = previewed(agreed(sheet))
    assert [(each.cell, each.code, each.value) for each in result.problems] == [
        ("A4", ImportProblemCode.CONVERSION_DOUBTFUL, "Lý Tú")
    ]


@pytest.mark.parametrize(
    "text", ["NguyÔn V¨n ¦íc", "Xin chµo", "§ç ThÞ Hång", "Nguyeãn Vaên Öôùc", "Ñaëng Thò Haø"]
)
def test_text_of_old_fonts_is_recognised_alone(text: str) -> None:
    assert strong_encodings(text) != ()


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
    assert strong_encodings(text) == ()
