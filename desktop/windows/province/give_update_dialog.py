"""Giving a newer version of the program to all offices: its installers, what is new, one stick."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.handoff.down_copies import Copies, copy_job
from desktop.handoff.key_ring import UnlockedKeys
from desktop.handoff.update_content import Installer, Update, news_lines, one_version
from desktop.handoff.update_writing import WrittenUpdate, copy_installers, write_description
from desktop.language import tr
from desktop.models.province import Province
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.send_down import copy_words
from desktop.sentences.store import store_sentence
from desktop.sentences.updates import (
    chosen_installers_sentence,
    giving_failure,
    update_written_sentence,
)
from desktop.widgets.labels import PlainLabel
from desktop.widgets.stick_field import StickField
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.wizard.session_dialog import SessionDialog

_NEWS_HEIGHT = 130


def ask_for_installers(parent: QWidget) -> tuple[Path, ...]:
    """Let the installers of one version be chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, tr("Choose the installers"), "", f"{tr('Installers')} (*.exe *.zip *.deb)"
    )
    return tuple(map(Path, names))


class GiveUpdateDialog(SessionDialog):
    """Asks for installers and what is new, and writes them to a stick with their description.

    Attributes:
        choose: asks for the installers; replaceable.
        files: those chosen, all of one version.
        news: what is new, a line for each.
        work: the long work, one at a time, and what was said last.
    """

    def __init__(
        self, province: Province, keys: UnlockedKeys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = province.workspace
        self._keys = keys
        self._folder = Path(tempfile.mkdtemp(prefix="hoinghi-"))
        self._tidy = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self.choose: Callable[[QWidget], Sequence[Path]] = ask_for_installers
        self.files: tuple[Path, ...] = ()
        self.setWindowTitle(tr("Give out a newer version"))
        self.stick = StickField(self)
        self.files_label = PlainLabel(parent=self)
        self.news = QPlainTextEdit(self)
        self.news.setTabChangesFocus(True)
        self.news.setAccessibleName(tr("What is new"))
        self.news.setPlaceholderText(tr("One line for each thing that is new"))
        self.news.setMinimumHeight(_NEWS_HEIGHT)
        self.work = WorkLine(self)
        self.choose_button = QPushButton(tr("Choose the &installers…"), self)
        self.write_button = QPushButton(tr("&Write to the stick"), self)
        self.write_button.setProperty("role", "primary")
        self.close_button = QPushButton(tr("&Close"), self)
        self._lay_out()
        self._connect()
        resize_within_screen(self, 760, 480)
        self._show_files()

    def stop_work(self) -> None:
        """Stop what is under way; what is on the stick already is whole."""
        self.work.drop()

    def choose_files(self) -> None:
        """Choose installers; what is none leaves those chosen before."""
        files = tuple(self.choose(self))
        if not files:
            return
        try:
            one_version(file.name for file in files)
        except InputRefused as refusal:
            self.work.say(refusal_sentence(refusal), "binding")
            return
        self.files = files
        self.work.say("")
        self._show_files()

    def write(self) -> None:
        """Copy the installers to the stick, then sign what they are."""
        folder = self.stick.folder
        if folder is None:
            return
        try:
            news = news_lines(self.news.toPlainText())
        except InputRefused as refusal:
            self.work.say(refusal_sentence(refusal), "binding")
            self.news.setFocus()
            return
        self.work.start(
            copy_installers,
            tuple(map(str, self.files)),
            str(folder),
            name=tr("Copying and reading back… Leave the stick where it is."),
            then=lambda copied: self._sign(folder, news, *copied),
            failed=giving_failure,
            stopped=_stopped(),
        )

    def _sign(
        self, folder: Path, news: tuple[str, ...], version: str, installers: tuple[Installer, ...]
    ) -> None:
        update = Update(version=version, news=news, installers=installers)
        workspace = self._workspace
        try:
            written = write_description(
                workspace.store, self._keys, self._folder, update, workspace.today
            )
        except StoreError as error:
            self.work.say(store_sentence(error), "binding")
        except OSError as error:
            self.work.say(giving_failure(error), "binding")
        else:
            self._copy_description(folder, written)

    def _copy_description(self, folder: Path, written: WrittenUpdate) -> None:
        def told(copies: Copies) -> None:
            fault = copies.all[0].fault
            if fault:
                self.work.say(copy_words(fault), "binding")
            else:
                self.work.say(update_written_sentence(written))

        self.work.start(
            copy_job,
            (written.path,),
            str(folder),
            name=tr("Copying and reading back… Leave the stick where it is."),
            then=told,
            failed=giving_failure,
            stopped=_stopped(),
        )

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        files.setSpacing(GAP)
        files.addWidget(self.files_label, 1)
        files.addWidget(self.choose_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(tr("Give out a newer version"), "title", self))
        column.addWidget(
            PlainLabel(
                tr(
                    "The installers go to the stick with a description that you sign. Offices that"
                    " hand over to you are shown what is new, and install it only if they want to."
                ),
                "hint",
                self,
            )
        )
        column.addLayout(files)
        column.addWidget(PlainLabel(tr("What is new"), "heading", self))
        column.addWidget(self.news, 1)
        column.addWidget(self.stick)
        column.addWidget(self.work)
        column.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose_files)
        self.write_button.clicked.connect(self.write)
        self.close_button.clicked.connect(self.reject)
        self.stick.changed.connect(self._enable)
        self.work.busy_changed.connect(lambda _busy: self._enable())

    def _show_files(self) -> None:
        self.files_label.setText(chosen_installers_sentence([file.name for file in self.files]))
        self._enable()

    def _enable(self) -> None:
        is_free = not self.work.is_busy
        for widget in (self.stick, self.news, self.choose_button, self.close_button):
            widget.setEnabled(is_free)
        self.write_button.setEnabled(is_free and bool(self.files) and self.stick.folder is not None)


def _stopped() -> str:
    return tr("Stopped. Without its whole description no office follows what is on the stick.")
