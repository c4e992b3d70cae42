"""Consolidating in a process of its own, and taking over those whom offices chose."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import StoreError
from db.records import ConferenceFile
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.parcels import Chosen, Parcel, consolidate_job, sent_up_job
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.models.province import Province
from desktop.sentences.jobs import job_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.job_runner import JobRunner


class ViewSession(QObject):
    """Gathers what was received a bundle at a time, then has all of it consolidated.

    Attributes:
        view: the last one.
        parcels: what it was made of.
    """

    working = Signal(str, int, int)  # sentence, done, total
    viewed = Signal()
    chosen = Signal(object, object)  # the conference above, and whom offices chose for it
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, province: Province, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._province = province
        self.view: Consolidation | None = None
        self.parcels: tuple[Parcel, ...] = ()
        self._gathered: list[Parcel] = []
        self._steps: Iterator[Parcel] = iter(())
        self._then: Callable[[], None] = self._consolidate
        self._upper: ConferenceFile | None = None
        self._total = 0
        # one bundle at a time, so that the window goes on between them
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._gather)
        self._runner = JobRunner(self)
        self._runner.progress.connect(
            lambda done, total: self.working.emit(
                tr("Consolidating: {done} of {total}", done=done, total=total), done, total
            )
        )
        self._runner.finished.connect(self._finish)
        self._runner.failed.connect(self._fail)
        self._runner.cancelled.connect(self.stopped)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._timer.isActive() or self._runner.is_running

    def refresh(self) -> None:
        """Consolidate what was received until now."""
        self._begin(self._province.parcels(), self._consolidate)

    def find_chosen(self, upper: ConferenceFile, senders: frozenset[str]) -> None:
        """Find out whom these offices chose for a conference of the desk itself."""
        self._upper = upper
        parcels = self._province.parcels(senders, has_pictures=True)
        self._begin(parcels, self._find_chosen)

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._timer.isActive():
            self._timer.stop()
            self.stopped.emit()
        else:
            self._runner.cancel()

    def stop(self) -> None:
        """Stop without a word, as when the window closes."""
        self._timer.stop()
        self._runner.drop()

    def _begin(self, steps: Iterator[Parcel], then: Callable[[], None]) -> None:
        self.stop()
        self._gathered, self._steps, self._then = [], steps, then
        self._total = self._province.received_count
        self._tell()
        self._timer.start()

    def _gather(self) -> None:
        try:
            self._gathered.append(next(self._steps))
        except StopIteration:
            self._timer.stop()
            self._then()
        except StoreError as error:
            self._timer.stop()
            self.failed.emit(store_sentence(error))
        else:
            self._tell()

    def _tell(self) -> None:
        done, total = len(self._gathered), self._total
        self.working.emit(tr("Gathering: {done} of {total}", done=done, total=total), done, total)

    def _consolidate(self) -> None:
        province = self._province
        self.parcels = tuple(self._gathered)
        self._runner.start(
            consolidate_job,
            self.parcels,
            province.plan,
            province.workspace.today,
            province.upper_file(),
            province.allotted(),
            province.mergers(),
        )

    def _find_chosen(self) -> None:
        province = self._province
        gathered = tuple(self._gathered)
        self._runner.start(sent_up_job, self._upper, gathered, province.plan, province.mergers())

    def _finish(self, result: Consolidation | Chosen) -> None:
        if isinstance(result, Consolidation):
            self.view = result
            self.viewed.emit()
        else:
            self.chosen.emit(self._upper, result)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, JobFailed):
            self.failed.emit(job_sentence(error))
        else:
            detail = type(error).__name__
            self.failed.emit(
                tr("It could not be consolidated ({detail}). Nothing was changed.", detail=detail)
            )
