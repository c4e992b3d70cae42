"""Read the sheets of an OpenDocument spreadsheet (ODS), trusting nothing it says about itself.

Our own small reader: the libraries there are build a tree of the whole file, or leave out fonts
and what is hidden.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax

from desktop.errors import InputRefused
from desktop.people.cell_maker import (
    MAX_COLUMN,
    MAX_ROW,
    MAX_SHEETS,
    CellMaker,
    with_fonts_by_column,
)
from desktop.people.list_sheet import (
    Cell,
    CellKind,
    ListFile,
    ListRefusal,
    ListRemark,
    ListSheet,
    Row,
)
from desktop.people.merged_cells import MergedRange, with_merged_cells
from desktop.people.open_styles import OpenStyles, local_names
from desktop.people.package_checks import Package
from desktop.people.reading_faults import refusing
from desktop.people.text import clean
from desktop.people.typed_values import date_text, number_text

_STYLES, _CONTENT = "styles.xml", "content.xml"
# comments, deleted content, forms and drawings hold text that stands in no cell
_NO_CELLS = frozenset(
    {"annotation", "tracked-changes", "shapes", "forms", "note", "ruby-text", "dde-links"}
)
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})
_SOURCE_SPACES = re.compile(r"[\t\r\n ]+")
_ERROR = re.compile(r"#(?:N/A|\S+[!?])|Err:\d+")
_MAX_DEPTH = 200
_MAX_SPACES = 100


def read_open_sheets(package: Package, path: Path) -> ListFile:
    """Read every sheet of a spreadsheet, whose package was checked.

    Raises:
        InputRefused: it is damaged, hostile or too large.
    """
    with refusing(path):
        reader = _Reader()
        if _STYLES in package.archive.namelist():
            with package.archive.open(_STYLES) as part:
                defusedxml.sax.parse(part, reader, forbid_dtd=True)
        with package.archive.open(_CONTENT) as part:
            defusedxml.sax.parse(part, reader, forbid_dtd=True)
    if len(reader.sheets) > MAX_SHEETS:
        value = len(reader.sheets)
        raise InputRefused(ListRefusal.TOO_MANY_SHEETS, path, limit=MAX_SHEETS, value=value)
    if not reader.sheets:
        raise InputRefused(ListRefusal.DAMAGED, path)
    others = (ListRemark.OTHER_FILES,) if reader.needs_other_files else ()
    return ListFile(sheets=tuple(reader.sheets), remarks=(*package.remarks, *others))


class _Table:
    """A sheet while it is being read."""

    def __init__(self, name: str, *, is_hidden: bool) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.rows: list[Row] = []
        self.merged: list[MergedRange] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[int] = set()
        self.columns = 0
        self.last_columns: list[int] = []  # of each declaration, and the style of their cells:
        self.column_styles: list[str] = []
        self.row = 0

    def sheet(self) -> ListSheet:
        rows, fonts = with_fonts_by_column(self.rows)
        return ListSheet(
            name=clean(self.name),
            rows=with_merged_cells(rows, self.merged),
            is_hidden=self.is_hidden,
            hidden_rows=tuple(self.hidden_rows),
            hidden_columns=tuple(sorted(self.hidden_columns)),
            fonts=fonts,
        )

    def style_of(self, column: int) -> str:
        place = bisect_left(self.last_columns, column)
        return self.column_styles[place] if place < len(self.column_styles) else ""


class _Reader(OpenStyles):
    """Walks through the content; it collects the styles on its way too."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[ListSheet] = []
        self.needs_other_files = False
        self._maker = CellMaker()
        self._table: _Table | None = None
        self._depth = 0
        self._skipped_from = 0  # the depth of an element whose content is no cell's
        self._row: dict[str, str] = {}
        self._cells: list[tuple[int, str, CellKind, str]] = []
        self._column = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs = 0
        self._text: list[str] = []
        self._is_in_text = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise ValueError("nested too deep")
        if self._skipped_from:
            return
        prefix, _, tag = name.rpartition(":")
        is_nested = tag == "table" and self._table is not None
        if tag in _NO_CELLS or prefix == "draw" or is_nested:
            self._skipped_from = self._depth
        elif self._table is None:
            super().startElement(name, attrs)
            if tag == "table":
                self._start_table(local_names(attrs))
        else:
            self._start(tag, attrs)

    def endElement(self, name: str) -> None:  # noqa: N802
        self._depth -= 1
        if self._skipped_from:
            if self._depth < self._skipped_from:
                self._skipped_from = 0
            return
        tag = name.rpartition(":")[2]
        if self._table is None:
            super().endElement(name)
        elif tag in ("p", "h"):
            self._is_in_text -= 1
        elif tag in _CELLS:
            self._end_cell(self._table)
        elif tag == "table-row":
            self._end_row(self._table)
        elif tag == "table":
            self.sheets.append(self._table.sheet())
            self._table = None

    def characters(self, content: str) -> None:
        if self._is_in_text and not self._skipped_from:
            self._text.append(_SOURCE_SPACES.sub(" ", content))

    def _start(self, tag: str, attrs: AttributesImpl) -> None:
        if tag in _CELLS:
            self._cell = local_names(attrs)
            self._cell["is-error"] = attrs.get("calcext:value-type", "")
            self._text, self._paragraphs, self._is_in_text = [], 0, 0
        elif tag in ("p", "h"):
            if self._paragraphs:
                self._text.append("\n")
            self._paragraphs += 1
            self._is_in_text += 1
        elif tag == "s":
            count = local_names(attrs).get("c", "1")
            self._text.append(" " * min(int(count), _MAX_SPACES))
        elif tag == "tab":
            self._text.append(" ")
        elif tag == "line-break":
            self._text.append("\n")
        elif tag == "table-row":
            self._row, self._cells, self._column = local_names(attrs), [], 0
        elif tag == "table-column":
            self._start_column(local_names(attrs))
        elif tag == "table-source":
            self.needs_other_files = True

    def _start_table(self, values: dict[str, str]) -> None:
        is_hidden = values.get("style-name", "") in self.hidden_tables
        self._table = _Table(values.get("name", ""), is_hidden=is_hidden)

    def _start_column(self, values: dict[str, str]) -> None:
        table = self._table
        if table is None:
            return
        first = table.columns + 1
        table.columns = min(table.columns + _repeated(values, "columns"), MAX_COLUMN)
        table.last_columns.append(table.columns)
        table.column_styles.append(values.get("default-cell-style-name", ""))
        if values.get("visibility") in _HIDDEN:
            table.hidden_columns.update(range(first, table.columns + 1))

    def _end_cell(self, table: _Table) -> None:
        cell, self._cell = self._cell or {}, None
        first = self._column + 1
        self._column += _repeated(cell, "columns")
        kind, text = _kind_and_text(cell, "".join(self._text))
        self.needs_other_files |= "file:" in cell.get("formula", "")
        if text or kind is CellKind.UNCOMPUTED:
            if self._column > MAX_COLUMN:
                raise ValueError(self._column)
            style = cell.get("style-name") or table.style_of(first)
            font = self.font_of(style)
            self._cells.extend(
                (column, text, kind, font) for column in range(first, self._column + 1)
            )
        rows = int(cell.get("number-rows-spanned", "1"))
        columns = int(cell.get("number-columns-spanned", "1"))
        if text and (rows > 1 or columns > 1):
            top = table.row + 1
            table.merged.append(MergedRange(top, first, top + rows - 1, first + columns - 1))

    def _end_row(self, table: _Table) -> None:
        first = table.row + 1
        table.row += _repeated(self._row, "rows")
        if not self._cells:
            return
        if table.row > MAX_ROW:
            raise ValueError(table.row)
        is_hidden = self._row.get("visibility") in _HIDDEN
        for number in range(first, table.row + 1):
            cells = tuple(self._made())
            if cells:
                table.rows.append(Row(number, cells))
                if is_hidden:
                    table.hidden_rows.append(number)

    def _made(self) -> Iterator[Cell]:
        for column, text, kind, font in self._cells:
            cell = self._maker.make(column, text, kind, font)
            if cell is not None:
                yield cell


