"""The guide beside the work: its pages on the left, the search above them, one page to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.guide_pages import INDEX, pages, search
from desktop.language import tr
from desktop.widgets.guide_view import GuideView
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.widgets.window_size import keep_place, resize_within_screen

_LIST_WIDTH = 270  # logical pixels
_PLACE = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """Reads the guide; stays open beside other windows, and keeps none of them."""

    tour_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(tr("Guide – Hoinghi"))
        resize_within_screen(self, 1080, 720)
        keep_place(self)
        self.view = GuideView(self)
        self.view.shown.connect(self._choose)
        self.view.tour_wanted.connect(self._want_tour)
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText(tr("Search the guide"))
        self.search_field.setAccessibleName(tr("Search the guide"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self._show_first)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show_item)
        self.nothing = PlainLabel(
            tr("Nothing was found. Try fewer words, or one other word."), "hint", self
        )
        self.back_button = self._button(tr("‹ &Back"), self.view.backward)
        self.forward_button = self._button(tr("&Forward ›"), self.view.forward)
        self.smaller_button = self._button(tr("Smaller"), self.view.reduce)
        self.larger_button = self._button(tr("Larger"), self.view.enlarge)
        self.tour_button = self._button(tr("&Tour of the sample"), self._want_tour)
        self.tour_hint = PlainLabel(
            tr("A dialog is open. Close it first; then the tour can begin."), "advisory", self
        )
        self.tour_hint.hide()
        for button, available in (
            (self.back_button, self.view.backwardAvailable),
            (self.forward_button, self.view.forwardAvailable),
        ):
            button.setEnabled(False)
            available.connect(button.setEnabled)
        self._lay_out()
        self._add_keys()
        self._list_pages()

    def show_place(self, place: str = INDEX) -> None:
        """Show a page, or a part of one."""
        self.search_field.clear()
        self.view.show_place(place)
        self.view.setFocus()

    def allow_tour(self, *, is_free: bool) -> None:
        """Offer the tour, or not while a dialog waits, which would block it."""
        self.tour_button.setEnabled(is_free)
        self.tour_hint.hide()

    def _want_tour(self) -> None:
        if self.tour_button.isEnabled():
            self.tour_wanted.emit()
        else:
            self.tour_hint.show()

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "small")
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        for widget in (self.search_field, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        reading = QWidget(self)
        page = QVBoxLayout(reading)
        page.setContentsMargins(GAP, 0, 0, 0)
        page.setSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.back_button, self.forward_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.smaller_button, self.larger_button, self.tour_button):
            row.addWidget(button)
        page.addLayout(row)
        page.addWidget(self.tour_hint)
        page.addWidget(self.view, 1)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(reading)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([scaled(_LIST_WIDTH), self.width() - scaled(_LIST_WIDTH)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        whole.addWidget(splitter)

    def _add_keys(self) -> None:
        keys = QKeySequence.StandardKey
        for key, action in (
            (QKeySequence(keys.ZoomIn), self.view.enlarge),
            (QKeySequence("Ctrl+="), self.view.enlarge),
            (QKeySequence(keys.ZoomOut), self.view.reduce),
            (QKeySequence("Ctrl+0"), self.view.usual_size),
            (QKeySequence(keys.Find), self._begin_search),
            (QKeySequence(keys.Back), self.view.backward),
            (QKeySequence(keys.Forward), self.view.forward),
            (QKeySequence(keys.HelpContents), self.show_place),
            (QKeySequence("Esc"), self.close),
        ):
            QShortcut(key, self).activated.connect(action)

    def _list_pages(self) -> None:
        self._fill([(page.title, page.name) for page in pages()])
        self.list.setAccessibleName(tr("Pages of the guide"))
        self._choose(self.view.page)

    def _search(self, query: str) -> None:
        if not query.strip():
            self._list_pages()
            return
        hits = search(query)
        self._fill([(_told(hit.title, hit.heading, hit.excerpt), hit.place) for hit in hits])
        self.list.setAccessibleName(tr("What was found"))
        self.nothing.setVisible(not hits)

    def _fill(self, rows: list[tuple[str, str]]) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for text, place in rows:
            item = QListWidgetItem(text, self.list)
            item.setData(_PLACE, place)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)  # noqa: FBT003
        self.nothing.hide()

    def _choose(self, name: str) -> None:
        """Point at the page being shown, wherever a link led from."""
        if self.search_field.text().strip():
            return
        self.list.blockSignals(True)  # noqa: FBT003
        for row in range(self.list.count()):
            if self.list.item(row).data(_PLACE) == name:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)  # noqa: FBT003

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.view.show_place(item.data(_PLACE), self.search_field.text())

    def _show_first(self) -> None:
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _begin_search(self) -> None:
        self.search_field.setFocus()
        self.search_field.selectAll()


def _told(title: str, heading: str, excerpt: str) -> str:
    name = title if heading == title else f"{title} › {heading}"
    return f"{name}\n{excerpt}" if excerpt else name
