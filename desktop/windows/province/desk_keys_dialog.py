"""The keys of the desk, and those of the offices it knows."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.key_desk import KeyDesk
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.windows.key_keeper import KeyKeeper
from desktop.windows.keys_tab import KeysTab


class DeskKeysDialog(QDialog):
    """Makes, protects, gives out and revokes keys.

    Attributes:
        work: the long work, and how it ended.
    """

    def __init__(self, desk: KeyDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(tr("Keys of the desk"))
        self.work = WorkLine(self)
        self.keeper = KeyKeeper(desk, self.work, self)
        self.keys = KeysTab(desk, self.keeper, self.work, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.work, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.keys, 1)
        column.addLayout(foot)
        resize_within_screen(self, 980, 620)

    def done(self, result: int) -> None:
        """Stop what is under way, and throw away the papers that were only printed."""
        self.work.drop()
        self.keeper.end()
        super().done(result)
