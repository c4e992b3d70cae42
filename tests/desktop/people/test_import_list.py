from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import BirthDate, Delegate, Gender
from desktop.people.columns import ColumnMapping, guess, guess_below
from desktop.people.headings import Field
from desktop.people.import_list import preview
from desktop.people.import_report import (
    ImportPreview,
    ImportProblemCode,
    LeftOutReason,
    LeftOutRow,
)
from desktop.people.list_sheet import Cell, CellKind, ListSheet
from tests.builders import ident
from tests.desktop.people.lists import (
    HEADING,
    Values,
    a_sheet,
    a_target,
    a_workbook,
    previewed,
    read_sheet,
    the_groups,
)

EXEMPLAR, GUEST = the_groups()
AN = (1, "Lê Văn An", 1975, "Thôn 1")
BINH = (2, "Hồ Thị Bình", "20/5/1980", "Thôn 2")
Problems = list[tuple[str, ImportProblemCode]]


def problems(result: ImportPreview) -> Problems:
    return [(each.cell, each.code) for each in result.problems]


def reasons(result: ImportPreview) -> dict[int, LeftOutReason]:
    return {row.row: row.reason for row in result.left_out}


def names(result: ImportPreview) -> list[str]:
    return [delegate.name for delegate in result.delegates]


def one(heading: Values, values: Values, **target: Any) -> tuple[Delegate, Problems]:
    result = previewed(a_sheet(("Họ và tên", *heading), ("Lê Văn An", *values)), **target)
    (delegate,) = result.delegates
    return delegate, problems(result)


def test_rows_become_delegates_in_their_order() -> None:
    result = previewed(a_sheet(HEADING, AN, BINH), start_position=5, start_badge=101)
    assert result.delegates == (
        Delegate(
            id=ident(5000),
            conference_id=ident(10),
            position=5,
            badge_number=101,
            name="Lê Văn An",
            birth=BirthDate(year=1975),
            unit="Thôn 1",
        ),
        Delegate(
            id=ident(5001),
            conference_id=ident(10),
            position=6,
            badge_number=102,
            name="Hồ Thị Bình",
            birth=BirthDate(year=1980, month=5, day=20),
            unit="Thôn 2",
        ),
    )
    assert (result.problems, result.left_out, result.unused_columns) == ((), (), ())


def test_names_stay_as_typed() -> None:
    typed = ["NGUYỄN văn ước", "H’Hen Niê", "Công Tằng Tôn Nữ <b>Hà</b> & Co", "K'Brết"]
    result = previewed(a_sheet(("Họ và tên", "Ghi chú"), *((name, "x") for name in typed)))
    assert names(result) == typed


def test_a_name_in_two_columns_is_put_together() -> None:
    result = previewed(a_sheet(("Họ và tên đệm", "Tên"), ("Tôn Nữ", "Ngọc Hà"), ("Lê Văn", "An")))
    assert [(each.name, each.given_name) for each in result.delegates] == [
        ("Tôn Nữ Ngọc Hà", "Ngọc Hà"),
        ("Lê Văn An", ""),
    ]


@pytest.mark.parametrize(
    ("values", "gender", "year", "codes"),
    [
        ((1975, None), Gender.MALE, 1975, []),
        ((None, "5/1980"), Gender.FEMALE, 1980, []),
        (("x", None), Gender.MALE, None, []),
        (("-", 1980), Gender.FEMALE, 1980, []),
        ((1975, 1980), None, 1975, [("C2", ImportProblemCode.GENDER_CONTRADICTED)]),
        ((None, "?"), Gender.FEMALE, None, [("C2", ImportProblemCode.BIRTH_NOT_READ)]),
        ((None, None), None, None, []),
    ],
)
def test_a_birth_year_under_nam_or_nu_tells_the_gender(
    values: Values, gender: Gender | None, year: int | None, codes: Problems
) -> None:
    delegate, found = one(("Nam", "Nữ"), values)
    assert delegate.gender is gender
    assert (delegate.birth.year if delegate.birth else None) == year
    assert found == codes


