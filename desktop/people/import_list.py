"""Turn a list into delegates: every row at once, every doubt with its cell, nothing in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from db.records import Delegate
from desktop.people.births import birth_text
from desktop.people.blank_marks import with_blanks_read
from desktop.people.cell_values import tells_one_person
from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.field_attributes import attribute_of, fields_of
from desktop.people.headings import Field
from desktop.people.import_report import (
    ImportPreview,
    ImportProblem,
    ImportProblemCode,
    ImportTarget,
    LeftOutReason,
    LeftOutRow,
)
from desktop.people.list_sheet import ListSheet, Row, a1
from desktop.people.mends import Mends, judged
from desktop.people.names import compact_key, search_key
from desktop.people.person_row import (
    LARGEST_BADGE_NUMBER,
    PersonReading,
    read_fixed,
    read_person,
)
from desktop.people.row_kinds import SortedRow, name_cell, own_cells, sort_rows

MAX_TEXT_OF_LEFT_OUT_ROW = 300


class _Person(Struct, frozen=True):
    """A row and the delegate it gives."""

    row: Row
    delegate: Delegate


def preview(
    sheet: ListSheet,
    mapping: ColumnMapping,
    target: ImportTarget,
    new_id: Callable[[int], str],
    mends: Mends = Mends(),  # noqa: B008 - a frozen record
) -> ImportPreview:
    """Read a whole sheet as delegates; nothing is written.

    Every row with anything in it is a delegate, is left out with a reason, or belongs to the
    heading. What the officer mended counts before what the rows say.

    Args:
        sheet: the list, converted where it was in an old encoding.
        mapping: what its columns are taken over as.
        target: where its people go.
        new_id: makes the id of the person of a row, by its number.
        mends: what the officer mended.
    """
    hidden = frozenset(sheet.hidden_rows)
    fixed = read_fixed(mapping, target)
    if mapping.fixed_text(Field.GROUP):
        target = msgspec.structs.replace(target, default_group_id=fixed.group_id)
    people: list[_Person] = []
    problems: list[ImportProblem] = list(fixed.problems)
    left_out: list[LeftOutRow] = []
    mended = mends.by_row()
    for each in sort_rows(sheet.rows, mapping, target.groups):
        row = each.row
        reason = _reason(each, mends, is_hidden=row.number in hidden and target.skips_hidden)
        if reason is not None:
            left_out.append(LeftOutRow(row.number, reason, _text_of(row)))
            continue
        reading = read_person(row, mapping, target, each.section, fixed)
        reading = _mended(reading, mended.get(row.number, {}), row, mapping, target.this_year)
        person, doubts = _person(row, reading, target, new_id(row.number), len(people))
        people.append(person)
        problems.extend(doubts)
        if row.number in hidden:
            problems.append(_problem(person, mapping, ImportProblemCode.HIDDEN_ROW, Field.NAME))
    problems.extend(_converted_in_doubt(people, mapping, sheet, mended))
    problems.extend(_twice(people, mapping))
    numbered, clashes = _with_badge_numbers(people, mapping, target)
    return ImportPreview(
        delegates=with_blanks_read([person.row for person in people], numbered, mapping),
        rows=tuple(person.row.number for person in people),
        problems=tuple(sorted([*problems, *clashes], key=lambda each: (each.row, each.column))),
        left_out=tuple(left_out),
        unused_columns=_unused_columns(mapping, [person.row for person in people]),
    )


def _reason(each: SortedRow, mends: Mends, *, is_hidden: bool) -> LeftOutReason | None:
    """Tell why a row gives no delegate, if it gives none; the officer's word counts first."""
    if each.row.number in mends.left_out:
        return LeftOutReason.BY_HAND
    if each.row.number in mends.taken:
        return None
    return LeftOutReason.HIDDEN if each.reason is None and is_hidden else each.reason


def _mended(
    reading: PersonReading,
    values: Mapping[str, Any],
    row: Row,
    mapping: ColumnMapping,
    this_year: int,
) -> PersonReading:
    """Put what the officer typed in the place of what the row says, with doubts of its own."""
    if "name" not in values and not reading.fields["name"]:
        values = {"name": "", **values}  # only a row that was taken by hand has none
    if not values:
        return reading
    fields = dict(reading.fields)
    problems = [each for each in reading.problems if each.key not in values]
    for key, value in values.items():
        typed = judged(key, value, this_year)
        fields[key] = typed.value
        if typed.code is None:
            continue
        column, place = _place(row, mapping, *fields_of(key))
        problems.append(
            ImportProblem(
                cell=place,
                row=row.number,
                column=column,
                code=typed.code,
                value=value if isinstance(value, str) else birth_text(value),
                key=key,
            )
        )
    return PersonReading(fields, sorted(problems, key=lambda each: each.column))


def _person(
    row: Row, reading: PersonReading, target: ImportTarget, new_id: str, index: int
) -> tuple[_Person, list[ImportProblem]]:
    delegate = Delegate(
        id=new_id,
        conference_id=target.conference_id,
        position=target.start_position + index,
        **reading.fields,
    )
    doubts = [msgspec.structs.replace(doubt, delegate_id=new_id) for doubt in reading.problems]
    return _Person(row, delegate), doubts


