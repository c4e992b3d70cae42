"""Threads that start and stop the processes of jobs.

Starting a process with much data, and waiting for one that is told to stop, take longer than a
window may stand still.
"""

from __future__ import annotations

from threading import Thread
from typing import Generic, Protocol, TypeVar


class Startable(Protocol):
    """A job with a process of its own."""

    def start(self) -> None:
        """Start the process."""

    def cancel(self) -> None:
        """End the process."""


JobT = TypeVar("JobT", bound=Startable)


class StartThread(Thread, Generic[JobT]):
    """Starts a job's process.

    Attributes:
        error: why it could not be started.
    """

    def __init__(self, job: JobT) -> None:
        super().__init__(name="start of a job")
        self.job = job
        self.error: Exception | None = None

    def run(self) -> None:
        """Start it."""
        try:
            self.job.start()
        except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked for the job
            self.error = error


class StopThread(Thread):
    """Stops a job's process, whether it has started fully or not."""

    def __init__(self, start: StartThread[JobT]) -> None:
        super().__init__(name="stop of a job")
        self._start_of_job = start

    def run(self) -> None:
        """Wait until it has started, and end it."""
        self._start_of_job.join()
        if self._start_of_job.error is None:
            self._start_of_job.job.cancel()
