"""The changed rules between two packs, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.rules.diff import Change, changes
from desktop.rules.pack import RulePack
from desktop.sentences.pack_changes import change_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP


class ChangesView(QWidget):
    """Says how many changes there are, and lists them in the order of the pack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = PlainLabel(parent=self)
        self.summary.setProperty("emphasis", "strong")
        self.list = ActionList(self)
        self.list.setAccessibleName(tr("Changed rules"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.ask()

    def ask(self) -> None:
        """Say that something has to be chosen first."""
        self._show(tr("Choose what to compare with."), ())

    def show_between(
        self,
        before: RulePack,
        after: RulePack,
        is_wanted: Callable[[Change], bool] = lambda _: True,
    ) -> None:
        """List what changed from one pack to another."""
        found = [change for change in changes(before, after) if is_wanted(change)]
        summary = tr("Changed rules: {count}", count=len(found)) if found else tr("Nothing differs")
        self._show(summary, found)

    def _show(self, summary: str, found: Sequence[Change]) -> None:
        self.summary.setText(summary)
        self.list.clear()
        for change in found:
            QListWidgetItem(change_sentence(change), self.list)
        self.list.setVisible(bool(found))
