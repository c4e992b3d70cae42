"""Find the heading rows of a list and what each of its columns holds."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from desktop.people.headings import Field, exact_field, field_of, is_known
from desktop.people.list_sheet import Cell, ListSheet, Row
from desktop.people.names import compact_key

MAX_ROWS_BEFORE_HEADING = 60
MAX_HEADING_ROWS = 4

_MANY = frozenset({Field.HONOURS, Field.ACHIEVEMENT, Field.NOTE, Field.GROUP_MARK})
_NAMES = frozenset({Field.NAME, Field.FAMILY_NAME})
# what a whole list may have in common
FIXABLE = (
    Field.GROUP,
    Field.UNIT,
    Field.POST,
    Field.GENDER,
    Field.ETHNICITY,
    Field.RELIGION,
    Field.PARTY,
    Field.DIRECT_WORKER,
    Field.HONOURS,
    Field.ACHIEVEMENT,
    Field.REPRESENTS,
    Field.HOME_TOWN,
    Field.SCHOOLING,
    Field.PROPOSED_AWARD,
    Field.NOTE,
)
_CONTINUED_BY = ("so", "maso")  # CCCD: Số | Ngày cấp


class ColumnUse(Struct, frozen=True):
    """A column, its heading as one line, and what it is taken over as, if at all."""

    column: int
    heading: str
    field: Field | None = None


class FixedValue(Struct, frozen=True):
    """What holds for every person of a list whose row does not say it."""

    field: Field
    text: str  # as it would stand in a cell


class ColumnMapping(Struct, frozen=True, kw_only=True):
    """How the columns of a sheet are taken over.

    Attributes:
        heading_rows: row numbers of the heading; empty when none was found.
        columns: every column in use, in order; a column without a field is not taken over.
        fixed: values that stand in no column; their fields are of `FIXABLE`.
    """

    heading_rows: tuple[int, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    fixed: tuple[FixedValue, ...] = ()

    def columns_of(self, field: Field) -> tuple[int, ...]:
        """List the columns taken over as this field."""
        return tuple(use.column for use in self.columns if use.field is field)

    def field_of(self, column: int) -> Field | None:
        """Tell what a column is taken over as."""
        return next((use.field for use in self.columns if use.column == column), None)

    def heading_of(self, column: int) -> str:
        """Give the heading of a column."""
        return next((use.heading for use in self.columns if use.column == column), "")

    def with_field(self, column: int, field: Field | None) -> ColumnMapping:
        """Take one column over as another field, or not at all."""
        uses = tuple(
            msgspec.structs.replace(use, field=field) if use.column == column else use
            for use in self.columns
        )
        return msgspec.structs.replace(self, columns=uses)

    def taken_over_as(self, column: int, field: Field | None) -> ColumnMapping:
        """Take a column over as a field; another column that was it before is left out."""
        mapping = self
        if field is not None and field not in _MANY:
            for other in self.columns_of(field):
                mapping = mapping.with_field(other, None)
        return mapping.with_field(column, field)

    def fixed_text(self, field: Field) -> str:
        """Give the fixed value of a field; empty where it has none."""
        return next((value.text for value in self.fixed if value.field is field), "")

    def with_fixed(self, field: Field, text: str) -> ColumnMapping:
        """Fix a value for everybody; an empty one frees the field."""
        others = tuple(value for value in self.fixed if value.field is not field)
        added = (FixedValue(field, text),) if text.strip() else ()
        return msgspec.structs.replace(self, fixed=(*others, *added))


def guess(sheet: ListSheet) -> ColumnMapping:
    """Propose a mapping; without a heading that names people every column is left open."""
    heading = _heading_rows(sheet.rows)
    return ColumnMapping(
        heading_rows=tuple(row.number for row in heading), columns=_column_uses(sheet, heading)
    )


def guess_below(sheet: ListSheet, heading_rows: Sequence[int]) -> ColumnMapping:
    """Propose a mapping where the officer says which rows are the heading."""
    heading = [row for row in sheet.rows if row.number in heading_rows]
    return ColumnMapping(heading_rows=tuple(heading_rows), columns=_column_uses(sheet, heading))


def most_likely_sheet(sheets: Sequence[ListSheet]) -> int:
    """Choose the sheet people will mean: shown, with the best heading, else the first filled one.

    A document has a table for its letterhead, a workbook one sheet for the summary.
    """
    shown = [number for number, sheet in enumerate(sheets) if not sheet.is_hidden]
    filled = [number for number in shown if sheets[number].rows]
    return max(
        filled or shown or [0],
        key=lambda number: _best_score(sheets[number].rows) if sheets else 0,
    )


def _best_score(rows: Sequence[Row]) -> int:
    return max(map(_score, rows[:MAX_ROWS_BEFORE_HEADING]), default=0)


def _heading_rows(rows: Sequence[Row]) -> list[Row]:
    scores = [_score(row) for row in rows[:MAX_ROWS_BEFORE_HEADING]]
    if not any(scores):
        return []
    best = scores.index(max(scores))
    name = next(cell for cell in rows[best].cells if field_of(cell.text) in _NAMES)
    first = best
    while first > 0 and rows[first].number > name.origin_row > 0:
        first -= 1
    if first == best and first > 0 and _is_upper_part(rows[first - 1], rows[first]):
        first -= 1
    last = best
    while last + 1 < min(len(rows), first + MAX_HEADING_ROWS) and _is_lower_part(
        rows[last + 1], rows[last], name.column
    ):
        last += 1
    return list(rows[first : last + 1])


def _score(row: Row) -> int:
    """Count the different fields a row's texts name; a heading names people."""
    own = [cell for cell in row.cells if not cell.is_copy]
    fields = {field_of(cell.text) for cell in row.cells} - {None}
    is_title = len(own) <= 1 and not any(exact_field(cell.text) for cell in own)
    return len(fields) if fields & _NAMES and not is_title else 0


