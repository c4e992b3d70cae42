"""Read one person's row: what goes into the delegate, and what is odd about it."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from db.records import BirthDate, Gender, ParticipantGroup
from desktop.people.births import BirthDoubt, read_birth
from desktop.people.blank_marks import MARKS
from desktop.people.cell_values import (
    NumberDoubt,
    NumberReading,
    read_gender,
    read_id_number,
    read_mark,
    read_phone,
    split_honours,
    split_post_and_unit,
)
from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.encoding_evidence import strong_encodings
from desktop.people.ethnic_groups import match_ethnic_group
from desktop.people.field_attributes import attribute_of
from desktop.people.headings import Field
from desktop.people.import_report import ImportProblem, ImportProblemCode, ImportTarget
from desktop.people.list_sheet import Cell, CellKind, Row, a1
from desktop.people.mends import LONGEST_NAME
from desktop.people.participant_groups import match_group
from desktop.people.text import clean

LARGEST_BADGE_NUMBER = 99_999
_UNREADABLE = {
    CellKind.ERROR: ImportProblemCode.CELL_ERROR,
    CellKind.UNCOMPUTED: ImportProblemCode.NOT_COMPUTED,
}
_BIRTH_DOUBTS = {
    BirthDoubt.NOT_READ: ImportProblemCode.BIRTH_NOT_READ,
    BirthDoubt.ONLY_YEAR: ImportProblemCode.BIRTH_ONLY_YEAR,
    BirthDoubt.SHORT_YEAR: ImportProblemCode.BIRTH_SHORT_YEAR,
    BirthDoubt.SERIAL: ImportProblemCode.BIRTH_SERIAL,
    BirthDoubt.UNLIKELY_AGE: ImportProblemCode.BIRTH_UNLIKELY_AGE,
}
_NUMBER_DOUBTS = {
    NumberDoubt.ZERO_RESTORED: ImportProblemCode.ZERO_RESTORED,
    NumberDoubt.DIGITS_LOST: ImportProblemCode.DIGITS_LOST,
}
# what the problem is about where that is not what its column fills
_KEYS = {ImportProblemCode.GENDER_CONTRADICTED: "gender"}
_GENDER_DOUBTS = {ImportProblemCode.GENDER_NOT_READ, ImportProblemCode.GENDER_CONTRADICTED}
_PLAIN = {
    Field.RELIGION: "religion",
    Field.POST: "post",
    Field.UNIT: "unit",
    Field.REPRESENTS: "represents",
    Field.HOME_TOWN: "home_town",
    Field.SCHOOLING: "schooling",
    Field.PROPOSED_AWARD: "proposed_award",
}
_JOINED = {Field.ACHIEVEMENT: "achievement", Field.NOTE: "note"}


class FixedFields(Struct, frozen=True):
    """What holds for every person of a list whose row does not say it."""

    fields: dict[str, Any] = {}
    group_id: str = ""
    problems: tuple[ImportProblem, ...] = ()


class PersonReading(Struct, frozen=True):
    """The fields of a delegate as a row gives them, without ids and numbers in order."""

    fields: dict[str, Any]
    problems: list[ImportProblem]


def read_fixed(mapping: ColumnMapping, target: ImportTarget) -> FixedFields:
    """Read the fixed values of a list once; a problem with one has no cell."""
    if not mapping.fixed:
        return FixedFields()
    uses = tuple(
        ColumnUse(column, "", value.field) for column, value in enumerate(mapping.fixed, start=1)
    )
    cells = tuple(
        Cell(column, clean(value.text), original=value.text)
        for column, value in enumerate(mapping.fixed, start=1)
    )
    reader = _PersonReader(Row(0, cells), ColumnMapping(columns=uses), target)
    reader.read(None)
    fields = {key: value for key, value in reader.fields.items() if value}
    group_id = fields.pop("group_id", "")
    problems = tuple(
        msgspec.structs.replace(problem, cell="", row=0, column=0) for problem in reader.problems
    )
    return FixedFields(fields, group_id if mapping.fixed_text(Field.GROUP) else "", problems)


def read_person(
    row: Row,
    mapping: ColumnMapping,
    target: ImportTarget,
    section: ParticipantGroup | None,
    fixed: FixedFields,
) -> PersonReading:
    """Read every mapped cell of a person's row; a wrong one never stops the others."""
    reader = _PersonReader(row, mapping, target)
    reader.read(section)
    reader.fill(fixed)
    return PersonReading(reader.fields, sorted(reader.problems, key=lambda each: each.column))


