from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.flow_layout import FlowLayout


def _row(qtbot: QtBot, *heights: int) -> tuple[QWidget, FlowLayout, list[QPushButton]]:
    frame = QWidget()
    qtbot.addWidget(frame)
    flow = FlowLayout(frame, across=10, down=5)
    buttons = []
    for height in heights:
        button = QPushButton(frame)
        button.setFixedSize(100, height)
        flow.addWidget(button)
        buttons.append(button)
    return frame, flow, buttons


def test_a_new_row_begins_where_the_width_ends(qtbot: QtBot) -> None:
    frame, flow, buttons = _row(qtbot, 20, 20, 20)
    frame.resize(215, 100)
    frame.show()
    assert [button.pos().toTuple() for button in buttons] == [(0, 0), (110, 0), (0, 25)]
    assert flow.heightForWidth(215) == 45
    assert flow.heightForWidth(400) == 20
    assert flow.sizeHint() == QSize(320, 20)
    assert flow.minimumSize() == QSize(100, 20)


def test_the_things_of_a_row_stand_on_one_line(qtbot: QtBot) -> None:
    frame, _, buttons = _row(qtbot, 20, 40)
    frame.resize(400, 100)
    frame.show()
    assert [button.y() for button in buttons] == [20, 0]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    frame, flow, buttons = _row(qtbot, 20, 20)
    frame.resize(400, 100)
    buttons[0].hide()
    frame.show()
    assert buttons[1].x() == 0
    assert flow.count() == 2
    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.count() == 1
    assert flow.hasHeightForWidth()
    assert FlowLayout().heightForWidth(100) == 0
