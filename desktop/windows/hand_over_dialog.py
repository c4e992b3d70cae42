"""Handing a conference over by stick: what travels, where it is, and the keys behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.handoffs import SentBundle
from desktop.documents.added_papers import AddedPaper
from desktop.language import tr
from desktop.models.hand_over import HandOverDesk
from desktop.models.workspace import Workspace
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.windows.hand_over_choice import HandOverChoice
from desktop.windows.hand_over_way import HandOverWay
from desktop.windows.key_keeper import KeyKeeper
from desktop.windows.keys_tab import KeysTab


class HandOverDialog(QDialog):
    """One conference on its way up; without one, only what comes back and the keys.

    Attributes:
        desk: what the windows do with the store; it forgets the keys when this closes.
        work: the long work, one at a time, and how it ended.
        choice, way, keys: the tabs; no choice without a conference.
    """

    def __init__(
        self,
        workspace: Workspace,
        conference_id: str = "",
        parent: QWidget | None = None,
        added: Sequence[AddedPaper] = (),
    ) -> None:
        """Show a conference by its id; `added` are papers that are to travel with it."""
        super().__init__(parent)
        self.setWindowTitle(tr("Hand over by stick"))
        self.desk = HandOverDesk(workspace, self)
        self.work = WorkLine(self)
        self.keeper = KeyKeeper(self.desk, self.work, self)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setAccessibleName(tr("Parts of this window"))
        self.choice: HandOverChoice | None = None
        if conference_id:
            self.choice = HandOverChoice(
                self.desk, conference_id, self.keeper, self.work, self, added
            )
            self.choice.sealed.connect(self._show_way)
            self.tabs.addTab(self.choice, tr("&1. What travels"))
        self.way = HandOverWay(self.desk, conference_id, self.keeper, self.work, self)
        if self.choice is not None:
            self.way.packs_came.connect(self.choice.check)
        self.keys = KeysTab(self.desk, self.keeper, self.work, self)
        self.tabs.addTab(self.way, tr("&2. On its way"))
        self.tabs.addTab(self.keys, tr("&3. Keys and trust"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.work, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        if conference_id and self.desk.bundles(conference_id) and not added:
            self.tabs.setCurrentWidget(self.way)
        resize_within_screen(self, 1000, 680)
        keep_place(self)

    def read(self, path: Path) -> None:
        """Read a bundle that came back, where the officer sees what becomes of it."""
        self.tabs.setCurrentWidget(self.way)
        self.way.read_file(path)

    def done(self, result: int) -> None:
        """Stop what is under way, forget the keys and the papers that were only printed."""
        self.work.drop()
        self.desk.unlocked = None
        self.keeper.end()
        super().done(result)

    def _show_way(self, _bundle: SentBundle) -> None:
        self.tabs.setCurrentWidget(self.way)
        self.way.table.selectRow(0)
        self.way.copy_button.setFocus()
