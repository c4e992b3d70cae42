"""A plain text editor that is always as high as its text: the page scrolls, not the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_FRAME_PX = 14  # border and padding of the theme, above and below


class GrowingText(QPlainTextEdit):
    """Grows and shrinks with its text, from a least number of lines on."""

    def __init__(self, least_lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the text as it wraps at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to the text in another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dropped here to the window; their names are no text of it."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def _fit(self) -> None:
        layout = self.document().documentLayout()
        block = self.document().firstBlock()
        text_height = 0.0
        while block.isValid():
            text_height += layout.blockBoundingRect(block).height()
            block = block.next()
        margins = 2 * self.document().documentMargin()  # the text's height has them already
        least = self._least_lines * self.fontMetrics().lineSpacing() + margins
        self.setFixedHeight(int(max(least, text_height) + 0.5) + _FRAME_PX)
