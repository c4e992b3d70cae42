"""Write tables of text as a workbook in which nothing can be a formula, whatever it says."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.atomic_file import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MAX_CELL_CHARACTERS = 32_767  # of Excel itself
_MAX_ROWS = 1_048_575
_NARROWEST, _WIDEST = 10, 70  # characters
_SAMPLE_ROWS = 200


class TextTable(Struct, frozen=True):
    """A sheet of texts under headings; its title is at most 31 characters long."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]] = ()


def text_workbook(tables: Sequence[TextTable]) -> bytes:
    """Lay out one sheet for each table, its headings frozen above."""
    # imported here, because the window names this module and must not wait for what writes it
    from openpyxl import Workbook  # noqa: PLC0415

    stream = io.BytesIO()
    with _own_temporary_folder():
        book = Workbook(write_only=True)
        for table in tables:
            _write(book.create_sheet(table.title), table)
        book.save(stream)
    return stream.getvalue()


def write_text_workbook_job(
    report: Callable[[int, int], None], path: Path, tables: Sequence[TextTable]
) -> Path:
    """Write the workbook to a file in a child process, and name it; see `text_workbook`.

    Raises:
        OSError: it could not be written; what was there before is still there.
    """
    report(0, 1)
    write_atomically(path, text_workbook(tables))
    report(1, 1)
    return path


@contextmanager
def _own_temporary_folder() -> Iterator[None]:
    """Give openpyxl, which lays its sheets in files, a folder that goes with them."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="hoinghi-") as folder:
        tempfile.tempdir = str(Path(folder))
        try:
            yield
        finally:
            tempfile.tempdir = before


def _write(sheet: WriteOnlyWorksheet, table: TextTable) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    for number in range(len(table.headings)):
        letter = get_column_letter(number + 1)
        sheet.column_dimensions[letter].width = _width(table, number)
    sheet.append([_cell(sheet, heading, is_heading=True) for heading in table.headings])
    for row in table.rows[:_MAX_ROWS]:
        sheet.append([_cell(sheet, text) for text in row])


def _cell(sheet: WriteOnlyWorksheet, text: str, *, is_heading: bool = False) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    cell = WriteOnlyCell(sheet)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_CELL_CHARACTERS]
    cell.data_type = "s"  # openpyxl takes "=…" for a formula
    cell.number_format = "@"  # so that it stays text when it is edited
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(bold=True)
    return cell


def _width(table: TextTable, number: int) -> int:
    texts = [table.headings[number], *(row[number] for row in table.rows[:_SAMPLE_ROWS])]
    return min(_WIDEST, max(_NARROWEST, *(len(text) for text in texts)) + 2)