def _with_badge_numbers(
    people: Sequence[_Person], mapping: ColumnMapping, target: ImportTarget
) -> tuple[tuple[Delegate, ...], list[ImportProblem]]:
    """Keep the numbers the list brings, the first of equal ones; give the others in order."""
    holders: dict[int, _Person | None] = dict.fromkeys(target.taken_badges)
    clashes: list[ImportProblem] = []
    keeps: set[str] = set()
    for person in people:
        number = person.delegate.badge_number
        if number is None:
            continue
        if number in holders:
            clashes.append(_badge_clash(person, holders[number], mapping))
        else:
            holders[number] = person
            keeps.add(person.delegate.id)
    free = _free_numbers(target.start_badge, set(holders))
    numbered = tuple(
        person.delegate
        if person.delegate.id in keeps
        else msgspec.structs.replace(person.delegate, badge_number=next(free, None))
        for person in people
    )
    return numbered, clashes


def _free_numbers(start: int, taken: set[int]) -> Iterator[int]:
    first = max(start, 1)
    return (number for number in range(first, LARGEST_BADGE_NUMBER + 1) if number not in taken)


def _badge_clash(person: _Person, holder: _Person | None, mapping: ColumnMapping) -> ImportProblem:
    field = Field.BADGE_NUMBER
    other = _place(holder.row, mapping, field)[1] if holder is not None else ""
    return _problem(person, mapping, ImportProblemCode.BADGE_TAKEN, field, other)


def _converted_in_doubt(
    people: Sequence[_Person],
    mapping: ColumnMapping,
    sheet: ListSheet,
    mended: Mapping[int, Mapping[str, Any]],
) -> Iterator[ImportProblem]:
    """Name the cells taken over whose conversion from an old encoding may be wrong."""
    if not sheet.doubtful:
        return
    used = {use.column for use in mapping.columns if use.field is not None}
    by_row = {person.row.number: person for person in people}
    for row, column in sheet.doubtful:
        if row in by_row and column in used:
            code = ImportProblemCode.CONVERSION_DOUBTFUL
            person, key = by_row[row], attribute_of(mapping.field_of(column))
            if key not in mended.get(row, {}):
                yield _problem_at(person, column, a1(row, column), code, key)


def _twice(people: Sequence[_Person], mapping: ColumnMapping) -> Iterator[ImportProblem]:
    """Find people who stand in the list twice: by card number, or by name, birth and unit."""
    first_by_card: dict[str, _Person] = {}
    first_by_name: dict[tuple[object, ...], _Person] = {}
    for person in people:
        delegate = person.delegate
        card = delegate.id_number
        same_card = first_by_card.setdefault(card, person) if tells_one_person(card) else person
        if same_card is not person:
            other = _place(same_card.row, mapping, Field.ID_NUMBER)[1]
            yield _problem(person, mapping, ImportProblemCode.TWICE, Field.ID_NUMBER, other)
            continue
        if delegate.birth is None and not delegate.unit:
            continue
        key = (search_key(delegate.name), delegate.birth, compact_key(delegate.unit))
        same_name = first_by_name.setdefault(key, person)
        if same_name is not person:
            other = _place(same_name.row, mapping, Field.NAME)[1]
            yield _problem(person, mapping, ImportProblemCode.TWICE, Field.NAME, other)


def _problem(
    person: _Person,
    mapping: ColumnMapping,
    code: ImportProblemCode,
    field: Field,
    other_cell: str = "",
) -> ImportProblem:
    column, place = _place(person.row, mapping, field)
    return _problem_at(person, column, place, code, attribute_of(field), other_cell)


def _problem_at(
    person: _Person,
    column: int,
    place: str,
    code: ImportProblemCode,
    key: str,
    other_cell: str = "",
) -> ImportProblem:
    cell = person.row.cell(column)
    return ImportProblem(
        cell=place,
        row=person.row.number,
        column=column,
        code=code,
        value=cell.text if cell is not None else "",
        key=key,
        delegate_id=person.delegate.id,
        other_cell=other_cell,
    )


def _place(row: Row, mapping: ColumnMapping, *fields: Field) -> tuple[int, str]:
    """Name the cell of a field in a row: its column, and as Excel does."""
    name = name_cell(row, mapping)
    columns = (column for field in fields for column in mapping.columns_of(field))
    column = next(columns, name.column if name is not None else 1)
    return column, a1(row.number, column)


def _text_of(row: Row) -> str:
    return " | ".join(cell.text for cell in own_cells(row))[:MAX_TEXT_OF_LEFT_OUT_ROW]


def _unused_columns(mapping: ColumnMapping, rows: Sequence[Row]) -> tuple[ColumnUse, ...]:
    filled = {cell.column for row in rows for cell in own_cells(row)}
    return tuple(use for use in mapping.columns if use.field is None and use.column in filled)
