"""The table of records with its buttons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.records import PresidiumMember, PresidiumRole
from desktop.models.record_rows import Column, ColumnKind
from desktop.widgets.record_table import RecordTable
from tests.builders import ident
from tests.hands import child, press, type_text


def _table(qtbot: QtBot, *names: str) -> RecordTable:
    ids = iter(range(100, 200))
    table = RecordTable(
        (
            Column("name", "Họ và tên"),
            Column(
                "role",
                "Vai trò",
                ColumnKind.CHOICE,
                width=120,
                choices=((PresidiumRole.CHAIR, "Chủ trì"), (PresidiumRole.MEMBER, "Thành viên")),
            ),
        ),
        lambda: PresidiumMember(id=ident(next(ids)), name=""),
        "Thêm",
    )
    qtbot.addWidget(table)
    table.setAccessibleName("Đoàn Chủ tịch")
    table.show_value(tuple(PresidiumMember(id=ident(n), name=name) for n, name in enumerate(names)))
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    return table


def _names(table: RecordTable) -> list[str]:
    return [row.name for row in table.model.rows]  # type: ignore[attr-defined]


def test_adding_begins_to_edit_the_new_row(qtbot: QtBot) -> None:
    table = _table(qtbot, "Nguyễn Văn A")
    child(table, QPushButton).click()
    editor = child(table, QLineEdit)
    type_text(editor, "H'Hen Niê")
    with qtbot.waitSignal(table.committed):
        press(editor, Qt.Key.Key_Return)
    assert _names(table) == ["Nguyễn Văn A", "H'Hen Niê"]


def test_a_new_row_goes_below_the_selected_one(qtbot: QtBot) -> None:
    table = _table(qtbot, "a", "b")
    table.select(0)
    table.add_row()
    assert _names(table) == ["a", "", "b"]


def test_an_open_editor_is_stored_when_the_page_is_flushed(qtbot: QtBot) -> None:
    table = _table(qtbot, "cũ")
    table.edit(0)
    editor = child(table, QLineEdit)
    qtbot.waitUntil(editor.hasFocus)
    type_text(editor, "mới")
    with qtbot.waitSignal(table.committed):
        table.commit()
    assert _names(table) == ["mới"]


def test_delete_and_alt_arrows_work_from_the_keyboard(qtbot: QtBot) -> None:
    table = _table(qtbot, "a", "b", "c")
    table.select(2)
    press(table.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _names(table) == ["a", "c", "b"]
    press(table.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _names(table) == ["a", "b", "c"]
    press(table.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(table.table, Qt.Key.Key_Delete)
    assert _names(table) == ["a", "b"]


def test_the_buttons_move_and_remove_the_selected_row(qtbot: QtBot) -> None:
    table = _table(qtbot, "a", "b")
    _, remove, up, down = table.findChildren(QPushButton)
    assert not remove.isEnabled()
    table.select(0)
    down.click()
    assert _names(table) == ["b", "a"]
    up.click()
    assert _names(table) == ["a", "b"]
    table.select(0)
    remove.click()
    assert _names(table) == ["b"]


def test_a_choice_is_picked_from_a_list(qtbot: QtBot) -> None:
    table = _table(qtbot, "a")
    cell = table.model.index(0, 1)
    table.table.setCurrentIndex(cell)
    table.table.edit(cell)
    editor = child(table, QComboBox)
    assert editor.currentText() == "Thành viên"
    editor.setCurrentIndex(0)
    with qtbot.waitSignal(table.committed) as signal:
        editor.activated.emit(0)
    assert signal.args[0][0].role is PresidiumRole.CHAIR


def test_a_finding_leads_to_its_record(qtbot: QtBot) -> None:
    table = _table(qtbot, "a", "b", "c")
    table.focus_record(ident(2))
    assert table.selected_rows() == [2]
    assert QApplication.focusWidget() is table.table


def test_the_table_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    table = _table(qtbot, *"abcdefgh")
    last = table.model.index(7, 0)
    assert table.table.viewport().rect().contains(table.table.visualRect(last))


def test_a_table_with_nothing_to_type_is_not_edited(qtbot: QtBot) -> None:
    table = RecordTable(
        (Column("clock", "Giờ", ColumnKind.COMPUTED),), lambda: PresidiumMember(id="", name=""), "+"
    )
    qtbot.addWidget(table)
    table.add_row()
    assert table.model.data(table.model.index(0, 0)) is None
    assert table.model.rowCount(QModelIndex()) == 1


def test_no_line_of_a_cell_is_cut(qtbot: QtBot) -> None:
    table = _table(qtbot, "Chi hội trưởng Chi hội Nông dân kiêm Phó Trưởng thôn " * 6)
    table.resize(430, 400)
    cell = table.model.index(0, 0)

    def is_whole() -> bool:
        width = table.table.columnWidth(0) - 20  # paddings of the theme, and a hair
        text = cell.data()
        room = QRect(0, 0, width, 10_000)
        lines = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return table.table.rowHeight(0) >= lines.height()

    qtbot.waitUntil(is_whole)


def test_a_long_table_scrolls_in_itself_and_a_short_one_does_not(qtbot: QtBot) -> None:
    table = _table(qtbot, *(f"Người số {number}" for number in range(200)))
    assert table.table.height() < 600
    assert table.table.verticalScrollBar().maximum() > 0
    table.focus_record(table.model.rows[150].id)  # type: ignore[attr-defined]
    assert table.table.verticalScrollBar().value() > 0
    table.show_value(table.model.rows[:3])
    assert table.table.verticalScrollBar().maximum() == 0
