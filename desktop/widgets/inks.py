"""Items of lists and trees in colours of the palette, which keep their meaning when it changes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of

_INK_ROLE = Qt.ItemDataRole.UserRole + 70


def ink_item(item: QListWidgetItem | QTreeWidgetItem, colour: Colour, column: int = 0) -> None:
    """Write an item in this colour, in whichever palette is worn."""
    brush = QBrush(colour_of(colour))
    if isinstance(item, QTreeWidgetItem):
        item.setForeground(column, brush)
        item.setData(column, _INK_ROLE, str(colour))
    else:
        item.setForeground(brush)
        item.setData(_INK_ROLE, str(colour))


def ink_anew() -> None:
    """Write every item on the screen anew, after the palette changed."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, (QListWidget, QTreeWidget)):
            with QSignalBlocker(widget):  # nothing of what an item says has changed
                _ink_below(widget, QModelIndex())
            widget.viewport().update()


def _ink_below(widget: QListWidget | QTreeWidget, around: QModelIndex) -> None:
    model = widget.model()
    columns = widget.columnCount() if isinstance(widget, QTreeWidget) else 1
    for row in range(model.rowCount(around)):
        for column in range(columns):
            index = model.index(row, column, around)
            name = index.data(_INK_ROLE)
            if name:
                brush = QBrush(colour_of(Colour(name)))
                model.setData(index, brush, Qt.ItemDataRole.ForegroundRole)
        _ink_below(widget, model.index(row, 0, around))
