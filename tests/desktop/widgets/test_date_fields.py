"""Dates and clock times."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QToolButton
from pytestqt.qtbot import QtBot

from desktop.people.typed_days import parse_date, parse_time
from desktop.widgets.date_fields import ClockField, DateField
from tests.hands import child, press, type_text


@pytest.mark.parametrize("text", ["20/3/2025", "20-03-2025", "20.3.25", " 20 3 2025 "])
def test_a_date_is_read_in_the_ways_officers_write_it(text: str) -> None:
    assert parse_date(text) == date(2025, 3, 20)


@pytest.mark.parametrize("text", ["31/2/2025", "20/3", "hôm nay", "2025-03-20", "1/1/202"])
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7:30", time(7, 30)),
        ("7h30", time(7, 30)),
        ("07 giờ 30 phút", time(7, 30)),
        ("7g", time(7, 0)),
        ("0730", time(7, 30)),
        ("13.05", time(13, 5)),
    ],
)
def test_a_clock_time_is_read_in_the_ways_officers_write_it(text: str, value: time) -> None:
    assert parse_time(text) == value


@pytest.mark.parametrize("text", ["25:00", "sáng", "7:3", "730"])
def test_what_is_no_clock_time_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_time(text)


def test_nothing_typed_is_no_date_and_no_time() -> None:
    assert parse_date("  ") is None
    assert parse_time("") is None


def test_a_typed_date_is_committed_and_shown_in_full_with_its_weekday(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setAccessibleName("Ngày họp")
    type_text(field.line, "20/3/25")
    with qtbot.waitSignal(field.committed) as signal:
        press(field.line, Qt.Key.Key_Return)
    assert signal.args == [date(2025, 3, 20)]
    assert field.line.text() == "20/03/2025"
    assert field.line.accessibleName() == "Ngày họp"


def test_a_wrong_date_stays_on_screen_marked(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show_value(date(2025, 3, 20))
    type_text(field.line, "30/2/2025")
    with qtbot.assertNotEmitted(field.committed):
        field.commit()
    assert field.line.property("state") == "wrong"
    assert field.line.text() == "30/2/2025"


def test_an_emptied_date_is_committed_as_none(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show_value(date(2025, 3, 20))
    field.line.clear()
    with qtbot.waitSignal(field.committed) as signal:
        field.commit()
    assert signal.args == [None]


@pytest.mark.parametrize("typed", ["20/03/2025", "not a date"])
def test_a_date_can_be_picked_from_the_calendar(qtbot: QtBot, typed: str) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    field.line.setText(typed)
    child(field, QToolButton).click()
    calendar = child(field, QCalendarWidget)
    with qtbot.waitSignal(field.committed) as signal:
        calendar.clicked.emit(QDate(2025, 3, 27))
    assert signal.args == [date(2025, 3, 27)]
    QApplication.processEvents()


def test_a_typed_time_is_committed_and_shown_one_way(qtbot: QtBot) -> None:
    field = ClockField()
    qtbot.addWidget(field)
    type_text(field, "7h")
    with qtbot.waitSignal(field.committed) as signal:
        press(field, Qt.Key.Key_Return)
    assert signal.args == [time(7, 0)]
    assert field.text() == "07:00"
    field.show_value(None)
    assert field.text() == ""
