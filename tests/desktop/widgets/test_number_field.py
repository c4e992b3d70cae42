from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.number_field import NumberField
from tests.hands import press, type_text


def a_field(qtbot: QtBot, decimals: int = 1) -> NumberField:
    field = NumberField(0, 100, decimals)
    qtbot.addWidget(field)
    field.show_value(12.5 if decimals else 12)
    field.show()
    field.setFocus()
    return field


@pytest.mark.parametrize("typed", ["7.3", "7,3", " 7,3 "])
def test_a_number_is_told_however_its_decimals_are_written(qtbot: QtBot, typed: str) -> None:
    field = a_field(qtbot)
    with qtbot.waitSignal(field.committed) as told:
        type_text(field, typed)
        press(field, Qt.Key.Key_Return)
    assert told.args == [7.3]
    assert field.value == 7.3


@pytest.mark.parametrize("typed", [" ", "x", "101", "-1", "1,2,3"])
def test_what_is_no_number_within_bounds_is_shown_as_wrong_and_not_told(
    qtbot: QtBot, typed: str
) -> None:
    field = a_field(qtbot)
    with qtbot.assertNotEmitted(field.committed):
        type_text(field, typed)
        field.commit()
    assert field.property("state") == "wrong"
    assert field.value == 12.5


def test_the_arrows_step_within_the_bounds(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    with qtbot.waitSignals([field.committed] * 2):
        press(field, Qt.Key.Key_Up)
        press(field, Qt.Key.Key_Up)
    assert field.value == 13.5
    whole = a_field(qtbot, decimals=0)
    with qtbot.waitSignal(whole.committed) as told:
        press(whole, Qt.Key.Key_Down)
    assert told.args == [11]


def test_decimals_are_shown_as_the_language_writes_them(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale("vi_VN"))
    try:
        assert a_field(qtbot).text() == "12,5"
    finally:
        QLocale.setDefault(QLocale.c())


def test_what_is_being_typed_is_not_replaced_by_the_same_value(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    type_text(field, "12.")
    field.show_value(12.5)

    assert field.text() in {"12.", "12.5"}
    assert field.value == 12.5
