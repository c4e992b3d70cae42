"""Runs a call that waits for a device beside the window; a timer tells how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import Cancelled

_LOOK_EVERY_MS = 40


class _Call(Thread):
    """One call; its function is told to stop by the report it is given."""

    def __init__(self, function: Callable[..., Any], arguments: tuple[object, ...]) -> None:
        super().__init__(name="call of a job", daemon=True)
        self._work = function, arguments
        self.unwanted = Event()
        self.place = (0, 0)
        self.outcome: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Call it."""
        function, arguments = self._work
        try:
            self.outcome = function(self._report, *arguments)
        except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked for the call
            self.error = error

    def _report(self, done: int, total: int) -> None:
        self.place = (done, total)
        if self.unwanted.is_set():
            raise Cancelled


class ThreadRunner(QObject):
    """One call at a time; it ends with `finished` or `failed`."""

    progress = Signal(int, int)
    finished = Signal(object)  # what the function returned
    failed = Signal(object)  # the exception, as it was raised

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call: _Call | None = None
        self._told = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a call is under way."""
        return self._call is not None

    def start(self, function: Callable[..., Any], *arguments: object) -> None:
        """Begin a call; one that is still under way is dropped without a signal.

        Args:
            function: its first parameter is `report(done, total)`, which raises Cancelled once
                nobody wants it any more.
            arguments: its other parameters.
        """
        self.drop()
        self._told = (0, 0)
        self._call = _Call(function, arguments)
        self._call.start()
        self._timer.start()

    def cancel(self) -> None:
        """Ask the call to end; it still tells its end."""
        if self._call is not None:
            self._call.unwanted.set()

    def drop(self) -> None:
        """Ask it to end, and hear nothing of it."""
        self.cancel()
        self._call = None
        self._timer.stop()

    def _look(self) -> None:
        call = self._call
        if call is None:
            return
        is_over = not call.is_alive()  # asked first: what it told last is then told whole
        if call.place != self._told:
            self._told = call.place
            self.progress.emit(*call.place)
        if not is_over or call is not self._call:
            return
        self._call = None
        self._timer.stop()
        if call.error is not None:
            self.failed.emit(call.error)
        else:
            self.finished.emit(call.outcome)
