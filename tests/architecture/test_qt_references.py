from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000


def test_calls_into_qt_keep_the_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 under Python 3.11 loses one a call and dies after some 5,000 calls."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("Đại hội")
    assert abs(sys.getrefcount(None) - before) < CALLS // 100
    assert label.text() == "Đại hội"
