"""Read the sheets of an XLSX workbook, trusting nothing it says about itself."""

from __future__ import annotations

import io
import re
import warnings
import xml.sax
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml import DefusedXmlException
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from desktop.errors import InputRefused
from desktop.people.list_sheet import Cell, CellKind, ListFile, ListRefusal, ListSheet, Row
from desktop.people.merged_cells import with_merged_cells
from desktop.people.sheet_outline import (
    MAX_FILLED_CELLS,
    SheetOutline,
    TooManyCellsError,
    read_outline,
)
from desktop.people.text import clean
from desktop.people.workbook_checks import checked_archive

MAX_SHEETS = 100
MAX_CHARACTERS = 30_000_000
MAX_EXACT_INTEGER = 10**15  # a number in a cell keeps 15 digits

# What openpyxl raises on files that no spreadsheet program wrote: it trusts their structure.
_UNREADABLE = (
    ArithmeticError,
    AttributeError,
    DefusedXmlException,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    xml.sax.SAXException,
    zipfile.BadZipFile,
    zlib.error,
)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ZEROS_ONLY = re.compile("0+")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read_workbook(data: bytes, path: Path) -> ListFile:
    """Read every sheet of a workbook.

    Raises:
        InputRefused: it is something else, damaged, encrypted, hostile or too large.
    """
    archive = checked_archive(data, path)
    try:
        with warnings.catch_warnings():
            # openpyxl tells of styles and validations it does not keep: of no use here
            warnings.simplefilter("ignore", UserWarning)
            return ListFile(sheets=tuple(_sheets(data, archive, path)))
    except InputRefused:
        raise
    except TooManyCellsError as error:
        limit = int(error.args[0])
        raise InputRefused(ListRefusal.TOO_MANY_CELLS, path, limit=limit) from error
    except _UNREADABLE as error:
        raise InputRefused(ListRefusal.DAMAGED, path) from error


def _sheets(data: bytes, archive: zipfile.ZipFile, path: Path) -> Iterator[ListSheet]:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    if len(book.worksheets) > MAX_SHEETS:
        count = len(book.worksheets)
        raise InputRefused(ListRefusal.TOO_MANY_SHEETS, path, limit=MAX_SHEETS, value=count)
    reader = _CellReader()
    for sheet in book.worksheets:
        with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 - has no public name
            outline = read_outline(part)
        sheet.reset_dimensions()  # the size a sheet claims may be a lie
        rows = _rows(sheet, outline, reader)
        yield ListSheet(
            name=clean(sheet.title),
            rows=with_merged_cells(rows, outline.merged, MAX_FILLED_CELLS),
            is_hidden=sheet.sheet_state != "visible",
            hidden_rows=outline.hidden_rows,
            hidden_columns=outline.hidden_columns,
        )
        if reader.characters > MAX_CHARACTERS:
            raise InputRefused(ListRefusal.TOO_MUCH_TEXT, path, limit=MAX_CHARACTERS)


def _rows(sheet: ReadOnlyWorksheet, outline: SheetOutline, reader: _CellReader) -> list[Row]:
    uncomputed: dict[int, list[Cell]] = {}
    for row_number, column in outline.uncomputed:
        dead = Cell(column, "", CellKind.UNCOMPUTED)
        uncomputed.setdefault(row_number, []).append(dead)
    rows = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [reader.read(cell) for cell in row if cell.value is not None]
        filled = [cell for cell in cells if cell.text] + uncomputed.get(number, [])
        if filled:
            rows.append(Row(number, tuple(sorted(filled, key=lambda cell: cell.column))))
    return rows


class _CellReader:
    """Turns openpyxl's cells into ours and counts what they hold."""

    def __init__(self) -> None:
        self.cells = 0
        self.characters = 0
        self._cleaned: dict[str, str] = {}

    def read(self, cell: ReadOnlyCell) -> Cell:
        self.cells += 1
        if self.cells > MAX_FILLED_CELLS:
            raise TooManyCellsError(MAX_FILLED_CELLS)
        kind, original = _kind_and_text(cell)
        text = self._cleaned.get(original)
        if text is None:
            text = self._cleaned[original] = clean(original)
        self.characters += len(text)
        return Cell(cell.column, text, kind, "" if text == original else original)


def _kind_and_text(cell: ReadOnlyCell) -> tuple[CellKind, str]:
    value = cell.value
    if cell.data_type == "e":
        return CellKind.ERROR, str(value)
    match value:
        case bool():
            return CellKind.TEXT, "1" if value else "0"
        case int():
            return CellKind.NUMBER, _with_zeros(value, cell.number_format)
        case float():
            is_whole = value.is_integer() and abs(value) < MAX_EXACT_INTEGER
            text = _with_zeros(int(value), cell.number_format) if is_whole else str(value)
            return CellKind.NUMBER, text
        case date():
            return CellKind.DATE, _date_text(value, cell.number_format)
        case _:
            return CellKind.TEXT, _ESCAPED.sub(_unescaped, str(value))


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def _with_zeros(value: int, number_format: str) -> str:
    """Show the zeros in front that a format of zeros shows: 000000000000 for a card number."""
    width = len(number_format) if _ZEROS_ONLY.fullmatch(number_format) else 0
    return str(value).zfill(width)


def _date_text(value: date, number_format: str) -> str:
    shown = _QUOTED.sub("", number_format).lower().partition(";")[0]
    if "d" in shown or not ("m" in shown or "y" in shown):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if "m" in shown:
        return f"{value.month:02}/{value.year:04}"
    return f"{value.year:04}"