def _repeated(values: dict[str, str], what: str) -> int:
    count = int(values.get(f"number-{what}-repeated", "1"))
    if count < 1:
        raise ValueError(count)
    return count


def _kind_and_text(cell: dict[str, str], shown: str) -> tuple[CellKind, str]:
    kind, has_formula = cell.get("value-type", ""), "formula" in cell
    if cell.get("is-error") == "error" or (has_formula and _ERROR.fullmatch(shown)):
        return CellKind.ERROR, shown or "#N/A"
    if has_formula and not kind and not shown:
        return CellKind.UNCOMPUTED, ""
    match kind:
        case "float" | "percentage" | "currency":
            return _number(cell.get("value", ""), shown)
        case "date":
            return _date(cell.get("date-value", ""), shown)
        case "boolean":
            return CellKind.TEXT, "1" if cell.get("boolean-value") == "true" else "0"
    return CellKind.TEXT, shown or cell.get("string-value", "")


def _number(value: str, shown: str) -> tuple[CellKind, str]:
    try:
        number = float(value)
    except ValueError:
        return CellKind.TEXT, shown or value
    if shown.isdecimal() and int(shown) == number:
        return CellKind.NUMBER, shown  # with the zeros in front that its format shows
    return CellKind.NUMBER, number_text(number, "")


def _date(value: str, shown: str) -> tuple[CellKind, str]:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return CellKind.TEXT, shown or value
    return CellKind.DATE, date_text(day, _date_format(day, shown))


def _date_format(day: date, shown: str) -> str:
    """Tell how precisely a date is shown: by the day, by the month, or by the year alone."""
    numbers = re.findall(r"\d+", shown)
    if numbers == [str(day.year)]:
        return "yyyy"
    is_by_month = len(numbers) == 2 and int(numbers[0]) == day.month
    return "mm/yyyy" if is_by_month and int(numbers[1]) % 100 == day.year % 100 else "dd/mm/yyyy"
