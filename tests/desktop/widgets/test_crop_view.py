"""The frame of what is kept of a photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.people.photo_parts import Crop
from desktop.widgets.crop_view import CropView
from tests.desktop.pictures import a_preview
from tests.hands import press


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> CropView:
    view = CropView(a_preview(tmp_path))
    qtbot.addWidget(view)
    view.resize(400, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def _form(crop: Crop) -> float:
    return crop.width * 800 / (crop.height * 600)


def test_it_begins_with_what_is_proposed(view: CropView) -> None:
    assert (view.crop.top, view.crop.height) == (0.0, 1.0)
    assert view.crop.left + view.crop.width / 2 == pytest.approx(0.5)


def test_arrows_move_the_frame_and_the_edge_stops_it(view: CropView) -> None:
    left = view.crop.left
    press(view, Qt.Key.Key_Right)
    assert view.crop.left == pytest.approx(left + 0.02)
    press(view, Qt.Key.Key_Up)
    assert view.crop.top == 0.0
    for _ in range(60):
        press(view, Qt.Key.Key_Left)
    assert view.crop.left == 0.0
    assert view.crop.width == pytest.approx(0.5625)


def test_plus_and_minus_resize_it_in_its_form(view: CropView) -> None:
    press(view, Qt.Key.Key_Plus)
    small = view.crop
    assert small.width < 0.5625
    assert _form(small) == pytest.approx(3 / 4)
    for _ in range(90):
        press(view, Qt.Key.Key_Plus)
    assert min(view.crop.width, view.crop.height) >= 0.079
    for _ in range(90):
        press(view, Qt.Key.Key_Minus)
    assert view.crop.width == pytest.approx(0.5625)
    assert _form(view.crop) == pytest.approx(3 / 4)
    press(view, Qt.Key.Key_A)


def test_the_wheel_resizes_it(view: CropView) -> None:
    for turn, wanted in ((120, 0.5625 / 1.06), (-120, 0.5625)):
        event = QWheelEvent(
            QPointF(200, 200),
            QPointF(200, 200),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
        assert view.crop.width == pytest.approx(wanted)


def test_the_mouse_drags_it(view: CropView, qtbot: QtBot) -> None:
    left = view.crop.left
    QTest.mouseMove(view, QPoint(100, 200))
    assert view.crop.left == left, "not taken hold of"
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    with qtbot.waitSignal(view.changed):
        QTest.mouseMove(view, QPoint(240, 200))
    assert view.crop.left == pytest.approx(left + 0.1)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))
    QTest.mouseMove(view, QPoint(300, 200))
    assert view.crop.left == pytest.approx(left + 0.1)


def test_what_is_cut_off_lies_in_shade(view: CropView) -> None:
    picture = view.grab().toImage()
    kept, cut = picture.pixelColor(200, 200), picture.pixelColor(20, 200)
    assert abs(kept.blue() - 128) <= 2, "JPEG rounds"
    assert cut.blue() < kept.blue() // 2


def test_a_quarter_turn_proposes_anew_and_four_lead_back(view: CropView) -> None:
    first = view.crop
    press(view, Qt.Key.Key_R)
    assert view.crop.quarter_turns == 1
    assert view.crop.width == 1.0, "a photo that lay on its side is kept across"
    assert view.crop.width * 600 / (view.crop.height * 800) == pytest.approx(3 / 4)
    view.resize_frame(0.5)
    assert view.crop.quarter_turns == 1
    for _ in range(3):
        view.turn()
    assert view.crop == first
