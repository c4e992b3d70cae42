"""The papers that can be printed: a tick for saving, the current one is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.documents.papers import PAPERS
from desktop.language import tr
from desktop.sentences.paper_options import group_name
from desktop.widgets.action_list import ActionList
from desktop.widgets.inks import ink_item
from desktop.widgets.palettes import Colour
from desktop.wizard.paper_drawing import PaperDrawing, PaperState

_TALLEST = 400  # logical pixels: every paper is in sight


class PaperList(ActionList):
    """The papers by group, each with its pages and what was noted while it was drawn."""

    look_wanted = Signal(str)  # key
    ticks_changed = Signal()  # by the officer

    def __init__(self, drawing: PaperDrawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.setAccessibleName(tr("Papers: tick those to save"))
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._items: list[QListWidgetItem] = []
        for group, papers in groupby(PAPERS, key=lambda paper: paper.group):
            self._add_heading(group_name(group))
            for paper in papers:
                self._add(paper.key)
        self.setCurrentItem(self._items[0])
        self.fit_content(_TALLEST)
        self.currentItemChanged.connect(self._look)
        self.itemChanged.connect(lambda _: self.ticks_changed.emit())
        drawing.changed.connect(self._refresh)

    @property
    def current(self) -> str:
        """The key of the paper looked at."""
        return _key(self.currentItem())

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the papers to save."""
        return tuple(
            _key(item) for item in self._items if item.checkState() == Qt.CheckState.Checked
        )

    def tick(self, keys: Sequence[str]) -> None:
        """Tick these papers and no others, without telling so."""
        with QSignalBlocker(self):
            for item in self._items:
                ticked = _key(item) in keys
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.viewport().update()

    def refresh(self) -> None:
        """Show anew how every paper stands."""
        for item in self._items:
            self._show(item)

    def look_at(self, key: str) -> None:
        """Make a paper the current one."""
        for item in self._items:
            if _key(item) == key:
                self.setCurrentItem(item)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # passed over by the keyboard
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        ink_item(item, Colour.INK)

    def _add(self, key: str) -> None:
        item = QListWidgetItem(self)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self._items.append(item)
        self._show(item)

    def _look(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.look_wanted.emit(_key(item))

    def _refresh(self, key: str) -> None:
        for item in self._items:
            if _key(item) == key:
                self._show(item)

    def _show(self, item: QListWidgetItem) -> None:
        key = _key(item)
        title, state = paper_title(key), self._state_text(key)
        with QSignalBlocker(self):  # what is shown here is no tick of the officer's
            item.setText(tr("{paper} · {state}", paper=title, state=state) if state else title)
            item.setToolTip(item.text())
            ink_item(item, self._colour(key))
        self.viewport().update()

    def _state_text(self, key: str) -> str:
        paper = self._drawing.paper(key)
        if paper is None:
            if self._drawing.state(key) is PaperState.WAITING and not self._drawing.is_wanted(key):
                return ""
            return {
                PaperState.WAITING: tr("waiting"),
                PaperState.DRAWING: tr("being drawn…"),
            }.get(self._drawing.state(key), tr("could not be drawn"))
        pages = tr("1 page") if paper.pages == 1 else tr("{count} pages", count=paper.pages)
        notes = len(paper.problems)
        if not notes:
            return pages
        noted = tr("1 note") if notes == 1 else tr("{count} notes", count=notes)
        return tr("{pages}, {notes}", pages=pages, notes=noted)

    def _colour(self, key: str) -> Colour:
        paper = self._drawing.paper(key)
        if self._drawing.state(key) is PaperState.FAILED:
            return Colour.BINDING
        return Colour.ADVISORY if paper is not None and paper.problems else Colour.INK


def paper_title(key: str) -> str:
    """Name a paper in the interface's language."""
    return next(paper.title() for paper in PAPERS if paper.key == key)


def _key(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
