"""A damaged store: what happened, what is safe, and a backup in three clicks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.backups import Backup
from db.errors import StoreError
from desktop.language import tr
from desktop.local_time import shown_instant
from desktop.sentences.store import store_sentence
from desktop.widgets.labels import PlainLabel
from desktop.windows.guide_desk import GuideDesk


class RescueDialog(QDialog):
    """Offers the sound backups, newest first; nothing is changed before one is chosen."""

    report_wanted = Signal()

    def __init__(
        self, error: StoreError, backups: Sequence[Backup], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hoinghi cannot open its data"))
        self.guide = GuideDesk(self)  # no program stands yet that would open it
        self.guide.watch()
        self.finished.connect(self.guide.end)
        self.resize(640, 420)
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("Backups"))
        for backup in backups:
            if backup.content is None:
                continue
            item = QListWidgetItem(
                tr(
                    "{when}: {conferences} conferences, {delegates} delegates",
                    when=shown_instant(backup.made_at),
                    conferences=backup.content.conferences,
                    delegates=backup.content.delegates,
                ),
                self._list,
            )
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
        self._list.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        self.restore_button = QPushButton(tr("&Go back to this backup"), self)
        self.restore_button.setProperty("role", "primary")
        self.restore_button.setEnabled(self._list.count() > 0)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.report_button = buttons.addButton(
            tr("&Report for support…"), QDialogButtonBox.ButtonRole.HelpRole
        )
        self.report_button.setAutoDefault(False)
        self.report_button.clicked.connect(self.report_wanted)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(store_sentence(error), parent=self))
        column.addWidget(
            PlainLabel(
                tr("The damaged file is set aside, never deleted. Choose a backup:")
                if self._list.count()
                else tr("There is no sound backup. Ask for help; nothing has been deleted."),
                "hint",
                self,
            )
        )
        column.addWidget(self._list, 1)
        column.addWidget(buttons)

    @property
    def chosen(self) -> Path | None:
        """The backup chosen."""
        if self._list.currentRow() < 0:
            return None
        return Path(self._list.currentItem().data(Qt.ItemDataRole.UserRole))
