"""A layout that puts things side by side and begins a new row where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.widgets.theme import GAP, SPACE


class FlowLayout(QLayout):
    """Rows of widgets, each as wide as it asks for; hidden ones take no room."""

    def __init__(
        self, parent: QWidget | None = None, *, across: int = SPACE, down: int = GAP
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the items."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Need less height in more width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell the height of the rows in a width."""
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._lay_out(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Ask for all items side by side."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._across * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Need at least the largest item."""
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least

    def _lay_out(self, rect: QRect, *, moves: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            row_height = max(size.height() for _, size in row)
            left = rect.left()
            for item, size in row:
                if moves:  # fields stand on one line, whatever stands above them
                    down = row_height - size.height()
                    item.setGeometry(QRect(QPoint(left, top + down), size))
                left += size.width() + self._across
            top += row_height + self._down
        return max(0, top - self._down - rect.top())

    def _rows(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().expandedTo(item.minimumSize())
            width = min(size.width(), max(room, item.minimumSize().width()))
            height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
            if not rows or taken + self._across + width > room:
                rows.append([])
                taken = -self._across
            rows[-1].append((item, QSize(width, height)))
            taken += self._across + width
        return rows
