"""The scrolling pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.widgets import page_stack
from desktop.widgets.page_stack import ZOOMS, PageStack
from desktop.widgets.pdf_pages import PdfPages, PdfUnreadableError
from desktop.widgets.theme import SPACE
from tests.desktop.widgets.pdfs import A4, A6, a_pdf
from tests.hands import press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _stack(qtbot: QtBot, *sizes: tuple[float, float]) -> PageStack:
    stack = PageStack()
    qtbot.addWidget(stack)
    stack.resize(500, 400)
    with qtbot.waitExposed(stack):
        stack.show()
    if sizes:
        with qtbot.waitSignal(stack.settled):
            stack.show_pages(PdfPages(a_pdf(*sizes)))
    return stack


def _colour_at(stack: PageStack, x: int, y: int) -> QColor:
    return stack.viewport().grab().toImage().pixelColor(x, y)


def _wheel(stack: PageStack, turn: int, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    place = QPointF(stack.viewport().rect().center())
    event = QWheelEvent(
        place,
        stack.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stack.viewport(), event)
    return event


def test_without_a_pdf_it_is_empty_and_scrolls_nowhere(qtbot: QtBot) -> None:
    stack = _stack(qtbot)
    assert stack.page_count == 0
    assert stack.verticalScrollBar().maximum() == 0
    assert _colour_at(stack, 250, 200) == QColor("#dcdad5")
    stack.fit_width()
    stack.go_to_page(0)
    assert stack.current_page == 0


def test_it_draws_what_is_in_sight_and_little_more(qtbot: QtBot) -> None:
    stack = _stack(qtbot, *[A4] * 50)
    assert stack.page_count == 50
    drawn = {number for number, _ in stack.pictures}
    assert 0 in drawn
    assert max(drawn) <= 3


def test_ink_stands_where_the_paper_has_it(qtbot: QtBot) -> None:
    stack = _stack(qtbot, A4)
    stack.set_zoom(1.0)
    with qtbot.waitSignal(stack.settled):
        stack.viewport().update()
    left = SPACE + round(25 * 96 / 72)
    assert _colour_at(stack, left, 300) == QColor("black")


def test_fitting_the_width_follows_the_view(qtbot: QtBot) -> None:
    stack = _stack(qtbot, A4, A6)
    assert stack.fits_width
    narrow = stack.zoom
    with qtbot.waitSignal(stack.zoom_changed):
        stack.resize(800, 400)
    assert stack.zoom > narrow
    assert stack.horizontalScrollBar().maximum() == 0


def test_another_size_of_the_view_leaves_a_chosen_zoom(qtbot: QtBot) -> None:
    stack = _stack(qtbot, A4)
    stack.set_zoom(2.0)
    stack.resize(300, 300)
    assert stack.zoom == 2.0
    assert stack.horizontalScrollBar().maximum() > 0


def test_zooming_keeps_the_place(qtbot: QtBot) -> None:
    stack = _stack(qtbot, *[A4] * 10)
    stack.go_to_page(7)
    stack.zoom_in()
    assert stack.current_page == 7
    stack.zoom_out()
    assert stack.current_page == 7


def test_zooming_ends_at_the_smallest_and_the_largest_step(qtbot: QtBot) -> None:
    stack = _stack(qtbot, A6)
    for _ in ZOOMS:
        stack.zoom_in()
    assert stack.zoom == ZOOMS[-1]
    for _ in range(2 * len(ZOOMS)):
        stack.zoom_out()
    assert stack.zoom == ZOOMS[0]


def test_the_keyboard_scrolls_and_zooms(qtbot: QtBot) -> None:
    stack = _stack(qtbot, *[A4] * 5)
    bar = stack.verticalScrollBar()
    press(stack, Qt.Key.Key_Down)
    assert bar.value() > 0
    press(stack, Qt.Key.Key_Space)
    after_space = bar.value()
    assert after_space > 100
    press(stack, Qt.Key.Key_Space, SHIFT)
    assert bar.value() < after_space
    press(stack, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert stack.current_page == 4
    press(stack, Qt.Key.Key_Home)
    assert stack.current_page == 0
    press(stack, Qt.Key.Key_Plus, CTRL)
    assert not stack.fits_width
    larger = stack.zoom
    press(stack, Qt.Key.Key_Minus, CTRL)
    assert stack.zoom < larger
    press(stack, Qt.Key.Key_0, CTRL)
    assert stack.fits_width


def test_enter_does_not_end_the_dialog_around_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    stack = PageStack(dialog)
    finish = QPushButton("Finish", dialog)
    finish.setDefault(True)
    finish.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(stack)
    column.addWidget(finish)
    with qtbot.waitExposed(dialog):
        dialog.show()
    press(stack, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_wheel_scrolls_and_with_ctrl_zooms(qtbot: QtBot) -> None:
    stack = _stack(qtbot, *[A4] * 5)
    before = stack.zoom
    _wheel(stack, -120, Qt.KeyboardModifier.NoModifier)
    assert stack.verticalScrollBar().value() > 0
    assert stack.zoom == before
    assert _wheel(stack, 120, CTRL).isAccepted()
    larger = stack.zoom
    assert larger > before
    _wheel(stack, -120, CTRL)
    assert stack.zoom < larger
    smaller = stack.zoom
    _wheel(stack, 0, CTRL)
    assert stack.zoom == smaller


def test_the_page_in_sight_is_told(qtbot: QtBot) -> None:
    stack = _stack(qtbot, *[A4] * 5)
    with qtbot.waitSignal(stack.page_changed) as told:
        stack.go_to_page(3)
    assert told.args == [3]
    with qtbot.assertNotEmitted(stack.page_changed):
        stack.go_to_page(17)


def test_another_pdf_keeps_the_place_and_shows_the_old_picture_until_it_is_drawn(
    qtbot: QtBot,
) -> None:
    stack = _stack(qtbot, *[A4] * 5)
    stack.go_to_page(2)
    with qtbot.waitSignal(stack.settled):
        stack.viewport().update()
    place = stack.verticalScrollBar().value()
    stack.show_pages(PdfPages(a_pdf(*[A4] * 5, text="Other")))
    assert stack.verticalScrollBar().value() == place
    assert stack.pictures == {}
    assert _colour_at(stack, SPACE + round(25 * stack.zoom * 96 / 72), 200) == QColor("black")
    with qtbot.waitSignal(stack.settled):
        stack.viewport().update()
    assert stack.pictures != {}


def test_a_shorter_pdf_shows_its_last_page(qtbot: QtBot) -> None:
    stack = _stack(qtbot, *[A4] * 5)
    stack.set_zoom(1.0)
    stack.go_to_page(4)
    stack.show_pages(PdfPages(a_pdf(A4, A6)))
    assert stack.current_page == 1
    stack.show_pages(None)
    assert stack.page_count == 0


def test_pictures_out_of_sight_are_dropped_when_there_are_many(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_stack, "_KEPT_PX", 800_000)
    stack = _stack(qtbot, *[A4] * 20)
    for number in range(20):
        stack.go_to_page(number)
        with qtbot.waitSignal(stack.settled):
            stack.viewport().update()
    held = sum(image.width() * image.height() for image in stack.pictures.values())
    assert held <= 800_000 * 2
    assert {number for number, _ in stack.pictures} <= {17, 18, 19}


def test_a_page_that_cannot_be_drawn_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PdfUnreadableError("damaged")

    stack = _stack(qtbot)
    monkeypatch.setattr(PdfPages, "band", refuse)
    with qtbot.waitSignal(stack.failed):
        stack.show_pages(PdfPages(a_pdf(A4)))


def test_on_a_sharper_screen_the_pictures_are_drawn_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = _stack(qtbot, A4)
    coarse = stack.pictures[0, 0].width()
    viewport = stack.viewport()
    monkeypatch.setattr(viewport, "devicePixelRatioF", lambda: 2.0)
    monkeypatch.setattr(stack, "viewport", lambda: viewport)
    stack.grab()
    with qtbot.waitSignal(stack.settled):
        viewport.update()
    assert stack.pictures[0, 0].width() == 2 * coarse


def test_the_focus_is_seen(qtbot: QtBot) -> None:
    stack = _stack(qtbot, A4)
    with qtbot.waitActive(stack):
        stack.activateWindow()
    stack.setFocus()
    focused = _colour_at(stack, 0, 100)
    stack.clearFocus()
    assert _colour_at(stack, 0, 100) != focused


def test_it_asks_for_room_for_a_page(qtbot: QtBot) -> None:
    stack = _stack(qtbot)
    assert stack.sizeHint().height() > stack.minimumSizeHint().height()
    assert stack.accessibleName()
