"""A table that is as high as its rows: the page scrolls, not a table inside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QScrollArea, QTableView, QWidget

_FRAME = 4  # logical pixels
_MOST_MEASURED = 60  # rows
_ROWS_OF_A_LONG_TABLE = 12
_SHORT = (QHeaderView.ResizeMode.ResizeToContents, Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
_LONG = (QHeaderView.ResizeMode.Fixed, Qt.ScrollBarPolicy.ScrollBarAsNeeded)


def fit_rows(table: QTableView, empty_rows: int = 0) -> None:
    """Make a table as high as its rows need, with room for some empty ones.

    A long table scrolls in itself, its rows one line high: to measure thousands takes seconds.
    """
    rows = table.model().rowCount()
    is_long = rows > _MOST_MEASURED
    mode, bar = _LONG if is_long else _SHORT
    table.verticalHeader().setSectionResizeMode(mode)
    table.setVerticalScrollBarPolicy(bar)
    header = table.horizontalHeader()
    height = header.sizeHint().height() + _FRAME
    if is_long:
        height += _ROWS_OF_A_LONG_TABLE * table.verticalHeader().defaultSectionSize()
    else:
        table.resizeRowsToContents()
        height += sum(table.rowHeight(row) for row in range(rows))
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
