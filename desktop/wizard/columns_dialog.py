"""Which columns the register shows, and in which order: with the keyboard too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.register_views import ColumnPlace
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 460, 560
_NUMBER_ROLE = Qt.ItemDataRole.UserRole
_ALWAYS = "name"


class ColumnsDialog(QDialog):
    """Ticks columns and moves them; a list without names would be no list."""

    def __init__(
        self,
        places: Sequence[ColumnPlace],
        titles: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._given = tuple(places)
        self.setWindowTitle(tr("Columns"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Columns"))
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        for number, place in enumerate(self._given):
            item = QListWidgetItem(titles[place.key], self.list)
            item.setData(_NUMBER_ROLE, number)
            flags = (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            if place.key != _ALWAYS:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            is_shown = place.is_shown or place.key == _ALWAYS
            item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
        self.up_button = QPushButton(tr("&Up"), self)
        self.up_button.clicked.connect(lambda: self.move_current(-1))
        self.down_button = QPushButton(tr("&Down"), self)
        self.down_button.clicked.connect(lambda: self.move_current(1))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        dress_as(buttons.button(QDialogButtonBox.StandardButton.Ok), "role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        moving = QVBoxLayout()
        moving.setSpacing(GAP)
        for button in (self.up_button, self.down_button):
            button.setAutoDefault(False)
            moving.addWidget(button)
        moving.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.list, 1)
        row.addLayout(moving)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(tr("Tick what is shown; the first stands on the left."), "hint", self)
        )
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.list.setCurrentRow(0)

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        """The columns as they are ticked and ordered now."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            ColumnPlace(
                key=self._given[item.data(_NUMBER_ROLE)].key,
                width=self._given[item.data(_NUMBER_ROLE)].width,
                is_shown=item.checkState() is Qt.CheckState.Checked,
            )
            for item in items
        )

    def move_current(self, by: int) -> None:
        """Move the column the cursor is on."""
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)
