"""The papers that travel: those drawn from the conference, and PDFs that are there already."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.documents.added_papers import AddedPaper
from desktop.documents.hand_over import USUAL_PAPERS
from desktop.documents.papers import PAPERS
from desktop.language import tr
from desktop.sentences.shown import shown_size
from desktop.widgets.action_list import ActionList

_KEY_ROLE = Qt.ItemDataRole.UserRole
_ADDED_ROLE = Qt.ItemDataRole.UserRole + 1


class HandOverPapers(ActionList):
    """Offers every paper with a tick; the usual ones are ticked, and so is what was added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Papers that travel"))
        for paper in PAPERS:
            item = self._offer(paper.title(), is_ticked=paper.key in USUAL_PAPERS)
            item.setData(_KEY_ROLE, paper.key)
            self.addItem(item)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the papers ticked that are drawn."""
        keys = (item.data(_KEY_ROLE) for item in self._ticked())
        return tuple(key for key in keys if key)

    @property
    def added(self) -> tuple[AddedPaper, ...]:
        """The PDFs ticked."""
        papers = (item.data(_ADDED_ROLE) for item in self._ticked())
        return tuple(one for one in papers if one is not None)

    @property
    def every_added(self) -> tuple[AddedPaper, ...]:
        """All PDFs in the list, ticked or not."""
        papers = (self.item(row).data(_ADDED_ROLE) for row in range(self.count()))
        return tuple(one for one in papers if one is not None)

    @property
    def is_added_current(self) -> bool:
        """Whether the current row is a PDF that was added."""
        row = self.currentRow()
        return row >= 0 and self.item(row).data(_ADDED_ROLE) is not None

    def remove_current(self) -> None:
        """Take the current PDF out of the list; papers that are drawn stay."""
        if self.is_added_current:
            self.takeItem(self.currentRow())

    def add_paper(self, paper: AddedPaper) -> None:
        """Put a PDF first, ticked."""
        size = shown_size(len(paper.data))
        item = self._offer(tr("{title} ({size})", title=paper.title, size=size), is_ticked=True)
        item.setData(_ADDED_ROLE, paper)
        self.insertItem(0, item)
        self.setCurrentItem(item)

    def _ticked(self) -> list[QListWidgetItem]:
        items = [self.item(row) for row in range(self.count())]
        return [item for item in items if item.checkState() is Qt.CheckState.Checked]

    def _offer(self, title: str, *, is_ticked: bool) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        return item
