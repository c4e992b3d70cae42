"""Windows that fit the screen they open on, old laptops' too, and come back where they were left.

A window is known by the name of its class: of each kind there is one in sight. The home window is
watched once it stands, because what that loads is of no use to the start.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.widgets.keepsakes import keep, kept
from desktop.widgets.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

_FRAME_PX = 40  # title bar and borders that the system adds


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, larger for larger text, or what the screen has room for."""
    room = QApplication.primaryScreen().availableGeometry()
    window.resize(min(scaled(width), room.width()), min(scaled(height), room.height() - _FRAME_PX))


def restore_place(window: QWidget) -> None:
    """Put a window where it was left and as large; into the screen, if that is another one now."""
    place = kept(_key(window))
    if place:
        from PySide6.QtCore import QByteArray  # noqa: PLC0415 - of no use to the first start

        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "replace")))


def keep_place(window: QWidget) -> None:
    """Restore a window's place, and keep the one it has whenever it is hidden or closed."""
    restore_place(window)
    watch_place(window)


def watch_place(window: QWidget) -> None:
    """Keep a window's place whenever it is hidden or closed."""
    _Watch(window)


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window; it is deleted when it is closed."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - every enum of Qt, of no use to the start

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, wherever it was."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()


class _Watch(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place of a window that goes."""
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - of no use to the start, see above

        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            with suppress(RuntimeError):  # one that is being deleted: it was hidden before
                place = self._window.saveGeometry().toBase64()
                keep(_key(self._window), bytes(place.data()).decode("ascii"))
        return super().eventFilter(watched, event)


def _key(window: QWidget) -> str:
    return f"place:{type(window).__name__}"
