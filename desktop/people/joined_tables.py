"""Join the tables of a document that are one list: its pages were typed as a table each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desktop.people.cell_maker import with_fonts_by_column
from desktop.people.list_sheet import Cell, ListSheet, Row
from desktop.people.merged_cells import MergedRange, with_merged_cells
from desktop.people.names import compact_key
from desktop.people.text import clean

_ROWS_OF_A_HEADING = 5
_LONGEST_NAME = 80


class ReadTable:
    """A table as a document holds it.

    Attributes:
        above: the paragraphs between the table before it and this one, the last few.
        columns: of its grid.
    """

    def __init__(self, above: tuple[str, ...], *, is_nested: bool) -> None:
        self.above = above
        self.is_nested = is_nested
        self.columns = 0
        self.rows: list[Row] = []
        self.merged: list[MergedRange] = []
        self.hidden_rows: list[int] = []


def joined(tables: Sequence[ReadTable], name: str) -> tuple[ListSheet, ...]:
    """Make sheets of tables; those that go on with the list above are joined to it.

    Args:
        tables: in their order.
        name: of the document, for tables with nothing above them.
    """
    lists: list[ReadTable] = []
    for table in tables:
        if lists and _goes_on(lists[-1], table):
            _append(lists[-1], table)
        else:
            lists.append(table)
    return tuple(
        _sheet(table, name if len(lists) == 1 else f"{name} ({number})")
        for number, table in enumerate(lists, start=1)
    )


def _goes_on(above: ReadTable, table: ReadTable) -> bool:
    if above.is_nested or table.is_nested or above.columns != table.columns:
        return False
    heading = _key(table.rows[0])
    if len(heading) > 1 and heading in map(_key, above.rows[:_ROWS_OF_A_HEADING]):
        return True
    last, first = above.rows[-1].cells[0].text, table.rows[0].cells[0].text
    if last.rstrip(".").isdecimal() and first.rstrip(".").isdecimal():
        return int(first.rstrip(".")) == int(last.rstrip(".")) + 1
    return not table.above and any(cell.text.isdecimal() for cell in table.rows[0].cells)


def _key(row: Row) -> tuple[str, ...]:
    return tuple(compact_key(cell.text) for cell in row.cells)


def _append(above: ReadTable, table: ReadTable) -> None:
    """Put a table under another; what stands between them becomes a line over all columns."""
    last = max(above.rows[-1].number, *(area.last_row for area in above.merged), 0)
    for text in table.above:
        last += 1
        above.rows.append(Row(last, (Cell(1, clean(text), original=text),)))
        above.merged.append(MergedRange(last, 1, last, max(above.columns, 1)))
    above.rows.extend(msgspec.structs.replace(row, number=row.number + last) for row in table.rows)
    above.merged.extend(
        MergedRange(
            area.first_row + last, area.first_column, area.last_row + last, area.last_column
        )
        for area in table.merged
    )
    above.hidden_rows.extend(number + last for number in table.hidden_rows)


def _sheet(table: ReadTable, name: str) -> ListSheet:
    rows, fonts = with_fonts_by_column(table.rows)
    return ListSheet(
        name=clean(table.above[-1])[:_LONGEST_NAME] if table.above else name,
        rows=with_merged_cells(rows, table.merged),
        hidden_rows=tuple(table.hidden_rows),
        fonts=fonts,
    )
