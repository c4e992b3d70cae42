"""A list whose items lead somewhere: a click or Enter opens the one chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_LEAST_LINES = 2
_ENDLESS = 100_000
# what the theme's style sheet and Qt leave around an item's text, which Qt forgets when it wraps
_BESIDE_TEXT = 24
_ABOVE_AND_BELOW_TEXT = 8


class _WrappingDelegate(QStyledItemDelegate):
    """Gives every item the height that its wrapped text really takes."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Measure an item in the present width of the list."""
        hint = super().sizeHint(option, index)
        view = self.parent()
        if not isinstance(view, ActionList) or not view.wordWrap():
            return hint
        width = view.viewport().width()
        room = QRect(0, 0, max(1, width - _BESIDE_TEXT), _ENDLESS)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        taken = view.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return QSize(width, max(hint.height(), taken.height() + _ABOVE_AND_BELOW_TEXT))


class ActionList(QListWidget):
    """Long items wrap; Enter activates an item and never the dialog's default button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallest = 0
        self.setItemDelegate(_WrappingDelegate(self))
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def fit_content(self, tallest: int) -> None:
        """Be as high as the items need from now on, at most this many logical pixels."""
        self._tallest = tallest
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in the list."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew; another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Ask for another height when the items changed."""
        if event.type() is QEvent.Type.LayoutRequest and self._tallest:
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Ask for the height of the items, where the list is to fit them."""
        hint = super().sizeHint()
        if not self._tallest:
            return hint
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(hint.width(), min(self._tallest, rows + 2 * self.frameWidth() + 4))

    def minimumSizeHint(self) -> QSize:
        """Stay readable; never taller than the items need."""
        least = _LEAST_LINES * self.fontMetrics().lineSpacing() + 2 * self.frameWidth() + 8
        return QSize(120, min(least, self.sizeHint().height()) if self._tallest else least)
