"""Saving papers: where to, how far, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.export import ExportedFile, export
from desktop.documents.papers import Format
from desktop.documents.snapshot import Snapshot
from desktop.language import tr
from desktop.sentences.exports import saving_failure_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.job_runner import JobRunner
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.wizard.paper_list import paper_title

_KB = 1024
_ENDLESS = 100_000
_TALLEST_LIST = 130  # logical pixels


def ask_for_folder(parent: QWidget, folder: Path) -> Path | None:
    """Let the officer choose the folder that papers are saved in."""
    start = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    chosen = QFileDialog.getExistingDirectory(parent, tr("Save papers in"), str(start))
    return Path(chosen) if chosen else None


def open_with_system(path: Path) -> bool:
    """Open a file or folder with the program the system has for it; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class _OutcomeLabel(PlainLabel):
    """Takes the height its lines need by itself: otherwise the whole page would begin to scroll."""

    def hasHeightForWidth(self) -> bool:
        """Keep the page out of it."""
        return False

    def say(self, text: str, role: str) -> None:
        """Say something."""
        self.set_role(role)
        self.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = QRect(0, 0, max(1, self.width()), _ENDLESS)
        lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        self.setFixedHeight(lines.height() + 2)


class ExportBar(QFrame):
    """One line to save with; while saving, its progress; afterwards, the files.

    Attributes:
        choose_folder: asks for the folder; replaceable.
        open_path: opens a file or folder; replaceable.
    """

    wanted = Signal()  # the officer pressed the button; answer with `save`
    saved = Signal(object)  # tuple[ExportedFile, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose_folder: Callable[[QWidget, Path], Path | None] = ask_for_folder
        self.open_path: Callable[[Path], bool] = open_with_system
        self.setProperty("role", "card")
        self._folder = Path()
        self._is_chosen = False
        self._ticked = 0
        self._files: tuple[ExportedFile, ...] = ()
        self._runner = JobRunner(self)
        self._runner.progress.connect(self._show_progress)
        self._runner.finished.connect(self._show_files)
        self._runner.failed.connect(self._show_failure)
        self._runner.cancelled.connect(self._show_cancelled)
        self._ready = self._ready_line()
        self._busy = self._busy_line()
        self._outcome = self._outcome_box()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, GAP, SPACE, GAP)
        for part in (self._outcome, self._ready, self._busy):
            column.addWidget(part)
        self._busy.hide()
        self._outcome.hide()

    @property
    def folder(self) -> Path:
        """Where papers are saved."""
        return self._folder

    @property
    def formats(self) -> tuple[Format, ...]:
        """The kinds of file that papers are saved as."""
        return tuple(Format) if self.docx_box.isChecked() else (Format.PDF,)

    @property
    def is_saving(self) -> bool:
        """Whether papers are being saved."""
        return self._runner.is_running

    @property
    def outcome(self) -> str:
        """What is said of the last saving."""
        return "" if self._outcome.isHidden() else self.outcome_label.text()

    def offer_folder(self, folder: Path) -> None:
        """Propose a folder, unless the officer chose one."""
        if not self._is_chosen:
            self._show_folder(folder)

    def show_ticked(self, count: int) -> None:
        """Say how many papers the button saves."""
        self._ticked = count
        if self.docx_box.isChecked():
            one, several = (
                tr("&Save 1 paper as PDF and DOCX"),
                tr("&Save {n} papers as PDF and DOCX", n=count),
            )
        else:
            one, several = tr("&Save 1 paper as PDF"), tr("&Save {n} papers as PDF", n=count)
        self.save_button.setText(one if count == 1 else several)
        self.save_button.setEnabled(count > 0)

    def save(self, snapshot: Snapshot, keys: Sequence[str]) -> None:
        """Save papers; nothing of an older file is lost until the new one is whole."""
        self._files = ()
        self._outcome.hide()
        self._ready.hide()
        self._busy.show()
        self.cancel_button.setEnabled(True)
        self._show_progress(0, len(keys))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._runner.start(export, snapshot, self._folder, tuple(keys), self.formats)

    def say_failure(self, text: str) -> None:
        """Say why nothing could be saved."""
        self._show_outcome(text, "binding", has_files=False)

    def stop(self) -> None:
        """Stop saving without a word, as when the window closes."""
        if self.is_saving:
            self._runner.drop()
            self._end_saving()

    def _ready_line(self) -> QWidget:
        line = QWidget(self)
        caption = QLabel(tr("Save in"), line)
        self.folder_label = ElidedLabel(line)
        self.folder_button = QPushButton(tr("Change &folder…"), line)
        self.folder_button.clicked.connect(self._choose_folder)
        caption.setBuddy(self.folder_button)
        self.docx_box = QCheckBox(tr("DOCX for &Word too"), line)
        self.docx_box.setToolTip(tr("Papers of the official form also as files to edit in Word"))
        self.docx_box.toggled.connect(lambda: self.show_ticked(self._ticked))
        self.save_button = QPushButton(line)
        make_primary(self.save_button, Icon.SAVE)
        self.save_button.clicked.connect(self.wanted)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(caption)
        row.addWidget(self.folder_label, 1)
        row.addWidget(self.folder_button)
        row.addWidget(self.docx_box)
        row.addWidget(self.save_button)
        self.show_ticked(0)
        return line

    def _busy_line(self) -> QWidget:
        line = QWidget(self)
        self.progress_bar = QProgressBar(line)
        self.progress_bar.setAccessibleName(tr("Papers drawn"))
        self.cancel_button = QPushButton(tr("&Cancel"), line)
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.cancel_button)
        return line

    def _outcome_box(self) -> QWidget:
        box = QWidget(self)
        self.outcome_label = _OutcomeLabel(parent=box)
        self.outcome_label.setProperty("emphasis", "strong")
        self.file_list = ActionList(box)
        self.file_list.setAccessibleName(tr("Saved papers"))
        self.file_list.fit_content(_TALLEST_LIST)
        self.file_list.itemActivated.connect(self._open_item)
        self.open_button = QPushButton(tr("&Open the paper"), box)
        self.open_button.clicked.connect(lambda: self._open_item(self.file_list.currentItem()))
        self.open_folder_button = QPushButton(tr("Open the fol&der"), box)
        self.open_folder_button.clicked.connect(lambda: self._open(self._folder))
        self.hide_button = QPushButton(tr("&Hide this"), box)
        self.hide_button.clicked.connect(self._hide_outcome)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self.open_button, self.open_folder_button, self.hide_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        told = QVBoxLayout()
        told.addWidget(self.outcome_label)
        told.addWidget(self.file_list)
        told.addStretch(1)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(told, 1)
        row.addLayout(buttons)
        return box

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.progress_bar.setFormat(tr("Stopping…"))
        self._runner.cancel()

    def _choose_folder(self) -> None:
        chosen = self.choose_folder(self, self._folder)
        if chosen is not None:
            self._is_chosen = True
            self._show_folder(chosen)

    def _show_folder(self, folder: Path) -> None:
        self._folder = folder
        self.folder_label.show_text(str(folder))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)
        self.progress_bar.setFormat(tr("{done} of {total} papers", done=done, total=total))

    def _end_saving(self) -> None:
        self._busy.hide()
        self._ready.show()

    def _show_files(self, files: tuple[ExportedFile, ...]) -> None:
        self._end_saving()
        self._files = files
        self.file_list.clear()
        for one in files:
            item = QListWidgetItem(_file_line(one), self.file_list)
            item.setData(Qt.ItemDataRole.UserRole, str(one.path))
        self.file_list.setCurrentRow(0)
        notes = sum(len(one.problems) for one in files)
        text = tr("Saved in “{folder}”.", folder=self._folder)
        if notes:
            text = tr("{saved} Look at the notes before printing: {n}.", saved=text, n=notes)
        self._show_outcome(text, "advisory" if notes else "fine", has_files=True)
        self.file_list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(files)

    def _show_failure(self, error: Exception) -> None:
        self._end_saving()
        self.say_failure(saving_failure_sentence(error, self._folder))
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cancelled(self) -> None:
        self._end_saving()
        text = tr("Stopped. Papers that were in the folder before are whole.")
        self._show_outcome(text, "", has_files=False)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outcome(self, text: str, role: str, *, has_files: bool) -> None:
        self.outcome_label.say(text, role)
        for widget in (self.file_list, self.open_button, self.open_folder_button):
            widget.setVisible(has_files)
        self._outcome.show()

    def call_outdated(self) -> None:
        """Say that what was saved is no longer what the conference holds."""
        if self._files and not self._outcome.isHidden() and not self.is_saving:
            text = tr("The conference changed after these papers were saved. Save them again.")
            self._show_outcome(text, "advisory", has_files=True)

    def _hide_outcome(self) -> None:
        self._outcome.hide()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._open(Path(item.data(Qt.ItemDataRole.UserRole)))

    def _open(self, path: Path) -> None:
        if not self.open_path(path):
            text = tr(
                "No program opens “{name}” here. It is in “{folder}”.",
                name=path.name,
                folder=path.parent,
            )
            self._show_outcome(text, "binding", has_files=True)


def _file_line(file: ExportedFile) -> str:
    kb = -(-file.size_bytes // _KB)
    if not file.pages:
        title = paper_title(file.key)
        return tr("{paper}: {file}, {kb} KB", paper=title, file=file.path.name, kb=kb)
    pages = tr("1 page") if file.pages == 1 else tr("{count} pages", count=file.pages)
    return tr(
        "{paper}: {file}, {pages}, {kb} KB",
        paper=paper_title(file.key),
        file=file.path.name,
        pages=pages,
        kb=kb,
    )
