"""Windows that fit the screen they open on, old laptops' too."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

_FRAME_PX = 40  # title bar and borders that the system adds


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what the screen has room for."""
    room = QApplication.primaryScreen().availableGeometry()
    window.resize(min(width, room.width()), min(height, room.height() - _FRAME_PX))
