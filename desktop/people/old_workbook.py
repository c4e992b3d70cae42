"""Read the sheets of an XLS workbook, Excel 5 to 2003, trusting nothing it says about itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlrd
from xlrd.biffh import error_text_from_code
from xlrd.book import Book
from xlrd.sheet import Sheet

from desktop.errors import InputRefused
from desktop.people.cell_maker import MAX_SHEETS, CellMaker, with_fonts_by_column
from desktop.people.compound_file import CompoundFile
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
from desktop.people.reading_faults import refusing
from desktop.people.text import clean
from desktop.people.typed_values import date_text, number_text
from desktop.people.workbook_stream import (
    LockedError,
    SheetPart,
    TooOldError,
    WorkbookStream,
    safe_stream,
)

_WORKBOOKS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_MACROS = "_VBA_PROJECT_CUR"
_WORD = "WordDocument"
_LOCKED = "EncryptedPackage"


def read_old_workbook(data: bytes, path: Path) -> ListFile:
    """Read every sheet of an XLS workbook.

    Raises:
        InputRefused: it is something else, damaged, encrypted, hostile or too large.
    """
    with refusing(path, xlrd.XLRDError):
        file = CompoundFile(data)
        streams = file.at_the_top()
        name = next((name for name in _WORKBOOKS if name in streams), None)
        if _LOCKED in streams:
            raise InputRefused(ListRefusal.ENCRYPTED, path)
        if name is None and _WORD in streams:
            raise InputRefused(ListRefusal.WORD, path)
        if name is None:
            raise InputRefused(ListRefusal.NOT_A_LIST, path)
        try:
            stream = safe_stream(file.read(streams[name]))
        except LockedError as error:
            raise InputRefused(ListRefusal.ENCRYPTED, path) from error
        except TooOldError as error:
            raise InputRefused(ListRefusal.OLD_EXCEL, path) from error
        if len(stream.sheets) > MAX_SHEETS:
            value = len(stream.sheets)
            raise InputRefused(ListRefusal.TOO_MANY_SHEETS, path, limit=MAX_SHEETS, value=value)
        sheets = tuple(_sheets(stream))
    macros = (ListRemark.MACROS,) if _MACROS in streams else ()
    return ListFile(sheets=sheets, remarks=(*macros, *stream.remarks))


def _sheets(stream: WorkbookStream) -> Iterator[ListSheet]:
    book = _open(stream)
    maker = CellMaker()
    for number, part in enumerate(stream.sheets):
        sheet = book.sheet_by_index(number)
        reader = _SheetReader(book, sheet, maker)
        rows, fonts = with_fonts_by_column(reader.rows(part))
        merged = [
            MergedRange(first_row + 1, first_column + 1, end_row, end_column)
            for first_row, end_row, first_column, end_column in sheet.merged_cells
        ]
        hidden_rows = (row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden)
        hidden_columns = (column + 1 for column, info in sheet.colinfo_map.items() if info.hidden)
        yield ListSheet(
            name=clean(sheet.name),
            rows=with_merged_cells(rows, merged),
            is_hidden=sheet.visibility != 0,
            hidden_rows=tuple(sorted(hidden_rows)),
            hidden_columns=tuple(sorted(hidden_columns)),
            fonts=fonts,
        )
        book.unload_sheet(number)


def _open(stream: WorkbookStream) -> Book:
    try:
        return _opened(stream, "")
    except UnicodeDecodeError:
        if not stream.has_bytes_for_text:
            raise
        # bytes outside its code page: Latin-1 has a place for each of them
        return _opened(stream, "latin-1")


def _opened(stream: WorkbookStream, encoding: str) -> Book:
    book = xlrd.open_workbook(
        file_contents=stream.data,
        logfile=io.StringIO(),  # it prints what it wonders about
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        encoding_override=encoding or None,
    )
    if stream.has_bytes_for_text and not encoding:
        for number in range(book.nsheets):  # texts are read with their sheet
            book.sheet_by_index(number)
    return book


class _SheetReader:
    def __init__(self, book: Book, sheet: Sheet, maker: CellMaker) -> None:
        self._book = book
        self._sheet = sheet
        self._maker = maker
        self._styles: dict[int, tuple[str, str]] = {}  # font and number format

    def rows(self, part: SheetPart) -> list[Row]:
        dead: dict[int, set[int]] = {}
        for row, column in part.uncomputed:
            dead.setdefault(row, set()).add(column)
        rows = []
        for number in range(1, self._sheet.nrows + 1):
            cells = tuple(self._cells(number, dead.get(number, set())))
            if cells:
                rows.append(Row(number, cells))
        return rows

    def _cells(self, number: int, dead: set[int]) -> Iterator[Cell]:
        row = number - 1
        types, values = self._sheet.row_types(row), self._sheet.row_values(row)
        for index, (kind, value) in enumerate(zip(types, values, strict=True)):
            column = index + 1
            if column in dead:
                cell = self._maker.make(column, "", CellKind.UNCOMPUTED)
            elif kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            else:
                font, number_format = self._style(self._sheet.cell_xf_index(row, index))
                kind_of_cell, text = self._kind_and_text(kind, value, number_format)
                cell = self._maker.make(column, text, kind_of_cell, font)
            if cell is not None:
                yield cell

    def _style(self, number: int) -> tuple[str, str]:
        if number not in self._styles:
            style = self._book.xf_list[number]
            number_format = self._book.format_map.get(style.format_key)
            text = number_format.format_str if number_format is not None else ""
            self._styles[number] = (self._book.font_list[style.font_index].name, text)
        return self._styles[number]

    def _kind_and_text(
        self,
        kind: int,
        value: Any,  # noqa: ANN401 - text, number or code, as the kind says
        number_format: str,
    ) -> tuple[CellKind, str]:
        match kind:
            case xlrd.XL_CELL_NUMBER:
                return CellKind.NUMBER, number_text(value, number_format)
            case xlrd.XL_CELL_DATE:
                return self._date(value, number_format)
            case xlrd.XL_CELL_BOOLEAN:
                return CellKind.TEXT, "1" if value else "0"
            case xlrd.XL_CELL_ERROR:
                return CellKind.ERROR, error_text_from_code.get(value, "#?")
            case _:
                return CellKind.TEXT, str(value)

    def _date(self, value: float, number_format: str) -> tuple[CellKind, str]:
        try:
            day = xlrd.xldate_as_datetime(value, self._book.datemode)
        except (ValueError, OverflowError):
            day = None
        if day is None or value < 0:  # Excel shows no date for it
            return CellKind.NUMBER, number_text(value, number_format)
        if value < 1:  # a time of day
            return CellKind.TEXT, f"{day:%H:%M:%S}"
        return CellKind.DATE, date_text(day, number_format)
