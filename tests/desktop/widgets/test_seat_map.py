"""The map of the seats: what it says, and how people are moved on it."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.people.seating import Seat
from desktop.widgets.seat_map import HallView, SeatMap, Sitter

HALL = HallView(3, 4, (2,), (1,), {Seat(1, 1): 1})
AN = Sitter("an", "Lê An – Thôn 1", "An")
BINH = Sitter("binh", "Võ Bình", "Bình")


@pytest.fixture
def seats(qtbot: QtBot) -> SeatMap:
    seats = SeatMap()
    qtbot.addWidget(seats)
    seats.resize(500, 120)
    seats.show_hall(HALL, {Seat(1, 1): AN, Seat(2, 3): BINH})
    seats.show()
    return seats


def moves(seats: SeatMap) -> list[tuple[str, Seat]]:
    told: list[tuple[str, Seat]] = []
    seats.moved.connect(lambda person, seat: told.append((person, seat)))
    return told


def click(seats: SeatMap, wanted: Seat) -> None:
    (box,) = [box for seat, box in seats.boxes() if seat == wanted]
    QTest.mouseClick(
        seats,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        box.center().toPoint(),
    )


def test_every_seat_has_a_place_of_its_own_and_aisles_are_left_free(seats: SeatMap) -> None:
    boxes = dict(seats.boxes())
    assert len(boxes) == 12
    assert not any(one.intersects(other) for one, other in combinations(boxes.values(), 2))
    assert all(box.left() >= 0 and box.right() <= 500 for box in boxes.values())
    across = [boxes[Seat(1, number)].left() for number in (1, 2, 3)]
    assert across[2] - across[1] > across[1] - across[0]
    down = [boxes[Seat(row, 1)].top() for row in (1, 2, 3)]
    assert down[1] - down[0] > down[2] - down[1]


def test_two_clicks_move_someone(seats: SeatMap) -> None:
    told = moves(seats)
    click(seats, Seat(1, 1))
    click(seats, Seat(3, 4))
    assert told == [("an", Seat(3, 4))]


def test_a_free_seat_takes_nobody_up_and_a_second_click_puts_back(seats: SeatMap) -> None:
    told = moves(seats)
    click(seats, Seat(3, 3))
    click(seats, Seat(1, 1))
    click(seats, Seat(1, 1))
    click(seats, Seat(3, 3))
    QTest.mouseClick(
        seats, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 118)
    )
    assert told == []


def test_the_keys_do_it_too(seats: SeatMap) -> None:
    told = moves(seats)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTest.keyClick(seats, key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(seats, key)
    QTest.keyClick(seats, Qt.Key.Key_A)
    assert told == [("an", Seat(2, 3))]


def test_it_says_what_is_under_the_cursor_and_what_a_press_would_do(seats: SeatMap) -> None:
    said: list[str] = []
    seats.looked_at.connect(said.append)
    click(seats, Seat(3, 1))
    assert said[-1] == "C1: free"
    click(seats, Seat(1, 1))
    assert said[-1] == "A1: Lê An – Thôn 1. Press, then press the seat they are to have."
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(seats, key)
    assert said[-2] == "B2: free. Press to move Lê An – Thôn 1 here."
    assert said[-1] == "B3: Võ Bình. Press to change places with Lê An – Thôn 1."
    assert seats.accessibleDescription() == said[-1]
    (box,) = [box for seat, box in seats.boxes() if seat == Seat(2, 3)]
    place = box.center().toPoint()
    seats.event(QHelpEvent(QEvent.Type.ToolTip, place, seats.mapToGlobal(place)))
    assert QToolTip.text() == said[-1]
    QToolTip.hideText()


def test_a_seat_that_is_held_is_drawn_apart(seats: SeatMap) -> None:
    (box,) = [box for seat, box in seats.boxes() if seat == Seat(1, 1)]
    spot = box.topLeft().toPoint() + QPoint(5, 5)
    before = seats.grab().toImage().pixelColor(spot)
    click(seats, Seat(1, 1))
    assert seats.grab().toImage().pixelColor(spot) != before


def test_no_hall_is_no_map(seats: SeatMap) -> None:
    seats.show_hall(HallView(), {})
    assert seats.isHidden()
    assert list(seats.boxes()) == []