def test_a_gender_column_that_contradicts_another_is_told() -> None:
    delegate, found = one(("Giới tính", "Nam", "Nữ"), ("Nữ", 1975, None))
    assert delegate.gender is None
    assert found == [("B2", ImportProblemCode.GENDER_CONTRADICTED)]


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Năm sinh", "?!", ImportProblemCode.BIRTH_NOT_READ),
        ("Năm sinh", "31/2/1975", ImportProblemCode.BIRTH_ONLY_YEAR),
        ("Năm sinh", "20/5/75", ImportProblemCode.BIRTH_SHORT_YEAR),
        ("Năm sinh", "27534", ImportProblemCode.BIRTH_SERIAL),
        ("Năm sinh", "1900", ImportProblemCode.BIRTH_UNLIKELY_AGE),
        ("Giới tính", "khác", ImportProblemCode.GENDER_NOT_READ),
        ("Đảng viên", "sắp", ImportProblemCode.MARK_NOT_READ),
        ("Dân tộc", "Tộc lạ", ImportProblemCode.ETHNICITY_UNKNOWN),
        ("Thành phần", "Báo chí", ImportProblemCode.GROUP_UNKNOWN),
        ("Phục vụ", "x", ImportProblemCode.GROUP_UNKNOWN),
        ("Số thẻ", "A7", ImportProblemCode.BADGE_NOT_READ),
        ("Số thẻ", "0", ImportProblemCode.BADGE_NOT_READ),
        ("Số thẻ", "100000", ImportProblemCode.BADGE_NOT_READ),
        ("CCCD", "123", ImportProblemCode.ID_NUMBER_ODD),
        ("CCCD", "6.6075E+10", ImportProblemCode.DIGITS_LOST),
        ("Điện thoại", "113", ImportProblemCode.PHONE_ODD),
        ("Chức vụ", "Chñ tÞch", ImportProblemCode.OLD_ENCODING),
        ("Đơn vị", Cell(0, "#REF!", CellKind.ERROR), ImportProblemCode.CELL_ERROR),
        ("Đơn vị", Cell(0, "", CellKind.UNCOMPUTED), ImportProblemCode.NOT_COMPUTED),
    ],
)
def test_an_odd_value_is_told_with_its_cell(
    heading: str, value: object, code: ImportProblemCode
) -> None:
    _, found = one((heading,), (value,))
    assert found == [("B2", code)]


def test_what_excel_left_of_a_number_is_told_and_not_taken_over() -> None:
    found = previewed(
        a_sheet(
            ("Họ và tên", "CCCD", "Điện thoại"),
            ("Lê Văn An", "6.61E+10", "9.12E+08"),
            ("Hồ Thị Bình", "6.61E+10", "9.12E+08"),
        )
    )
    assert [(each.id_number, each.phone) for each in found.delegates] == [("", ""), ("", "")]
    assert [(each.code, each.value, each.is_taken) for each in found.problems] == [
        (ImportProblemCode.DIGITS_LOST, value, False) for value in ("6.61E+10", "9.12E+08") * 2
    ]


@pytest.mark.parametrize("name", ["Lê Văn An 2", "Tôn Nữ " * 20])
def test_an_odd_name_is_told_and_kept(name: str) -> None:
    result = previewed(a_sheet(HEADING, (1, name, 1975, "Thôn 1")))
    assert names(result) == [name.strip() if name.endswith("2") else name]
    assert problems(result) == [("B2", ImportProblemCode.NAME_ODD)]


def test_what_was_taken_in_spite_of_a_doubt_is_told_apart() -> None:
    result = previewed(a_sheet(HEADING, (1, "An", "20/5/75", "x"), (2, "Bình", "?", "y")))
    assert [each.is_taken for each in result.problems] == [True, False]
    assert result.problems[0].value == "20/5/75"
    assert result.problems[0].delegate_id == result.delegates[0].id


