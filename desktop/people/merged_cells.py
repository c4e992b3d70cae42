"""Merged cells: the text of the first cell holds for every place it was merged over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from desktop.people.cell_maker import MAX_FILLED_CELLS, TooManyCellsError
from desktop.people.list_sheet import Cell, Row


class MergedRange(Struct, frozen=True):
    """A merged range, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def with_merged_cells(rows: Sequence[Row], merged: Sequence[MergedRange]) -> tuple[Row, ...]:
    """Copy merged texts into the rows and columns that are in use.

    Raises:
        TooManyCellsError: the copies would be too many.
    """
    numbers = [row.number for row in rows]
    columns = sorted({cell.column for row in rows for cell in row.cells})
    copies: dict[int, list[Cell]] = {}
    count = 0
    for area in merged:
        first = bisect_left(numbers, area.first_row)
        last = bisect_right(numbers, area.last_row)
        if first == last or numbers[first] != area.first_row:
            continue
        source = rows[first].cell(area.first_column)
        if source is None:
            continue
        left = bisect_left(columns, area.first_column)
        right = bisect_right(columns, area.last_column)
        count += (last - first) * (right - left)
        if count > MAX_FILLED_CELLS:
            raise TooManyCellsError(MAX_FILLED_CELLS)
        for index in range(first, last):
            copies.setdefault(index, []).extend(
                msgspec.structs.replace(
                    source, column=column, origin_row=area.first_row, origin_column=source.column
                )
                for column in columns[left:right]
                if (index, column) != (first, source.column)
            )
    return tuple(
        Row(row.number, _joined(row.cells, copies[index])) if index in copies else row
        for index, row in enumerate(rows)
    )


def _joined(own: tuple[Cell, ...], copies: list[Cell]) -> tuple[Cell, ...]:
    # a cell of its own under a merged range keeps its text: no program shows it, but it is there
    by_column = {cell.column: cell for cell in copies} | {cell.column: cell for cell in own}
    return tuple(by_column[column] for column in sorted(by_column))
