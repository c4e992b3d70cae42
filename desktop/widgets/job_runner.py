"""Runs a long job beside the window: the job works in its own process, a timer looks after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import Cancelled
from desktop.event_log import note_failed_job
from desktop.jobs import Job, JobState
from desktop.widgets.job_threads import StartThread, StopThread

_LOOK_EVERY_MS = 40


class JobRunner(QObject):
    """One long job at a time; it ends with exactly one of `finished`, `failed`, `cancelled`.

    Args:
        has_jobs: whether its jobs start others.
    """

    progress = Signal(int, int)  # done, total; total 0 while it is not known
    finished = Signal(object)  # what the function returned
    failed = Signal(object)  # the exception, as it was raised
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None, *, has_jobs: bool = False) -> None:
        super().__init__(parent)
        self._has_jobs = has_jobs
        self._start: StartThread[Job] | None = None
        self._stop: StopThread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a job is under way, or on its way to an end."""
        return self._start is not None

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
        self._start = StartThread(
            Job(
                function,
                *arguments,
                memory_mb=memory_mb,
                timeout_s=timeout_s,
                has_jobs=self._has_jobs,
            )
        )
        self._start.start()
        self._timer.start()

    def cancel(self) -> None:
        """Stop the job; `cancelled` tells when it has stopped. Nothing when none is under way."""
        if self._start is not None and self._stop is None:
            self._stop = StopThread(self._start)
            self._stop.start()

    def drop(self) -> None:
        """Stop the job without a signal, as when its window closes."""
        if self._start is not None and self._stop is None:
            StopThread(self._start).start()
        self._forget()

    def _look(self) -> None:
        if self._stop is not None:
            if not self._stop.is_alive():
                self._forget()
                self.cancelled.emit()
            return
        start = self._start
        if start is None or start.is_alive():
            return
        if start.error is not None:
            self._forget()
            note_failed_job(start.error)
            self.failed.emit(start.error)
            return
        steps = start.job.poll()
        if steps:
            self.progress.emit(steps[-1].done, steps[-1].total)
        if start is not self._start or self._stop is not None:
            return  # a listener has stopped it
        if start.job.state is not JobState.RUNNING:
            self._forget()
            self._tell_end(start.job)

    def _tell_end(self, job: Job) -> None:
        try:
            result = job.result()
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked for the job
            note_failed_job(error)
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _forget(self) -> None:
        self._start = self._stop = None
        self._timer.stop()
