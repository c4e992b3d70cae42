"""A table with typed columns, as a workbook, the data package and SQL write it.

Codes stand in the rows; a column knows the Vietnamese words that people read for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

Value = str | int | bool | date | None


class ColumnType(StrEnum):
    """What a column holds; the values are those of Table Schema."""

    TEXT = "string"
    NUMBER = "integer"
    FLAG = "boolean"
    DAY = "date"


class DataColumn(Struct, frozen=True, kw_only=True):
    """A column.

    Attributes:
        name: for programs.
        heading: for people.
        is_required: whether every row has it.
        words: what people read for its codes.
    """

    name: str
    heading: str
    type: ColumnType = ColumnType.TEXT
    is_required: bool = False
    words: Mapping[str, str] = {}


class DataTable(Struct, frozen=True, kw_only=True):
    """A table whose rows are made as often as they are asked for.

    Attributes:
        name: for programs.
        title: for people, at most 31 characters.
        key: columns that tell the rows apart; none where rows may repeat.
        of_office: whether its first column is the number of a row of the offices.
    """

    name: str
    title: str
    columns: tuple[DataColumn, ...]
    rows: Callable[[], Iterable[tuple[Value, ...]]]
    key: tuple[str, ...] = ()
    of_office: bool = True


def text(name: str, heading: str, words: Mapping[str, str] | None = None) -> DataColumn:
    """Make a column of texts, or of codes with the words for them."""
    return DataColumn(name=name, heading=heading, words=words or {})


def number(name: str, heading: str, *, is_required: bool = False) -> DataColumn:
    """Make a column of whole numbers."""
    return DataColumn(name=name, heading=heading, type=ColumnType.NUMBER, is_required=is_required)


def flag(name: str, heading: str) -> DataColumn:
    """Make a column of yes and no."""
    return DataColumn(name=name, heading=heading, type=ColumnType.FLAG)


def day(name: str, heading: str) -> DataColumn:
    """Make a column of days."""
    return DataColumn(name=name, heading=heading, type=ColumnType.DAY)


OFFICE = number("office", "STT đơn vị", is_required=True)
