"""A table that is as high as its rows: the page scrolls, not a table inside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget

_FRAME = 4  # logical pixels


def fit_rows(table: QTableView, empty_rows: int = 0) -> None:
    """Make a table as high as its rows need, with room for some empty ones."""
    table.resizeRowsToContents()
    header = table.horizontalHeader()
    height = header.sizeHint().height() + _FRAME
    height += sum(table.rowHeight(row) for row in range(table.model().rowCount()))
    height += empty_rows * table.verticalHeader().defaultSectionSize()
    if header.length() > table.viewport().width():
        height += table.horizontalScrollBar().sizeHint().height()
    table.setFixedHeight(height)


def reveal_row(table: QTableView, row: QModelIndex) -> None:
    """Scroll the page, which scrolls in the table's stead, to a row."""
    area: QWidget | None = table.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    page = area.widget() if area is not None else None
    if area is not None and page is not None and row.isValid():
        rect = table.visualRect(row)
        place = table.viewport().mapTo(page, rect.center())
        area.ensureVisible(0, place.y(), 0, rect.height())
