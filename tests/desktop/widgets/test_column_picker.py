"""The columns of a table, ticked and moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.column_picker import ColumnPicker

COLUMNS = (("number", "STT"), ("name", "Họ và tên"), ("note", "Ghi chú"))


def a_picker(qtbot: QtBot) -> tuple[ColumnPicker, list[tuple[str, ...]]]:
    picker = ColumnPicker(COLUMNS, ("number", "name"))
    qtbot.addWidget(picker)
    told: list[tuple[str, ...]] = []
    picker.committed.connect(told.append)
    return picker, told


def headings(picker: ColumnPicker) -> list[str]:
    return [picker.list.item(row).text() for row in range(picker.list.count())]


def test_the_usual_columns_are_ticked_and_the_others_stand_under_them(qtbot: QtBot) -> None:
    picker, told = a_picker(qtbot)
    picker.show_value(())
    assert headings(picker) == ["STT", "Họ và tên", "Ghi chú"]
    assert picker.value() == ("number", "name")
    assert told == []


def test_stored_columns_stand_in_their_order(qtbot: QtBot) -> None:
    picker, _ = a_picker(qtbot)
    picker.show_value(("note", "name", "unheard-of"))
    assert headings(picker) == ["Ghi chú", "Họ và tên", "STT"]
    assert picker.value() == ("note", "name")


def test_a_tick_commits_all_columns_and_the_usual_ones_commit_nothing(qtbot: QtBot) -> None:
    picker, told = a_picker(qtbot)
    picker.show_value(())
    picker.list.item(2).setCheckState(Qt.CheckState.Checked)
    picker.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert told == [("number", "name", "note"), ()]


def test_a_column_moves_by_its_buttons_and_stays_at_the_ends(qtbot: QtBot) -> None:
    picker, told = a_picker(qtbot)
    picker.show_value(())
    picker.down_button.click()
    assert told == [("name", "number")]
    assert picker.list.currentItem().text() == "STT"
    picker.up_button.click()
    picker.up_button.click()
    assert told == [("name", "number"), ()]


def test_it_is_called_by_its_label(qtbot: QtBot) -> None:
    picker, _ = a_picker(qtbot)
    picker.setAccessibleName("Columns")
    picker.commit()
    assert picker.list.accessibleName() == "Columns"
