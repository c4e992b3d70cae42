"""What can be done with the photos of a whole list, under the button for more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.documents.missing_photos import slim, write_missing_photos
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.sentences.exports import drawing_failure_sentence
from desktop.sentences.store import write_failure_sentence
from desktop.widgets.file_choice import FileKind, chosen, documents_folder, start_of
from desktop.widgets.job_runner import JobRunner
from desktop.wizard.photo_folder_dialog import PhotoFolderDialog
from desktop.wizard.register import Register

_FILE_NAME = "dai-bieu-chua-co-anh.pdf"
_KINDS = (".pdf", ".xlsx")


def ask_where_to_save(parent: QWidget, path: Path) -> Path | None:
    """Let the officer choose where the list goes, and as what kind of file."""
    name, kind = QFileDialog.getSaveFileName(
        parent,
        tr("Save the list of those without a photo"),
        start_of(FileKind.EXPORTED_LIST, path.name),
        "PDF (*.pdf);;Excel (*.xlsx)",
    )
    target = chosen(FileKind.EXPORTED_LIST, name)
    if target is None:
        return None
    if target.suffix.lower() in _KINDS:
        return target
    return target.with_name(target.name + (".xlsx" if "xlsx" in kind else ".pdf"))


class PhotoActions(QObject):
    """Adds its actions to a menu.

    Attributes:
        choose_target: asks where a list is saved; replaceable.
        open_dialog: shows the photos of a folder; replaceable.
    """

    def __init__(self, draft: Draft, register: Register, menu: QMenu) -> None:
        super().__init__(register)
        self.choose_target: Callable[[QWidget, Path], Path | None] = ask_where_to_save
        self.open_dialog: Callable[[Sequence[Path]], None] = self._open_dialog
        self._draft = draft
        self._register = register
        self._target = Path()
        self.runner = JobRunner(self)
        self.runner.finished.connect(
            lambda _: register.say(tr("Saved as {path}.", path=str(self._target)))
        )
        self.runner.failed.connect(self._tell_failure)
        self.folder_action = menu.addAction(tr("&Photos from a folder…"))
        self.without_action = menu.addAction(tr("People &without a photo"))
        self.save_action = menu.addAction(tr("&Save the list of those without a photo…"))
        self.folder_action.triggered.connect(lambda: self.open_dialog(()))
        self.without_action.triggered.connect(self.show_without)
        self.save_action.triggered.connect(self.save_without)
        register.photos_dropped.connect(self._take_dropped)
        menu.aboutToShow.connect(self._enable)

    def show_without(self) -> None:
        """Show only people who have no photo."""
        ids = [one.id for one in self._draft.delegates if not one.photo_id]
        if ids:
            self._register.show_only(ids, tr("without a photo"))
        else:
            self._register.say(tr("Everybody on the list has a photo."))

    def save_without(self) -> None:
        """Save the list of people who have no photo."""
        target = self.choose_target(self._register, documents_folder() / _FILE_NAME)
        if target is None:
            return
        self._target = target
        snapshot = slim(self._draft.snapshot(self._draft.clock()))
        self.runner.start(write_missing_photos, snapshot, target)

    def _take_dropped(self, paths: Sequence[Path]) -> None:
        self.open_dialog(paths)

    def _open_dialog(self, paths: Sequence[Path]) -> None:
        self._register.commit()
        dialog = PhotoFolderDialog(self._draft, self._register)
        dialog.begin(paths)
        dialog.exec()

    def _enable(self) -> None:
        has_people = bool(self._draft.delegates)
        for action in (self.folder_action, self.without_action, self.save_action):
            action.setEnabled(has_people)

    def _tell_failure(self, error: Exception) -> None:
        sentence = (
            write_failure_sentence(error, self._target)
            if isinstance(error, OSError)
            else drawing_failure_sentence(error)
        )
        self._register.say(sentence, "binding")
