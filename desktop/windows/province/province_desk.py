"""The windows of a desk: its home, and what it opens from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.documents.added_papers import AddedPaper
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.key_ring import UnlockedKeys
from desktop.models.province import Province
from desktop.models.workspace import Workspace
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.key_keeper import KeyKeeper
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.desk_keys_dialog import DeskKeysDialog
from desktop.windows.province.desk_window import DeskWindow
from desktop.windows.province.export_dialog import ExportDialog
from desktop.windows.province.hand_up_dialog import HandUpDialog
from desktop.windows.province.receive_dialog import ReceiveDialog
from desktop.windows.province.send_dialog import SendDialog
from desktop.windows.province.take_dialog import TakeDialog


class ProvinceDesk(QObject):
    """Leads from the desk's home to its other windows and back.

    Attributes:
        province: what the windows work on.
        home: the desk's home, while it is open.
        view: the consolidated view, while it is open.
        dialog: what was opened last over them.
    """

    packs_wanted = Signal()
    conferences_wanted = Signal()
    conference_wanted = Signal(str)  # id
    file_wanted = Signal(object)  # Path of what was dropped

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.province = Province(workspace, self)
        self.home: DeskWindow | None = None
        self.view: ConsolidatedWindow | None = None
        self.keeper: KeyKeeper | None = None
        self.dialog: QDialog | None = None

    @property
    def window(self) -> QWidget | None:
        """The window in front, if one is open."""
        if self.view is not None:
            return self.view
        return self.home if self.home is not None and self.home.isVisible() else None

    def show(self) -> None:
        """Show the desk's home as it stands now."""
        if self.home is None:
            self.home = self._made()
        self.home.refresh()
        self.home.show()

    def end(self) -> None:
        """Close what is open, and forget the keys."""
        for window in (self.view, self.home):
            if window is not None:
                window.blockSignals(True)  # noqa: FBT003 - Qt's signature
                window.close()
                window.deleteLater()
        if self.keeper is not None:
            self.keeper.end()
        self.province.keys.unlocked = None
        self.home = self.view = self.keeper = None

    def receive(self, folder: Path | None = None) -> None:
        """Receive from a stick, once the keys are unlocked; from this folder, if one is given."""
        if folder is not None and isinstance(self.dialog, ReceiveDialog):
            self.dialog.stick.show_folder(folder)  # a second file was opened
            return

        def made(keys: UnlockedKeys, home: DeskWindow) -> ReceiveDialog:
            dialog = ReceiveDialog(self.province, keys, home)
            if folder is not None:
                dialog.stick.show_folder(folder)
                dialog.look_button.setFocus()
            return dialog

        self._with_keys(made)

    def send(self) -> None:
        """Write a stick for the offices, once the keys are unlocked."""
        self._with_keys(lambda keys, home: SendDialog(self.province, keys, home))

    def show_keys(self) -> None:
        """Show the keys of the desk and those it knows."""
        self._open(DeskKeysDialog(self.province.keys, self.home))

    def show_view(self, key: str = "") -> None:
        """Show the consolidated view, an office of it first where one is named."""
        if self.view is None:
            view = ConsolidatedWindow(self.province, key)
            view.closed.connect(self._leave_view)
            view.file_wanted.connect(self.file_wanted)
            view.take_wanted.connect(self.take)
            view.report_wanted.connect(self.export)
            view.up_wanted.connect(self.hand_up)
            self.view = view
        self.view.show()
        if self.home is not None:
            self.home.hide()

    def take(self) -> None:
        """Take over the delegates whom offices chose."""
        view = self.view.session.view if self.view is not None else None
        if view is None:
            return
        self._open(TakeDialog(self.province, _choosing(view), self.view))

    def export(self) -> None:
        """Write the consolidation out."""
        session = self.view.session if self.view is not None else None
        if session is not None and session.view is not None:
            self._open(ExportDialog(self.province, session.view, session.parcels, self.view))

    def hand_up(self) -> None:
        """Hand the consolidation up, as the office of the level above that the desk is."""
        session = self.view.session if self.view is not None else None
        if session is None or session.view is None:
            return
        dialog = HandUpDialog(
            self.province, session.view, session.parcels, _choosing(session.view), self.view
        )
        dialog.take_wanted.connect(self.take)
        dialog.ready.connect(self._hand_over)
        self._open(dialog)

    def _hand_over(self, conference_id: str, report: AddedPaper) -> None:
        workspace = self.province.workspace
        self._open(HandOverDialog(workspace, conference_id, self.view, (report,)))

    def _made(self) -> DeskWindow:
        home = DeskWindow(self.province)
        self.keeper = KeyKeeper(self.province.keys, home.work, home)
        home.receive_wanted.connect(self.receive)
        home.send_wanted.connect(self.send)
        home.keys_wanted.connect(self.show_keys)
        home.view_wanted.connect(self.show_view)
        home.packs_wanted.connect(self._leave_for_packs)
        home.file_wanted.connect(self.file_wanted)
        home.conferences_wanted.connect(self._leave_for_conferences)
        return home

    def _with_keys(self, make: Callable[[UnlockedKeys, DeskWindow], QDialog]) -> None:
        home = self.home
        if home is not None and self.keeper is not None:
            self.keeper.with_keys(lambda keys: self._open(make(keys, home)))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._closed())
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None
        if self.home is not None:
            self.home.refresh()

    def _leave_view(self) -> None:
        if self.view is not None:
            self.view.deleteLater()
        self.view = None
        self.show()

    def _leave_for_packs(self) -> None:
        self._hide()
        self.packs_wanted.emit()

    def _leave_for_conferences(self) -> None:
        self._hide()
        self.conferences_wanted.emit()

    def _hide(self) -> None:
        if self.home is not None:
            self.home.hide()


def _choosing(view: Consolidation) -> tuple[str, ...]:
    """Name the offices that chose somebody for the conference above, or may have before."""
    senders = dict.fromkeys(
        one.figures.sender
        for one in view.received
        if one.figures is not None
        and (one.figures.upper.used or one.figures.upper.alternates or one.figures.number > 1)
    )
    return tuple(senders)
