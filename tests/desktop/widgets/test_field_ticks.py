"""The fields of a delegate to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.people.field_catalogue import FIELDS
from desktop.widgets.field_ticks import FieldTicks


def test_every_field_can_be_ticked_and_keeps_its_place(qtbot: QtBot) -> None:
    ticks = FieldTicks()
    qtbot.addWidget(ticks)
    assert not ticks.fields
    ticks.tick(("unit", "name"))
    assert ticks.fields == ("name", "unit"), "in the order of the columns of a list"
    ticks.tick([field.key for field in FIELDS])
    assert ticks.fields == tuple(field.key for field in FIELDS)


def test_a_tick_is_told(qtbot: QtBot) -> None:
    ticks = FieldTicks()
    qtbot.addWidget(ticks)
    with qtbot.waitSignal(ticks.ticked) as told:
        ticks.item(1).setCheckState(Qt.CheckState.Checked)
    assert told.args == [("name",)]


def test_what_the_law_calls_sensitive_says_so(qtbot: QtBot) -> None:
    ticks = FieldTicks()
    qtbot.addWidget(ticks)
    marked = [
        field.key
        for row, field in enumerate(FIELDS)
        if ticks.item(row).text().endswith("– sensitive")
    ]
    assert marked == ["ethnicity", "religion", "is_party_member", "id_number"]


def test_the_field_of_the_cursor_is_explained_and_no_cursor_is_none(qtbot: QtBot) -> None:
    ticks = FieldTicks()
    qtbot.addWidget(ticks)
    with qtbot.waitSignal(ticks.explained) as told:
        ticks.setCurrentRow(4)
    assert told.args[0].startswith("Ethnicity: It is counted for the make-up")
    with qtbot.assertNotEmitted(ticks.explained):
        ticks.setCurrentRow(-1)
