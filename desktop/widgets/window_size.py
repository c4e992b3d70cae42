"""Windows that fit the screen they open on, old laptops' too, and are gone when closed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget

_FRAME_PX = 40  # title bar and borders that the system adds


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what the screen has room for."""
    room = QApplication.primaryScreen().availableGeometry()
    window.resize(min(width, room.width()), min(height, room.height() - _FRAME_PX))


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window; it is deleted when it is closed."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - every enum of Qt, of no use to the start

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
