"""The line that says what has just happened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.widgets.message_bar import MessageBar
from tests.hands import child


def test_a_message_offers_its_action_once(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    undone: list[str] = []
    bar.say("Đã xóa <b>“A & B”</b>", "Hoàn tác", lambda: undone.append("x"))
    assert bar.text == "Đã xóa <b>“A & B”</b>"
    assert child(bar, QLabel).textFormat() is Qt.TextFormat.PlainText
    bar.action_button.click()
    assert undone == ["x"]
    assert bar.isHidden()


def test_a_warning_has_no_action_and_can_be_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("một", "Hoàn tác", lambda: None)
    bar.warn("Không ghi được")
    assert bar.action_button.isHidden()
    assert not bar.isHidden()
    bar.action_button.click()
    bar.warn("Không ghi được")
    child(bar, QToolButton).click()
    assert bar.isHidden()
