from __future__ import annotations

from pathlib import Path

import pytest

from desktop.people.columns import ColumnMapping, guess, guess_below, most_likely_sheet
from desktop.people.headings import Field, field_of
from desktop.people.words import list_words
from tests.desktop.people.lists import HEADING, Values, a_sheet, a_workbook, read_sheet


def fields(mapping: ColumnMapping) -> list[Field | None]:
    return [use.field for use in mapping.columns]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Họ và tên", Field.NAME),
        ("HO VA TEN", Field.NAME),
        ("hovaten", Field.NAME),
        ("HỌ TÊN ĐẠI BIỂU", Field.NAME),
        ("Họ và tên (chữ in hoa)", Field.NAME),
        ("S.T.T", Field.ORDINAL),
        ("TT", Field.ORDINAL),
        ("Ngày, tháng, năm sinh", Field.BIRTH),
        ("Năm", Field.BIRTH),
        ("Nam", Field.MEN),
        ("NỮ", Field.WOMEN),
        ("Nam/Nữ", Field.GENDER),
        ("DT", Field.ETHNICITY),
        ("ĐT", Field.PHONE),
        ("Dân  tộc", Field.ETHNICITY),
        ("Số CMND/CCCD", Field.ID_NUMBER),
        ("Số CCCD hoặc hộ chiếu", Field.ID_NUMBER),
        ("Chức vụ, đơn vị công tác", Field.POST_AND_UNIT),
        ("Chức vụ – Đơn vị", Field.POST_AND_UNIT),
        ("Đơn vị công tác, chức vụ", Field.UNIT_AND_POST),
        ("Đơn vị, chức danh hiện tại", Field.UNIT_AND_POST),
        ("Các danh hiệu thi đua đã đạt", Field.HONOURS),
        ("Thành phần", Field.GROUP),
        ("Khách mời", Field.GROUP_MARK),
        ("Đảng viên", Field.PARTY),
        ("Ngày cấp", None),
        ("Cỡ áo", None),
        ("", None),
        ("(*)", None),
    ],
)
def test_a_heading_is_known_without_accents_case_spaces_and_punctuation(
    heading: str, field: Field | None
) -> None:
    assert field_of(heading) is field


def test_every_heading_of_the_vocabulary_means_its_field() -> None:
    for field, headings in list_words().headings.items():
        for heading in headings:
            assert field_of(heading) == (None if field == "ignored" else Field(field)), heading


