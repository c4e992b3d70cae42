"""A thin bar for one share: what is counted, what is not known, and the rest."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.rules.make_up_report import Share
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of

_HEIGHT = 14.0
_LEAST_WIDTH = 90


class ShareBar(QWidget):
    """Draws a share; those of whom nothing is known are hatched, at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = Share(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> Share:
        """What is drawn."""
        return self._share

    def show_share(self, title: str, share: Share, words: str) -> None:
        """Draw a share; title and words are what a screen reader says."""
        self._share = share
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Be thin."""
        return QSize(160, int(_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        """Stay wide enough to be compared with the bars above and below."""
        return QSize(_LEAST_WIDTH, int(_HEIGHT) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the bar."""
        painter = QPainter(self)
        whole = QRectF(0.5, 0.5, self.width() - 1.0, _HEIGHT)
        painter.fillRect(whole, colour_of(Colour.PAPER))
        base = max(1, self._share.base)
        counted = whole.width() * self._share.count / base
        unknown = whole.width() * self._share.unknown / base
        painter.fillRect(
            QRectF(whole.left(), whole.top(), counted, _HEIGHT), colour_of(Colour.ACCENT)
        )
        hatched = QBrush(colour_of(Colour.MUTED), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(QRectF(whole.right() - unknown, whole.top(), unknown, _HEIGHT), hatched)
        painter.setPen(QPen(colour_of(Colour.EDGE), 1))
        painter.drawRect(whole)
        painter.end()
