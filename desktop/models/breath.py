"""Keeps a window alive during a long step that must be done in one go."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop

_EVERY_S = 0.03


class Breath:
    """Lets the windows paint now and then; what the officer types or clicks waits for the end."""

    def __init__(self) -> None:
        self._last = perf_counter()

    def take(self) -> None:
        """Let the windows work, if they have not for a while."""
        if perf_counter() - self._last < _EVERY_S:
            return
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._last = perf_counter()
