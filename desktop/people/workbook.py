"""Read the sheets of an XLSX workbook, trusting nothing it says about itself."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from desktop.errors import InputRefused
from desktop.people.cell_maker import MAX_SHEETS, CellMaker, with_fonts_by_column
from desktop.people.list_sheet import Cell, CellKind, ListFile, ListRefusal, ListSheet, Row
from desktop.people.merged_cells import with_merged_cells
from desktop.people.package_checks import Package
from desktop.people.reading_faults import refusing
from desktop.people.sheet_outline import SheetOutline, read_outline
from desktop.people.text import clean
from desktop.people.typed_values import date_text, number_text

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_workbook(data: bytes, package: Package, path: Path) -> ListFile:
    """Read every sheet of a workbook, whose package was checked.

    Raises:
        InputRefused: it is damaged, hostile or too large.
    """
    with refusing(path, InvalidFileException), warnings.catch_warnings():
        # openpyxl tells of styles and validations it does not keep: of no use here
        warnings.simplefilter("ignore", UserWarning)
        sheets = tuple(_sheets(data, package.archive, path))
    return ListFile(sheets=sheets, remarks=package.remarks)


def _sheets(data: bytes, archive: zipfile.ZipFile, path: Path) -> Iterator[ListSheet]:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    if len(book.worksheets) > MAX_SHEETS:
        count = len(book.worksheets)
        raise InputRefused(ListRefusal.TOO_MANY_SHEETS, path, limit=MAX_SHEETS, value=count)
    maker = CellMaker()
    for sheet in book.worksheets:
        with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 - has no public name
            outline = read_outline(part)
        sheet.reset_dimensions()  # the size a sheet claims may be a lie
        rows, fonts = with_fonts_by_column(_rows(sheet, outline, maker))
        yield ListSheet(
            name=clean(sheet.title),
            rows=with_merged_cells(rows, outline.merged),
            is_hidden=sheet.sheet_state != "visible",
            hidden_rows=outline.hidden_rows,
            hidden_columns=outline.hidden_columns,
            fonts=fonts,
        )


def _rows(sheet: ReadOnlyWorksheet, outline: SheetOutline, maker: CellMaker) -> list[Row]:
    uncomputed: dict[int, list[Cell]] = {}
    for row_number, column in outline.uncomputed:
        dead = maker.make(column, "", CellKind.UNCOMPUTED)
        if dead is not None:
            uncomputed.setdefault(row_number, []).append(dead)
    fonts: dict[int, str] = {}
    rows = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_cell(cell, maker, fonts) for cell in row if cell.value is not None]
        filled = [cell for cell in cells if cell is not None] + uncomputed.get(number, [])
        if filled:
            rows.append(Row(number, tuple(sorted(filled, key=lambda cell: cell.column))))
    return rows


def _cell(cell: ReadOnlyCell, maker: CellMaker, fonts: dict[int, str]) -> Cell | None:
    style = cell.style_array.fontId
    font = fonts.get(style)
    if font is None:
        font = fonts[style] = cell.font.name or ""
    kind, text = _kind_and_text(cell)
    return maker.make(cell.column, text, kind, font)


def _kind_and_text(cell: ReadOnlyCell) -> tuple[CellKind, str]:
    value = cell.value
    if cell.data_type == "e":
        return CellKind.ERROR, str(value)
    match value:
        case bool():
            return CellKind.TEXT, "1" if value else "0"
        case int() | float():
            return CellKind.NUMBER, number_text(value, cell.number_format)
        case date():
            return CellKind.DATE, date_text(value, cell.number_format)
        case _:
            return CellKind.TEXT, _ESCAPED.sub(_unescaped, str(value))


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
