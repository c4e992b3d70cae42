"""A label for one long line, such as a path: its middle or its end gives way for want of room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.labels import PlainLabel
from desktop.widgets.plain_tip import plain_tip


class ElidedLabel(PlainLabel):
    """Shows as much of its text as fits; a tool tip and a screen reader tell the whole."""

    def __init__(
        self,
        parent: QWidget | None = None,
        gives_way: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__(parent=parent)
        self._gives_way = gives_way
        self._whole = ""
        self.setWordWrap(False)

    @property
    def whole_text(self) -> str:
        """The text with nothing left out."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show a text, as far as there is room."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give way."""
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitting = metrics.elidedText(self._whole, self._gives_way, self.width())
        self.setText(fitting)
        self.setToolTip("" if fitting == self._whole else plain_tip(self._whole))
        self.updateGeometry()
