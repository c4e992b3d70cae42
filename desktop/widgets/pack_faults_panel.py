"""What is still to be done in a pack: its faults, and texts of the last cycle to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_tree import TreePath
from desktop.sentences.pack_faults import fault_sentence
from desktop.sentences.pack_places import place_words
from desktop.widgets.action_list import ActionList
from desktop.widgets.inks import ink_item
from desktop.widgets.labels import PlainLabel
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import GAP

_PATH, _TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PackFaultsPanel(QWidget):
    """A click leads to the field; a text of the last cycle may also be left as it is."""

    chosen = Signal(object)  # TreePath

    def __init__(self, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.summary = PlainLabel(parent=self)
        self.summary.setProperty("emphasis", "strong")
        self.list = ActionList(self)
        self.list.setAccessibleName(tr("What is still to be done"))
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._enable)
        self.keep_button = QPushButton(tr("It can stay as it is"), self)
        self.keep_button.clicked.connect(self._keep)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        draft.looked.connect(self.refresh)
        self.refresh()

    def fit_content(self, tallest: int) -> None:
        """Be as high as the list needs, the list at most this many logical pixels."""
        self.list.fit_content(tallest)

    def refresh(self) -> None:
        """List what was found last."""
        draft, row = self._draft, self.list.currentRow()
        faults, unseen = draft.faults, draft.unseen
        self.list.clear()
        for fault in sorted(faults, key=lambda fault: fault.is_missing):
            words = place_words(draft.tree, fault.path)
            text = tr("{place}: {fault}", place=words, fault=fault_sentence(fault))
            if fault.is_missing:
                self._add(f"○  {text}", fault.path, Colour.SILENT)
            else:
                self._add(f"✖  {text}", fault.path, Colour.BINDING)
        for path in unseen:
            text = tr(
                "{place}: this is of the last cycle: “{text}”",
                place=place_words(draft.tree, path),
                text=str(draft.value(path)),
            )
            self._add(f"▲  {text}", path, Colour.ADVISORY).setData(_TEXT, draft.value(path))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(self.list.count() > 0)
        missing = sum(fault.is_missing for fault in faults)
        self.summary.setText(_summary(len(faults) - missing, missing, len(unseen)))
        self.summary.set_role(_role(len(faults) - missing, missing, len(unseen)))
        self._enable(self.list.currentItem())

    def _add(self, text: str, path: TreePath, colour: Colour) -> QListWidgetItem:
        item = QListWidgetItem(text, self.list)
        item.setData(_PATH, path)
        ink_item(item, colour)
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(tuple(item.data(_PATH)))

    def _enable(self, item: QListWidgetItem | None) -> None:
        self.keep_button.setVisible(item is not None and item.data(_TEXT) is not None)

    def _keep(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._draft.accept(item.data(_TEXT))
            self._draft.look_now()


def _summary(wrong: int, missing: int, unseen: int) -> str:
    parts = []
    if wrong:
        parts.append(tr("To mend: {count}", count=wrong))
    if missing:
        parts.append(tr("Still missing: {count}", count=missing))
    if unseen:
        parts.append(tr("To look at: {count}", count=unseen))
    return " · ".join(parts) or tr("Nothing is missing: the pack can be saved as a version")


def _role(wrong: int, missing: int, unseen: int) -> str:
    if wrong:
        return "binding"
    if missing:
        return "silent"
    return "advisory" if unseen else "fine"
