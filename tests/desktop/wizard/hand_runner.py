"""A job runner that works by hand: each job ends when the test says so, in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.widgets.job_runner import JobRunner


class HandRunner(JobRunner):
    """Notes what it is told to run; `finish`, `fail` and `confirm_cancel` end it."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.job: tuple[Callable[..., Any], tuple[object, ...]] | None = None
        self.dropped = 0

    @property
    def is_running(self) -> bool:
        return self.job is not None

    def start(
        self,
        function: Callable[..., Any],
        *arguments: object,
        **_caps: float | None,
    ) -> None:
        self.job = (function, arguments)

    def cancel(self) -> None:
        """Leave the end to `confirm_cancel`, as a process takes its time."""

    def drop(self) -> None:
        self.dropped += self.job is not None
        self.job = None

    @property
    def arguments(self) -> tuple[object, ...]:
        assert self.job is not None
        return self.job[1]

    def finish(self) -> None:
        """Do the work here and now."""
        assert self.job is not None
        function, arguments = self.job
        try:
            result = function(self.progress.emit, *arguments)
        except Exception as error:  # noqa: BLE001 - as the real one hands it on
            self.fail(error)
        else:
            self.job = None
            self.finished.emit(result)

    def fail(self, error: Exception) -> None:
        self.job = None
        self.failed.emit(error)

    def confirm_cancel(self) -> None:
        self.job = None
        self.cancelled.emit()
