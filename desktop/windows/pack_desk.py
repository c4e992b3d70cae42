"""The windows of rule packs, one at a time: the list of packs, and the editor of one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.windows.pack_editor import PackEditor
from desktop.windows.packs_window import PacksWindow


class PackDesk(QObject):
    """Leads from the list to an editor and back.

    Attributes:
        packs: the list, while it is open.
        editor: of one pack, while it is open.
    """

    closed = Signal()
    open_wanted = Signal(str)  # id of a conference
    file_wanted = Signal(object)  # Path of what was dropped

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = PackShelf(workspace, self)
        self.packs: PacksWindow | None = None
        self.editor: PackEditor | None = None

    @property
    def window(self) -> QWidget | None:
        """The window in front, if one is open."""
        return self.editor or self.packs

    def show(self) -> None:
        """Show the list of packs."""
        if self.packs is None:
            packs = PacksWindow(self.shelf)
            packs.edit_wanted.connect(self.edit)
            packs.open_wanted.connect(self._open)
            packs.file_wanted.connect(self.file_wanted)
            packs.closed.connect(self._leave)
            self.packs = packs
        self.packs.refresh()
        self.packs.show()

    def edit(self, draft_id: str) -> None:
        """Go on writing a pack."""
        draft = self.shelf.open_draft(draft_id)
        if draft is None:
            return
        self.editor = PackEditor(self.shelf, draft)
        self.editor.closed.connect(self._back_to_list)
        self.editor.show()
        if self.packs is not None:
            self.packs.hide()

    def end(self) -> None:
        """Close what is open; what is being written is stored."""
        for window in (self.editor, self.packs):
            if window is not None:
                window.blockSignals(True)  # noqa: FBT003 - Qt's signature
                window.close()
                window.deleteLater()
        self.editor = self.packs = None

    def _back_to_list(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor.draft.deleteLater()
        self.editor = None
        self.show()

    def _open(self, conference_id: str) -> None:
        self._forget_list()
        self.open_wanted.emit(conference_id)

    def _leave(self) -> None:
        self._forget_list()
        self.closed.emit()

    def _forget_list(self) -> None:
        if self.packs is not None:
            self.packs.hide()
            self.packs.deleteLater()
        self.packs = None
