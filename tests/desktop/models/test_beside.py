"""Long steps: done on another thread, while the windows live and stay open."""

from __future__ import annotations

from threading import Event, current_thread

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.models.beside import beside_the_windows

_PATIENCE_S = 20


def test_the_work_is_done_on_another_thread_and_its_outcome_comes_back(qtbot: QtBot) -> None:
    assert beside_the_windows(current_thread) is not current_thread()


def test_timers_run_meanwhile(qtbot: QtBot) -> None:
    rung = Event()
    QTimer.singleShot(0, rung.set)
    QTimer.singleShot(20, rung.set)
    assert beside_the_windows(lambda: rung.wait(_PATIENCE_S))


def test_what_is_raised_is_raised_where_the_work_was_asked_for(qtbot: QtBot) -> None:
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        beside_the_windows(fail)
    assert QGuiApplication.overrideCursor() is None


def test_a_window_is_closed_by_its_owner_only_afterwards(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    cursors: list[QCursor | None] = []
    done = Event()

    class Wish(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    def close() -> None:
        cursors.append(QGuiApplication.overrideCursor())
        QCoreApplication.sendEvent(window, Wish())
        done.set()

    QTimer.singleShot(20, close)
    beside_the_windows(lambda: done.wait(_PATIENCE_S))
    assert window.isVisible()
    assert [cursor.shape() for cursor in cursors if cursor] == [Qt.CursorShape.WaitCursor]
    window.close()
    assert not window.isVisible()


def test_the_store_is_in_a_step_while_it_is_lent_and_works_on_that_thread(
    store: Store, qtbot: QtBot
) -> None:
    with store.lent():
        busy = store.is_in_step
        beside_the_windows(lambda: store.settings.set("a", "b"))
    assert (busy, store.is_in_step) == (True, False)
    assert store.settings.get("a", "") == "b"
