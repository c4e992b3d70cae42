"""Asks a desk in a process of its own, beside the window; only the newest question counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import Cancelled
from desktop.event_log import note_failed_job
from desktop.standing_jobs import Desk, StandingJob
from desktop.widgets.job_threads import StartThread, StopThread

_LOOK_EVERY_MS = 15


class DeskRunner(QObject):
    """One desk at a time; each question ends with `answered` or `failed`, or gives way to a newer.

    After `failed` the desk may be gone: `is_open` tells.
    """

    progress = Signal(int, int)  # done, total
    answered = Signal(object)
    failed = Signal(object)  # the exception, as it was raised

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start: StartThread[StandingJob] | None = None
        self._waiting: tuple[object, float | None] | None = None
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_open(self) -> bool:
        """Whether there is a desk that can be asked."""
        return self._start is not None

    @property
    def is_asked(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer.isActive()

    def open(
        self, make: Callable[..., Desk], *arguments: object, memory_mb: int | None = None
    ) -> None:
        """Set a desk up; the one before is closed without a signal."""
        self.close()
        self._start = StartThread(StandingJob(make, *arguments, memory_mb=memory_mb))
        self._start.start()

    def ask(self, question: object, timeout_s: float | None = None) -> None:
        """Ask the desk; a question that is still under way is given up without a signal."""
        self._waiting = (question, timeout_s)
        self._is_stale = False
        start = self._start
        if start is not None and not start.is_alive() and start.job.is_busy:
            self._is_stale = True
            start.job.give_up()
        self._timer.start()

    def close(self) -> None:
        """Close the desk without a signal."""
        if self._start is not None:
            StopThread(self._start).start()
        self._forget()

    def _look(self) -> None:
        start = self._start
        if start is None or start.is_alive():
            return
        if start.error is not None:
            self._forget()
            note_failed_job(start.error)
            self.failed.emit(start.error)
            return
        job = start.job
        was_busy = job.is_busy
        steps = job.poll()
        if steps and not self._is_stale:
            self.progress.emit(steps[-1].done, steps[-1].total)
        if start is not self._start or was_busy:
            return  # to unpack a long answer and to show it are two steps of the window
        if self._waiting is None:
            self._tell(job)
        elif job.is_over:
            self._forget()
            self._emit_outcome(job)
        else:
            question, timeout_s = self._waiting
            self._waiting, self._is_stale = None, False
            job.ask(question, timeout_s)

    def _tell(self, job: StandingJob) -> None:
        self._timer.stop()
        if job.is_over:
            self._forget()
        self._emit_outcome(job)

    def _emit_outcome(self, job: StandingJob) -> None:
        answer: Any = None
        try:
            answer = job.result()
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked
            note_failed_job(error)
            self.failed.emit(error)
        else:
            self.answered.emit(answer)

    def _forget(self) -> None:
        self._start = self._waiting = None
        self._is_stale = False
        self._timer.stop()
