"""Buttons of a page that is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.narrow_room import NarrowRoom


def test_buttons_are_small_for_as_long_as_their_page_is_narrow(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button, other = QPushButton(page), QPushButton(page)
    NarrowRoom(page, (button,), 300)
    page.resize(299, 100)
    page.show()
    assert button.property("room") == "narrow"
    assert other.property("room") is None
    page.resize(300, 100)
    assert button.property("room") == ""
