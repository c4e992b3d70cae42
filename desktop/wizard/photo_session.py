"""Photos of a folder on their way to people: found, matched, read beside the window, stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from db.errors import StoreError
from desktop.models.draft import Draft
from desktop.people.photo_matching import PhotoFile, find_photos_job, match_photos
from desktop.people.photo_parts import Crop, PhotoBatch, PhotoPreview, RefusedPhoto, WantedPhoto
from desktop.people.photo_plan import PhotoPlan
from desktop.sentences.photos import photo_failure_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.job_runner import JobRunner

_MEMORY_MB = 1024
_TIMEOUT_S = 60.0
_S_PER_PHOTO = 5.0


class PhotoSession(QObject):
    """One folder of photos at a time.

    Attributes:
        plan: what storing would do; None before a folder was looked through.
        refused: the files that could not be used when the others were stored.
        stored: how many were stored.
        finder, reader, previewer: what works beside the window.
    """

    searching = Signal(str)  # name of the folder
    planned = Signal()
    reading = Signal(int, int)  # done, total
    done = Signal()
    previewed = Signal(str, object)  # path, PhotoPreview
    cancelled = Signal()
    failed = Signal(str)  # why, as a sentence

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: PhotoPlan | None = None
        self.refused: tuple[RefusedPhoto, ...] = ()
        self.stored = 0
        self._draft = draft
        self._crops: dict[str, Crop] = {}
        self._looked_at = ""
        self.finder, self.reader, self.previewer = (JobRunner(self) for _ in range(3))
        self.finder.finished.connect(self.match)
        self.reader.progress.connect(self.reading)
        self.reader.finished.connect(self._store)
        self.previewer.finished.connect(self._show_preview)
        for runner in (self.finder, self.reader, self.previewer):
            runner.failed.connect(lambda error: self.failed.emit(photo_failure_sentence(error)))
            runner.cancelled.connect(self.cancelled)

    def search(self, folder: Path) -> None:
        """Look a folder through."""
        self.searching.emit(folder.name or str(folder))
        self.finder.start(find_photos_job, folder, memory_mb=_MEMORY_MB, timeout_s=_TIMEOUT_S)

    def match(self, paths: Sequence[str]) -> None:
        """Match files with the people of the list."""
        self._crops = {}
        self._plan(match_photos(paths, self._draft.delegates), {}, replaces=False)

    def choose(self, path: str, person_id: str) -> None:
        """Give a file to a person, or to nobody."""
        if self.plan is not None:
            chosen = self.plan.chosen | {path: person_id}
            self._plan(self.plan.files, chosen, replaces=self.plan.replaces)

    def replace_photos(self, replaces: bool) -> None:  # noqa: FBT001 - a signal's
        """Replace the photos people have already, or leave them."""
        if self.plan is not None:
            self._plan(self.plan.files, self.plan.chosen, replaces=replaces)

    def crop_of(self, path: str) -> Crop | None:
        """Tell what an officer chose to keep of a file."""
        return self._crops.get(path)

    def keep(self, path: str, crop: Crop) -> None:
        """Note what is kept of a file."""
        self._crops[path] = crop

    def preview(self, path: str) -> None:
        """Make one photo small, to choose what to keep of it."""
        from desktop.people.photo import preview_photo_job  # noqa: PLC0415 - drags in Pillow

        self._looked_at = path
        self.previewer.start(
            preview_photo_job, Path(path), memory_mb=_MEMORY_MB, timeout_s=_TIMEOUT_S
        )

    def store(self) -> None:
        """Read the photos and store them in one step."""
        from desktop.people.photo import read_photos_job  # noqa: PLC0415

        if self.plan is None:
            return
        wanted = tuple(
            WantedPhoto(person_id, path, self._crops.get(path))
            for person_id, path in self.plan.wanted
        )
        self.reading.emit(0, len(wanted))
        self.reader.start(
            read_photos_job,
            wanted,
            memory_mb=_MEMORY_MB,
            timeout_s=_TIMEOUT_S + _S_PER_PHOTO * len(wanted),
        )

    def stop(self) -> None:
        """Stop what is under way without a word."""
        for runner in (self.finder, self.reader, self.previewer):
            runner.drop()

    def _plan(self, files: Sequence[PhotoFile], chosen: dict[str, str], *, replaces: bool) -> None:
        self.plan = PhotoPlan(files, self._draft.delegates, chosen, replaces=replaces)
        self.planned.emit()

    def _show_preview(self, preview: PhotoPreview) -> None:
        self.previewed.emit(self._looked_at, preview)

    def _store(self, batch: PhotoBatch) -> None:
        photos = dict(batch.portraits)
        changed = [
            replace(one, photo_id=photos[one.id].id)
            for one in self._draft.delegates
            if one.id in photos
        ]
        images = tuple({image.id: image for image in photos.values()}.values())
        try:
            self._draft.save_delegates(changed, images)
        except StoreError as error:
            self.failed.emit(store_sentence(error))
            return
        self.refused, self.stored = batch.refused, len(changed)
        self.done.emit()
