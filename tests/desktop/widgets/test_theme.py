"""How the program is dressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QTableWidget,
)
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


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("state", ["", "right", "wrong"])
def test_what_is_typed_in_a_cell_is_not_cut(qtbot: QtBot, state: str) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    editor = QLineEdit("Thôn Ngã")
    editor.setProperty("state", state)
    table.setCellWidget(0, 0, editor)
    table.setRowHeight(0, 28)  # as in the register
    table.show()
    with qtbot.waitActive(table):
        table.activateWindow()
    editor.setFocus()
    assert editor.hasFocus()
    option = QStyleOptionFrame()
    editor.initStyleOption(option)
    inside = editor.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, editor)
    assert inside.height() >= editor.fontMetrics().height()


@pytest.mark.usefixtures("dressed")
def test_buttons_of_dialogs_bear_no_icons_of_the_system(qtbot: QtBot) -> None:
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Ok | standard.Cancel)
    qtbot.addWidget(box)
    box.show()
    assert all(button.icon().isNull() for button in box.buttons())