def test_numbers_give_their_lost_zeros_back_with_a_warning() -> None:
    delegate, found = one(("CCCD", "Điện thoại"), (66075001234, 912345678))
    assert (delegate.id_number, delegate.phone) == ("066075001234", "0912345678")
    assert [code for _, code in found] == [ImportProblemCode.ZERO_RESTORED] * 2


def test_ethnic_groups_get_their_official_name_and_others_stay_as_typed() -> None:
    assert one(("Dân tộc",), ("ede",))[0].ethnicity == "Ê-đê"
    assert one(("Dân tộc",), ("Tộc lạ",))[0].ethnicity == "Tộc lạ"


@pytest.mark.parametrize(
    ("value", "is_member"),
    [("x", True), ("03/02/2005", True), ("không", False), ("lạ", None), (None, None)],
)
def test_a_mark_makes_a_party_member(value: object, is_member: bool | None) -> None:
    assert one(("Đảng viên",), (value,))[0].is_party_member is is_member


@pytest.mark.parametrize(
    ("marks", "members"),
    [
        (("x", None, "x"), [True, False, True]),
        (("x", None, "lạ"), [True, False, None]),
        (("có", "không", None), [True, False, None]),
        ((None, None, None), [None, None, None]),
    ],
)
def test_an_empty_cell_says_no_only_where_nothing_but_a_mark_is_written(
    marks: Values, members: list[bool | None]
) -> None:
    rows = [(f"Lê Văn {name}", mark) for name, mark in zip("ABC", marks, strict=True)]
    result = previewed(a_sheet(("Họ và tên", "Đảng viên"), *rows))
    assert [each.is_party_member for each in result.delegates] == members
    assert {each.is_direct_worker for each in result.delegates} == {None}


def test_direct_workers_are_marked() -> None:
    assert one(("Lao động trực tiếp",), ("x",))[0].is_direct_worker


def test_texts_are_taken_over() -> None:
    delegate, found = one(
        ("Tôn giáo", "Chức vụ", "Đơn vị", "Đại diện", "Thành tích", "Ghi chú", "Ghi chú khác"),
        ("Không", "Trưởng thôn", "Thôn 1", "Chi hội", "Hiến đất", "Một", "Hai"),
    )
    assert found == []
    assert (delegate.religion, delegate.post, delegate.unit) == ("Không", "Trưởng thôn", "Thôn 1")
    assert (delegate.represents, delegate.achievement) == ("Chi hội", "Hiến đất")
    assert delegate.note == "Một; Hai"


def test_honours_are_split_at_semicolons_and_line_breaks() -> None:
    cell = Cell(0, "CSTĐ cơ sở; Giấy khen Bằng khen", original="CSTĐ cơ sở; Giấy khen\nBằng khen")
    assert one(("Danh hiệu",), (cell,))[0].honours == ("CSTĐ cơ sở", "Giấy khen", "Bằng khen")


def test_post_and_unit_in_one_column_are_split_when_it_is_clear() -> None:
    heading = ("Chức vụ, đơn vị",)
    split = one(heading, ("Chủ tịch - UBND xã",))[0]
    assert (split.post, split.unit) == ("Chủ tịch", "UBND xã")
    whole = one(heading, ("Bí thư - Chủ tịch",))[0]
    assert (whole.post, whole.unit) == ("Bí thư - Chủ tịch", "")
    turned = one(("Đơn vị, chức vụ",), ("UBND xã, Chủ tịch",))[0]
    assert (turned.post, turned.unit) == ("Chủ tịch", "UBND xã")


def test_a_unit_column_of_its_own_counts_more() -> None:
    delegate, _ = one(("Chức vụ, đơn vị", "Thôn"), ("Chủ tịch - UBND xã", "Thôn 1"))
    assert (delegate.post, delegate.unit) == ("Chủ tịch", "Thôn 1")


