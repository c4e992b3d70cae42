"""Long steps, taken on a thread of their own while the windows live."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

T = TypeVar("T")
_LOOK_EVERY_MS = 5


def beside_the_windows(work: Callable[[], T]) -> T:
    """Work on a thread of its own, and come back with what came of it.

    The windows are drawn and timers run meanwhile; what the officer types or clicks waits for the
    end, and no window is closed before. Work with the store is done while it is lent.
    """
    worker = _Worker(work)
    loop, look = QEventLoop(), QTimer()
    look.setInterval(_LOOK_EVERY_MS)

    def leave_when_done() -> None:
        if not worker.is_alive():
            loop.quit()

    look.timeout.connect(leave_when_done)
    with _officer_waits():
        # a table that is drawn while another thread works waits for it at each cell
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        worker.start()
        look.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        worker.join()  # the program may be told to end meanwhile
        look.stop()
    return worker.outcome()


class _Worker(Thread, Generic[T]):
    """Does one piece of work."""

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(name="long step")
        self._work = work
        self._results: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        """Do it."""
        try:
            self._results.append(self._work())
        except BaseException as error:  # noqa: BLE001 - raised again where the work was asked for
            self._error = error

    def outcome(self) -> T:
        """Give what came of it, or raise what was raised."""
        if self._error is not None:
            raise self._error
        return self._results[0]


class _OpenWindows(QObject):
    """Keeps the windows open."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ignore that somebody wants to close one."""
        if event.type() is QEvent.Type.Close and event.spontaneous():
            event.ignore()
            return True
        return False


@contextmanager
def _officer_waits() -> Iterator[None]:
    application, guard = QCoreApplication.instance(), _OpenWindows()
    if application is None:
        raise RuntimeError("no application runs")
    application.installEventFilter(guard)
    if isinstance(application, QGuiApplication):
        application.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        application.removeEventFilter(guard)
        if isinstance(application, QGuiApplication):
            application.restoreOverrideCursor()
