"""Entry fields."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.fields import ChoiceField, ParagraphField, TextField, WholeNumberField
from tests.hands import add_text, press, type_text


def test_a_text_field_commits_once_on_leaving(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    seen: list[str] = []
    field.committed.connect(seen.append)
    field.show_value("Hội trường")
    type_text(field, "  Nhà văn hóa xã  ")
    press(field, Qt.Key.Key_Return)
    field.commit()
    assert seen == ["Nhà văn hóa xã"]


def test_typed_text_is_stored_in_composed_form(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    seen: list[str] = []
    field.committed.connect(seen.append)
    add_text(field, unicodedata.normalize("NFD", "Ước"))
    field.commit()
    assert seen == [unicodedata.normalize("NFC", "Ước")]


def test_showing_a_value_commits_nothing(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.committed):
        field.show_value("Bình Hòa")
        field.commit()
    assert field.text() == "Bình Hòa"


def test_a_paragraph_commits_when_the_focus_leaves(qtbot: QtBot) -> None:
    field, other = ParagraphField(lines=1), TextField()
    for widget in (field, other):
        qtbot.addWidget(widget)
        widget.show()
    field.show_value("cũ")
    field.activateWindow()
    field.setFocus()
    type_text(field, "mới & <b>")
    with qtbot.waitSignal(field.committed) as signal:
        other.activateWindow()
        other.setFocus()
    assert signal.args == ["mới & <b>"]


def test_a_paragraph_grows_with_its_text(qtbot: QtBot) -> None:
    field = ParagraphField(lines=1)
    qtbot.addWidget(field)
    low = field.height()
    field.show_value("một\nhai\nba\nbốn")
    assert field.height() > low


@pytest.mark.parametrize(("typed", "value"), [("200", 200), ("1.200", 1200), ("", None)])
def test_a_number_field_reads_numbers_as_officers_write_them(
    qtbot: QtBot, typed: str, value: int | None
) -> None:
    field = WholeNumberField(0, 5000)
    qtbot.addWidget(field)
    field.show_value(7)
    type_text(field, typed) if typed else field.clear()
    with qtbot.waitSignal(field.committed) as signal:
        press(field, Qt.Key.Key_Return)
    assert signal.args == [value]


@pytest.mark.parametrize("typed", ["hai trăm", "9999", "-1", "²"])
def test_what_is_no_number_in_range_is_marked_and_kept_on_screen(qtbot: QtBot, typed: str) -> None:
    field = WholeNumberField(0, 500)
    qtbot.addWidget(field)
    type_text(field, typed)
    with qtbot.assertNotEmitted(field.committed):
        field.commit()
    assert field.property("state") == "wrong"
    assert field.toolTip()
    assert field.text() == typed


def test_a_choice_is_committed_when_it_is_made(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.offer([("a", "Một"), ("b", "Hai")])
    field.show_value("a")
    with qtbot.waitSignal(field.committed) as signal:
        press(field, Qt.Key.Key_Down)
    assert signal.args == ["b"]
    field.commit()
    assert field.value == "b"


def test_a_list_is_as_wide_as_its_longest_name_however_narrow_its_box(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.offer([("a", "Một"), ("b", "Thành phần, mỗi cột một thành phần, đánh dấu (x)")])
    field.setFixedWidth(80)
    field.show()
    field.showPopup()
    assert field.view().viewport().width() >= field.view().sizeHintForColumn(0) > 80


def test_a_choice_that_is_not_offered_shows_nothing(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.offer([("a", "Một")])
    field.show_value("gone")
    assert field.currentIndex() == -1


def test_the_wheel_over_a_choice_scrolls_the_page_instead(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.offer([("a", "Một"), ("b", "Hai")])
    field.show_value("a")
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.value == "a"


def test_pasted_control_characters_are_left_out(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.committed) as signal:
        field.setText("Nhà\x07 văn\u200b hóa")
        field.commit()
    assert signal.args == ["Nhà văn hóa"]
