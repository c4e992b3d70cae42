"""A tab of the pack editor that looks at the pack as it stands; it needs a whole one."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack import RulePack
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE


class PackTab(QWidget):
    """Shows what it makes of the pack, or why there is nothing to show yet."""

    def __init__(self, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self._shown: RulePack | None = None
        self.unfinished = PlainLabel(
            tr(
                "The pack is not whole yet. Mend what the first tab lists below its pages; then"
                " it can be looked at here."
            ),
            "hint",
        )
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.unfinished)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(SPACE, SPACE, SPACE, GAP)
        frame.addWidget(self._stack)
        draft.looked.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the pack as it stands now."""
        super().showEvent(event)
        self.draft.look_now()
        self._follow()

    def show_pack(self, pack: RulePack) -> None:
        """Show what the tab makes of a pack."""
        raise NotImplementedError

    def _follow(self) -> None:
        if not self.isVisible():
            return
        pack = self.draft.pack
        self._stack.setCurrentWidget(self.unfinished if pack is None else self.body)
        if pack is not None and pack != self._shown:
            self._shown = pack
            self.show_pack(pack)
