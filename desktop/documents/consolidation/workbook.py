"""The consolidation as a workbook: typed cells, no formula whatever somebody typed, equal bytes."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from desktop.documents.consolidation.data_table import ColumnType, DataColumn, DataTable, Value
from desktop.documents.docx.archive import with_fixed_times

MAX_ROWS = 1_048_575  # of a sheet, under its headings
_MAX_CHARACTERS = 32_767
_SAMPLE_ROWS = 200
_NARROWEST, _WIDEST = 8, 60  # characters
_FLAGS = {True: "có", False: "không"}
_FORMATS = {
    ColumnType.TEXT: "@",  # so that it stays text when it is edited
    ColumnType.FLAG: "@",
    ColumnType.NUMBER: "0",
    ColumnType.DAY: "dd/mm/yyyy",
}
_CORE = "docProps/core.xml"
_INSTANTS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def consolidated_workbook(tables: Sequence[DataTable], made_at: datetime) -> bytes:
    """Write a sheet for each table; equal tables and instants give equal bytes."""
    stream = io.BytesIO()
    with _own_temporary_folder():
        book = Workbook(write_only=True)
        for table in tables:
            _write(book.create_sheet(table.title), table)
        book.save(stream)
    return with_fixed_times(_made_at(stream.getvalue(), made_at))


@contextmanager
def _own_temporary_folder() -> Iterator[None]:
    """Give openpyxl, which lays its sheets in files, a folder that goes with them."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="hoinghi-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _write(sheet: WriteOnlyWorksheet, table: DataTable) -> None:
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sample = list(islice(table.rows(), _SAMPLE_ROWS))
    for place, column in enumerate(table.columns):
        width = _width(column, [row[place] for row in sample])
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.append([_heading(sheet, one.heading) for one in table.columns])
    for row in islice(table.rows(), MAX_ROWS):
        sheet.append(
            [_cell(sheet, value, column) for value, column in zip(row, table.columns, strict=True)]
        )


def _heading(sheet: WriteOnlyWorksheet, heading: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, heading)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="F1EFEA")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: Value, column: DataColumn) -> WriteOnlyCell:
    shown = _shown(value, column)
    if isinstance(shown, str):
        cell = WriteOnlyCell(sheet)
        if shown:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", shown)[:_MAX_CHARACTERS]
            cell.data_type = "s"  # openpyxl takes "=…" for a formula
    else:
        cell = WriteOnlyCell(sheet, shown)
    cell.number_format = _FORMATS[column.type]
    return cell


def _shown(value: Value, column: DataColumn) -> str | int | date:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _FLAGS[value]
    if isinstance(value, str):
        return column.words.get(value, value)
    return value


def _width(column: DataColumn, values: Sequence[Value]) -> int:
    shown = (len(str(_shown(value, column))) for value in values)
    return min(_WIDEST, max(_NARROWEST, len(column.heading), *shown, 0) + 2)


def _made_at(data: bytes, made_at: datetime) -> bytes:
    """Put the instant of the report in the place of that of the writing."""
    instant = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = old.read(name)
            if name == _CORE:
                member = _INSTANTS.sub(rb"\g<1>" + instant + rb"\g<3>", member)
            new.writestr(name, member)
    return stream.getvalue()
