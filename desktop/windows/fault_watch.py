"""What nobody foresaw: noted in the log, said once and calmly, never in a cascade."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog

from db.errors import StoreError
from desktop.event_log import EVENTS
from desktop.models.workspace import Workspace

_MessageHandler = Callable[[Any, Any, str], object]


class FaultWatch(QObject):
    """Stands behind every slot, every thread and every message of Qt.

    Attributes:
        dialog: what is said now.
    """

    _came_from_thread = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._told: set[tuple[str, ...]] = set()
        self._earlier: _MessageHandler | None = None
        self.dialog: QDialog | None = None
        self._came_from_thread.connect(self._tell_later)

    def start(self) -> None:
        """Take over from Python and Qt, which would only write to a console."""
        sys.excepthook = self._take_from_window
        threading.excepthook = self._take_from_thread
        self._earlier = qInstallMessageHandler(self._take_message)

    def stop(self) -> None:
        """Give back what was taken over."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(self._earlier)

    def _take_from_window(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            EVENTS.note_fault(error.with_traceback(trace), "window")
            self._tell_later(error)

    def _take_from_thread(self, told: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(told)
        if isinstance(told.exc_value, Exception):
            EVENTS.note_fault(told.exc_value, "thread")
            self._came_from_thread.emit(told.exc_value)

    def _take_message(self, level: Any, context: Any, text: str) -> None:  # noqa: ANN401 - of Qt
        EVENTS.note_message(level.name, text)
        if self._earlier is not None:
            self._earlier(level, context, text)
        elif sys.stderr is not None:  # a program without a console has none
            sys.stderr.write(f"{text}\n")

    def _tell_later(self, error: Exception) -> None:
        """Speak when Qt has come back to its loop: a slot may fail in the middle of a step."""
        QTimer.singleShot(0, self, lambda: self._tell(error))

    def _tell(self, error: Exception) -> None:
        key = (type(error).__name__, *_last_place(error))
        if self.dialog is not None or key in self._told:
            return
        if not isinstance(error, StoreError):  # what fails on the disk is news each time
            self._told.add(key)
        from desktop.widgets.window_size import open_dialog  # noqa: PLC0415 - see desktop.app
        from desktop.windows.fault_dialog import FaultDialog  # noqa: PLC0415

        self.dialog = FaultDialog(error, self._workspace, QApplication.activeWindow())
        self.dialog.finished.connect(self._forget)
        open_dialog(self.dialog)

    def _forget(self) -> None:
        self.dialog = None


def _last_place(error: Exception) -> tuple[str, ...]:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, str(trace.tb_lineno)) if trace else ()
