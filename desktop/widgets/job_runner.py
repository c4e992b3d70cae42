"""Runs a long job beside the window: the job works in its own process, a timer looks after it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import Cancelled
from desktop.jobs import Job, JobState

_LOOK_EVERY_MS = 40


class _Starter(Thread):
    """Starts a job's process: handing it much data takes longer than a window may stand still."""

    def __init__(self, job: Job) -> None:
        super().__init__(name="job starter")
        self._job = job
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self._job.start()
        except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked for the job
            self.error = error


class JobRunner(QObject):
    """One long job at a time; it ends with exactly one of `finished`, `failed`, `cancelled`."""

    progress = Signal(int, int)  # done, total; total 0 while it is not known
    finished = Signal(object)  # what the function returned
    failed = Signal(object)  # the exception, as it was raised
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._starter: _Starter | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(
        self,
        function: Callable[..., Any],
        *arguments: object,
        memory_mb: int | None = None,
        timeout_s: float | None = None,
    ) -> None:
        """Begin a job; one that is still under way is dropped without a signal.

        Args:
            function: a top-level function whose first parameter reports progress.
            arguments: plain data for its other parameters.
            memory_mb: the most memory the job may take.
            timeout_s: the longest the job may take.
        """
        self.drop()
        job = Job(function, *arguments, memory_mb=memory_mb, timeout_s=timeout_s)
        self._job, self._starter = job, _Starter(job)
        self._starter.start()
        self._timer.start()

    def cancel(self) -> None:
        """Stop the job and tell so; do nothing when none is under way."""
        if self._job is not None:
            self.drop()
            self.cancelled.emit()

    def drop(self) -> None:
        """Stop the job without a signal, as when its window closes."""
        job, self._job = self._job, None
        self._timer.stop()
        starter, self._starter = self._starter, None
        if job is not None and starter is not None:
            starter.join()
            if starter.error is None:
                job.cancel()

    def _look(self) -> None:
        job = self._job
        if job is None or self._starter is None or self._starter.is_alive():
            return
        if self._starter.error is not None:
            error = self._starter.error
            self._forget()
            self.failed.emit(error)
            return
        steps = job.poll()
        if steps:
            self.progress.emit(steps[-1].done, steps[-1].total)
        if job is not self._job or job.state is JobState.RUNNING:
            return  # a listener may have stopped it
        self._forget()
        try:
            result = job.result()
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked for the job
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _forget(self) -> None:
        self._job = self._starter = None
        self._timer.stop()
