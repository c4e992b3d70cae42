"""The pack as an officer below will see it: read out, and in a wizard that stores nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack import RulePack
from desktop.sentences.pack_summary import level_summary
from desktop.widgets.fields import ChoiceField
from desktop.widgets.reading_view import ReadingView
from desktop.windows.pack_tab import PackTab


class PackOfficerTab(PackTab):
    """Reads out one level at a time."""

    wizard_wanted = Signal(object, str)  # RulePack, id of the level

    def __init__(self, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self._pack: RulePack | None = None
        self.level = ChoiceField()
        self.level.setAccessibleName(tr("Level"))
        self.level.committed.connect(self._read)
        self.try_button = QPushButton(tr("&Walk through the wizard…"))
        self.try_button.setToolTip(
            tr("Opens the wizard with this pack, as an officer has it. Nothing of it is kept.")
        )
        self.try_button.clicked.connect(self._want_wizard)
        self.reading = ReadingView()
        head = QHBoxLayout()
        caption = QLabel(tr("Level"))
        caption.setBuddy(self.level)
        head.addWidget(caption)
        head.addWidget(self.level)
        head.addStretch(1)
        head.addWidget(self.try_button)
        self.column.addLayout(head)
        self.column.addWidget(self.reading, 1)

    def show_pack(self, pack: RulePack) -> None:
        """Read out the level that was read before, or the first one."""
        self._pack = pack
        self.level.offer([(level.id, level.name) for level in pack.levels])
        if self.level.value is None:
            self.level.show_value(pack.levels[0].id)
        self._read()

    def _read(self) -> None:
        pack = self._pack
        level = pack.level(str(self.level.value)) if pack is not None else None
        if pack is not None and level is not None:
            self.reading.show_block(level_summary(pack, level))

    def _want_wizard(self) -> None:
        self.draft.look_now()
        if self._pack is not None:
            self.wizard_wanted.emit(self._pack, str(self.level.value))