def test_the_group_comes_from_its_column_a_mark_a_section_or_the_default() -> None:
    assert one(("Thành phần",), ("ĐHTT",))[0].group_id == EXEMPLAR.id
    assert one(("Điển hình", "Khách mời"), (None, "x"))[0].group_id == GUEST.id
    assert one(("Điển hình", "Khách mời"), ("x", "không"))[0].group_id == EXEMPLAR.id
    assert one((), (), default_group_id=GUEST.id)[0].group_id == GUEST.id
    assert one(("Thành phần",), ("Lạ",), default_group_id=GUEST.id)[0].group_id == ""


def test_sections_give_their_group_to_the_rows_below() -> None:
    sheet = a_sheet(
        HEADING,
        ("I", "Đại biểu điển hình tiên tiến"),
        AN,
        (None, "1. Thôn Hai"),
        BINH,
        (None, "B. KHÁCH MỜI"),
        (3, "Đỗ Cúc", 1970, "UBND xã"),
    )
    result = previewed(sheet)
    assert [each.group_id for each in result.delegates] == [
        EXEMPLAR.id,
        EXEMPLAR.id,
        EXEMPLAR.id,
        GUEST.id,
    ]
    assert reasons(result) == {2: LeftOutReason.SECTION, 6: LeftOutReason.SECTION}
    assert names(result)[1] == "1. Thôn Hai"


def test_a_merged_line_is_a_section(tmp_path: Path) -> None:
    rows = [HEADING, (None, "Khối nông thôn"), AN, ("Khách mời",), BINH]
    result = previewed(read_sheet(a_workbook(tmp_path, *rows, merged=("B2:D2",))))
    assert reasons(result) == {2: LeftOutReason.SECTION, 4: LeftOutReason.SECTION}
    assert [each.group_id for each in result.delegates] == ["", GUEST.id]


def test_badge_numbers_are_kept_and_given_in_order_to_those_without() -> None:
    sheet = a_sheet(
        ("Họ và tên", "Số thẻ"), ("An", None), ("Bình", 2), ("Cúc", None), ("Dung", 2), ("Em", 9)
    )
    result = previewed(sheet, start_badge=1, taken_badges=frozenset({1, 9}))
    assert [each.badge_number for each in result.delegates] == [3, 2, 4, 5, 6]
    assert problems(result) == [
        ("B5", ImportProblemCode.BADGE_TAKEN),
        ("B6", ImportProblemCode.BADGE_TAKEN),
    ]
    assert [each.other_cell for each in result.problems] == ["B3", ""]


def test_badge_numbers_run_out_at_the_end() -> None:
    result = previewed(a_sheet(HEADING, AN, BINH), start_badge=99_999)
    assert [each.badge_number for each in result.delegates] == [99_999, None]


def test_the_same_person_twice_is_told() -> None:
    sheet = a_sheet(
        ("Họ và tên", "Năm sinh", "Đơn vị", "CCCD"),
        ("Lê Văn An", 1975, "Thôn 1", "066075001234"),
        ("LE VAN AN", 1975, "thôn 1", None),
        ("Lê An", 1975, "Thôn 3", "066 075 001 234"),
        ("Lê Văn An", None, None, None),
    )
    result = previewed(sheet)
    assert problems(result) == [("A3", ImportProblemCode.TWICE), ("D4", ImportProblemCode.TWICE)]
    assert [each.other_cell for each in result.problems] == ["A2", "D2"]


def test_every_line_that_names_nobody_is_left_out_with_its_reason() -> None:
    sheet = a_sheet(
        ("DANH SÁCH",),
        HEADING,
        ("(1)", "(2)", "(3)", "(4)"),
        AN,
        (2, None, 1980, "Thôn 2"),
        ("TT", "HO TEN", "NAM SINH", "DON VI"),
        (None, "Cộng: 2"),
        (3, "Trần Văn Cộng", 1970, "Thôn 3"),
        ("Tổng số", None, None, 3),
        (None, None, None, "Bình Hòa, ngày 5 tháng 3 năm 2025"),
        (None, "Người lập biểu", None, "CHỦ TỊCH"),
        (None, "Trần Thị B", None, "Nguyễn Văn A"),
    )
    result = previewed(sheet)
    assert names(result) == ["Lê Văn An", "Trần Văn Cộng"]
    assert reasons(result) == {
        1: LeftOutReason.ABOVE_THE_HEADING,
        3: LeftOutReason.COLUMN_NUMBERS,
        5: LeftOutReason.NO_NAME,
        6: LeftOutReason.REPEATED_HEADING,
        7: LeftOutReason.TOTAL,
        9: LeftOutReason.TOTAL,
        10: LeftOutReason.AFTER_THE_LIST,
        11: LeftOutReason.AFTER_THE_LIST,
        12: LeftOutReason.AFTER_THE_LIST,
    }
    assert result.left_out[2] == LeftOutRow(5, LeftOutReason.NO_NAME, "2 | 1980 | Thôn 2")


