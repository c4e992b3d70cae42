"""The list whose items lead somewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.action_list import ActionList
from tests.hands import press

LONG = "Nơi tổ chức chưa được ghi, hãy ghi rõ hội trường và địa chỉ. " * 3


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()


def test_enter_opens_the_item_and_ends_no_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    items = ActionList(dialog)
    items.addItems(["one", "two"])
    items.setCurrentRow(1)
    finish = QPushButton("Finish", dialog)
    finish.setDefault(True)
    finish.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(items)
    column.addWidget(finish)
    _shown(qtbot, dialog)
    with qtbot.waitSignal(items.itemActivated) as opened:
        press(items, Qt.Key.Key_Return)
    assert opened.args[0].text() == "two"
    press(items, Qt.Key.Key_Up)
    assert items.currentRow() == 0
    assert dialog.isVisible()


def test_a_long_item_takes_the_lines_it_needs(qtbot: QtBot) -> None:
    items = ActionList()
    items.addItems(["short", LONG])
    items.resize(240, 300)
    _shown(qtbot, items)
    line = items.fontMetrics().lineSpacing()
    assert items.sizeHintForRow(0) < 2 * line
    narrow = items.sizeHintForRow(1)
    assert narrow > 4 * line
    items.resize(700, 300)
    assert items.sizeHintForRow(1) < narrow


def test_items_that_do_not_wrap_take_one_line(qtbot: QtBot) -> None:
    items = ActionList()
    items.setWordWrap(False)
    items.addItem(LONG)
    items.resize(200, 100)
    _shown(qtbot, items)
    assert items.sizeHintForRow(0) < 2 * items.fontMetrics().lineSpacing() + 8


def test_it_is_as_high_as_its_items_up_to_a_limit(qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(300, 600)
    items = ActionList(page)
    column = QVBoxLayout(page)
    column.addWidget(items)
    column.addStretch(1)
    items.fit_content(150)
    _shown(qtbot, page)
    items.addItem("one")
    qtbot.waitUntil(lambda: items.height() < 60)
    items.addItems([f"item {number}" for number in range(40)])
    qtbot.waitUntil(lambda: items.height() == 150)
    assert items.minimumSizeHint().height() < 100


def test_otherwise_it_takes_the_room_it_gets(qtbot: QtBot) -> None:
    items = ActionList()
    items.addItem("one")
    _shown(qtbot, items)
    assert items.sizeHint().height() > items.minimumSizeHint().height() > 30
