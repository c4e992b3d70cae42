"""The tab in which a pack is written: outline, page, and what is still to be done."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.models.pack_draft import PackDraft
from desktop.models.pack_outline import OutlineNode
from desktop.rules.pack_tree import TreePath
from desktop.widgets.pack_faults_panel import PackFaultsPanel
from desktop.widgets.pack_outline_view import PackOutline
from desktop.widgets.pack_page import PackPage
from desktop.widgets.theme import GAP

_OUTLINE_WIDTH, _NARROW_OUTLINE_WIDTH = 280, 220
_LIST_HEIGHT, _LOW_LIST_HEIGHT = 120, 56
_ROOMY_WIDTH, _ROOMY_HEIGHT = 1100, 600


class PackEditTab(QWidget):
    """Leads from page to page, and from a fault to its field."""

    def __init__(self, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.outline = PackOutline(draft)
        self.page = PackPage(draft)
        self.faults = PackFaultsPanel(draft)
        right = QWidget()
        below = QVBoxLayout(right)
        below.setContentsMargins(0, GAP, 0, GAP)
        below.setSpacing(GAP)
        below.addWidget(self.page, 1)
        below.addWidget(self.faults)
        self._splitter = QSplitter()
        self._splitter.addWidget(self.outline)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self.outline.chosen.connect(self.page.show_page)
        self.page.turned.connect(self._turn)
        self.faults.chosen.connect(self.show_place)
        draft.changed.connect(self._leave_what_is_gone)
        self.show_place(())

    def show_place(self, path: TreePath) -> None:
        """Show the page of a place and put the cursor on its field."""
        node = self.outline.page_of(path)
        self.outline.show_page(node)
        self.page.show_page(node)
        if path == node.path:
            self.page.form.focus_first()
        else:
            self.page.focus_place(path)

    def field_at(self, path: TreePath) -> QWidget | None:
        """Show the page of a place and find its field."""
        node = self.outline.page_of(path)
        self.outline.show_page(node)
        self.page.show_page(node)
        return self.page.field_at(path)

    def flush(self) -> None:
        """Store what stands in a field that was not left yet."""
        self.page.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a small window to the page."""
        super().resizeEvent(event)
        size, old = event.size(), event.oldSize()
        if (size.width() < _ROOMY_WIDTH) != (old.width() < _ROOMY_WIDTH) or old.width() < 0:
            is_narrow = size.width() < _ROOMY_WIDTH
            width = _NARROW_OUTLINE_WIDTH if is_narrow else _OUTLINE_WIDTH
            self._splitter.setSizes([width, size.width() - width])
        self.faults.fit_content(_LOW_LIST_HEIGHT if size.height() < _ROOMY_HEIGHT else _LIST_HEIGHT)

    def _turn(self, by: int) -> None:
        if self.page.node is None:
            return
        node = self.outline.neighbour(self.page.node, by)
        if node is not None:
            self._show(node)
            self.page.form.focus_first()

    def _show(self, node: OutlineNode) -> None:
        self.outline.show_page(node)
        self.page.show_page(node)

    def _leave_what_is_gone(self, _path: TreePath) -> None:
        node = self.page.node
        if node is not None and self.outline.page_of(node.path).path != node.path:
            self._show(self.outline.page_of(node.path))
