"""The span of years."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Period
from desktop.widgets.period_field import PeriodField
from tests.hands import press, type_text


def _field(qtbot: QtBot) -> PeriodField:
    field = PeriodField()
    qtbot.addWidget(field)
    field.setAccessibleName("Giai đoạn")
    return field


def test_a_period_is_committed_once_both_years_stand(qtbot: QtBot) -> None:
    field = _field(qtbot)
    seen: list[object] = []
    field.committed.connect(seen.append)
    type_text(field.first, "2020")
    press(field.first, Qt.Key.Key_Return)
    assert seen == []
    type_text(field.last, "2025")
    field.commit()
    assert seen == [Period(first_year=2020, last_year=2025)]


def test_years_out_of_order_are_not_committed(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value(Period(first_year=2020, last_year=2025))
    with qtbot.assertNotEmitted(field.committed):
        type_text(field.last, "2019")
        field.commit()


def test_an_emptied_period_is_committed_as_none(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value(Period(first_year=2020, last_year=2025))
    field.first.clear()
    field.last.clear()
    with qtbot.waitSignal(field.committed) as signal:
        field.commit()
    assert signal.args == [None]


def test_both_years_are_named(qtbot: QtBot) -> None:
    field = _field(qtbot)
    assert "Giai đoạn" in field.first.accessibleName()
    assert field.first.accessibleName() != field.last.accessibleName()
