"""The days of other events."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.records import EventDay
from desktop.widgets.event_days_field import EventDaysField
from tests.hands import type_text

PARTY, TET = ("party", "Đại hội Đảng bộ xã <b>&</b>", None), ("tet", "Tết", date(2025, 1, 29))


def _field(qtbot: QtBot, *events: tuple[str, str, date | None]) -> EventDaysField:
    field = EventDaysField()
    qtbot.addWidget(field)
    field.offer(events)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    return field


def test_a_day_typed_is_committed_beside_those_of_other_events(qtbot: QtBot) -> None:
    kept = EventDay(event="elsewhere", day=date(2025, 5, 1))
    field = _field(qtbot, PARTY)
    field.show_value((kept,))
    type_text(field.fields["party"].line, "25/3/2025")
    with qtbot.waitSignal(field.committed) as told:
        field.commit()
    assert told.args == [(kept, EventDay(event="party", day=date(2025, 3, 25)))]


def test_an_emptied_day_is_taken_out(qtbot: QtBot) -> None:
    field = _field(qtbot, PARTY)
    field.show_value((EventDay(event="party", day=date(2025, 3, 25)),))
    type_text(field.fields["party"].line, " ")
    with qtbot.waitSignal(field.committed) as told:
        field.commit()
    assert told.args == [()]


def test_the_plans_own_day_is_shown_until_another_is_typed(qtbot: QtBot) -> None:
    field = _field(qtbot, TET)
    field.show_value(())
    assert field.fields["tet"].line.text() == "29/01/2025"


def test_names_are_shown_as_written(qtbot: QtBot) -> None:
    field = _field(qtbot, PARTY)
    (label,) = [one for one in field.findChildren(QLabel) if one.buddy() is not None]
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "Day of: Đại hội Đảng bộ xã <b>&&</b>"
    assert field.fields["party"].accessibleName() == "Day of: Đại hội Đảng bộ xã <b>&</b>"


def test_other_events_take_the_place_of_the_first_ones(qtbot: QtBot) -> None:
    field = _field(qtbot, PARTY)
    same = field.fields["party"]
    field.offer((PARTY,))
    assert field.fields["party"] is same
    field.offer((TET,))
    assert list(field.fields) == ["tet"]
    field.setFocus()
    assert QApplication.focusWidget() is field.fields["tet"].line
