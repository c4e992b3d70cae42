"""F1: the guide beside whatever is in front."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from desktop.guide_pages import INDEX, pages
from desktop.windows.guide_desk import GuideDesk
from desktop.windows.guide_window import GuideWindow
from tests.hands import child, delete_now, press


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[GuideDesk]:
    """Watch the windows of a program."""
    watching = GuideDesk()
    watching.watch()
    yield watching
    watching.end()
    delete_now(watching)


@pytest.fixture
def work(qtbot: QtBot, desk: GuideDesk) -> QMainWindow:
    """Have a window in front, with a field that has the focus."""
    window = QMainWindow()
    window.setCentralWidget(QLineEdit(window))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def _guide(desk: GuideDesk) -> GuideWindow:
    assert desk.window is not None
    return desk.window


def _click_second_page(guide: GuideWindow) -> None:
    """Click as the system would: it asks which windows are blocked, and a call would not."""
    place = guide.list.visualItemRect(guide.list.item(1)).center()
    _click(guide, guide.list.viewport().mapTo(guide, place))


def _click(window: QMainWindow | GuideWindow, place: QPoint) -> None:
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place,
    )


def test_f1_opens_the_guide_from_inside_a_field_and_leaves_the_work_open(
    qtbot: QtBot, desk: GuideDesk, work: QMainWindow
) -> None:
    press(child(work, QLineEdit), Qt.Key.Key_F1)
    guide = _guide(desk)
    assert guide.isVisible()
    assert guide.view.page == INDEX
    assert guide.windowHandle().transientParent() is None
    field = child(work, QLineEdit)
    field.clearFocus()
    assert work.focusWidget() is not field
    _click(work, field.geometry().center())
    assert work.focusWidget() is field


def test_f1_twice_keeps_one_guide(qtbot: QtBot, desk: GuideDesk, work: QMainWindow) -> None:
    press(work, Qt.Key.Key_F1)
    guide = _guide(desk)
    work.activateWindow()
    press(work, Qt.Key.Key_F1)
    assert _guide(desk) is guide
    assert sum(isinstance(one, GuideWindow) for one in QApplication.topLevelWidgets()) == 1


def test_the_guide_can_be_used_over_a_dialog_that_blocks_everything_else(
    qtbot: QtBot, desk: GuideDesk, work: QMainWindow
) -> None:
    button = QPushButton(work)
    button.setGeometry(0, 0, 100, 40)
    button.show()
    dialog = QDialog(work)
    QLineEdit(dialog)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("blocked window"))
    seen: list[str] = []

    def look() -> None:
        try:
            qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
            press(dialog, Qt.Key.Key_F1)
            guide = _guide(desk)
            _click(work, QPoint(20, 20))
            _click_second_page(guide)
            seen.append(guide.view.page)
            assert not guide.tour_button.isEnabled()
        finally:
            dialog.accept()

    QTimer.singleShot(0, look)
    dialog.exec()
    assert pressed == []
    assert seen == [pages()[1].name]


def test_the_guide_stays_when_the_dialog_it_was_opened_over_is_closed(
    qtbot: QtBot, desk: GuideDesk, work: QMainWindow
) -> None:
    dialog = QDialog(work)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(dialog, Qt.Key.Key_F1)
    guide = _guide(desk)
    assert guide.windowHandle().transientParent() is dialog.windowHandle()
    dialog.accept()
    delete_now(dialog)
    assert guide.isVisible()
    assert guide.windowHandle().transientParent() is None
    assert guide.tour_button.isEnabled()
    _click_second_page(guide)
    assert guide.view.page == pages()[1].name


def test_a_guide_that_stood_alone_goes_over_to_the_dialog_that_blocks_it(
    qtbot: QtBot, desk: GuideDesk, work: QMainWindow
) -> None:
    desk.show_place()
    guide = _guide(desk)
    dialog = QDialog(work)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    _click_second_page(guide)
    assert guide.view.page == INDEX
    press(dialog, Qt.Key.Key_F1)
    _click_second_page(guide)
    assert guide.view.page == pages()[1].name
    dialog.reject()


def test_the_guide_alone_keeps_no_program_running(desk: GuideDesk) -> None:
    desk.show_place()
    assert not _guide(desk).testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
