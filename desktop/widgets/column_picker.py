"""The columns of a table: ticked to be printed, in the order they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr

_HEIGHT = 220  # logical pixels: eight columns in sight


class ColumnPicker(QWidget):
    """Commits the keys of the ticked columns, in their order; the usual ones as nothing."""

    committed = Signal(object)  # tuple[str, ...]

    def __init__(
        self,
        columns: Sequence[tuple[str, str]],
        usual: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._headings = dict(columns)
        self._usual = tuple(usual)
        self.list = QListWidget(self)
        self.list.setFixedHeight(_HEIGHT)
        self.list.setSpacing(2)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.model().rowsMoved.connect(lambda *_: self._tell())
        self.up_button = QPushButton(tr("Move up"), self)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button = QPushButton(tr("Move down"), self)
        self.down_button.clicked.connect(lambda: self._move(1))
        buttons = QVBoxLayout()
        for button in (self.up_button, self.down_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.setFocusProxy(self.list)

    def setAccessibleName(self, name: str) -> None:
        """Name the list, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def value(self) -> tuple[str, ...]:
        """Read the keys that are ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_value(self, keys: tuple[str, ...]) -> None:
        """Show stored columns, or the usual ones, and under them those that may be added."""
        shown = tuple(key for key in keys if key in self._headings) or self._usual
        if self.list.count() and shown == self.value():
            return
        with QSignalBlocker(self.list):
            self.list.clear()
            for key in (*shown, *(key for key in self._headings if key not in shown)):
                item = QListWidgetItem(self._headings[key], self.list)
                item.setData(Qt.ItemDataRole.UserRole, key)
                flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
                item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
                ticked = Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked
                item.setCheckState(ticked)
            self.list.setCurrentRow(0)

    def commit(self) -> None:
        """Do nothing: a column is committed when it is ticked or moved."""

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if not 0 <= row + by < self.list.count():
            return
        with QSignalBlocker(self.list), QSignalBlocker(self.list.model()):
            self.list.insertItem(row + by, self.list.takeItem(row))
        self.list.setCurrentRow(row + by)
        self.list.viewport().update()
        self._tell()

    def _tell(self) -> None:
        keys = self.value()
        self.committed.emit(() if keys == self._usual else keys)
