"""Labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.labels import PlainLabel


def test_markup_in_a_label_is_shown_as_typed(qtbot: QtBot) -> None:
    label = PlainLabel("<b>Ước</b> & <img src='file:///etc/hostname'>", "hint")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text().startswith("<b>Ước</b> & ")
    label.set_role("binding")
    assert label.property("role") == "binding"
