from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.documents.badges.imposition import Order
from desktop.documents.badges.load import shipped_sheet
from desktop.widgets.palettes import Colour
from desktop.widgets.sheet_picture import SheetPicture
from desktop.widgets.theme import colour_of
from tests.hands import press

SHEET = shipped_sheet("a4-ten-cr80")


def a_picture(qtbot: QtBot, order: Order = Order.ROWS, start: int = 1) -> SheetPicture:
    picture = SheetPicture()
    qtbot.addWidget(picture)
    picture.resize(260, 170)
    picture.show_sheet(SHEET, order, start)
    picture.show()
    return picture


def click(picture: SheetPicture, place: int) -> None:
    middle = picture._rect(picture._cells[place - 1]).center().toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle)


def test_a_click_on_a_place_chooses_it(qtbot: QtBot) -> None:
    picture = a_picture(qtbot)
    with qtbot.waitSignal(picture.start_chosen) as chosen:
        click(picture, 7)
    assert chosen.args == [7]
    with qtbot.assertNotEmitted(picture.start_chosen):
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        click(picture, 1)  # is the first free one already


def test_the_arrows_go_to_the_next_place_and_no_farther_than_the_last(qtbot: QtBot) -> None:
    picture = a_picture(qtbot, start=9)
    with qtbot.waitSignal(picture.start_chosen) as chosen:
        press(picture, Qt.Key.Key_Right)
    assert chosen.args == [10]
    picture.show_sheet(SHEET, Order.ROWS, 10)
    with qtbot.assertNotEmitted(picture.start_chosen):
        press(picture, Qt.Key.Key_Right)
        press(picture, Qt.Key.Key_F5)


def test_places_are_counted_as_they_are_filled(qtbot: QtBot) -> None:
    rows, columns = a_picture(qtbot), a_picture(qtbot, Order.COLUMNS)

    assert rows._cells[1].y_mm == rows._cells[0].y_mm
    assert columns._cells[1].x_mm == columns._cells[0].x_mm
    assert a_picture(qtbot, start=99).start == 10


def test_used_places_are_grey(qtbot: QtBot) -> None:
    picture = a_picture(qtbot, start=2)
    image = picture.grab().toImage()
    corners = [
        picture._rect(cell).topLeft().toPoint() + QPoint(5, 5) for cell in picture._cells[:2]
    ]

    assert [image.pixelColor(corner).name() for corner in corners] == [
        colour_of(colour).name() for colour in (Colour.REST, Colour.CHOSEN)
    ]


def test_without_a_sheet_nothing_is_drawn(qtbot: QtBot) -> None:
    picture = SheetPicture()
    qtbot.addWidget(picture)
    picture.show()

    assert not picture.grab().isNull()
