"""The outline of a pack beside its pages: where one is, and a way to every other page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.pack_outline import OutlineNode, outline, page_of, pages_in_order
from desktop.rules.pack_tree import TreePath, begins_with
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import part_name
from desktop.sentences.pack_places import part_title
from desktop.widgets.inks import ink_item
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.palettes import Colour

_PATH = Qt.ItemDataRole.UserRole
_INDENT = 14


class PackOutline(QTreeWidget):
    """Names every page; says how much is on it, and marks where something is to be mended."""

    chosen = Signal(object)  # OutlineNode

    def __init__(self, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.root = outline(draft.tree)
        self.setHeaderHidden(True)
        self.setAccessibleName(tr("Parts of the pack"))
        self.setIndentation(_INDENT)
        self.setRootIsDecorated(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegate(MarkedCells(self))  # which tells the whole of a long name
        self.currentItemChanged.connect(self._choose)
        draft.changed.connect(self.refresh)
        draft.looked.connect(self.refresh)
        self.refresh()
        self._unfold()

    def refresh(self) -> None:
        """Show the pages as the draft stands; what is unfolded stays so."""
        self.root = outline(self._draft.tree)
        self._show([self.root, *self.root.children], self.invisibleRootItem())

    def show_page(self, node: OutlineNode) -> None:
        """Mark the page one is on, without telling that it was chosen."""
        for item in self._items(self.invisibleRootItem()):
            if item.data(0, _PATH) == node.path:
                self.blockSignals(True)  # noqa: FBT003 - Qt's signature
                self.setCurrentItem(item)
                self.blockSignals(False)  # noqa: FBT003 - Qt's signature
                self.scrollToItem(item)
                return

    def page_of(self, path: TreePath) -> OutlineNode:
        """Find the page that a place is on."""
        return page_of(self.root, path)

    def neighbour(self, node: OutlineNode, by: int) -> OutlineNode | None:
        """Find the page before or after one, those of folded branches too."""
        pages = pages_in_order(self.root)
        paths = [page.path for page in pages]
        place = paths.index(node.path) + by if node.path in paths else 0
        return pages[place] if 0 <= place < len(pages) else None

    def _show(self, nodes: list[OutlineNode], around: QTreeWidgetItem) -> None:
        while around.childCount() > len(nodes):
            around.takeChild(around.childCount() - 1)
        while around.childCount() < len(nodes):
            item = QTreeWidgetItem(around)
            if around is not self.invisibleRootItem():
                around.setExpanded(True)
        for item, node in zip(_children(around), nodes, strict=True):
            item.setData(0, _PATH, node.path)
            self._dress(item, node)
            self._show([] if node is self.root else list(node.children), item)

    def _dress(self, item: QTreeWidgetItem, node: OutlineNode) -> None:
        name = page_name(self._draft, node)
        value = self._draft.value(node.path)
        is_said = value is not None or node.field is None or not node.field.is_optional
        count = f" ({len(value)})" if isinstance(value, list) and value else ""
        found = [fault for fault in self._draft.faults if self._is_of(fault.path, node)]
        is_wrong = any(not fault.is_missing for fault in found)
        sign = "  ✖" if is_wrong else "  ○" if found else ""
        item.setText(0, f"{name}{count}{sign}")
        item.setToolTip(0, f"{name}{count}{sign}")
        is_filled = is_said and value not in (None, [], {})
        colour = (
            Colour.BINDING
            if is_wrong
            else Colour.SILENT
            if found
            else Colour.INK
            if is_filled
            else Colour.MUTED
        )
        ink_item(item, colour)

    def _is_of(self, path: TreePath, node: OutlineNode) -> bool:
        """Tell whether a place is on a page, or on one below it; the pack's has none below."""
        return begins_with(path, node.path) if node.path else page_of(self.root, path) is self.root

    def _unfold(self) -> None:
        """Show the levels, and what the first of them says."""
        for item in self._items(self.invisibleRootItem()):
            item.setExpanded(item.data(0, _PATH) in {("levels",), ("levels", 0)})

    def _items(self, around: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        return [one for child in _children(around) for one in (child, *self._items(child))]

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(page_of(self.root, item.data(0, _PATH)))


def _children(around: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (around.child(place) for place in range(around.childCount()))
    return [child for child in children if child is not None]


def page_name(draft: PackDraft, node: OutlineNode) -> str:
    """Name a page."""
    if not node.path:
        return part_name(node.shape.type)
    if node.field is not None and node.record is not None:
        return pack_field(node.record.type, node.field.name).label
    return part_title(node.shape, draft.value(node.path), int(node.path[-1]))


def page_hint(node: OutlineNode) -> str:
    """Say what is entered on a page."""
    if node.field is None or node.record is None:
        return ""
    return pack_field(node.record.type, node.field.name).hint
