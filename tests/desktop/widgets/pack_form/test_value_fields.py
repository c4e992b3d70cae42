"""Fields for single values of a pack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.typed_values import writing_of
from desktop.rules.pack_part import Bound, DaysFrom, Share
from desktop.rules.pack_people import Age
from desktop.rules.pack_shapes import shape_of
from desktop.widgets.pack_form.texts_field import TextsField
from desktop.widgets.pack_form.value_fields import (
    DayField,
    DaysFromField,
    EnumField,
    FlagBox,
    TextBox,
    ValueLine,
)
from tests.hands import add_text, press, type_text

Stage = Callable[[QWidget], QLineEdit]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Show a field above another one, to which Tab leads; the other one comes back."""
    frames = []

    def show(field: QWidget) -> QLineEdit:
        frame = QWidget()
        frames.append(frame)  # a window that nobody holds is gone
        qtbot.addWidget(frame)
        other = QLineEdit(frame)
        column = QVBoxLayout(frame)
        column.addWidget(field)
        column.addWidget(other)
        with qtbot.waitActive(frame):
            frame.show()
            frame.activateWindow()
        field.setFocus()
        return other

    return show


def test_a_number_is_committed_and_anything_else_kept_as_typed(qtbot: QtBot, stage: Stage) -> None:
    line = ValueLine(writing_of(shape_of(Age)), 100)
    stage(line)
    seen: list[object] = []
    line.committed.connect(seen.append)
    type_text(line, "1.20")
    press(line, Qt.Key.Key_Return)
    type_text(line, "hai mươi")
    press(line, Qt.Key.Key_Return)
    assert seen == [120, "hai mươi"]
    assert line.text() == "hai mươi"
    press(line, Qt.Key.Key_Return)
    line.show_value("hai mươi")
    assert seen == [120, "hai mươi"]
    type_text(line, "20")
    assert line.read() == 20


def test_a_share_is_shown_as_it_is_stored(qtbot: QtBot, stage: Stage) -> None:
    line = ValueLine(writing_of(shape_of(Share)), 100)
    stage(line)
    type_text(line, "70")
    with qtbot.waitSignal(line.committed) as signal:
        press(line, Qt.Key.Key_Tab)
    assert signal.args == ["70%"]
    assert line.text() == "70%"
    type_text(line, "70 %")
    with qtbot.assertNotEmitted(line.committed):
        line.commit()
    assert line.text() == "70%"


def test_a_text_is_stored_on_leaving_and_at_a_pause(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = TextBox()
    box.show_value("Tỉnh")
    other = stage(box)
    box._pause.setInterval(0)
    with qtbot.waitSignal(box.paused) as signal:
        type_text(box, "Tỉnh Sông")
    assert signal.args == ["Tỉnh Sông"]
    with qtbot.assertNotEmitted(box.committed):
        box.show_value("Tỉnh Sông")
        other.setFocus()
    box.setFocus()
    type_text(box, "Tỉnh Sông Mây")
    with qtbot.waitSignal(box.committed) as signal:
        box.commit()
    assert signal.args == ["Tỉnh Sông Mây"]


def test_enter_leaves_a_line_and_breaks_a_longer_text(qtbot: QtBot, stage: Stage) -> None:
    line = TextBox(is_line=True)
    other = stage(line)
    add_text(line, "một")
    press(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    add_text(line, "hai")
    press(line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is other
    assert line.read() == "một\nhai"
    text = TextBox()
    stage(text)
    add_text(text, "một")
    press(text, Qt.Key.Key_Return)
    add_text(text, "hai")
    assert text.read() == "một\nhai"


@pytest.mark.parametrize("text", ["một\u00a0hai", "a\u200bb", "x\u2028y", "một\nhai"])
def test_a_text_that_nobody_touched_stays_to_the_last_sign(
    qtbot: QtBot, stage: Stage, text: str
) -> None:
    box = TextBox()
    stage(box)
    box.show_value(text)
    assert box.read() == text
    with qtbot.assertNotEmitted(box.committed):
        box.commit()
    texts = TextsField()
    stage(texts)
    texts.show_value([text])
    assert texts.read() == [text]
    with qtbot.assertNotEmitted(texts.stored):
        texts.commit()


def test_the_lines_of_a_list_are_stored_on_leaving_and_at_a_pause(
    qtbot: QtBot, stage: Stage
) -> None:
    field = TextsField()
    field.show_value(["một"])
    other = stage(field)
    field._pause.setInterval(0)
    field._add.click()
    with qtbot.waitSignal(field.paused) as signal:
        add_text(field.lines[1], "hai\tba")
    assert signal.args == [["một", "hai ba"]]
    with qtbot.assertNotEmitted(field.stored):
        field.show_value(["một", "hai ba"])
        other.setFocus()
    field.lines[0].setFocus()
    type_text(field.lines[0], "bốn")
    with qtbot.waitSignal(field.stored) as signal:
        other.setFocus()
    assert signal.args == [["bốn", "hai ba"]]


def test_a_flag_that_is_left_out_is_what_the_format_says(qtbot: QtBot, stage: Stage) -> None:
    box = FlagBox("Binding", True)
    stage(box)
    box.show_value(None)
    assert box.read() is True
    with qtbot.waitSignal(box.committed) as signal:
        box.click()
    assert signal.args == [False]
    box.commit()


def test_a_day_that_is_none_stays_as_typed_and_can_be_cleared(qtbot: QtBot, stage: Stage) -> None:
    field = DayField()
    stage(field)
    seen: list[object] = []
    field.committed.connect(seen.append)
    type_text(field.line, "30/2/2030")
    press(field.line, Qt.Key.Key_Return)
    press(field.line, Qt.Key.Key_Return)
    assert seen == ["30/2/2030"]
    assert field.read() == "30/2/2030"
    again = DayField()
    other = stage(again)
    again.show_value("30/2/2030")
    assert again.line.text() == "30/2/2030"
    with qtbot.waitSignal(again.committed) as signal:
        again.line.setFocus()
        again.line.clear()
        other.setFocus()
    assert signal.args == [None]
    type_text(again.line, "20-3-30")
    press(again.line, Qt.Key.Key_Return)
    assert again.read() == date(2030, 3, 20)


def test_a_choice_that_is_left_out_shows_the_default_or_that_nothing_is_said(
    qtbot: QtBot, stage: Stage
) -> None:
    choices = [(bound, bound.name) for bound in Bound]
    field = EnumField(choices, Bound.AT_MOST, "")
    stage(field)
    assert field.read() == "at-most"
    with qtbot.waitSignal(field.committed) as signal:
        press(field, Qt.Key.Key_Down)
    assert signal.args == ["at-least"]
    optional = EnumField(choices, None, "– not said –")
    assert optional.currentText() == "– not said –"
    assert optional.read() is None
    optional.commit()


def test_days_are_counted_before_or_after(qtbot: QtBot, stage: Stage) -> None:
    field = DaysFromField(writing_of(shape_of(DaysFrom)))
    field.setAccessibleName("Days")
    stage(field)
    seen: list[object] = []
    field.committed.connect(seen.append)
    press(field.side, Qt.Key.Key_Down)
    press(field.side, Qt.Key.Key_Up)
    assert seen == []
    type_text(field.line, "30")
    field.commit()
    press(field.side, Qt.Key.Key_Down)
    type_text(field.line, "mười")
    field.commit()
    assert seen == [-30, 30, "mười"]
    field.show_value(-7)
    assert (field.line.text(), field.side.value, field.read()) == ("7", True, -7)
    field.show_value(0)
    assert field.read() == 0
    assert field.side.accessibleName() == "Days: before or after"
