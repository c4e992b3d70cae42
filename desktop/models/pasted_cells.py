"""Cells from a spreadsheet, as an edit of the people they are pasted over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from db.records import Delegate
from desktop.models.delegate_columns import DelegateColumn
from desktop.people.clipboard_table import read_cells
from desktop.people.field_catalogue import BY_KEY
from desktop.people.names import compact_key

_NUMBER = "badge_number"
_SURE = 2  # headings; one alone may be a word that somebody typed


@dataclass(frozen=True)
class CellChange:
    """One cell, and the text that is pasted over it."""

    person: Delegate
    column: DelegateColumn
    before: str
    text: str


@dataclass(frozen=True)
class PastePlan:
    """What a paste would do.

    Attributes:
        people: who would be changed, as they would be.
        changes: the cells that would become others.
        refused: texts that their cell cannot take; it stays as it is.
        left_over: rows of the block below the last person, or of a number that nobody shown has.
        unknown: headings of the block that no column has.
        by_number: whether the rows were told to people by their badge numbers.
    """

    people: tuple[Delegate, ...] = ()
    changes: tuple[CellChange, ...] = ()
    refused: tuple[CellChange, ...] = ()
    left_over: int = 0
    unknown: tuple[str, ...] = ()
    by_number: bool = False


@dataclass
class _Target:
    """Where a block goes: a column for each of its columns, a person for each of its rows."""

    columns: list[DelegateColumn | None]
    rows: list[list[str]]
    people: list[Delegate | None]
    unknown: list[str] = field(default_factory=list)
    by_number: bool = False


def plan_paste(
    text: str, shown: Sequence[Delegate], columns: Sequence[DelegateColumn], start: tuple[int, int]
) -> PastePlan:
    """Work out what pasting a block would change.

    A block with headings goes under these, and with badge numbers to the people who have them;
    another one begins at the cursor and goes to the right and down.

    Args:
        text: of the clipboard.
        shown: the people shown, in their order.
        columns: those shown, in their order.
        start: row and column of the cell the cursor is on.
    """
    block = read_cells(text)
    target = _under_headings(block, shown, columns, start[0]) or _Target(
        list(columns[start[1] :]), block, _downwards(shown, start[0], len(block))
    )
    people: list[Delegate] = []
    changes: list[CellChange] = []
    refused: list[CellChange] = []
    for cells, person in zip(target.rows, target.people, strict=True):
        if person is None:
            continue
        values: dict[str, object] = {}
        for cell, column in zip(cells, target.columns, strict=False):
            if column is None or not column.is_editable:
                continue
            change = CellChange(person, column, column.written(person), cell)
            try:
                value = column.read_text(cell)
            except ValueError:
                refused.append(change)
                continue
            if value != getattr(person, column.key):
                values[column.key] = value
                changes.append(change)
        if values:
            people.append(msgspec.structs.replace(person, **values))
    return PastePlan(
        people=tuple(people),
        changes=tuple(changes),
        refused=tuple(refused),
        left_over=_count_left_over(target),
        unknown=tuple(target.unknown),
        by_number=target.by_number,
    )


def _under_headings(
    block: list[list[str]],
    shown: Sequence[Delegate],
    columns: Sequence[DelegateColumn],
    start_row: int,
) -> _Target | None:
    """Read the first row as headings, if it is one."""
    if not block:
        return None
    by_title = {compact_key(BY_KEY[one.key].heading): one for one in columns if one.key in BY_KEY}
    by_title |= {compact_key(one.title): one for one in columns}
    headings, rows = block[0], block[1:]
    found = [by_title.get(compact_key(heading)) for heading in headings]
    unknown = [
        heading
        for heading, column in zip(headings, found, strict=True)
        if column is None and heading.strip()
    ]
    known = sum(column is not None for column in found)
    if known < _SURE and (unknown or not known):
        return None
    by_number = _by_number(rows, found, shown)
    people = by_number or _downwards(shown, start_row, len(rows))
    return _Target(found, rows, people, unknown, by_number=by_number is not None)


def _by_number(
    rows: list[list[str]], columns: list[DelegateColumn | None], shown: Sequence[Delegate]
) -> list[Delegate | None] | None:
    """Find the people by the badge numbers in the block, where these tell them apart."""
    place = next((n for n, one in enumerate(columns) if one and one.key == _NUMBER), None)
    numbers = [row[place].strip() if place is not None and place < len(row) else "" for row in rows]
    if not all(numbers) or len(set(numbers)) != len(numbers):
        return None
    holders = {str(one.badge_number): one for one in shown}
    is_unique = len(holders) == len(shown)
    return [holders.get(number) for number in numbers] if is_unique else None


def _downwards(shown: Sequence[Delegate], start: int, count: int) -> list[Delegate | None]:
    people: list[Delegate | None] = list(shown[start : start + count])
    return people + [None] * (count - len(people))


def _count_left_over(target: _Target) -> int:
    return sum(
        person is None and any(map(str.strip, cells))
        for cells, person in zip(target.rows, target.people, strict=True)
    )
