"""Sessions and assignments, one card each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from db.records import Assignment, Session, SessionKind
from desktop.widgets.assignments_field import AssignmentsField
from desktop.widgets.record_cards import RecordCards
from desktop.widgets.sessions_field import SessionsField
from tests.builders import ident
from tests.hands import press, type_text


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = iter(range(500, 600))
    return lambda: ident(next(numbers))


def _shown(qtbot: QtBot, cards: RecordCards) -> None:
    qtbot.addWidget(cards)
    with qtbot.waitActive(cards):
        cards.show()
        cards.activateWindow()


def test_the_first_session_starts_in_the_morning_and_the_next_in_the_afternoon(
    qtbot: QtBot, new_id: Callable[[], str]
) -> None:
    field = SessionsField(new_id)
    _shown(qtbot, field)
    seen: list[tuple[Session, ...]] = []
    field.committed.connect(seen.append)
    field.add_button.click()
    day = field.cards[0].day  # type: ignore[attr-defined]
    type_text(day.line, "20/3/2025")
    press(day.line, Qt.Key.Key_Return)
    field.add_button.click()
    first, second = seen[-1]
    assert (first.day, first.start) == (date(2025, 3, 20), time(7, 30))
    assert (second.day, second.start) == (date(2025, 3, 20), time(13, 30))


def test_kind_and_start_of_a_session_are_stored(qtbot: QtBot, new_id: Callable[[], str]) -> None:
    field = SessionsField(new_id)
    field.show_value((Session(id=ident(1)),))
    _shown(qtbot, field)
    line = field.cards[0]
    with qtbot.waitSignal(field.committed) as signal:
        press(line.kind, Qt.Key.Key_Down)  # type: ignore[attr-defined]
    assert signal.args[0][0].kind is SessionKind.PREPARATORY
    line.start.setText("8h15")  # type: ignore[attr-defined]
    with qtbot.waitSignal(field.committed) as signal:
        field.commit()
    assert signal.args[0][0].start == time(8, 15)


def test_a_removed_card_is_gone(qtbot: QtBot, new_id: Callable[[], str]) -> None:
    field = SessionsField(new_id)
    field.show_value((Session(id=ident(1)), Session(id=ident(2))))
    _shown(qtbot, field)
    remove = field.cards[0].findChildren(QToolButton)[-1]
    with qtbot.waitSignal(field.committed) as signal:
        remove.click()
    assert [one.id for one in signal.args[0]] == [ident(2)]


def test_an_assignment_keeps_body_and_duties(qtbot: QtBot, new_id: Callable[[], str]) -> None:
    field = AssignmentsField(new_id)
    field.show_value((Assignment(id=ident(1), body="Văn phòng", duties=("Dự thảo kế hoạch",)),))
    _shown(qtbot, field)
    card = field.cards[0]
    type_text(card.body, "Văn phòng – Thống kê")  # type: ignore[attr-defined]
    with qtbot.waitSignal(field.committed) as signal:
        card.commit()
    (stored,) = signal.args[0]
    assert (stored.body, stored.duties) == ("Văn phòng – Thống kê", ("Dự thảo kế hoạch",))


def test_the_focus_goes_to_a_card_or_to_the_button(qtbot: QtBot, new_id: Callable[[], str]) -> None:
    field = AssignmentsField(new_id)
    _shown(qtbot, field)
    field.setFocus()
    assert QApplication.focusWidget() is field.add_button
    field.add_button.click()
    field.add_button.click()
    field.focus_record(field.cards[1].record_id)
    qtbot.waitUntil(field.cards[1].body.hasFocus)  # type: ignore[attr-defined]
    field.setFocus()
    assert QApplication.focusWidget() is field.cards[0].body  # type: ignore[attr-defined]


def test_sessions_take_the_focus_on_their_day(qtbot: QtBot, new_id: Callable[[], str]) -> None:
    field = SessionsField(new_id)
    field.show_value((Session(id=ident(1)),))
    _shown(qtbot, field)
    field.setFocus()
    assert QApplication.focusWidget() is field.cards[0].day.line  # type: ignore[attr-defined]
