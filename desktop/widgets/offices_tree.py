"""The offices below a desk as a tree: who is above whom, how each stands, who is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.language import tr
from desktop.models.desk_overview import OfficeLine
from desktop.models.marks import Mark
from desktop.people.names import search_key
from desktop.widgets.column_room import give_widths
from desktop.widgets.theme import ADVISORY, BINDING, FINE, INK, MUTED

_KEY = Qt.ItemDataRole.UserRole
_INKS = {
    Mark.WRONG: BINDING,
    Mark.DOUBT: ADVISORY,
    Mark.SET_ASIDE: MUTED,
    Mark.SHORT: ADVISORY,
    Mark.FINE: FINE,
}
_STATE = 1
_UNFOLDED_AT_MOST = 400  # offices; of more only the upper ones are shown at first


class OfficesTree(QTreeWidget):
    """Every office by name; those above one that is shown stay in sight."""

    chosen = Signal(str)  # key, empty for none
    opened = Signal(str)

    def __init__(
        self, titles: Sequence[str], widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        """Title the columns after the name, and give each its width; 0 shares the room left."""
        super().__init__(parent)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._lines: tuple[OfficeLine, ...] = ()
        self._kind, self._words = "", ""
        self.setAccessibleName(tr("Offices"))
        self.setHeaderLabels([tr("Office"), *titles])
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(widths, start=1):
            if not width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        given = {column: width for column, width in enumerate(widths, start=1) if width}
        give_widths(header, given)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.itemActivated.connect(lambda *_: self.opened.emit(self.current))
        self.viewport().installEventFilter(self)

    @property
    def current(self) -> str:
        """The key of the office chosen; empty for none."""
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item is not None else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys of the offices that the filter lets through, in their order."""
        return tuple(line.key for line in self._lines if self._is_wanted(line))

    def show_lines(self, lines: Sequence[OfficeLine]) -> None:
        """Show these offices, each after the one above it; the choice and the filter stay."""
        current = self.current
        is_first = not self._items
        folded = {key for key, item in self._items.items() if not item.isExpanded()}
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self._lines = tuple(lines)
        self._items = {}
        below: dict[str, list[OfficeLine]] = {}
        known = {line.key for line in self._lines}
        for line in self._lines:
            below.setdefault(line.parent if line.parent in known else "", []).append(line)
        self._add("", self.invisibleRootItem(), below)
        unfolds = len(self._lines) <= _UNFOLDED_AT_MOST
        for key, item in self._items.items():
            item.setExpanded(unfolds if is_first else key not in folded)
        self._filter()
        if current in self._items:
            self.setCurrentItem(self._items[current])
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.chosen.emit(self.current)

    def choose(self, key: str) -> None:
        """Choose an office and bring it into sight."""
        item = self._items.get(key)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def filter_by(self, kind: str, words: str = "") -> None:
        """Leave the offices of a kind, and whose name has these words; empty for all."""
        self._kind, self._words = kind, search_key(words)
        self._filter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the whole of a line as plain text."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.itemAt(event.pos())
            tip = item.toolTip(0) if item is not None else ""
            # a tool tip that looks like markup would be read as markup
            QToolTip.showText(event.globalPos(), f"<qt>{escape(tip)}</qt>" if tip else "")
            return True
        return super().eventFilter(watched, event)

    def _add(
        self, parent: str, around: QTreeWidgetItem, below: Mapping[str, Sequence[OfficeLine]]
    ) -> None:
        for line in below.get(parent, ()):
            self._items[line.key] = _item(line, around)
            self._add(line.key, self._items[line.key], below)

    def _filter(self) -> None:
        wanted: set[str] = set()
        parents = {line.key: line.parent for line in self._lines}
        for line in self._lines:
            key = line.key if self._is_wanted(line) else ""
            while key and key not in wanted:
                wanted.add(key)
                key = parents.get(key, "")
        for key, item in self._items.items():
            item.setHidden(key not in wanted)
        if self._kind or self._words:
            for key in wanted:
                self._items[key].setExpanded(True)

    def _is_wanted(self, line: OfficeLine) -> bool:
        return (not self._kind or self._kind in line.kinds) and (
            not self._words or self._words in search_key(line.name)
        )


def _item(line: OfficeLine, around: QTreeWidgetItem) -> QTreeWidgetItem:
    item = QTreeWidgetItem(around, [line.name, *line.cells])
    item.setData(0, _KEY, line.key)
    words = ", ".join(filter(None, (line.name, *line.cells)))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)
    item.setToolTip(0, line.tip)
    item.setForeground(_STATE, QBrush(QColor(_INKS[line.mark] if line.mark else INK)))
    if line.mark is Mark.WRONG:
        bold = QFont(item.font(_STATE))
        bold.setBold(True)
        item.setFont(_STATE, bold)
    return item
