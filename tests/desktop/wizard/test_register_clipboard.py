"""Between the register and a spreadsheet, both ways."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db.records import BirthDate
from db.store import Store
from desktop.wizard.paste_dialog import PasteDialog
from desktop.wizard.register import Register
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.wizard.registers import a_register, answer, people
from tests.hands import press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _put_cursor(register: Register, row: int, key: str) -> None:
    rows = register.rows
    register.table.setCurrentIndex(rows.index(row, rows.column_of(key)))


def _stored(store: Store, key: str) -> list[Any]:
    return [getattr(one, key) for one in store.delegates.of(ident(10))]


def test_rows_are_copied_as_the_columns_show_them(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(a_delegate(1, unit="Thôn\t1"), *people()[1:]))
    for number, column in enumerate(register.rows.columns):
        register.table.setColumnHidden(number, column.key not in ("name", "unit", "id_number"))
    register.table.select([ident(1001), ident(1003)])
    press(register.table, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == (
        'Full name\tUnit\tID number\r\nNguyễn Thị Ước\t"Thôn\t1"\t\r\nY Wang Niê\tThôn 3\t\r\n'
    )
    assert "mso-number-format" in data.html()
    assert register.status.text() == "Copied: 2. Paste them into Excel."


def test_nobody_selected_copies_nothing(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    _put("before")
    register.clipboard.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_what_was_copied_and_edited_in_excel_comes_back(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.select([ident(1001), ident(1002), ident(1003)])
    register.edit_menu.copy.trigger()
    looked_at: list[PasteDialog] = []
    answer(monkeypatch, PasteDialog, looked_at.append)
    register.edit_menu.paste.trigger()
    assert looked_at == []
    assert register.status.text() == "Nothing to change.", "the same cells came back"
    text = QGuiApplication.clipboard().text()
    lines = text.replace("Thôn 2", "Thôn 22").replace("Lê Đạt", "Lê Đạt Hai").splitlines()
    _put("\r\n".join([lines[0], *reversed(lines[1:])]))
    register.clipboard.paste()
    assert _stored(store, "name") == ["Lê Đạt Hai", "Nguyễn Thị Ước", "Y Wang Niê"]
    assert _stored(store, "unit") == ["", "Thôn 22", "Thôn 3"], "told by the badge numbers"
    assert register.status.text() == "Pasted: 2."


def test_a_few_cells_are_pasted_at_the_cursor_in_one_step(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    _put_cursor(register, 1, "birth")
    _put("5/1975\n1980\n")
    press(register.table, Qt.Key.Key_V, CTRL)
    births = [None, BirthDate(year=1975, month=5), BirthDate(year=1980)]
    assert _stored(store, "birth") == births
    register.undo()
    assert _stored(store, "birth") == [None, None, None]


def test_a_paste_with_doubts_is_looked_at_first(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    _put_cursor(register, 0, "birth")
    _put("1975\nnăm ngoái\n1980")
    answer(monkeypatch, PasteDialog, lambda dialog: dialog.reject())
    register.clipboard.paste()
    assert _stored(store, "birth") == [None, None, None]
    answer(monkeypatch, PasteDialog, lambda dialog: dialog.accept())
    register.clipboard.paste()
    assert _stored(store, "birth") == [BirthDate(year=1975), None, BirthDate(year=1980)]


def test_a_block_may_be_new_people(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    _put_cursor(register, 2, "name")
    _put("Lê Ba\nLê Bốn")
    answer(monkeypatch, PasteDialog, lambda dialog: dialog.new_button.click())
    with qtbot.waitSignal(register.pasted):
        register.clipboard.paste()
    with qtbot.waitSignal(register.pasted):
        press(register.table, Qt.Key.Key_V, CTRL, SHIFT)


def test_without_a_cursor_a_block_is_new_people(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft())
    _put("Lê Ba")
    with qtbot.waitSignal(register.pasted):
        register.clipboard.paste()
    _put("  ")
    with qtbot.assertNotEmitted(register.pasted):
        register.clipboard.paste_new()
    assert register.status.text() == "There is no text on the clipboard."
