"""Write sheets of numbers, days and texts as a workbook in which nothing can be a formula."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MAX_ROWS = 1_048_575  # of a sheet, under its headings
TEXT_FORMAT = "@"  # so that it stays text when it is edited
NUMBER_FORMAT, DAY_FORMAT = "0", "dd/mm/yyyy"
_MAX_CHARACTERS = 32_767
_SAMPLE_ROWS = 200
_NARROWEST, _WIDEST = 8, 60  # characters

CellValue = str | int | date


class SheetColumn(Struct, frozen=True):
    """A column: its heading, and how spreadsheet programs show what is in it."""

    heading: str
    number_format: str = TEXT_FORMAT


class TypedSheet(Struct, frozen=True):
    """A sheet whose rows are made as often as they are asked for.

    Attributes:
        title: at most 31 characters.
        rows: an empty text leaves its cell empty.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Callable[[], Iterable[Sequence[CellValue]]]


def typed_workbook(sheets: Sequence[TypedSheet]) -> bytes:
    """Lay out the sheets, their headings frozen above; rows that no sheet can hold are left out."""
    stream = io.BytesIO()
    with _own_temporary_folder():
        book = Workbook(write_only=True)
        for sheet in sheets:
            _write(book.create_sheet(sheet.title), sheet)
        book.save(stream)
    return stream.getvalue()


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


def _write(written: WriteOnlyWorksheet, sheet: TypedSheet) -> None:
    written.freeze_panes = "A2"
    written.print_title_rows = "1:1"
    sample = list(islice(sheet.rows(), _SAMPLE_ROWS))
    for place, column in enumerate(sheet.columns):
        width = _width(column, [row[place] for row in sample])
        written.column_dimensions[get_column_letter(place + 1)].width = width
    written.append([_heading(written, one.heading) for one in sheet.columns])
    for row in islice(sheet.rows(), MAX_ROWS):
        cells = zip(row, sheet.columns, strict=True)
        written.append([_cell(written, value, column) for value, column in cells])


def _heading(written: WriteOnlyWorksheet, heading: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(written, heading)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="F1EFEA")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _cell(written: WriteOnlyWorksheet, value: CellValue, column: SheetColumn) -> WriteOnlyCell:
    if isinstance(value, str):
        cell = WriteOnlyCell(written)
        if value:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_MAX_CHARACTERS]
            cell.data_type = "s"  # openpyxl takes "=…" for a formula
    else:
        cell = WriteOnlyCell(written, value)
    cell.number_format = column.number_format
    return cell


def _width(column: SheetColumn, values: Sequence[CellValue]) -> int:
    shown = (len(str(value)) for value in values)
    return min(_WIDEST, max(_NARROWEST, len(column.heading), *shown, 0) + 2)
