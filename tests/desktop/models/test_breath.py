"""A window stays alive during a long step, and is not painted more often than that takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.models import breath
from desktop.models.breath import Breath


def test_windows_work_between_the_parts_of_a_long_step(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(breath, "perf_counter", lambda: now[0])
    worked: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: worked.append(now[0]))
    timer.start(0)
    steps = Breath()
    steps.take()
    assert worked == [], "it has just begun"
    now[0] += 0.05
    steps.take()
    assert worked == [100.05]
    steps.take()
    assert worked == [100.05], "they have had their turn"
    timer.stop()
