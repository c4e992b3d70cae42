"""How the program is dressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop.widgets import theme


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application of the tests, and undress it again."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    theme.apply(qapp)
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("count", [2, 4, 9])
def test_a_short_list_of_a_box_shows_all_its_lines(qtbot: QtBot, count: int) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Thôn {number}" for number in range(count)])
    box.show()
    box.showPopup()
    assert box.view().verticalScrollBar().maximum() == 0
