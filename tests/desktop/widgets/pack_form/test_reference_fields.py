"""Fields that choose among what the pack defines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.rules.pack_names import Named
from desktop.widgets.pack_form.reference_fields import ReferenceField, ReferencesField
from tests.hands import press, type_text

UNITS = [Named("an-khe", "Xã An Khê", ("units", 0)), Named("cau-da", "Phường & Đá", ("units", 1))]


def _many(count: int) -> list[Named]:
    return [Named(f"xa-{number}", f"Xã số {number}", ("units", number)) for number in range(count)]


def test_one_key_is_chosen_by_its_name(qtbot: QtBot) -> None:
    field = ReferenceField(lambda: UNITS, "– none –")
    qtbot.addWidget(field)
    field.show_value("")
    assert field.read() is None
    assert [field.itemText(row) for row in range(3)] == ["– none –", "Xã An Khê", "Phường & Đá"]
    with qtbot.waitSignal(field.committed) as signal:
        press(field, Qt.Key.Key_Down)
    assert signal.args == ["an-khe"]


def test_a_key_that_is_no_longer_there_is_shown_as_such(qtbot: QtBot) -> None:
    field = ReferenceField(lambda: UNITS, "")
    qtbot.addWidget(field)
    field.show_value("lost")
    assert field.currentText() == "lost (not in the pack)"
    assert field.read() == "lost"
    field.show_value("cau-da")
    assert field.count() == 2


def test_boxes_are_ticked_for_several_keys_whose_order_stays(qtbot: QtBot) -> None:
    field = ReferencesField(lambda: UNITS, "no units")
    qtbot.addWidget(field)
    field.show_value(["lost", "an-khe"])
    assert [box.text() for box in field.boxes] == [
        "Xã An Khê",
        "Phường && Đá",
        "lost (not in the pack)",
    ]
    assert [box.isChecked() for box in field.boxes] == [True, False, True]
    seen: list[list[str]] = []
    field.committed.connect(seen.append)
    field.boxes[1].click()
    field.boxes[2].click()
    assert seen == [["lost", "an-khe", "cau-da"], ["an-khe", "cau-da"]]
    assert field.read() == ["an-khe", "cau-da"]
    field.commit()


def test_where_nothing_is_defined_it_says_where_to_do_so(qtbot: QtBot) -> None:
    field = ReferencesField(list, "no units yet")
    qtbot.addWidget(field)
    field.show()
    field.show_value([])
    assert field._nothing.isVisible()
    assert not field.adder.isVisible()


def test_a_rule_without_a_key_is_told_of_instead(qtbot: QtBot) -> None:
    rule = Named("", "không quá 100", ("levels", 0, "limits", 0))
    field = ReferencesField(lambda: [rule], "")
    qtbot.addWidget(field)
    field.show_value([])
    with qtbot.waitSignal(field.part_chosen) as signal:
        field.boxes[0].click()
    assert signal.args == [rule]


def test_many_are_found_by_typing_a_part_of_the_name(qtbot: QtBot) -> None:
    units = _many(40)
    field = ReferencesField(lambda: units, "")
    field.setAccessibleName("Units")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.show_value(["xa-3"])
    assert [box.text() for box in field.boxes] == ["Xã số 3"]
    assert field.adder.isVisible()
    assert field.adder.accessibleName() == "Add: Units"
    field.setFocus()
    assert QApplication.focusWidget() is field.boxes[0]
    line = field.adder.lineEdit()
    assert line is not None
    line.setFocus()
    type_text(line, "Xã số 17")
    with qtbot.waitSignal(field.committed) as signal:
        press(field.adder, Qt.Key.Key_Return)
    assert signal.args == [["xa-3", "xa-17"]]
    field.show_value(["xa-3", "xa-17"])
    assert [box.text() for box in field.boxes] == ["Xã số 3", "Xã số 17"]
    assert field.adder.findText("Xã số 17") == -1


def test_the_box_at_work_keeps_the_focus_when_others_come(qtbot: QtBot) -> None:
    units = list(UNITS)
    field = ReferencesField(lambda: units, "")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.show_value([])
    field.setFocus()
    units.append(Named("moi", "Xã Mới", ("units", 2)))
    field.show_value([])
    qtbot.waitUntil(field.boxes[0].hasFocus)
    assert len(field.boxes) == 3
