"""Names of units to be listed, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.people.text import clean
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 460, 420


class UnitsDialog(QDialog):
    """Asks for units: typed, pasted, or those that earlier lists named."""

    def __init__(self, offered: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add units"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self._offered = tuple(offered)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        caption = QLabel(tr("&Units, a line each"), self)
        caption.setBuddy(self.text)
        self.offer_button = QPushButton(
            tr("Put in the units of other &lists ({count})", count=len(offered)), self
        )
        self.offer_button.setEnabled(bool(offered))
        self.offer_button.setAutoDefault(False)
        self.offer_button.clicked.connect(self._put_in)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.add_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.add_button.setText(tr("Add"))
        self.add_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(caption)
        column.addWidget(self.text, 1)
        column.addWidget(self.offer_button)
        column.addWidget(
            PlainLabel(tr("Units that are listed already are not listed twice."), "hint", self)
        )
        column.addWidget(buttons)
        self.text.setFocus()

    @property
    def units(self) -> tuple[str, ...]:
        """The names as they stand."""
        return tuple(filter(None, map(clean, self.text.toPlainText().splitlines())))

    def _put_in(self) -> None:
        """Add what was offered below what is there; the officer deletes what does not belong."""
        there = self.units
        self.text.setPlainText("\n".join((*there, *(u for u in self._offered if u not in there))))
        self.text.setFocus()
