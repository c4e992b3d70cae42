"""Says whether the store holds everything on screen; it never claims more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from desktop.language import tr
from desktop.models.draft import Draft, SaveState
from desktop.sentences.store import store_sentence
from desktop.widgets.labels import PlainLabel


class SaveStateLabel(PlainLabel):
    """One line for a status bar or a side panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)

    def follow(self, draft: Draft) -> None:
        """Tell the state of this draft from now on."""
        draft.save_state_changed.connect(self._show_state)
        draft.save_failed.connect(self._show_failure)
        self._show_state(draft.save_state)

    def _show_state(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            self.setText(tr("✓ Saved"))
            self.set_role("fine")
        else:
            self.setText(tr("Not saved yet"))
            self.set_role("binding")

    def _show_failure(self, error: StoreError) -> None:
        self.setText(store_sentence(error))
        self.set_role("binding")