def test_the_heading_is_found_under_a_title_block() -> None:
    sheet = a_sheet(
        ("UBND XÃ BÌNH HÒA", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (),
        ("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ",),
        ("(Kèm theo Kế hoạch số 12/KH-UBND)",),
        (),
        HEADING,
        (1, "Lê Văn An", 1975, "Thôn 1"),
    )
    mapping = guess(sheet)
    assert mapping.heading_rows == (6,)
    assert fields(mapping) == [Field.ORDINAL, Field.NAME, Field.BIRTH, Field.UNIT]


def test_a_heading_of_two_rows_is_read_with_its_merged_cells(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path,
        ("STT", "Họ và tên", "Năm sinh", None, "Đơn vị"),
        (None, None, "Nam", "Nữ"),
        (1, "Lê Văn An", 1975, None, "Thôn 1"),
        merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2"),
    )
    mapping = guess(read_sheet(path))
    assert mapping.heading_rows == (1, 2)
    assert fields(mapping) == [Field.ORDINAL, Field.NAME, Field.MEN, Field.WOMEN, Field.UNIT]
    assert mapping.heading_of(3) == "Năm sinh Nam"


def test_a_heading_of_two_rows_is_read_without_merged_cells() -> None:
    sheet = a_sheet(
        ("STT", "Ho ten", "Nam sinh", None, "Don vi"),
        (None, None, "Nam", "Nu", None),
        (1, "Le Van An", 1975, None, "Thon 1"),
    )
    mapping = guess(sheet)
    assert mapping.heading_rows == (1, 2)
    assert fields(mapping) == [Field.ORDINAL, Field.NAME, Field.MEN, Field.WOMEN, Field.UNIT]


def test_a_name_in_the_lower_row_of_the_heading_brings_the_upper_row_with_it() -> None:
    sheet = a_sheet(
        ("STT", None, "Năm sinh", None, "Đơn vị"),
        (None, "Họ và tên", "Nam", "Nữ", None),
        (1, "Lê Văn An", 1975, None, "Thôn 1"),
    )
    assert guess(sheet).heading_rows == (1, 2)


def test_parts_of_a_card_number_are_told_apart(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path,
        ("Họ và tên", "CCCD", None, None),
        (None, "Số", "Ngày cấp", "Đóng dấu"),
        ("Lê Văn An", "066075001234", "1/1/2022", "Cục CS"),
        merged=("A1:A2", "B1:D1"),
    )
    assert fields(guess(read_sheet(path))) == [Field.NAME, Field.ID_NUMBER, None, None]


@pytest.mark.parametrize(
    "heading",
    [
        ("Họ và tên đệm", "Tên"),
        ("Họ", "Tên"),
        ("Họ và tên", None),
    ],
)
def test_a_name_in_two_columns_is_family_and_given_name(heading: Values) -> None:
    sheet = a_sheet((*heading, "Đơn vị"), ("Nguyễn Thị", "Ước", "Thôn 1"))
    assert fields(guess(sheet))[:2] == [Field.FAMILY_NAME, Field.GIVEN_NAME]


def test_a_name_heading_merged_over_two_columns_is_family_and_given_name(tmp_path: Path) -> None:
    rows = [("Họ và tên", None, "Đơn vị"), ("Nguyễn Thị", "Ước", "Thôn 1")]
    path = a_workbook(tmp_path, *rows, merged=("A1:B1",))
    assert fields(guess(read_sheet(path))) == [Field.FAMILY_NAME, Field.GIVEN_NAME, Field.UNIT]


def test_names_merged_over_two_columns_stay_whole(tmp_path: Path) -> None:
    rows = [("Họ và tên", None, "Đơn vị"), ("Nguyễn Thị Ước", None, "Thôn 1"), ("A", "B", "C")]
    path = a_workbook(tmp_path, *rows, merged=("A1:B1", "A2:B2"))
    assert fields(guess(read_sheet(path)))[0] is Field.NAME


def test_the_column_that_names_a_field_exactly_has_it() -> None:
    sheet = a_sheet(
        ("Họ và tên người giới thiệu", "Họ và tên", "Chức vụ", "Chức vụ Đảng"), ("A", "B")
    )
    assert fields(guess(sheet)) == [None, Field.NAME, Field.POST, None]


def test_notes_may_stand_in_several_columns() -> None:
    sheet = a_sheet(("Họ và tên", "Ghi chú", "Ghi chú khác"), ("A", "B", "C"))
    assert fields(guess(sheet)) == [Field.NAME, Field.NOTE, Field.NOTE]


def test_a_section_below_the_heading_is_no_part_of_it() -> None:
    sheet = a_sheet(HEADING, (None, "Khách mời"), (1, "Lê Văn An", 1975, "Thôn 1"))
    assert guess(sheet).heading_rows == (1,)


def test_a_list_of_names_alone_has_a_heading_too() -> None:
    mapping = guess(a_sheet(("DANH SÁCH ĐẠI BIỂU",), ("Họ và tên",), ("Lê Văn An",)))
    assert mapping.heading_rows == (2,)


@pytest.mark.parametrize("rows", [[], [("Lê Văn An", 1975)], [("DANH SÁCH HỌ TÊN ĐẠI BIỂU",)]])
def test_without_a_heading_every_column_is_open(rows: list[Values]) -> None:
    mapping = guess(a_sheet(*rows))
    assert mapping.heading_rows == ()
    assert set(fields(mapping)) <= {None}


def test_the_sheet_people_will_mean_has_the_best_heading() -> None:
    letterhead, people = a_sheet(("UBND XÃ", "CỘNG HÒA")), a_sheet(HEADING, (1, "An", 1975, "x"))
    names, empty = a_sheet(("Họ và tên",), ("An",)), a_sheet()
    hidden = a_sheet(HEADING, (1, "An", 1975, "x"), is_hidden=True)
    assert most_likely_sheet([letterhead, names, people]) == 2
    assert most_likely_sheet([hidden, empty, letterhead]) == 2
    assert most_likely_sheet([hidden, empty]) == 1
    assert most_likely_sheet([hidden]) == 0
    assert most_likely_sheet([]) == 0


def test_the_officer_says_where_the_heading_is() -> None:
    sheet = a_sheet(("Ông/Bà", "Nơi ở"), ("Tên người", "Thôn"), ("Lê Văn An", "Thôn 1"))
    mapping = guess_below(sheet, (2,)).with_field(1, Field.NAME)
    assert mapping.heading_rows == (2,)
    assert mapping.columns_of(Field.NAME) == (1,)
    assert fields(mapping) == [Field.NAME, Field.UNIT]
    assert mapping.with_field(1, None).columns_of(Field.NAME) == ()
    assert mapping.heading_of(9) == ""
