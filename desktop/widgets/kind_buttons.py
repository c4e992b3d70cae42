"""Buttons that leave only the lines of one kind, each with how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.theme import GAP


class KindCount(NamedTuple):
    """A kind of lines, as it is named, and how many there are; the empty kind is all of them."""

    kind: str
    name: str
    lines: int


class KindButtons(QWidget):
    """One of them is pressed at a time; a kind of which there is nothing is not shown."""

    chosen = Signal(str)  # kind

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Name what is told apart."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = FlowLayout(self, across=GAP, down=4)

    @property
    def kind(self) -> str:
        """The kind chosen."""
        return next((kind for kind, one in self.buttons.items() if one.isChecked()), "")

    def show_counts(self, counts: Sequence[KindCount]) -> None:
        """Show these kinds; where the one chosen has nothing left, all are shown again."""
        chosen = self.kind
        for one in counts:
            button = self.buttons.get(one.kind) or self._add(one.kind)
            button.setText(f"{one.name}  {one.lines}")
            button.setVisible(one.lines > 0 or not one.kind)
        if not self.buttons:
            return
        wanted = self.buttons.get(chosen)
        if wanted is None or wanted.isHidden():
            wanted = self.buttons[counts[0].kind]
        if not wanted.isChecked():
            wanted.setChecked(True)
            self.chosen.emit(self.kind)

    def _add(self, kind: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("role", "small")
        button.clicked.connect(lambda: self.chosen.emit(kind))
        self._group.addButton(button)
        self._row.addWidget(button)
        self.buttons[kind] = button
        return button
