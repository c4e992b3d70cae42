"""The parts of one face of the card as a list, the uppermost first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop.language import tr
from desktop.models.badge_draft import BadgeDraft
from desktop.sentences.badge_parts import element_name
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.theme import scaled

_LEAST_WIDTH = 140


class CardParts(QListWidget):
    """Selects what is selected on the card, and the other way round."""

    def __init__(self, draft: BadgeDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._is_following = False
        self.setAccessibleName(tr("Parts of the card, the uppermost first"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(scaled(_LEAST_WIDTH))
        self.setItemDelegate(MarkedCells(self))  # which tells the whole of a long name
        self.itemSelectionChanged.connect(self._select)
        draft.changed.connect(self.follow)
        draft.selection_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the parts and the selection as they are."""
        self._is_following = True
        names = [element_name(each) for each in reversed(self._draft.elements)]
        if names != [self.item(row).text() for row in range(self.count())]:
            self.clear()
            for name in names:
                self.addItem(QListWidgetItem(name))
        chosen = {self._row(index) for index in self._draft.selection}
        for row in range(self.count()):
            self.item(row).setSelected(row in chosen)
        if chosen:
            self.scrollToItem(self.item(min(chosen)))
        self._is_following = False

    def _select(self) -> None:
        if not self._is_following:
            rows = [self.row(item) for item in self.selectedItems()]
            self._draft.select([self._row(row) for row in rows])

    def _row(self, index: int) -> int:
        """Turn an index from the bottom into a row from the top, or back."""
        return len(self._draft.elements) - 1 - index
