"""Where windows come back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.widgets.keepsakes import keep, keep_in, kept
from desktop.widgets.window_size import keep_place, resize_within_screen


class _Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        resize_within_screen(self, 400, 300)
        keep_place(self)


@pytest.fixture(autouse=True)
def _kept_in_the_store(store: Store) -> Iterator[None]:
    keep_in(store.settings)
    yield
    keep_in(None)


def _window(qtbot: QtBot) -> _Window:
    window = _Window()
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_window_comes_back_where_it_was_and_as_large(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.setGeometry(QRect(60, 80, 420, 310))
    window.close()
    assert _window(qtbot).geometry() == QRect(60, 80, 420, 310)


def test_a_window_that_would_open_beside_the_screen_comes_in(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.setGeometry(QRect(5000, 4000, 420, 310))
    window.close()
    room = QApplication.primaryScreen().availableGeometry()
    assert room.contains(_window(qtbot).geometry())


def test_a_window_larger_than_the_screen_fits_it(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.setGeometry(QRect(0, 0, 6000, 5000))
    window.close()
    room = QApplication.primaryScreen().availableGeometry()
    again = _window(qtbot).geometry()
    assert (again.width(), again.height()) <= (room.width(), room.height())


@pytest.mark.parametrize("nonsense", ["", "Hội nghị", "AAAA"])
def test_a_place_that_makes_no_sense_leaves_the_usual_size(qtbot: QtBot, nonsense: str) -> None:
    keep("place:_Window", nonsense)
    assert _window(qtbot).size().toTuple() == (400, 300)


def test_nothing_is_kept_where_no_store_is_open(qtbot: QtBot) -> None:
    keep_in(None)
    window = _window(qtbot)
    window.close()
    assert kept("place:_Window") == ""
