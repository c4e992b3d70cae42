"""What a gauge says, in one line; the gauge itself opens below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language import tr
from desktop.rules.make_up import MakeUp
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.gauge import make_up_lines, make_up_role
from desktop.widgets.theme import GAP

_SHUT, _OPEN = "▸", "▾"


class GaugeLine(QWidget):
    """A button and a line."""

    toggled = Signal(bool)  # whether the gauge is to be seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self)
        self.button.setProperty("role", "small")
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.words = ElidedLabel(self, Qt.TextElideMode.ElideRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        self.button.toggled.connect(self._toggle)
        self._name_button()

    @property
    def is_open(self) -> bool:
        """Whether the gauge is to be seen."""
        return self.button.isChecked()

    def show_make_up(self, make_up: MakeUp) -> None:
        """Say what the gauge shows."""
        self.words.set_role(make_up_role(make_up))
        self.words.show_text(" · ".join(make_up_lines(make_up)))

    def _toggle(self) -> None:
        self._name_button()
        self.toggled.emit(self.is_open)

    def _name_button(self) -> None:
        self.button.setText(f"{_OPEN if self.is_open else _SHUT} {tr('Make-up')}")
