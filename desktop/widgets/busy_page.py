"""A page that stands in for what is being made: how far it has come, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import SPACE, scaled

_BAR_WIDTH = 420


class BusyPage(QWidget):
    """Shows how far long work has come, and lets it be stopped.

    Attributes:
        label: what is being worked on; hidden while it says nothing.
    """

    def __init__(self, counted: str, parent: QWidget | None = None, stop: str = "") -> None:
        """Begin not knowing how long it will be.

        Args:
            counted: what the bar counts, for those who do not see it.
            parent: what it belongs to.
            stop: the words on the button that stops it, where they are others than usual.
        """
        super().__init__(parent)
        self.label = PlainLabel(parent=self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.hide()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(scaled(_BAR_WIDTH))
        self.bar.setAccessibleName(counted)
        self.stop_button = QPushButton(stop or tr("S&top"), self)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, what: str) -> None:
        """Say what is being worked on."""
        self.label.setText(what)
        self.label.setVisible(bool(what))

    def count(self, done: int = 0, total: int = 0) -> None:
        """Show how far it has come; of a total of 0 nobody knows how much it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
