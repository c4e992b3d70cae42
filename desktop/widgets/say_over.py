"""A sentence over a window that has no place for one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.widgets.window_size import open_dialog


def say_over(window: QWidget, sentence: str) -> None:
    """Say something; the window waits until it is read."""
    box = QMessageBox(QMessageBox.Icon.Information, "Hoinghi", sentence, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    open_dialog(box)