@pytest.mark.parametrize(
    "line",
    [
        "Tổng cộng: 200 đại biểu",
        "TỔNG SỐ",
        "Cộng",
        "Danh sách này có 200 người",
        "Ấn định danh sách: 200",
    ],
)
def test_totals_are_left_out(line: str) -> None:
    assert reasons(previewed(a_sheet(HEADING, AN, (line,)))) == {3: LeftOutReason.TOTAL}


@pytest.mark.parametrize("name", ["Công Tằng Tôn Nữ Hà", "Tống Thị Cộng", "Cộng Văn Số"])
def test_names_that_look_like_totals_are_people(name: str) -> None:
    assert names(previewed(a_sheet(HEADING, (None, name, 1975, "Thôn 1")))) == [name]


def test_the_lines_below_a_list_without_numbers_are_left_out() -> None:
    sheet = a_sheet(
        ("Họ và tên", "Năm sinh", "Đơn vị"),
        ("Lê Văn An", 1975, "Thôn 1"),
        (None, None, "Bình Hòa, ngày 5 tháng 3 năm 2025"),
        ("NGƯỜI LẬP DANH SÁCH", None, "TM. ỦY BAN NHÂN DÂN"),
        ("Trần Thị B", None, "Nguyễn Văn A"),
    )
    result = previewed(sheet)
    assert names(result) == ["Lê Văn An"]
    assert set(reasons(result).values()) == {LeftOutReason.AFTER_THE_LIST}


def test_people_with_nothing_but_a_name_are_people() -> None:
    sheet = a_sheet(("Họ và tên",), ("Lê Văn An",), ("Y Wang Niê",), ("Trần Thị B",))
    assert names(previewed(sheet)) == ["Lê Văn An", "Y Wang Niê", "Trần Thị B"]


def test_a_post_among_the_words_of_signatures_does_not_end_the_list() -> None:
    sheet = a_sheet(
        ("Họ và tên", "Chức vụ"), ("An", "Chủ tịch UBND xã"), (None, "Chủ tịch"), ("Bình", "Bí thư")
    )
    result = previewed(sheet)
    assert names(result) == ["An", "Bình"]
    assert reasons(result) == {3: LeftOutReason.NO_NAME}


def test_a_person_over_two_rows_is_one_person(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Thành tích", "Đơn vị"),
        (1, "Lê Văn An", "Một", "Thôn 1"),
        (None, None, "Hai", None),
        (2, "Hồ Thị Bình", "Ba", None),
    ]
    path = a_workbook(tmp_path, *rows, merged=("A2:A3", "B2:B3", "D2:D4"))
    result = previewed(read_sheet(path))
    assert [(each.name, each.unit) for each in result.delegates] == [
        ("Lê Văn An", "Thôn 1"),
        ("Hồ Thị Bình", "Thôn 1"),
    ]
    assert result.left_out == (LeftOutRow(3, LeftOutReason.CONTINUES_ROW_ABOVE, "Hai"),)


def test_a_cell_merged_over_its_neighbour_does_not_fill_it(tmp_path: Path) -> None:
    rows = [("Họ và tên", "Chức vụ", "Đơn vị"), ("Lê Văn An", "Nông dân", None), ("B", "C", "D")]
    result = previewed(read_sheet(a_workbook(tmp_path, *rows, merged=("B2:C2",))))
    assert [(each.post, each.unit) for each in result.delegates] == [("Nông dân", ""), ("C", "D")]


