"""Files dropped as a file manager drops them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def drop(widget: QWidget, *paths: Path, text: str = "") -> bool:
    """Drag files over a widget and let go of them there; tell whether they were welcome.

    Qt offers them to the widget first, then to those it lies in, up to the window.
    """
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    return drop_data(widget, data)


def drop_data(widget: QWidget, data: QMimeData) -> bool:
    """Do the same with any data."""
    target: QWidget | None = widget
    while target is not None:
        enter = QDragEnterEvent(QPoint(5, 5), _ANY, data, _LEFT, _NONE)
        enter.setDropAction(Qt.DropAction.MoveAction)
        enter.ignore()
        if target.acceptDrops():
            QApplication.sendEvent(target, enter)
        if target.acceptDrops() and enter.isAccepted():
            event = QDropEvent(QPointF(5, 5), _ANY, data, _LEFT, _NONE)
            event.setDropAction(Qt.DropAction.MoveAction)
            QApplication.sendEvent(target, event)
            if event.isAccepted():
                assert event.dropAction() is Qt.DropAction.CopyAction, "the file stays its owner's"
            return event.isAccepted()
        target = None if target.isWindow() else target.parentWidget()
    return False
