"""A button that filters by one thing: its values with how many people each would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import shown_number, tr
from desktop.people.names import search_key
from desktop.widgets.icons import make_search
from desktop.widgets.labels import dress_as
from desktop.widgets.theme import GAP, scaled

_WIDTH, _TALLEST = 340, 320  # logical pixels
_ROW_PX = 26
_FEW = 12  # values that need no search
_LONGEST_NAME_PX = 150
_VALUE_ROLE = Qt.ItemDataRole.UserRole


class FacetValue(NamedTuple):
    """One value, as it is named, and how many people it would leave."""

    value: str
    name: str
    people: int


class FacetButton(QPushButton):
    """Opens a list of values to tick; says on itself what is ticked."""

    opening = Signal()  # answer with `offer`
    chosen = Signal(object)  # frozenset of the values ticked

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._values: frozenset[str] = frozenset()
        self.setProperty("role", "small")
        self.setAutoDefault(False)
        self.popup = _Popup(title, self)
        self.popup.ticked.connect(self._take)
        self.clicked.connect(self.open)
        self.show_values({})

    @property
    def values(self) -> frozenset[str]:
        """What is ticked."""
        return self._values

    def show_values(self, names: Mapping[str, str], count: int | None = None) -> None:
        """Show what is ticked, by value and name; the count is of people, where it is known."""
        self._values = frozenset(names)
        text = self._title
        if len(names) == 1:
            (name,) = names.values()
            end = Qt.TextElideMode.ElideRight
            text = f"{self._title}: {self.fontMetrics().elidedText(name, end, _LONGEST_NAME_PX)}"
        elif names:
            text = f"{self._title}: {len(names)}"
        elif count is not None:
            text = f"{self._title} ({shown_number(count)})"
        # an ampersand in a name is no accelerator
        self.setText(f"{text.replace('&', '&&')} ▾")
        # a tool tip that looks like markup would be read as markup
        self.setToolTip(f"<qt>{escape('; '.join(names.values()))}</qt>" if names else "")
        self.setAccessibleName(f"{self._title}: {'; '.join(names.values()) or tr('all')}")
        dress_as(self, "state", "on" if names else "off")

    def open(self) -> None:
        """Show the values below the button."""
        self.opening.emit()
        self.popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def offer(self, values: Sequence[FacetValue]) -> None:
        """Offer these values, in this order."""
        self.popup.offer(values, self._values)

    def _take(self, values: frozenset[str]) -> None:
        self.chosen.emit(values)


class _Popup(QFrame):
    """The list of values, with a line to search in where they are many."""

    ticked = Signal(object)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.search_box = QLineEdit(self)
        self.search_box.setPlaceholderText(tr("Search here"))
        make_search(self.search_box, tr("Search the values"))
        self.search_box.textChanged.connect(self._search)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        # a long name gives way in its middle, so that the count stays in sight
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._tell)
        self.clear_button = QPushButton(tr("&Untick all"), self)
        self.clear_button.setProperty("role", "small")
        self.clear_button.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for widget in (self.search_box, self.list, self.clear_button):
            column.addWidget(widget)

    def offer(self, values: Sequence[FacetValue], ticked: frozenset[str]) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in values:
                item = QListWidgetItem(f"{one.name}  ({shown_number(one.people)})", self.list)
                item.setToolTip(f"<qt>{escape(one.name)}</qt>")
                item.setData(_VALUE_ROLE, one.value)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                is_ticked = one.value in ticked
                item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.search_box.clear()
        self.search_box.setVisible(len(values) > _FEW)
        self.clear_button.setEnabled(bool(ticked))

    def open_at(self, place: QPoint) -> None:
        rows = min(self.list.count(), _FEW) or 1
        self.list.setFixedHeight(min(_TALLEST, rows * _ROW_PX + 8))
        self.setFixedWidth(scaled(_WIDTH))
        self.adjustSize()
        screen = QApplication.screenAt(place) or QApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )
        self.show()
        is_long = not self.search_box.isHidden()
        (self.search_box if is_long else self.list).setFocus(Qt.FocusReason.PopupFocusReason)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _search(self, text: str) -> None:
        wanted = search_key(text)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in search_key(item.text()))

    def _clear(self) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                self.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self._tell()

    def _tell(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        values = frozenset(
            item.data(_VALUE_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked
        )
        self.clear_button.setEnabled(bool(values))
        self.ticked.emit(values)
