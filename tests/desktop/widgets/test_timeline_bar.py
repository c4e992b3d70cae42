"""The timeline: widths are minutes, clicks are rows."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.rules.timetable import Slot
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of
from desktop.widgets.timeline_bar import Lane, Stretch, TimelineBar

MORNING = Lane(
    "Buổi 1",
    (
        Stretch(0, "Chào cờ", 10, Slot(time(7, 30), time(7, 40))),
        Stretch(1, "Khai mạc", 0, Slot(time(7, 40), time(7, 40))),
        Stretch(2, "Báo cáo", 90, Slot(time(7, 40), time(9, 10))),
    ),
)
AFTERNOON = Lane("Buổi 2", (Stretch(3, "Tham luận", 50),))


@pytest.fixture
def bar(qtbot: QtBot) -> TimelineBar:
    bar = TimelineBar()
    qtbot.addWidget(bar)
    bar.resize(1001, 200)
    return bar


def test_each_item_is_as_wide_as_it_is_long_and_follows_the_one_before(bar: TimelineBar) -> None:
    bar.show_lanes([MORNING, AFTERNOON])
    boxes = list(bar.boxes())
    assert [one.row for one, _ in boxes] == [0, 2, 3]
    assert [round(box.width()) for _, box in boxes] == [100, 900, 500]
    assert boxes[0][1].right() == boxes[1][1].left()
    assert boxes[2][1].top() > boxes[1][1].bottom()


def test_it_is_as_high_as_its_lanes_and_gone_without_any(bar: TimelineBar) -> None:
    heights = []
    for lanes in ([], [MORNING], [MORNING, AFTERNOON]):
        bar.show_lanes(lanes)
        heights.append(bar.sizeHint().height())
        assert bar.minimumSizeHint().height() == heights[-1]
    assert all(one < other for one, other in pairwise(heights))
    bar.show_lanes([Lane("", (Stretch(0, "Chào cờ", 0),))])
    assert bar.isHidden()


def test_it_tells_a_screen_reader_all_items(bar: TimelineBar) -> None:
    bar.show_lanes([MORNING, AFTERNOON])
    assert bar.accessibleDescription() == (
        "07:30 – 07:40: Chào cờ, 10 minutes; 07:40 – 09:10: Báo cáo, 90 minutes; "
        "Tham luận, 50 minutes"
    )


def test_a_click_tells_the_row_and_beside_the_items_nothing(bar: TimelineBar) -> None:
    bar.show_lanes([MORNING, AFTERNOON])
    bar.show()
    told: list[int] = []
    bar.picked.connect(told.append)
    for one, box in bar.boxes():
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center().toPoint()
        )
        assert told[-1] == one.row
    QTest.mouseClick(
        bar, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 30)
    )
    QTest.mouseClick(
        bar,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(900, bar.height() - 5),
    )
    assert told == [0, 2, 3]


def test_what_is_under_the_pointer_is_said_whole(bar: TimelineBar) -> None:
    bar.show_lanes([MORNING])
    bar.show()
    place = list(bar.boxes())[1][1].center().toPoint()
    bar.event(QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    assert QToolTip.text() == "07:40 – 09:10: Báo cáo, 90 minutes"
    QToolTip.hideText()


def test_neighbours_have_different_tints(bar: TimelineBar) -> None:
    lane = Lane("", tuple(Stretch(row, "", 10) for row in range(4)))
    bar.show_lanes([lane])
    picture = bar.grab().toImage()
    tints = [
        picture.pixelColor(int(box.right()) - 5, int(box.top()) + 5).name()
        for _, box in bar.boxes()
    ]
    assert tints[0] == tints[2] != tints[1] == tints[3] == colour_of(Colour.PAPER).name()
