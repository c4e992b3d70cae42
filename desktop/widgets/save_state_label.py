"""Says whether the store holds everything on screen; it never claims more."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from db.errors import StoreError
from desktop.language import tr
from desktop.models.saving import SavesItself, SaveState
from desktop.sentences.store import store_sentence
from desktop.widgets.labels import PlainLabel


def may_close(draft: SavesItself, parent: QWidget) -> bool:
    """Store what is not stored yet; where that fails, ask whether to close without it."""
    draft.retry_save()
    if draft.save_state is SaveState.SAVED:
        return True
    question = tr(
        "What you typed last could not be stored. Keep this open, make room on the disk and try"
        " again? If you close now, it is lost."
    )
    keep, close = QMessageBox.StandardButton.Retry, QMessageBox.StandardButton.Discard
    return QMessageBox.question(parent, "Hoinghi", question, keep | close, keep) == close


class SaveStateLabel(PlainLabel):
    """One line for a status bar or a side panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)

    def follow(self, draft: SavesItself) -> None:
        """Tell the state of this draft from now on."""
        draft.save_state_changed.connect(self._show_state)
        draft.save_failed.connect(self._show_failure)
        self._show_state(draft.save_state)

    def _show_state(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            self.setText(tr("✓ Saved"))
            self.set_role("fine")
        elif state is SaveState.SAVING:
            self.setText(tr("Saving…"))
            self.set_role("hint")
        else:
            self.setText(tr("Not saved yet"))
            self.set_role("binding")

    def _show_failure(self, error: StoreError) -> None:
        self.setText(store_sentence(error))
        self.set_role("binding")
