"""The window of rule packs: which there are, who uses which, in and out, compared, written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from db.pack_drafts import StoredDraft
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.pack_beginning import as_version
from desktop.models.pack_shelf import PackEntry, PackShelf
from desktop.rules.pack import RulePack
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.dropped_files import PACK, dropped_files, take_file, welcome_files
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.new_pack_dialog import NewPackDialog
from desktop.windows.pack_compare_dialog import PackCompareDialog
from desktop.windows.pack_compare_tab import version_name
from desktop.windows.pack_files import ask_for_pack, ask_where_to_export, unreadable_sentence
from desktop.windows.pack_list import PackList

_USES_HEIGHT = 96  # logical pixels


class PacksWindow(QMainWindow):
    """Lists the packs.

    Attributes:
        choose_file: asks for a rule pack; replaceable.
        choose_target: asks where one is exported; replaceable.
    """

    closed = Signal()
    file_wanted = Signal(object)  # Path of what was dropped
    edit_wanted = Signal(str)  # id of a draft
    open_wanted = Signal(str)  # id of a conference

    def __init__(self, shelf: PackShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.choose_file: Callable[[QWidget], Path | None] = ask_for_pack
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_export
        self.setWindowTitle(tr("Rule packs – Hoinghi"))
        self.setAcceptDrops(True)
        resize_within_screen(self, 1080, 680)
        keep_place(self)
        self.message = MessageBar(self)
        self.list = PackList(shelf, self)
        self.list.opened.connect(self.edit_current)
        self.list.itemSelectionChanged.connect(self._show_uses)
        self.uses = ActionList(self)
        self.uses.setAccessibleName(tr("Conferences held under it"))
        self.uses.setMaximumHeight(_USES_HEIGHT)
        self.uses.itemActivated.connect(self._open_use)
        self._uses_caption = PlainLabel(role="hint", parent=self)
        self.new_button = self._button(tr("&New…"), self.begin_new)
        make_primary(self.new_button, Icon.ADD)
        self.install_button = self._button(tr("&Install from a file…"), self._ask_to_install)
        self.home_button = self._button(tr("All &conferences"), self.close)
        self.edit_button = self._button(tr("&Edit"), self.edit_current)
        self.compare_button = self._button(tr("Co&mpare…"), self.compare_current)
        self.export_button = self._button(tr("Sa&ve as a file…"), self.export_current)
        self.remove_button = self._button(tr("&Remove"), self.remove_current)
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self.message)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())
        column.addWidget(self._uses_caption)
        column.addWidget(self.uses)
        self.setCentralWidget(frame)
        workspace = shelf.workspace
        for signal in (
            workspace.packs_changed,
            workspace.conferences_changed,
            shelf.drafts_changed,
        ):
            signal.connect(self.refresh)
        self._show_uses()

    def refresh(self) -> None:
        """Read the packs again."""
        self.list.refresh()
        self._show_uses()

    def begin_new(self) -> None:
        """Ask how a new pack begins, and begin it."""
        chosen = self.list.chosen
        pack = chosen.pack if isinstance(chosen, PackEntry) else None
        dialog = NewPackDialog(self._shelf, self._packs(), pack, self)
        if dialog.exec():
            self.edit_wanted.emit(self._shelf.begin(dialog.beginning).id)

    def edit_current(self) -> None:
        """Go on with the draft chosen, or begin the next version of the pack chosen."""
        chosen = self.list.chosen
        if isinstance(chosen, StoredDraft):
            self.edit_wanted.emit(chosen.id)
        elif chosen is not None:
            version = self._shelf.free_version(chosen.pack.id)
            self.edit_wanted.emit(self._shelf.begin(as_version(chosen.pack, version)).id)

    def compare_current(self) -> None:
        """Compare the pack chosen with another one."""
        chosen = self.list.chosen
        pack = chosen.pack if isinstance(chosen, PackEntry) else None
        PackCompareDialog(self._packs(), pack, self).exec()

    def export_current(self) -> None:
        """Write the pack chosen as a file."""
        chosen = self.list.chosen
        if not isinstance(chosen, PackEntry):
            return
        path = self.choose_target(self, f"{chosen.pack.id}-{chosen.pack.version}.toml")
        if path is None:
            return
        try:
            self._shelf.export(chosen.pack, path)
        except OSError as error:
            self.message.warn(write_failure_sentence(error, path))
        else:
            self.message.say(tr("Saved as {path}.", path=str(path)))

    def remove_current(self) -> None:
        """Put a draft away, or take out a version that nobody uses; both can be undone."""
        chosen = self.list.chosen
        if isinstance(chosen, StoredDraft):
            stored = self._shelf.discard(chosen.id)
            if stored is not None:
                self.message.say(
                    tr("What was being written was put away."),
                    tr("Undo"),
                    lambda: self._shelf.bring_back(stored),
                )
        elif chosen is not None and chosen.can_be_removed:
            self._shelf.remove(chosen)
            self.message.say(
                tr("{version} was removed.", version=version_name(chosen.pack)),
                tr("Undo"),
                lambda: self._shelf.install(chosen.pack),
            )

    def install(self, path: Path) -> None:
        """Install a pack from a file, or say why it cannot be used."""
        try:
            pack = self._shelf.workspace.install_pack(path)
        except InputRefused as refusal:
            self.message.warn(refusal_sentence(refusal))
        except StoreError as error:
            self.message.warn(store_sentence(error))
        except OSError as error:
            self.message.warn(unreadable_sentence(error, path))
        else:
            self.list.choose(pack.id, pack.version)
            self.message.say(
                tr(
                    "{version} is installed: conferences can choose it from now on.",
                    version=version_name(pack),
                )
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Install the rule packs that are dropped; what else is dropped alone is opened."""
        files = dropped_files(event.mimeData())
        if not files or any(path.suffix.lower() != PACK for path in files):
            take_file(event, self.file_wanted.emit, self.message.warn)
            return
        for path in files:
            self.install(path)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _packs(self) -> list[RulePack]:
        return [entry.pack for entry in self._shelf.entries()]

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(action)
        return button

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(tr("Rule packs"), "title", self))
        words.addWidget(
            PlainLabel(
                tr("Each is one plan as data: what a conference under it is held to."), "hint", self
            )
        )
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        for button in (self.home_button, self.install_button, self.new_button):
            head.addWidget(button)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        flow = FlowLayout(foot, across=GAP)
        for button in (
            self.edit_button,
            self.compare_button,
            self.export_button,
            self.remove_button,
        ):
            flow.addWidget(button)
        return foot

    def _ask_to_install(self) -> None:
        path = self.choose_file(self)
        if path is not None:
            self.install(path)

    def _show_uses(self) -> None:
        chosen = self.list.chosen
        self.uses.clear()
        entry = chosen if isinstance(chosen, PackEntry) else None
        for one in entry.uses if entry is not None else ():
            item = QListWidgetItem(one.title or tr("Conference without a name"), self.uses)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
        has_uses = self.uses.count() > 0
        self._uses_caption.setText(
            tr("Conferences held under it; a double click opens one")
            if has_uses
            else tr("No conference is held under it.")
        )
        self._uses_caption.setVisible(entry is not None)
        self.uses.setVisible(has_uses)
        is_draft = isinstance(chosen, StoredDraft)
        self.edit_button.setText(tr("&Go on writing") if is_draft else tr("&Edit as a new version"))
        self.edit_button.setEnabled(chosen is not None)
        self.export_button.setEnabled(entry is not None)
        self.remove_button.setEnabled(is_draft or (entry is not None and entry.can_be_removed))
        self.remove_button.setToolTip(
            ""
            if self.remove_button.isEnabled()
            else tr("What comes with the program, or is used by a conference, stays.")
        )

    def _open_use(self, item: QListWidgetItem) -> None:
        self.open_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