class _PersonReader:
    def __init__(self, row: Row, mapping: ColumnMapping, target: ImportTarget) -> None:
        self.fields: dict[str, Any] = {}
        self.problems: list[ImportProblem] = []
        self._row = row
        self._mapping = mapping
        self._target = target
        self._cells: dict[Field, list[Cell]] = {}
        for use in mapping.columns:
            if use.field is None or use.field is Field.ORDINAL:
                continue
            cell = row.cell(use.column)
            if cell is not None and self._is_usable(cell):
                self._cells.setdefault(use.field, []).append(cell)

    def read(self, section: ParticipantGroup | None) -> None:
        self._read_name()
        self._read_gender_and_birth()
        self._read_ethnicity()
        self._read_marks()
        self._read_numbers()
        self._read_texts()
        self._read_post_and_unit()
        self._read_group(section)

    def fill(self, fixed: FixedFields) -> None:
        """Take what the row does not say from what holds for the whole list."""
        said = {"gender"} if _GENDER_DOUBTS & {each.code for each in self.problems} else set()
        for key, value in fixed.fields.items():
            if key not in said and (key not in self.fields or self.fields[key] in ("", ())):
                self.fields[key] = value

    def _is_usable(self, cell: Cell) -> bool:
        if cell.is_copy and cell.origin_column != cell.column:
            return False  # merged with the cell to its left, which has its own field
        if cell.kind in _UNREADABLE:
            self._note(cell, _UNREADABLE[cell.kind])
            return False
        if strong_encodings(cell.original or cell.text):
            self._note(cell, ImportProblemCode.OLD_ENCODING)
        return True

    def _note(self, cell: Cell, code: ImportProblemCode) -> None:
        self.problems.append(
            ImportProblem(
                cell=a1(self._row.number, cell.column),
                row=self._row.number,
                column=cell.column,
                code=code,
                value=cell.text,
                key=_KEYS.get(code) or attribute_of(self._mapping.field_of(cell.column)),
            )
        )

    def _first(self, field: Field) -> Cell | None:
        return next(iter(self._cells.get(field, ())), None)

    def _read_name(self) -> None:
        parts = [
            cell
            for field in (Field.FAMILY_NAME, Field.NAME, Field.GIVEN_NAME)
            for cell in self._cells.get(field, ())
        ]
        name = " ".join(cell.text for cell in parts)
        self.fields["name"] = name
        given = self._first(Field.GIVEN_NAME)
        if given is not None and " " in given.text:
            self.fields["given_name"] = given.text
        if parts and (len(name) > LONGEST_NAME or any(char.isdigit() for char in name)):
            self._note(parts[0], ImportProblemCode.NAME_ODD)

    def _read_gender_and_birth(self) -> None:
        genders: dict[Gender, Cell] = {}
        births: list[Cell] = list(self._cells.get(Field.BIRTH, ()))
        for field, gender in ((Field.MEN, Gender.MALE), (Field.WOMEN, Gender.FEMALE)):
            cell = self._first(field)
            if cell is None or read_mark(cell.text) is False:
                continue
            genders.setdefault(gender, cell)
            if not self._is_bare_mark(cell):
                births.append(cell)
        said = self._first(Field.GENDER)
        if said is not None:
            gender_said = read_gender(said.text)
            if gender_said is None:
                self._note(said, ImportProblemCode.GENDER_NOT_READ)
            else:
                genders[gender_said] = said
        if len(genders) == 1:
            self.fields["gender"] = next(iter(genders))
        elif genders:
            self._note(list(genders.values())[-1], ImportProblemCode.GENDER_CONTRADICTED)
        if births:
            self.fields["birth"] = self._birth(births[0])

    def _is_bare_mark(self, cell: Cell) -> bool:
        return read_mark(cell.text) is True and not any(map(str.isdigit, cell.text[1:]))

    def _birth(self, cell: Cell) -> BirthDate | None:
        reading = read_birth(cell.text, self._target.this_year)
        if reading.doubt is not None:
            self._note(cell, _BIRTH_DOUBTS[reading.doubt])
        return reading.birth

    def _read_ethnicity(self) -> None:
        cell = self._first(Field.ETHNICITY)
        if cell is None:
            return
        group = match_ethnic_group(cell.text)
        if group is None:
            self._note(cell, ImportProblemCode.ETHNICITY_UNKNOWN)
        self.fields["ethnicity"] = group.name if group is not None else cell.text

    def _read_marks(self) -> None:
        for field, attribute in MARKS.items():
            cell = self._first(field)
            if cell is None:
                continue
            self.fields[attribute] = read_mark(cell.text)
            if self.fields[attribute] is None:
                self._note(cell, ImportProblemCode.MARK_NOT_READ)

    def _read_numbers(self) -> None:
        card, phone = self._first(Field.ID_NUMBER), self._first(Field.PHONE)
        if card is not None:
            reading = read_id_number(card.text, was_number=card.was_number)
            self._take_number("id_number", card, reading, ImportProblemCode.ID_NUMBER_ODD)
        if phone is not None:
            reading = read_phone(phone.text, was_number=phone.was_number)
            self._take_number("phone", phone, reading, ImportProblemCode.PHONE_ODD)
        badge = self._first(Field.BADGE_NUMBER)
        if badge is None:
            return
        digits = badge.text.removesuffix(".")
        if digits.isdecimal() and 1 <= int(digits) <= LARGEST_BADGE_NUMBER:
            self.fields["badge_number"] = int(digits)
        else:
            self._note(badge, ImportProblemCode.BADGE_NOT_READ)

    def _take_number(
        self, attribute: str, cell: Cell, reading: NumberReading, odd: ImportProblemCode
    ) -> None:
        if reading.doubt is not None:
            self._note(cell, _NUMBER_DOUBTS.get(reading.doubt, odd))
        # what Excel left of a number is that of many people
        is_lost = reading.doubt is NumberDoubt.DIGITS_LOST
        self.fields[attribute] = "" if is_lost else reading.text

    def _read_texts(self) -> None:
        for field, attribute in _PLAIN.items():
            cell = self._first(field)
            if cell is not None:
                self.fields[attribute] = cell.text
        for field, attribute in _JOINED.items():
            cells = self._cells.get(field, ())
            if cells:
                self.fields[attribute] = "; ".join(cell.text for cell in cells)
        honours = (
            honour
            for cell in self._cells.get(Field.HONOURS, ())
            for honour in split_honours(cell.original or cell.text)
        )
        self.fields["honours"] = tuple(dict.fromkeys(honours))

    def _read_post_and_unit(self) -> None:
        for field in (Field.POST_AND_UNIT, Field.UNIT_AND_POST):
            cell = self._first(field)
            if cell is None:
                continue
            post, unit = split_post_and_unit(cell.text, unit_first=field is Field.UNIT_AND_POST)
            self.fields.setdefault("post", post)
            self.fields.setdefault("unit", unit)

    def _read_group(self, section: ParticipantGroup | None) -> None:
        said = self._first(Field.GROUP)
        group = match_group(said.text, self._target.groups) if said is not None else None
        if said is not None and group is None:
            self._note(said, ImportProblemCode.GROUP_UNKNOWN)
        for mark in self._cells.get(Field.GROUP_MARK, ()):
            if group is None and read_mark(mark.text) is not False:
                group = match_group(self._mapping.heading_of(mark.column), self._target.groups)
                if group is None:
                    self._note(mark, ImportProblemCode.GROUP_UNKNOWN)
        group = group or section
        self.fields["group_id"] = group.id if group is not None else self._default_group(said)

    def _default_group(self, said: Cell | None) -> str:
        # a row that names a group nobody knows does not fall into another one in silence
        return self._target.default_group_id if said is None else ""
