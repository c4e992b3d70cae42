"""The photo of the selected person: seen on the button, picked from a file, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from db.records import StoredImage
from desktop.errors import InputRefused
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.job_runner import JobRunner

_MEMORY_MB = 1024
_TIMEOUT_S = 60.0
_SHOWN = QSize(18, 24)


def choose_photo(parent: QWidget) -> Path | None:
    """Let the officer choose a photo."""
    name, _ = QFileDialog.getOpenFileName(
        parent, tr("Choose a photo"), "", tr("Pictures") + " (*.jpg *.jpeg *.png)"
    )
    return Path(name) if name else None


class PhotoButton(QPushButton):
    """A button with a menu, for the photo of one person.

    Attributes:
        choose: asks for a file; replaceable.
    """

    taken = Signal(str, object)  # id of the person, StoredImage | None
    refused = Signal(str)  # why, as a sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("P&hoto"), parent)
        self.choose: Callable[[QWidget], Path | None] = choose_photo
        self._person_id = ""
        self._asked_for = ""
        self.runner = JobRunner(self)
        self.runner.finished.connect(lambda image: self.taken.emit(self._asked_for, image))
        self.runner.failed.connect(self._refuse)
        menu = QMenu(self)
        self.pick_action = menu.addAction(tr("&Choose a photo…"))
        self.clear_action = menu.addAction(tr("&Remove the photo"))
        self.pick_action.triggered.connect(self._pick)
        self.clear_action.triggered.connect(lambda: self.taken.emit(self._person_id, None))
        self.setMenu(menu)
        self.setIconSize(_SHOWN)
        self.show_person("", None)

    def show_person(self, person_id: str, photo: StoredImage | None) -> None:
        """Show one person's photo; nobody is an empty id."""
        self._person_id = person_id
        self.setEnabled(bool(person_id))
        self.clear_action.setEnabled(photo is not None)
        pixmap = QPixmap()
        if photo is not None:
            pixmap.loadFromData(photo.data)
        self.setIcon(QIcon(pixmap) if not pixmap.isNull() else QIcon())
        self.setToolTip(tr("The photo on the badge of the selected person"))

    def _pick(self) -> None:
        # here, because the start of the window does not wait for Pillow
        from desktop.people.photo import read_photo_job  # noqa: PLC0415

        path = self.choose(self)
        if path is not None:
            self._asked_for = self._person_id
            self.runner.start(read_photo_job, path, memory_mb=_MEMORY_MB, timeout_s=_TIMEOUT_S)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, InputRefused):
            self.refused.emit(refusal_sentence(error))
        elif isinstance(error, JobFailed):
            self.refused.emit(job_sentence(error))
        else:
            self.refused.emit(
                tr(
                    "The photo could not be read because of a fault in this program. Choose"
                    " another one."
                )
            )
