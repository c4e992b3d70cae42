"""What to look at before printing: a few wrapped lines, out of the way when there are none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QWidget

from desktop.language import tr

_AROUND, _BESIDE = 8, 24  # logical pixels that the theme leaves around a line
_ENDLESS = 100_000


class NoteList(QListWidget):
    """Scrolls beyond a height, in logical pixels."""

    def __init__(self, tallest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("To be looked at before printing"))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._tallest = tallest
        self.hide()

    @property
    def notes(self) -> tuple[str, ...]:
        """The lines shown."""
        return tuple(self.item(row).text() for row in range(self.count()))

    def show_notes(self, notes: Iterable[str]) -> None:
        """Show these lines in place of the others."""
        self.clear()
        self.addItems(list(notes))
        self.setVisible(self.count() > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = QRect(0, 0, max(1, self.viewport().width() - _BESIDE), _ENDLESS)
        wraps = int(Qt.TextFlag.TextWordWrap)
        taken = (self.fontMetrics().boundingRect(room, wraps, each) for each in self.notes)
        lines = sum(each.height() + _AROUND for each in taken)
        self.setFixedHeight(min(self._tallest, lines + 2 * self.frameWidth() + _AROUND))
