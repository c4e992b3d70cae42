"""A page of a scroll area, replaced from within."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.widgets.scrolled_page import show_page


def test_a_page_lives_until_the_click_that_replaces_it_is_over(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    first, second = QPushButton("1"), QPushButton("2")
    show_page(area, first)
    alive: list[bool] = []

    def replace() -> None:
        show_page(area, second)
        alive.append(shiboken6.isValid(first))

    first.clicked.connect(replace)
    first.click()
    assert alive == [True]
    assert area.widget() is second
    qtbot.waitUntil(lambda: not shiboken6.isValid(first))
