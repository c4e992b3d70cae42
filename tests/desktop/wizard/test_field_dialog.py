"""One field of many people."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import BirthDate, Gender
from desktop.language import Language, speak
from desktop.models.delegate_rows import DelegateRows
from desktop.wizard.field_dialog import FieldDialog
from tests.builders import a_conference, a_delegate, ident
from tests.hands import type_text

PEOPLE = (
    a_delegate(1, unit="Thôn Một", gender=Gender.MALE),
    a_delegate(2, unit="Thôn Hai"),
    a_delegate(3, unit="Thôn Hai", is_direct_worker=True),
)


def _dialog(qtbot: QtBot, key: str = "") -> FieldDialog:
    rows = DelegateRows()
    rows.show(PEOPLE, a_conference().groups, 2025)
    dialog = FieldDialog(rows, PEOPLE, key)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _line(dialog: FieldDialog, key: str) -> QLineEdit:
    editor = dialog.editors[_place(dialog, key)]
    assert isinstance(editor, QLineEdit)
    return editor


def _box(dialog: FieldDialog, key: str) -> QComboBox:
    editor = dialog.editors[_place(dialog, key)]
    assert isinstance(editor, QComboBox)
    return editor


def _place(dialog: FieldDialog, key: str) -> int:
    return [column.key for column in dialog._columns].index(key)


def test_what_nobody_shares_is_not_offered(qtbot: QtBot) -> None:
    keys = {column.key for column in _dialog(qtbot)._columns}
    assert keys.isdisjoint({"name", "given_name", "id_number", "badge_number", "photo_id"})
    assert {"group_id", "post", "unit", "birth", "honours", "is_party_member"} <= keys


def test_only_those_who_differ_are_changed_and_counted(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "unit")
    type_text(_line(dialog, "unit"), "Thôn Hai")
    assert [one.id for one in dialog.changed] == [ident(1001)]
    assert dialog.changed[0].unit == "Thôn Hai"
    assert dialog.outcome.text().startswith("It changes 1 of 3 people")
    assert dialog.set_button.isEnabled()


def test_an_empty_value_empties_the_field_of_all(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "unit")
    assert [one.unit for one in dialog.changed] == ["", "", ""]


def test_a_birth_date_that_is_none_cannot_be_set(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "birth")
    type_text(_line(dialog, "birth"), "năm ngoái")
    assert not dialog.changed
    assert not dialog.set_button.isEnabled()
    assert dialog.outcome.property("role") == "binding"
    type_text(_line(dialog, "birth"), "5/1975")
    assert {one.birth for one in dialog.changed} == {BirthDate(year=1975, month=5)}
    assert dialog.set_button.isEnabled()


def test_a_choice_is_picked_by_its_name(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "group_id")
    box = _box(dialog, "group_id")
    assert [box.itemText(place) for place in range(box.count())] == [
        "Đại biểu điển hình tiên tiến",
        "Khách mời",
        "none",
    ]
    assert not dialog.set_button.isEnabled(), "they all are in the first group"
    box.setCurrentIndex(1)
    assert {one.group_id for one in dialog.changed} == {ident(13)}


@pytest.mark.parametrize(("key", "place", "count"), [("is_party_member", 0, 3), ("gender", 1, 3)])
def test_marks_and_genders_are_chosen(qtbot: QtBot, key: str, place: int, count: int) -> None:
    dialog = _dialog(qtbot, key)
    _box(dialog, key).setCurrentIndex(place)
    assert len(dialog.changed) == count


def test_another_field_shows_its_own_editor(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "unit")
    dialog.field_box.setCurrentIndex(_place(dialog, "post"))
    assert dialog.column.key == "post"
    assert _line(dialog, "post").isVisible()
    assert not _line(dialog, "unit").isVisible()


def test_words_of_the_list_are_offered(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "unit")
    line = _line(dialog, "unit")
    completer = line.completer()
    completer.splitPath("thon h")
    assert completer.model().index(0, 0).data() == "Thôn Hai"


def test_in_vietnamese_it_speaks_of_values_and_not_of_passphrases(qtbot: QtBot) -> None:
    speak(Language.VIETNAMESE)
    dialog = _dialog(qtbot)
    assert dialog.set_button.text() == "Đặ&t giá trị"