def _is_upper_part(above: Row, heading: Row) -> bool:
    """Tell whether a row holds further headings above a row that already names people."""
    if above.number != heading.number - 1:
        return False
    known = [cell for cell in above.cells if not cell.is_copy and is_known(cell.text)]
    return len(known) >= 2


def _is_lower_part(row: Row, above: Row, name_column: int) -> bool:
    """Tell whether a row splits headings further, as Nam | Nữ does under Năm sinh."""
    if row.number != above.number + 1:
        return False
    name = row.cell(name_column)
    if name is not None and name.is_copy:
        return True  # the heading of the names reaches down to here
    own = [cell for cell in row.cells if not cell.is_copy]
    if any(char.isdigit() for cell in own for char in cell.text):
        return False
    is_heading_too = name is None or exact_field(name.text) is not None
    return is_heading_too and sum(is_known(cell.text) for cell in own) >= 2


def _column_uses(sheet: ListSheet, heading: Sequence[Row]) -> tuple[ColumnUse, ...]:
    columns = sorted({cell.column for row in sheet.rows for cell in row.cells})
    uses: list[ColumnUse] = []
    exact: list[bool] = []
    for column in columns:
        cells = [cell for row in heading if (cell := row.cell(column)) is not None]
        texts = list(dict.fromkeys(cell.text for cell in cells if cell.text))
        field = _field_under(cells, texts, heading)
        uses.append(ColumnUse(column, " ".join(texts), field))
        exact.append(bool(texts) and exact_field(texts[-1]) is field)
    return _names_joined(_each_field_once(uses, exact), sheet, heading)


def _field_under(cells: list[Cell], texts: list[str], heading: Sequence[Row]) -> Field | None:
    """Find the field of a column by its lowest heading, else by all of them together."""
    if not texts:
        return None
    lowest = texts[-1]
    if len(texts) == 1 or is_known(lowest):
        return field_of(lowest)
    is_one_of_several = _reaches_over_columns(cells[0], heading)
    if is_one_of_several and compact_key(lowest) not in _CONTINUED_BY:
        return field_of(lowest)
    return field_of(lowest) or field_of(" ".join(texts)) or field_of(texts[0])


def _reaches_over_columns(top: Cell, heading: Sequence[Row]) -> bool:
    origin = top.origin_column or top.column
    return any(
        cell.is_copy and cell.origin_column == origin and cell.column != origin
        for row in heading
        for cell in row.cells
    )


def _each_field_once(uses: list[ColumnUse], exact: list[bool]) -> list[ColumnUse]:
    """Leave a field to the first column that names it exactly, else to the first."""
    chosen: dict[Field, int] = {}
    for index, use in enumerate(uses):
        if use.field is None or use.field in _MANY:
            continue
        if use.field not in chosen or (exact[index] and not exact[chosen[use.field]]):
            chosen[use.field] = index
    return [
        use
        if use.field is None or use.field in _MANY or chosen[use.field] == index
        else msgspec.structs.replace(use, field=None)
        for index, use in enumerate(uses)
    ]


def _names_joined(
    uses: list[ColumnUse], sheet: ListSheet, heading: Sequence[Row]
) -> tuple[ColumnUse, ...]:
    """Read a name written in two columns, whether their heading was split, merged or left."""
    columns = {use.field: use.column for use in uses}
    if Field.NAME not in columns:
        return tuple(uses)
    column = columns[Field.NAME]
    if Field.FAMILY_NAME in columns:  # Họ và tên đệm | Tên
        return tuple(_with(use, column, Field.GIVEN_NAME) for use in uses)
    if not _is_name_over_two(column, sheet, heading):
        return tuple(uses)
    return tuple(
        _with(_with(use, column, Field.FAMILY_NAME), column + 1, Field.GIVEN_NAME) for use in uses
    )


def _is_name_over_two(column: int, sheet: ListSheet, heading: Sequence[Row]) -> bool:
    """Tell whether given names stand beside the name column, under its heading or under none."""
    beside = [cell for row in heading if (cell := row.cell(column + 1)) is not None]
    if any(cell.origin_column != column for cell in beside):
        return False
    last = heading[-1].number if heading else 0
    named = [row for row in sheet.rows if row.number > last and row.cell(column)]
    given = [row for row in named if (cell := row.cell(column + 1)) and not cell.is_copy]
    return len(given) > len(named) / 2


def _with(use: ColumnUse, column: int, field: Field) -> ColumnUse:
    return msgspec.structs.replace(use, field=field) if use.column == column else use
