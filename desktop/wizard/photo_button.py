"""The photo of the selected person: seen on the button, cut from a file, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from db.records import StoredImage
from desktop.language import tr
from desktop.people.photo_parts import Crop, PhotoPreview
from desktop.sentences.photos import photo_failure_sentence
from desktop.widgets.file_choice import FileKind, choose_file
from desktop.widgets.job_runner import JobRunner

_MEMORY_MB = 1024
_TIMEOUT_S = 60.0
_SHOWN = QSize(18, 24)


def choose_photo(parent: QWidget) -> Path | None:
    """Let the officer choose a photo."""
    kinds = tr("Pictures") + " (*.jpg *.jpeg *.png)"
    return choose_file(parent, FileKind.PHOTO, tr("Choose a photo"), kinds)


def ask_for_crop(preview: PhotoPreview, parent: QWidget) -> Crop | None:
    """Let the officer choose what to keep of a photo."""
    from desktop.wizard.crop_dialog import CropDialog  # noqa: PLC0415 - see _look

    dialog = CropDialog(preview, parent=parent)
    return dialog.crop if dialog.exec() else None


class PhotoButton(QPushButton):
    """A button with a menu, for the photo of one person.

    Attributes:
        choose: asks for a file; replaceable.
        adjust: asks what to keep of a photo; replaceable.
    """

    taken = Signal(str, object)  # id of the person, StoredImage | None
    refused = Signal(str)  # why, as a sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("P&hoto"), parent)
        self.choose: Callable[[QWidget], Path | None] = choose_photo
        self.adjust: Callable[[PhotoPreview, QWidget], Crop | None] = ask_for_crop
        self._person_id = ""
        self._asked_for: tuple[str, Path] = ("", Path())
        self.previewer = JobRunner(self)
        self.previewer.finished.connect(self._read)
        self.runner = JobRunner(self)
        self.runner.finished.connect(lambda image: self.taken.emit(self._asked_for[0], image))
        for runner in (self.previewer, self.runner):
            runner.failed.connect(lambda error: self.refused.emit(photo_failure_sentence(error)))
        menu = QMenu(self)
        self.pick_action = menu.addAction(tr("&Choose a photo…"))
        self.clear_action = menu.addAction(tr("&Remove the photo"))
        self.pick_action.triggered.connect(self._pick)
        self.clear_action.triggered.connect(lambda: self.taken.emit(self._person_id, None))
        self.setMenu(menu)
        self.setIconSize(_SHOWN)
        self.show_person("", None)

    def show_person(self, person_id: str, photo: StoredImage | None, chosen: int = 1) -> None:
        """Show one person's photo, or say why there is none to show.

        Args:
            person_id: empty where nobody, or more than one person, is selected.
            photo: of that person.
            chosen: how many people are selected.
        """
        self._person_id = person_id
        self.setEnabled(bool(person_id))
        self.clear_action.setEnabled(photo is not None)
        pixmap = QPixmap()
        if photo is not None:
            pixmap.loadFromData(photo.data)
        self.setIcon(QIcon(pixmap) if not pixmap.isNull() else QIcon())
        if person_id:
            self.setToolTip(tr("The photo on the badge of the selected person"))
        elif chosen > 1:
            self.setToolTip(
                tr(
                    "A photo is of one person: select one alone. Many at once come by “Photos from"
                    " a folder”."
                )
            )
        else:
            self.setToolTip(tr("Select a person to choose their photo."))

    def take(self, person_id: str, path: Path) -> None:
        """Cut a person's photo from a file."""
        # here, because the start of the window does not wait for Pillow
        from desktop.people.photo import preview_photo_job  # noqa: PLC0415

        self._asked_for = (person_id, path)
        self.previewer.start(preview_photo_job, path, memory_mb=_MEMORY_MB, timeout_s=_TIMEOUT_S)

    def _pick(self) -> None:
        path = self.choose(self)
        if path is not None:
            self.take(self._person_id, path)

    def _read(self, preview: PhotoPreview) -> None:
        from desktop.people.photo import read_photo_job  # noqa: PLC0415

        crop = self.adjust(preview, self)
        if crop is not None:
            self.runner.start(
                read_photo_job,
                self._asked_for[1],
                crop,
                memory_mb=_MEMORY_MB,
                timeout_s=_TIMEOUT_S,
            )
