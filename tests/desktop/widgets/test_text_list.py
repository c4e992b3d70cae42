"""The list of paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.widgets.text_list import TextListEditor
from tests.hands import add_text, child, press, type_text


def _shown(qtbot: QtBot, *texts: str) -> TextListEditor:
    editor = TextListEditor("Add")
    qtbot.addWidget(editor)
    editor.setAccessibleName("Mục đích")
    editor.show_value(texts)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    return editor


def test_showing_paragraphs_commits_nothing(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một", "hai")
    with qtbot.assertNotEmitted(editor.committed):
        editor.commit()
    assert editor.value() == ("một", "hai")


def test_enter_begins_the_next_paragraph_and_takes_the_tail_along(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một hai")
    line = editor.lines[0]
    line.setFocus()
    cursor = line.textCursor()
    cursor.setPosition(3)
    line.setTextCursor(cursor)
    with qtbot.waitSignal(editor.committed) as signal:
        press(line, Qt.Key.Key_Return)
    assert signal.args == [("một", "hai")]


def test_backspace_in_an_empty_paragraph_removes_it(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một", "hai")
    line = editor.lines[1]
    line.setFocus()
    line.clear()
    with qtbot.waitSignal(editor.committed) as signal:
        press(line, Qt.Key.Key_Backspace)
    assert signal.args == [("một",)]
    press(editor.lines[0], Qt.Key.Key_Backspace)


def test_alt_and_an_arrow_move_a_paragraph(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một", "hai", "ba")
    press(editor.lines[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.value() == ("một", "ba", "hai")
    press(editor.lines[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.value() == ("ba", "một", "hai")
    press(editor.lines[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.value() == ("ba", "một", "hai")


def test_pasting_several_lines_makes_several_paragraphs(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "")
    child(editor, QPushButton).click()
    data = QMimeData()
    data.setText("UBND huyện;\n\n  Phòng Nội vụ huyện; \nLưu: VT.")
    editor.lines[0].insertFromMimeData(data)
    assert editor.value() == ("UBND huyện;", "Phòng Nội vụ huyện;", "Lưu: VT.")


def test_typing_and_leaving_commits_the_whole_list(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một")
    child(editor, QPushButton).click()
    added = editor.lines[1]
    add_text(added, "thi đua <b>yêu nước</b>")
    with qtbot.waitSignal(editor.committed) as signal:
        added.clearFocus()
    assert signal.args == [("một", "thi đua <b>yêu nước</b>")]


def test_the_buttons_beside_a_paragraph_move_and_remove_it(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một", "hai")
    up, down, remove = editor.findChildren(QToolButton)[:3]
    down.click()
    assert editor.value() == ("hai", "một")
    up.click()
    assert editor.value() == ("một", "hai")
    remove.click()
    assert editor.value() == ("hai",)
    child(editor, QToolButton, -1).click()
    assert editor.value() == ()


def test_every_paragraph_is_named_for_a_screen_reader(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một", "hai")
    names = [line.accessibleName() for line in editor.lines]
    assert len(set(names)) == 2
    assert all("Mục đích" in name for name in names)


def test_the_focus_goes_to_the_first_paragraph_or_to_the_button(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "một", "hai")
    editor.setFocus()
    assert QApplication.focusWidget() is editor.lines[0]
    editor.focus_line(7)
    editor.show_value(())
    editor.setFocus()
    assert QApplication.focusWidget() is child(editor, QPushButton)


def test_a_long_paragraph_is_shown_whole(qtbot: QtBot) -> None:
    editor = _shown(qtbot, "ngắn")
    line = editor.lines[0]
    low = line.height()
    type_text(line, "dài " * 300)
    assert line.height() > low * 3
