"""The offices below a desk as a tree: who is above whom, how each stands, who is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHelpEvent
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
from desktop.widgets.inks import ink_item
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import scaled

_KEY = Qt.ItemDataRole.UserRole
_INKS = {
    Mark.WRONG: Colour.BINDING,
    Mark.DOUBT: Colour.ADVISORY,
    Mark.SET_ASIDE: Colour.MUTED,
    Mark.SHORT: Colour.ADVISORY,
    Mark.FINE: Colour.FINE,
}
_STATE = 1
_AT_ONCE = 200  # offices put in before the window has its turn
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
        self._to_come: deque[OfficeLine] = deque()
        self._kind, self._words = "", ""
        self._wanted: frozenset[str] = frozenset()
        self._folded: frozenset[str] = frozenset()
        self._unfolds = True  # those that were not there before
        self._chosen = ""  # of those still to come
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._put_in)
        self.setAccessibleName(tr("Offices"))
        self.setHeaderLabels([tr("Office"), *titles])
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(widths, start=1):
            if width:
                self.setColumnWidth(column, scaled(width))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
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
        """Show these offices, each after the one above it; the choice and the filter stay.

        Of many the first are there at once, the rest a part at a time while the window lives. Where
        the offices are the same as before, only what is said of them is written anew.
        """
        before, self._lines = self._lines, tuple(lines)
        self._wanted = self._found()
        if [(one.key, one.parent) for one in before] == [
            (one.key, one.parent) for one in self._lines
        ]:
            self._write_anew(before)
            return
        self._chosen = self._chosen or self.current
        is_first = not self._items
        self._folded = frozenset(key for key, item in self._items.items() if not item.isExpanded())
        self._unfolds = not is_first or len(self._lines) <= _UNFOLDED_AT_MOST
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._items = {}
        self._to_come = deque(_in_order(self._lines))
        self._put_in()
        self.chosen.emit(self.current)

    def choose(self, key: str) -> None:
        """Choose an office and bring it into sight, once it is there."""
        item = self._items.get(key)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)
        elif self._to_come:
            self._chosen = key

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

    def _put_in(self) -> None:
        """Put the next offices in; the others follow when the window had its turn."""
        part = [self._to_come.popleft() for _ in range(min(_AT_ONCE, len(self._to_come)))]
        below: dict[str, list[QTreeWidgetItem]] = {}
        for line in part:
            self._items[line.key] = item = QTreeWidgetItem()
            item.setData(0, _KEY, line.key)
            _say(item, line)
            below.setdefault(line.parent if line.parent in self._items else "", []).append(item)
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for parent, items in reversed(below.items()):  # the lower ones while nobody looks
            (self._items[parent] if parent else self.invisibleRootItem()).addChildren(items)
        for line in part:
            item = self._items[line.key]
            item.setExpanded(self._unfolds and line.key not in self._folded)
            self._let_through(line.key, item)
        chosen = self._items.get(self._chosen)
        if chosen is not None:
            self.setCurrentItem(chosen)
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature
        if self._to_come:
            self._later.start()
        if chosen is not None or not self._to_come:
            self._chosen = ""
        if chosen is not None:
            self.scrollToItem(chosen)
            self.chosen.emit(self.current)

    def _write_anew(self, before: Sequence[OfficeLine]) -> None:
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for old, new in zip(before, self._lines, strict=True):
            item = self._items.get(new.key)
            if item is not None and new != old:
                _say(item, new)
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature
        there = self._items.keys()
        self._to_come = deque(one for one in _in_order(self._lines) if one.key not in there)
        self._show_wanted()
        self.chosen.emit(self.current)

    def _filter(self) -> None:
        self._wanted = self._found()
        self._show_wanted()

    def _found(self) -> frozenset[str]:
        """Name the offices that the filter lets through, with those above them."""
        found: set[str] = set()
        parents = {line.key: line.parent for line in self._lines}
        for line in self._lines:
            key = line.key if self._is_wanted(line) else ""
            while key and key not in found:
                found.add(key)
                key = parents.get(key, "")
        return frozenset(found)

    def _show_wanted(self) -> None:
        for key, item in self._items.items():
            self._let_through(key, item)

    def _let_through(self, key: str, item: QTreeWidgetItem) -> None:
        is_wanted = key in self._wanted
        if item.isHidden() is is_wanted:
            item.setHidden(not is_wanted)
        if is_wanted and (self._kind or self._words):
            item.setExpanded(True)

    def _is_wanted(self, line: OfficeLine) -> bool:
        return (not self._kind or self._kind in line.kinds) and (
            not self._words or self._words in search_key(line.name)
        )


def _in_order(lines: Sequence[OfficeLine]) -> Iterator[OfficeLine]:
    """Give each office after the one above it."""
    known = {line.key for line in lines}
    below: dict[str, list[OfficeLine]] = {}
    for line in lines:
        below.setdefault(line.parent if line.parent in known else "", []).append(line)
    open_lines = below.get("", [])[::-1]
    while open_lines:
        line = open_lines.pop()
        yield line
        open_lines += below.get(line.key, ())[::-1]


def _say(item: QTreeWidgetItem, line: OfficeLine) -> None:
    for column, text in enumerate((line.name, *line.cells)):
        item.setText(column, text)
    words = ", ".join(filter(None, (line.name, *line.cells)))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)
    item.setToolTip(0, line.tip)
    ink_item(item, _INKS[line.mark] if line.mark else Colour.INK, _STATE)
    font, is_bold = QFont(item.font(_STATE)), line.mark is Mark.WRONG
    if font.bold() is not is_bold:
        font.setBold(is_bold)
        item.setFont(_STATE, font)
