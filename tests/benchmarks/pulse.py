"""How long the event loop stood still: what an officer feels as a frozen window."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer

GOAL_GAP_MS = 100.0
_BEAT_MS = 2
_PATIENCE_S = 120


class Pulse:
    """A timer in the event loop that notes the longest it was kept waiting."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def take(self) -> float:
        """Give the longest gap since it was asked last, in milliseconds."""
        self._beat()
        longest, self.longest_s = self.longest_s, 0.0
        return longest * 1000

    def told(self, name: str, act: Callable[[], object], afterwards_s: float) -> str:
        """Do something and tell how long it took, and how long the loop stood still over it.

        Args:
            name: what is done.
            act: does it.
            afterwards_s: how long what it put off may take, which counts to the gap.
        """
        rest(afterwards_s)
        self.take()
        start = perf_counter()
        act()
        seconds = perf_counter() - start
        rest(afterwards_s)
        return (
            f"{name}: {seconds:.2f} s, longest gap {self.take():.0f} ms (goal {GOAL_GAP_MS:.0f} ms)"
        )


def wait_for(done: Callable[[], bool]) -> None:
    """Let the event loop run until something is so."""
    deadline = perf_counter() + _PATIENCE_S
    loop = QEventLoop()
    while not done():
        if perf_counter() > deadline:
            raise TimeoutError
        QTimer.singleShot(1, loop.quit)
        loop.exec()


def rest(seconds: float) -> None:
    """Let the event loop run for a while, so that what was put off is done as well."""
    end = perf_counter() + seconds
    wait_for(lambda: perf_counter() > end)
