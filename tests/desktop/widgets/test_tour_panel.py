"""The panel of a tour: where it stands, what it frames, and how it is used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.tour_panel import TourPanel, best_place
from tests.hands import press

SIZE, ROOM = QSize(300, 150), QRect(0, 0, 1000, 600)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Have a window in front, with one button."""
    shown = QMainWindow()
    shown.resize(900, 500)
    button = QPushButton("In thẻ", shown)
    button.setGeometry(40, 60, 120, 40)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def _button(window: QMainWindow) -> QPushButton:
    button = window.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def _panel(
    window: QMainWindow, number: int = 1, words: str = "Từ đây in thẻ đại biểu."
) -> TourPanel:
    button = _button(window)
    panel = TourPanel(window)
    panel.tell("In thẻ", words, [button], number, 3)
    return panel


@pytest.mark.parametrize(
    ("framed", "corner"),
    [
        (QRect(0, 0, 200, 600), QPoint(212, 12)),  # beside, on the right
        (QRect(800, 0, 200, 600), QPoint(488, 12)),  # on the left
        (QRect(0, 0, 1000, 100), QPoint(12, 112)),  # below
        (QRect(0, 500, 1000, 100), QPoint(12, 338)),  # above
        (QRect(0, 100, 900, 500), QPoint(688, 12)),  # over the corner that hides least
    ],
)
def test_it_stands_beside_what_it_tells_of(framed: QRect, corner: QPoint) -> None:
    assert best_place(SIZE, framed, ROOM) == QRect(corner, SIZE)


def test_it_frames_the_real_thing_which_still_works(qtbot: QtBot, window: QMainWindow) -> None:
    panel, button = _panel(window), _button(window)
    assert panel.frame.geometry().contains(button.geometry())
    assert panel.frame.isVisible()
    assert not panel.geometry().intersects(button.geometry())
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        button.geometry().center(),
    )
    assert pressed == ["once"]
    panel.end()


def test_it_follows_what_it_frames_and_loses_its_frame_when_that_is_gone(
    qtbot: QtBot, window: QMainWindow
) -> None:
    panel, button = _panel(window), _button(window)
    button.move(500, 300)
    qtbot.waitUntil(lambda: panel.frame.geometry().contains(button.geometry()))
    button.hide()
    qtbot.waitUntil(lambda: not panel.frame.isVisible())
    assert panel.isVisible()
    panel.end()


def test_in_a_window_as_narrow_as_a_small_screen_it_fits(qtbot: QtBot, window: QMainWindow) -> None:
    window.resize(480, 320)
    panel = _panel(
        window, words="Nạp danh sách từ Excel, Word ở đây; gõ thẳng vào bảng để sửa. " * 2
    )
    qtbot.waitUntil(lambda: window.rect().contains(panel.geometry()))
    for child in panel.findChildren(QWidget):
        assert panel.rect().contains(child.geometry())
    panel.end()


def test_keys_go_on_back_and_out(qtbot: QtBot, window: QMainWindow) -> None:
    panel = _panel(window, number=2)
    assert panel.next_button.hasFocus()
    with qtbot.waitSignal(panel.next_wanted):
        press(panel.next_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.back_wanted):
        press(panel.back_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.end_wanted):
        press(window, Qt.Key.Key_Escape)
    panel.end()


def test_the_first_has_no_way_back_and_the_last_none_on(window: QMainWindow) -> None:
    panel = _panel(window)
    assert not panel.back_button.isEnabled()
    panel.tell("Hết", "Đã xem hết.", [], 3, 3)
    assert panel.back_button.isEnabled()
    assert panel.next_button.text() == "&Done"
    assert panel.end_button.isHidden()
    panel.end()


def test_it_is_read_out_whole(window: QMainWindow) -> None:
    panel = _panel(window, number=2)
    assert panel.accessibleName() == "2 of 3 stops: In thẻ"
    assert panel.accessibleDescription() == "Từ đây in thẻ đại biểu."
    spoken = panel.next_button.accessibleDescription()
    assert spoken == "2 of 3 stops. In thẻ. Từ đây in thẻ đại biểu."
    panel.end()
