"""Keeps the papers of a conference drawn: one after the other, each in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop.documents.export import draw
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.widgets.job_runner import JobRunner


class PaperState(Enum):
    """Where a paper stands."""

    WAITING = "waiting"
    DRAWING = "drawing"
    DRAWN = "drawn"
    FAILED = "failed"


class PaperDrawing(QObject):
    """Draws the papers wanted once for each state of the conference, the one looked at first."""

    changed = Signal(str)  # key of the paper whose state changed

    def __init__(self, keys: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._snapshot: Snapshot | None = None
        self._states = dict.fromkeys(self._keys, PaperState.WAITING)
        self._papers: dict[str, RenderedPaper] = {}
        self._errors: dict[str, Exception] = {}
        self._preferred = self._keys[0]
        self._wanted = frozenset(self._keys)
        self._is_paused = False
        self._drawing = ""
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._take)
        self._runner.failed.connect(self._fail)

    @property
    def is_at_work(self) -> bool:
        """Whether a paper is being drawn."""
        return bool(self._drawing)

    def state(self, key: str) -> PaperState:
        """Tell where a paper stands."""
        return self._states[key]

    def paper(self, key: str) -> RenderedPaper | None:
        """Give the paper of the present state of the conference, once it is drawn."""
        return self._papers.get(key)

    def error(self, key: str) -> Exception | None:
        """Tell why a paper could not be drawn."""
        return self._errors.get(key)

    def begin(self, snapshot: Snapshot) -> None:
        """Draw them anew; what was begun for an older state is dropped."""
        self._snapshot = snapshot
        self._is_paused = False
        self._runner.drop()
        self._drawing = ""
        self._papers, self._errors = {}, {}
        for key in self._keys:
            self._set(key, PaperState.WAITING)
        self._go_on()

    def prefer(self, key: str) -> None:
        """Draw this paper next, wanted or not."""
        self._preferred = key
        self._go_on()

    def want(self, keys: Iterable[str]) -> None:
        """Draw only these papers, beside the one preferred."""
        self._wanted = frozenset(keys)
        self._go_on()

    def is_wanted(self, key: str) -> bool:
        """Whether a paper is drawn without being looked at."""
        return key in self._wanted

    def again(self, key: str) -> None:
        """Try once more to draw a paper."""
        if self._states[key] is PaperState.FAILED:
            self._errors.pop(key)
            self._set(key, PaperState.WAITING)
            self._go_on()

    def pause(self) -> None:
        """Stop drawing, as when nobody looks; `resume` goes on."""
        self._is_paused = True
        self._runner.drop()
        if self._drawing:
            self._set(self._drawing, PaperState.WAITING)
            self._drawing = ""

    def resume(self) -> None:
        """Draw what is still missing."""
        self._is_paused = False
        self._go_on()

    def _go_on(self) -> None:
        if self._drawing or self._is_paused or self._snapshot is None:
            return
        waiting = [
            key
            for key in self._keys
            if self._states[key] is PaperState.WAITING
            and (key in self._wanted or key == self._preferred)
        ]
        if waiting:
            self._drawing = self._preferred if self._preferred in waiting else waiting[0]
            self._runner.start(draw, self._snapshot, self._drawing)
            self._set(self._drawing, PaperState.DRAWING)

    def _take(self, paper: RenderedPaper) -> None:
        key, self._drawing = self._drawing, ""
        self._papers[key] = paper
        self._set(key, PaperState.DRAWN)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        key, self._drawing = self._drawing, ""
        self._errors[key] = error
        self._set(key, PaperState.FAILED)
        self._go_on()

    def _set(self, key: str, state: PaperState) -> None:
        if self._states[key] is not state:
            self._states[key] = state
            self.changed.emit(key)