def test_hidden_rows_are_told_or_left_out_as_asked() -> None:
    sheet = a_sheet(HEADING, AN, BINH, hidden_rows=(3,))
    told = previewed(sheet)
    assert len(told.delegates) == 2
    assert problems(told) == [("B3", ImportProblemCode.HIDDEN_ROW)]
    skipped = previewed(sheet, skips_hidden=True)
    assert names(skipped) == ["Lê Văn An"]
    assert reasons(skipped) == {3: LeftOutReason.HIDDEN}


def with_fixed(sheet: ListSheet, **texts: str) -> ImportPreview:
    mapping = guess(sheet)
    for field, text in texts.items():
        mapping = mapping.with_fixed(Field(field), text)
    return previewed(sheet, mapping)


def test_a_fixed_value_holds_for_everybody_whose_row_does_not_say_it() -> None:
    sheet = a_sheet(
        ("Họ và tên", "Đơn vị", "Đảng viên"), ("An", None, "không"), ("Bình", "Xã", None)
    )
    result = with_fixed(
        sheet,
        unit="Thôn 1",
        party="x",
        gender="Nữ",
        ethnicity="ê đê",
        honours="Giấy khen; Bằng khen",
    )
    assert [
        (one.unit, one.is_party_member, one.gender, one.ethnicity) for one in result.delegates
    ] == [
        ("Thôn 1", False, Gender.FEMALE, "Ê-đê"),
        ("Xã", True, Gender.FEMALE, "Ê-đê"),
    ]
    assert result.delegates[0].honours == ("Giấy khen", "Bằng khen")
    assert result.problems == ()


def test_a_fixed_unit_does_not_replace_the_one_beside_the_post() -> None:
    sheet = a_sheet(
        ("Họ và tên", "Chức vụ, đơn vị"), ("An", "Chủ tịch - UBND xã"), ("Bình", "Nông dân")
    )
    assert [one.unit for one in with_fixed(sheet, unit="Thôn 1").delegates] == ["UBND xã", "Thôn 1"]


def test_a_fixed_group_is_the_group_of_rows_that_name_none() -> None:
    sheet = a_sheet(("Họ và tên", "Thành phần"), ("An", "ĐHTT"), ("Bình", None), ("Cúc", "Lạ"))
    result = with_fixed(sheet, group="Khách mời")
    assert [one.group_id for one in result.delegates] == [EXEMPLAR.id, GUEST.id, ""]


def test_a_fixed_value_that_is_not_read_is_told_once_and_without_a_cell() -> None:
    sheet = a_sheet(("Họ và tên", "Ghi chú"), ("An", "x"), ("Bình", "y"))
    result = with_fixed(sheet, gender="khác", group="Lạ")
    assert [(each.cell, each.code, each.value) for each in result.problems] == [
        ("", ImportProblemCode.GENDER_NOT_READ, "khác"),
        ("", ImportProblemCode.GROUP_UNKNOWN, "Lạ"),
    ]
    assert [(one.gender, one.group_id) for one in result.delegates] == [(None, "")] * 2


def test_a_fixed_gender_does_not_settle_a_contradiction() -> None:
    sheet = a_sheet(("Họ và tên", "Nam", "Nữ"), ("An", 1975, 1980))
    assert with_fixed(sheet, gender="Nam").delegates[0].gender is None


def test_a_fixed_value_can_be_freed_again() -> None:
    mapping = ColumnMapping().with_fixed(Field.UNIT, "a").with_fixed(Field.UNIT, "b")
    assert mapping.fixed_text(Field.UNIT) == "b"
    assert mapping.with_fixed(Field.UNIT, " ") == ColumnMapping()


