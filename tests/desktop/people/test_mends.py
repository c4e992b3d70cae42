from __future__ import annotations

from typing import Any

import pytest

from db.records import BirthDate, Gender
from desktop.people.columns import guess
from desktop.people.field_attributes import attribute_of, fields_of
from desktop.people.headings import Field
from desktop.people.import_report import ImportPreview, ImportProblemCode, LeftOutReason
from desktop.people.mends import Mends, judged
from tests.builders import ident
from tests.desktop.people.lists import HEADING, a_sheet, previewed, the_groups

GUEST = the_groups()[1]
AN = (1, "Lê Văn An", "không rõ", "Thôn 1")
BINH = (2, "Hồ Thị Bình", 1980, "Thôn 2")


def mended(*values: tuple[int, str, Any], sheet: Any = None, **target: Any) -> ImportPreview:
    mends = Mends()
    for row, key, value in values:
        mends = mends.with_value(row, key, value)
    return previewed(sheet or a_sheet(HEADING, AN, BINH), mends=mends, **target)


def problems(result: ImportPreview) -> list[tuple[str, ImportProblemCode, str]]:
    return [(each.cell, each.code, each.value) for each in result.problems]


def test_a_mended_value_is_taken_and_its_problem_is_gone() -> None:
    result = mended((2, "birth", BirthDate(year=1975)))
    assert result.delegates[0].birth == BirthDate(year=1975)
    assert problems(result) == []
    assert result.delegates[1].birth == BirthDate(year=1980)


@pytest.mark.parametrize(
    ("key", "value", "cell", "code", "shown"),
    [
        ("birth", BirthDate(year=1901), "C2", ImportProblemCode.BIRTH_UNLIKELY_AGE, "1901"),
        ("name", "Lê Văn An 2", "B2", ImportProblemCode.NAME_ODD, "Lê Văn An 2"),
        ("name", "", "B2", ImportProblemCode.NAME_MISSING, ""),
        ("name", "A" * 81, "B2", ImportProblemCode.NAME_ODD, "A" * 81),
        ("ethnicity", "Người Hoa Kiều", "B2", ImportProblemCode.ETHNICITY_UNKNOWN, None),
        ("id_number", "123", "B2", ImportProblemCode.ID_NUMBER_ODD, "123"),
        ("phone", "12", "B2", ImportProblemCode.PHONE_ODD, "12"),
    ],
)
def test_what_was_typed_is_judged_like_what_was_read(
    key: str, value: object, cell: str, code: ImportProblemCode, shown: str | None
) -> None:
    found = [
        each
        for each in mended((2, "birth", BirthDate(year=1975)), (2, key, value)).problems
        if each.key == key
    ]
    assert [(each.cell, each.code) for each in found] == [(cell, code)]
    assert found[0].value == (shown if shown is not None else value)
    assert found[0].delegate_id == ident(5000)


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("id_number", "066 080 000 001", "066080000001"),
        ("ethnicity", "ê đê", "Ê-đê"),
        ("phone", "0912 345 678", "0912 345 678"),
        ("phone", "", ""),
        ("unit", "Thôn 9", "Thôn 9"),
        ("gender", Gender.FEMALE, Gender.FEMALE),
        ("is_party_member", True, True),
        ("honours", ("CSTĐ cơ sở",), ("CSTĐ cơ sở",)),
        ("birth", None, None),
        ("group_id", GUEST.id, GUEST.id),
    ],
)
def test_a_sound_value_is_kept_as_it_is_stored(key: str, value: object, kept: object) -> None:
    assert judged(key, value, 2025) == type(judged(key, value, 2025))(kept)
    assert getattr(mended((3, key, value)).delegates[1], key) == kept


def test_a_mend_counts_before_fixed_values_and_survives_another_choice_of_columns() -> None:
    sheet = a_sheet(HEADING, AN, BINH)
    mends = Mends().with_value(3, "unit", "").with_value(3, "unit", "Thôn 7")
    mapping = guess(sheet).with_field(4, Field.NOTE).with_fixed(Field.UNIT, "Thôn 0")
    result = previewed(sheet, mapping, mends=mends)
    assert [one.unit for one in result.delegates] == ["Thôn 0", "Thôn 7"]
    assert previewed(sheet, mapping, mends=mends.without_value(3, "unit")).delegates[1].unit == (
        "Thôn 0"
    )


def test_a_mended_number_is_one_the_list_brings() -> None:
    sheet = a_sheet(("Họ và tên", "Số thẻ"), ("An", 7), ("Bình", 7), ("Cúc", None))
    assert [one.badge_number for one in previewed(sheet).delegates] == [7, 1, 2]
    result = mended((3, "badge_number", 9), sheet=sheet)
    assert [one.badge_number for one in result.delegates] == [7, 9, 1]
    assert problems(result) == []
    taken = mended((3, "badge_number", 9), sheet=sheet, taken_badges=frozenset({9}))
    assert [each.code for each in taken.problems] == [ImportProblemCode.BADGE_TAKEN]


def test_a_converted_cell_that_was_mended_is_in_doubt_no_longer() -> None:
    sheet = a_sheet(HEADING, BINH, doubtful=((2, 2),))
    assert problems(previewed(sheet)) == [
        ("B2", ImportProblemCode.CONVERSION_DOUBTFUL, "Hồ Thị Bình")
    ]
    assert problems(mended((2, "name", "Hồ Thị Bưởi"), sheet=sheet)) == []


def test_a_contradicted_gender_is_mended_without_the_birth() -> None:
    sheet = a_sheet(("Họ và tên", "Nam", "Nữ"), ("An", 1975, 1980))
    assert previewed(sheet).problems[0].key == "gender"
    result = mended((2, "gender", Gender.FEMALE), sheet=sheet)
    assert (result.problems, result.delegates[0].birth) == ((), BirthDate(year=1975))


def test_a_person_is_left_out_by_hand_and_taken_again() -> None:
    sheet = a_sheet(HEADING, AN, BINH)
    left = Mends().leaving_out((2,))
    result = previewed(sheet, mends=left)
    assert (result.rows, [(each.row, each.reason) for each in result.left_out]) == (
        (3,),
        [(2, LeftOutReason.BY_HAND)],
    )
    again = left.taking((2,))
    assert again == Mends()
    assert previewed(sheet, mends=again).rows == (2, 3)


def test_a_row_that_looks_like_no_persons_is_taken_by_hand() -> None:
    sheet = a_sheet(HEADING, BINH, (None, "Tổng cộng Văn", 1980, "Thôn 1"), (3, None, 1970, "x"))
    mends = Mends().taking((4,))
    result = previewed(sheet, mends=mends)
    assert result.rows == (2, 3, 4)
    assert problems(result) == [("B4", ImportProblemCode.NAME_MISSING, "")]
    named = previewed(sheet, mends=mends.with_value(4, "name", "Lê An"))
    assert (named.delegates[2].name, named.problems) == ("Lê An", ())
    assert mends.leaving_out((4,)) == Mends()


def test_hidden_rows_can_be_taken_one_by_one() -> None:
    sheet = a_sheet(HEADING, AN, BINH, hidden_rows=(2, 3))
    result = previewed(sheet, mends=Mends().taking((3,)), skips_hidden=True)
    assert result.rows == (3,)


def test_every_field_fills_an_attribute_or_none() -> None:
    assert attribute_of(None) == attribute_of(Field.ORDINAL) == ""
    assert fields_of("birth") == (Field.BIRTH, Field.MEN, Field.WOMEN)
    assert fields_of("") == ()
