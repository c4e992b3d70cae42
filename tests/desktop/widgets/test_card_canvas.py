"""The card under mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.documents.badges.arrange import extent
from desktop.documents.badges.layout import Code
from desktop.models.badge_draft import BadgeDraft
from desktop.widgets.card_canvas import CardCanvas
from tests.desktop.widgets.designs import design, part
from tests.hands import press

__all__ = ["design"]
LEFT = Qt.MouseButton.LeftButton
FREE = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(qtbot: QtBot, design: BadgeDraft) -> Iterator[CardCanvas]:
    shown = CardCanvas(design)
    qtbot.addWidget(shown)
    shown.resize(600, 700)
    shown.show()
    yield shown
    shown.hide()


def at(canvas: CardCanvas, x_mm: float, y_mm: float) -> QPoint:
    return canvas.place_of(x_mm, y_mm).toPoint()


def middle(canvas: CardCanvas, index: int) -> QPoint:
    left, top, right, bottom = extent(canvas._draft.elements[index])
    return at(canvas, (left + right) / 2, (top + bottom) / 2)


def drag(
    canvas: CardCanvas,
    start: QPoint,
    across_mm: float,
    down_mm: float,
    modifiers: Qt.KeyboardModifier = FREE,
) -> None:
    end = (QPointF(start) + QPointF(across_mm, down_mm) * canvas.scale).toPoint()
    QTest.mousePress(canvas, LEFT, modifiers, start)
    move(canvas, (start + end) / 2, modifiers)
    move(canvas, end, modifiers)
    QTest.mouseRelease(canvas, LEFT, modifiers, end)


def move(canvas: CardCanvas, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """Move the mouse with its button down, which QTest cannot do with modifiers."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        canvas.mapToGlobal(QPointF(place)),
        LEFT,
        LEFT,
        modifiers,
    )
    QApplication.sendEvent(canvas, event)


def test_a_click_selects_the_smallest_part_under_it_and_a_click_beside_selects_nothing(
    canvas: CardCanvas, design: BadgeDraft
) -> None:
    name = part(design, field="name")
    QTest.mouseClick(canvas, LEFT, PLAIN, middle(canvas, name))
    assert list(design.selection) == [name]

    QTest.mouseClick(canvas, LEFT, PLAIN, QPoint(2, 2))
    assert not design.selection


def test_a_click_with_ctrl_adds_and_takes_away(canvas: CardCanvas, design: BadgeDraft) -> None:
    name, post = part(design, field="name"), part(design, field="post")
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(canvas, LEFT, PLAIN, middle(canvas, name))
    QTest.mouseClick(canvas, LEFT, ctrl, middle(canvas, post))
    assert list(design.selection) == [name, post]

    QTest.mouseClick(canvas, LEFT, ctrl, middle(canvas, name))
    assert list(design.selection) == [post]


def test_a_part_is_dragged_and_the_drag_is_one_step(canvas: CardCanvas, design: BadgeDraft) -> None:
    name = part(design, field="name")
    before = extent(design.elements[name])

    drag(canvas, middle(canvas, name), 6, -8)

    after = extent(design.elements[name])
    assert after[0] - before[0] == pytest.approx(6, abs=0.3)
    assert after[1] - before[1] == pytest.approx(-8, abs=0.3)
    assert after[2] - after[0] == pytest.approx(before[2] - before[0], abs=0.11)
    design.undo()
    assert extent(design.elements[name]) == before
    assert not design.can_undo


def test_a_dragged_part_snaps_to_the_safe_zone(canvas: CardCanvas, design: BadgeDraft) -> None:
    design.set_card(elements=design.layout.elements[part(design, field="name") :][:1])
    left = extent(design.elements[0])[0]

    drag(canvas, middle(canvas, 0), design.layout.safe_mm - left + 0.4, 10.0, PLAIN)

    assert extent(design.elements[0])[0] == design.layout.safe_mm


def test_a_handle_stretches_a_part(canvas: CardCanvas, design: BadgeDraft) -> None:
    name = part(design, field="name")
    design.select([name])
    left, top, right, bottom = extent(design.elements[name])

    drag(canvas, at(canvas, right, bottom), -10, 3)

    stretched = extent(design.elements[name])
    assert stretched[:2] == pytest.approx((left, top), abs=0.11)
    assert stretched[2:] == pytest.approx((right - 10, bottom + 3), abs=0.4)


def test_a_handle_snaps_to_what_lies_near(canvas: CardCanvas, design: BadgeDraft) -> None:
    design.set_card(elements=design.layout.elements[part(design, field="name") :][:1])
    design.select([0])
    _, top, right, bottom = extent(design.elements[0])
    edge = design.layout.width_mm - design.layout.safe_mm

    drag(canvas, at(canvas, right, (top + bottom) / 2), edge - right - 0.4, 0, PLAIN)

    assert extent(design.elements[0])[2] == edge


def test_a_part_pushed_together_keeps_a_least_size(canvas: CardCanvas, design: BadgeDraft) -> None:
    name = part(design, field="name")
    design.select([name])
    left, top, right, bottom = extent(design.elements[name])

    drag(canvas, at(canvas, left, (top + bottom) / 2), 200, 0)

    assert extent(design.elements[name])[2] - extent(design.elements[name])[0] >= 1
    assert extent(design.elements[name])[2] == pytest.approx(right, abs=0.11)


@pytest.mark.parametrize(("across", "down"), [(4, 0), (4, 4), (0, 4)])
def test_a_code_stays_square_whichever_handle_is_dragged(
    canvas: CardCanvas, design: BadgeDraft, across: float, down: float
) -> None:
    code = next(i for i, each in enumerate(design.elements) if isinstance(each, Code))
    design.select([code])
    left, top, right, bottom = extent(design.elements[code])
    corner = at(
        canvas,
        left if across else (left + right) / 2,
        top if down else (top + bottom) / 2,
    )

    drag(canvas, corner, across, down)

    x0, y0, x1, y1 = extent(design.elements[code])
    assert x1 - x0 == pytest.approx(y1 - y0)
    assert x1 - x0 == pytest.approx(right - left - 4, abs=0.5)


def test_keys_move_remove_and_select(canvas: CardCanvas, design: BadgeDraft) -> None:
    name = part(design, field="name")
    design.select([name])
    left, top, *_ = extent(design.elements[name])
    press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert extent(design.elements[name])[:2] == pytest.approx((left + 0.5, top - 5))
    press(canvas, Qt.Key.Key_Escape)
    assert not design.selection
    press(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(design.selection) == len(design.elements)
    design.select([name])
    count = len(design.elements)
    press(canvas, Qt.Key.Key_Delete)
    assert len(design.elements) == count - 1
    press(canvas, Qt.Key.Key_F5)  # is not for the card


def test_the_pointer_tells_what_a_handle_does(canvas: CardCanvas, design: BadgeDraft) -> None:
    name = part(design, field="name")
    design.select([name])
    left, top, *_ = extent(design.elements[name])
    QTest.mouseMove(canvas, at(canvas, left, top))
    assert canvas.cursor().shape() is Qt.CursorShape.SizeFDiagCursor
    QTest.mouseMove(canvas, QPoint(2, 2))
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_printed_picture_lies_under_the_handles(canvas: CardCanvas) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("green"))
    canvas.show_picture(picture)

    assert canvas.grab().toImage().pixelColor(at(canvas, 50, 70)) == QColor("green")


def test_the_other_button_takes_hold_of_nothing(canvas: CardCanvas, design: BadgeDraft) -> None:
    name = part(design, field="name")
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, PLAIN, middle(canvas, name))

    assert not design.selection