def test_doubtful_cells_count_where_they_are_taken_over() -> None:
    sheet = a_sheet(HEADING, AN, doubtful=((1, 2), (2, 2), (2, 9)))
    assert problems(previewed(sheet)) == [("B2", ImportProblemCode.CONVERSION_DOUBTFUL)]


def test_columns_that_are_not_taken_over_are_told() -> None:
    result = previewed(
        a_sheet(("Họ và tên", "Cỡ áo", "Năm vào ngành", "Email"), ("An", "L", "2001"))
    )
    assert [use.heading for use in result.unused_columns] == ["Cỡ áo", "Năm vào ngành"]


def test_a_wrong_row_never_stops_the_rest() -> None:
    wrong = (2, "Hồ Thị Bình", "?", Cell(0, "#N/A", CellKind.ERROR))
    result = previewed(a_sheet(HEADING, AN, wrong, (3, "Đỗ Cúc", 1970, "Thôn 3")))
    assert names(result) == ["Lê Văn An", "Hồ Thị Bình", "Đỗ Cúc"]
    assert [cell for cell, _ in problems(result)] == ["C3", "D3"]


def test_a_number_in_order_that_was_not_computed_is_no_doubt() -> None:
    dead = Cell(0, "", CellKind.UNCOMPUTED)
    result = previewed(a_sheet(HEADING, (dead, "Lê Văn An", 1975, "Thôn 1")))
    assert (names(result), problems(result)) == (["Lê Văn An"], [])


def test_a_heading_the_officer_chose_is_known_where_it_is_repeated() -> None:
    heading = ("Ông/Bà nào", "Nơi ở")
    sheet = a_sheet(heading, ("Lê Văn An", "Thôn 1"), heading, ("Hồ Thị Bình", "Thôn 2"))
    mapping = guess_below(sheet, (1,)).with_field(1, Field.NAME)
    result = previewed(sheet, mapping)
    assert names(result) == ["Lê Văn An", "Hồ Thị Bình"]
    assert reasons(result) == {3: LeftOutReason.REPEATED_HEADING}


def test_a_name_that_is_an_error_is_no_name() -> None:
    error = Cell(0, "#NAME?", CellKind.ERROR)
    result = previewed(a_sheet(HEADING, AN, (2, error, 1980, "Thôn 2")))
    assert reasons(result) == {3: LeftOutReason.NO_NAME}


def test_without_a_mapping_everything_is_left_out_and_nothing_lost() -> None:
    result = previewed(a_sheet(AN, BINH), mapping=ColumnMapping())
    assert result.delegates == ()
    assert set(reasons(result).values()) == {LeftOutReason.NO_NAME}


@st.composite
def ragged_sheets(draw: st.DrawFn) -> ListSheet:
    words = st.sampled_from(
        ["x", "1", "I", "Nam", "Nữ", "1975", "5/1975", "Tổng cộng", "Khách mời", "Họ và tên", "(1)"]
    )
    values = st.lists(st.one_of(st.none(), words, st.integers(0, 10**12), st.text(max_size=8)))
    rows = draw(st.lists(values.map(lambda row: row[:8]), max_size=12))
    heading = draw(st.permutations([*HEADING, "Nam", "Nữ", "Thành phần", "Số thẻ"]))
    return a_sheet(heading, *rows)


@given(ragged_sheets())
def test_every_row_is_a_delegate_or_left_out_and_every_delegate_is_valid(sheet: ListSheet) -> None:
    mapping = guess(sheet)
    ids = map(ident, count(5000))
    result = preview(sheet, mapping, a_target(), lambda _: next(ids))
    below = [row for row in sheet.rows if row.number not in mapping.heading_rows]
    assert len(result.delegates) + len(result.left_out) == len(below)
    decoded = msgspec.json.decode(msgspec.json.encode(result.delegates), type=tuple[Delegate, ...])
    assert decoded == result.delegates
    numbers = [delegate.badge_number for delegate in result.delegates]
    assert len(set(numbers)) == len(numbers)
    assert list(result.problems) == sorted(
        result.problems, key=lambda each: (each.row, each.column)
    )
