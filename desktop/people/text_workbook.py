"""A plain XLSX workbook of texts: its first row frozen, and nothing in it that Excel computes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_NARROWEST, _WIDEST = 6, 60  # characters


def text_workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows of texts under their headings."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title[:31]  # no more fits a tab
    for number, row in enumerate((headings, *rows), start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column, text)
            cell.data_type = "s"  # a text that begins with "=" is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column in range(len(headings)):
        longest = max(len(row[column]) for row in (headings, *rows) if column < len(row))
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
