"""One note under a field: a sentence in the ink of its weight, with at most one thing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP


class Note(NamedTuple):
    """What is said beside a field.

    Attributes:
        role: of the theme: binding, advisory, silent, fine, hint.
        act: done when the button under `action` is pressed; no button without it.
    """

    text: str
    role: str
    action: str = ""
    act: Callable[[], object] | None = None


class NoteLine(QWidget):
    """Shows one note, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self.label = PlainLabel(parent=self)
        self.button = QPushButton(self)
        self.button.setProperty("role", "small")
        self.button.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_note(self, note: Note | None) -> None:
        """Show a note; None hides the line."""
        self.setVisible(note is not None)
        self.label.setText(note.text if note is not None else "")
        if note is None:
            return
        self.label.set_role(note.role)
        self._act = note.act
        self.button.setText(note.action)
        self.button.setVisible(note.act is not None)

    def _do(self) -> None:
        if self._act is not None:
            self._act()
