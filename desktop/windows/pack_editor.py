"""The pack editor: a plan is written, looked at, tried, compared, and saved as a version."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.pack_shelf import PackShelf
from desktop.rules.pack import RulePack
from desktop.rules.pack_tree import TreePath
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.action_bar import ActionBar
from desktop.widgets.icons import Icon, make_primary, put_beside_text
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.redo_keys import redo_keys
from desktop.widgets.save_state_label import SaveStateLabel, may_close
from desktop.widgets.theme import GAP
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.pack_compare_tab import PackCompareTab, version_name
from desktop.windows.pack_edit_tab import PackEditTab
from desktop.windows.pack_files import ask_where_to_export
from desktop.windows.pack_officer_tab import PackOfficerTab
from desktop.windows.pack_trial_tab import PackTrialTab
from desktop.windows.wizard_trial import WizardTrial


class PackEditor(QMainWindow):
    """Edits one draft; closing it loses nothing.

    Attributes:
        choose_target: asks where a pack is exported; replaceable.
    """

    closed = Signal()

    def __init__(self, shelf: PackShelf, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.draft = draft
        self.trial: WizardTrial | None = None
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_export
        shelf.remember_open(draft.id)
        self.message = MessageBar(self)
        self.edit = PackEditTab(draft)
        self.officer = PackOfficerTab(draft)
        self.officer.wizard_wanted.connect(self._walk_through)
        self.try_out = PackTrialTab(draft, shelf.workspace)
        self.compare = PackCompareTab(draft, shelf.workspace)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setAccessibleName(tr("Parts of this window"))
        self.tabs.setDocumentMode(True)
        for tab, name in (
            (self.edit, tr("Write")),
            (self.officer, tr("As the officer sees it")),
            (self.try_out, tr("Trial")),
            (self.compare, tr("Compare")),
        ):
            self.tabs.addTab(tab, name)
        self.tabs.currentChanged.connect(lambda _: self.edit.flush())
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.message)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(frame)
        save_state = SaveStateLabel()
        save_state.follow(draft)
        self.statusBar().addWidget(save_state)
        self._add_actions()
        draft.changed.connect(self._follow)
        self._follow(())
        resize_within_screen(self, 1280, 760)
        keep_place(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what stands in a field that was not left yet."""
        self.edit.flush()
        if not may_close(self.draft, self):
            event.ignore()
            return
        self._shelf.remember_open("")
        if not self.draft.is_touched:
            self._shelf.discard(self.draft.id)  # nothing was written
        super().closeEvent(event)
        self.closed.emit()

    def save_version(self) -> None:
        """Save the pack as a version that conferences can choose, if it is whole."""
        self.edit.flush()
        self.draft.look_now()
        pack = self.draft.pack
        if pack is None:
            self.tabs.setCurrentWidget(self.edit)
            self.message.warn(
                tr("The pack is not whole yet; it is kept as it stands. Mend what is listed below.")
            )
            self.edit.show_place(self.draft.faults[0].path)
            return
        if self._is_taken(pack):
            self._offer_next_version(pack)
            return
        self._install(pack)

    def _is_taken(self, pack: RulePack) -> bool:
        return any(
            (one.id, one.version) == (pack.id, pack.version) and one != pack
            for one in self._shelf.workspace.packs
        )

    def _offer_next_version(self, pack: RulePack) -> None:
        free = self._shelf.free_version(pack.id)
        self.message.say(
            tr(
                "Version {version} is installed with other rules and stays as it is, because"
                " conferences may use it. Nothing was saved under it.",
                version=pack.version,
            ),
            tr("Save as version {version}", version=free),
            lambda: self._save_as(free),
        )

    def _save_as(self, version: int) -> None:
        self.draft.set(("version",), version)
        self.save_version()

    def _install(self, pack: RulePack) -> None:
        try:
            self._shelf.install(pack)
        except InputRefused as refusal:
            self.message.warn(refusal_sentence(refusal))
        except StoreError as error:
            self.message.warn(store_sentence(error))
        except OSError as error:
            self.message.warn(write_failure_sentence(error, Path(f"{pack.id}.toml")))
        else:
            self.draft.base = (pack.id, pack.version)
            if not self.draft.unseen:
                self._shelf.discard(self.draft.id)  # it is a version now; a change begins it anew
            self.message.say(
                tr(
                    "{version} is installed: conferences can choose it from now on.",
                    version=version_name(pack),
                ),
                tr("Sa&ve as a file…"),
                lambda: self._export(pack),
            )

    def _export(self, pack: RulePack) -> None:
        path = self.choose_target(self, f"{pack.id}-{pack.version}.toml")
        if path is None:
            return
        try:
            self._shelf.export(pack, path)
        except OSError as error:
            self.message.warn(write_failure_sentence(error, path))
        else:
            self.message.say(tr("Saved as {path}.", path=str(path)))

    def _walk_through(self, pack: RulePack, level_id: str) -> None:
        try:
            self.trial = WizardTrial(self._shelf.workspace, pack, level_id, self)
        except (StoreError, OSError):
            self.message.warn(
                tr(
                    "There is no room for a trial in the folder for passing files. Nothing was"
                    " lost; make room on the disk and try again."
                )
            )
            return
        self.trial.ended.connect(self._forget_trial)
        self.trial.start()

    def _forget_trial(self) -> None:
        if self.trial is not None:
            self.trial.deleteLater()
        self.trial = None

    def _add_actions(self) -> None:
        back = QAction(tr("All rule packs"), self)
        back.triggered.connect(self.close)
        self.undo = QAction(tr("Undo"), self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.undo.triggered.connect(lambda: self._step(self.draft.undo))
        self.redo = QAction(tr("Redo"), self)
        self.redo.setShortcuts(redo_keys())
        self.redo.triggered.connect(lambda: self._step(self.draft.redo))
        bar = ActionBar(self)
        bar.addActions([back, self.undo, self.redo])
        icons = {back: Icon.HOME, self.undo: Icon.UNDO, self.redo: Icon.REDO}
        put_beside_text(bar, icons)
        self.save_button = QPushButton(tr("&Save as a version"), self)
        make_primary(self.save_button, Icon.SAVE)
        self.save_button.clicked.connect(self.save_version)
        room = QWidget(bar)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        bar.addWidget(self.save_button)

    def _step(self, step: Callable[[], TreePath | None]) -> None:
        self.edit.flush()
        path = step()
        if path is not None:
            self.tabs.setCurrentWidget(self.edit)
            self.edit.show_place(path)

    def _follow(self, _path: TreePath) -> None:
        name = str(self.draft.value(("name",)) or "") or tr("Rule pack without a name")
        self.setWindowTitle(f"{name} – Hoinghi")
        self.undo.setEnabled(self.draft.can_undo)
        self.redo.setEnabled(self.draft.can_redo)
