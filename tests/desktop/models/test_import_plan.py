"""What an import would do, worked out before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.records import BirthDate, Delegate
from desktop.models.import_plan import (
    ImportPlan,
    key_of,
    likely_group_id,
    listed_already,
    taken_over_as,
    target_of,
)
from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.headings import Field
from desktop.people.import_report import ImportPreview, ImportProblem, ImportProblemCode
from desktop.people.list_sheet import ListSheet
from tests.builders import a_conference, a_delegate, ident


def _mapping(*fields: Field | None) -> ColumnMapping:
    return ColumnMapping(
        columns=tuple(ColumnUse(column, "", field) for column, field in enumerate(fields, start=1))
    )


def _plan(*people: Delegate, known: frozenset[str] = frozenset(), **fields: object) -> ImportPlan:
    mapping = fields.get("mapping", _mapping(Field.NAME))
    assert isinstance(mapping, ColumnMapping)
    target = target_of(a_conference(), (), 2025, "", skips_hidden=False)
    return ImportPlan(ImportPreview(delegates=people), mapping, target, known)


def test_new_people_come_behind_those_who_are_there() -> None:
    there = (a_delegate(7, badge_number=40), a_delegate(3, badge_number=None))
    target = target_of(a_conference(), there, 2025, ident(13), skips_hidden=True)
    assert (target.start_position, target.start_badge) == (8, 41)
    assert target.taken_badges == {40}
    assert target.default_group_id == ident(13)
    assert target.skips_hidden


def test_the_first_people_begin_with_one() -> None:
    target = target_of(a_conference(), (), 2025, "", skips_hidden=False)
    assert (target.start_position, target.start_badge) == (1, 1)


def test_people_listed_already_leave_no_gap_in_the_numbers() -> None:
    plan = _plan(*(a_delegate(number) for number in (1, 2, 3)), known=frozenset({ident(1002)}))
    kept = plan.people(skip_listed=True)
    assert [(one.id, one.position, one.badge_number) for one in kept] == [
        (ident(1001), 1, 1),
        (ident(1003), 2, 2),
    ]
    assert len(plan.people(skip_listed=False)) == 3


def test_numbers_that_the_list_brings_are_kept() -> None:
    plan = _plan(
        *(a_delegate(number, badge_number=number * 10) for number in (1, 2, 3)),
        known=frozenset({ident(1002)}),
        mapping=_mapping(Field.NAME, Field.BADGE_NUMBER),
    )
    assert [one.badge_number for one in plan.people(skip_listed=True)] == [10, 30]


@pytest.mark.parametrize("field", [Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME])
def test_a_plan_knows_whether_a_column_names_people(field: Field) -> None:
    assert _plan(mapping=_mapping(field)).names_people
    assert not _plan(mapping=_mapping(None, Field.UNIT)).names_people


def test_people_are_known_by_their_card_or_by_name_birth_and_unit() -> None:
    listed = (
        a_delegate(1, id_number="066080000001"),
        a_delegate(2, name="Y Wang Niê", birth=BirthDate(year=1975), unit="Thôn 2"),
    )
    new = (
        a_delegate(11, name="Người khác", id_number="066080000001"),
        a_delegate(12, name="Y WANG NIÊ", birth=BirthDate(year=1975), unit="thôn 2"),
        a_delegate(13, name="Y Wang Niê", birth=BirthDate(year=1976), unit="Thôn 2"),
    )
    assert listed_already(new, listed) == {ident(1011), ident(1012)}


def test_one_column_gives_way_to_another() -> None:
    mapping = taken_over_as(_mapping(Field.NAME, None), 2, Field.NAME)
    assert [use.field for use in mapping.columns] == [None, Field.NAME]


def test_columns_whose_texts_are_joined_stand_side_by_side() -> None:
    mapping = taken_over_as(_mapping(Field.NOTE, None), 2, Field.NOTE)
    assert [use.field for use in mapping.columns] == [Field.NOTE, Field.NOTE]


def test_a_column_can_be_left_out() -> None:
    assert taken_over_as(_mapping(Field.NOTE), 1, None).columns[0].field is None


@pytest.mark.parametrize(
    ("sheet", "file", "fields", "group"),
    [
        ("Khách mời", "ds.xlsx", (Field.NAME,), ident(13)),
        ("Sheet1", "Khách mời.xlsx", (Field.NAME, Field.GROUP), ident(13)),
        ("Sheet1", "ds.xlsx", (Field.NAME,), ident(12)),
        ("Sheet1", "ds.xlsx", (Field.NAME, Field.GROUP), ""),
        ("Sheet1", "ds.xlsx", (Field.NAME, Field.GROUP_MARK), ""),
    ],
)
def test_the_group_of_a_list_is_guessed(
    sheet: str, file: str, fields: tuple[Field, ...], group: str
) -> None:
    mapping = _mapping(*fields)
    guessed = likely_group_id(a_conference(), ListSheet(name=sheet, rows=()), Path(file), mapping)
    assert guessed == group


def test_without_groups_none_is_guessed() -> None:
    conference = a_conference(groups=())
    sheet = ListSheet(name="Sheet1", rows=())
    assert likely_group_id(conference, sheet, Path("ds.xlsx"), _mapping(Field.NAME)) == ""


@pytest.mark.parametrize(
    ("column", "code", "key"),
    [
        (1, ImportProblemCode.NAME_ODD, "name"),
        (1, ImportProblemCode.HIDDEN_ROW, "name"),
        (2, ImportProblemCode.BIRTH_NOT_READ, "birth"),
        (2, ImportProblemCode.GENDER_CONTRADICTED, "gender"),
        (3, ImportProblemCode.GROUP_UNKNOWN, "group_id"),
        (4, ImportProblemCode.PHONE_ODD, "phone"),
        (5, ImportProblemCode.CELL_ERROR, ""),
    ],
)
def test_a_problem_is_shown_at_what_it_is_about(
    column: int, code: ImportProblemCode, key: str
) -> None:
    mapping = _mapping(Field.NAME, Field.MEN, Field.GROUP, Field.PHONE, None)
    problem = ImportProblem(cell="A1", row=1, column=column, code=code, value="")
    assert key_of(problem, mapping) == key
