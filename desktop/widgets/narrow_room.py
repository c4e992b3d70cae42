"""Buttons and tabs that give way where a page has little room, as on a small screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.widgets.labels import dress_as


class NarrowRoom(QObject):
    """Dresses the buttons of a page small for as long as the page is narrow."""

    def __init__(self, page: QWidget, buttons: Iterable[QWidget], least: int) -> None:
        """Watch a page; `least` is the width in logical pixels from which its buttons are usual."""
        super().__init__(page)
        self._page = page
        self._buttons = tuple(buttons)
        self._least = least
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the page."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            room = "narrow" if self._page.width() < self._least else ""
            for button in self._buttons:
                dress_as(button, "room", room)
        return super().eventFilter(watched, event)
