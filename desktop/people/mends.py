"""What an officer mends of a list before it is taken over: values, and which rows are people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from db.records import BirthDate
from desktop.people.births import is_unlikely
from desktop.people.cell_values import read_id_number, read_phone
from desktop.people.ethnic_groups import match_ethnic_group
from desktop.people.import_report import ImportProblemCode

LONGEST_NAME = 80


class Mend(Struct, frozen=True):
    """A value in the place of what a row says."""

    row: int
    key: str  # the attribute of the delegate
    value: Any


class Mends(Struct, frozen=True, kw_only=True):
    """All that was mended of one sheet.

    Attributes:
        left_out: rows of people who are not to be taken over.
        taken: rows to be taken over though they look like no person's.
    """

    values: tuple[Mend, ...] = ()
    left_out: frozenset[int] = frozenset()
    taken: frozenset[int] = frozenset()

    def by_row(self) -> dict[int, dict[str, Any]]:
        """Give the mended values of each row."""
        rows: dict[int, dict[str, Any]] = {}
        for mend in self.values:
            rows.setdefault(mend.row, {})[mend.key] = mend.value
        return rows

    def with_value(self, row: int, key: str, value: object) -> Mends:
        """Mend a value; one mended before gives way."""
        return msgspec.structs.replace(
            self, values=(*self.without_value(row, key).values, Mend(row, key, value))
        )

    def without_value(self, row: int, key: str) -> Mends:
        """Go back to what the row says."""
        kept = tuple(mend for mend in self.values if (mend.row, mend.key) != (row, key))
        return msgspec.structs.replace(self, values=kept)

    def leaving_out(self, rows: Iterable[int]) -> Mends:
        """Leave these rows out."""
        gone = frozenset(rows)
        return msgspec.structs.replace(
            self, left_out=self.left_out | gone - self.taken, taken=self.taken - gone
        )

    def taking(self, rows: Iterable[int]) -> Mends:
        """Take these rows over: again, or though they look like no person's."""
        wanted = frozenset(rows)
        return msgspec.structs.replace(
            self, left_out=self.left_out - wanted, taken=self.taken | wanted - self.left_out
        )


class Judged(Struct, frozen=True):
    """A value as it is stored, and what may be wrong with it."""

    value: Any
    code: ImportProblemCode | None = None


def judged(key: str, value: object, this_year: int) -> Judged:
    """Judge a value that an officer typed, as one that stood in the list is judged."""
    if isinstance(value, BirthDate):
        unlikely = is_unlikely(value, this_year)
        return Judged(value, ImportProblemCode.BIRTH_UNLIKELY_AGE if unlikely else None)
    judge = _JUDGES.get(key) if isinstance(value, str) and (value or key == "name") else None
    return judge(str(value)) if judge is not None else Judged(value)


def _ethnicity(text: str) -> Judged:
    group = match_ethnic_group(text)
    if group is None:
        return Judged(text, ImportProblemCode.ETHNICITY_UNKNOWN)
    return Judged(group.name)


def _id_number(text: str) -> Judged:
    card = read_id_number(text, was_number=False)
    return Judged(card.text, ImportProblemCode.ID_NUMBER_ODD if card.doubt else None)


def _phone(text: str) -> Judged:
    phone = read_phone(text, was_number=False)
    return Judged(phone.text, ImportProblemCode.PHONE_ODD if phone.doubt else None)


def _name_doubt(name: str) -> ImportProblemCode | None:
    if not name:
        return ImportProblemCode.NAME_MISSING
    is_odd = len(name) > LONGEST_NAME or any(char.isdigit() for char in name)
    return ImportProblemCode.NAME_ODD if is_odd else None


_JUDGES: Mapping[str, Callable[[str], Judged]] = {
    "name": lambda text: Judged(text, _name_doubt(text)),
    "ethnicity": _ethnicity,
    "id_number": _id_number,
    "phone": _phone,
}
