"""Hands for the tests: an input method, so that typed Vietnamese arrives whole; a mouse."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QTreeView, QWidget

from desktop.widgets.column_widths import header_of

_Widget = TypeVar("_Widget", bound=QWidget)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text into a field that may hold another one already: it is replaced."""
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    add_text(widget, text)


def add_text(widget: QWidget, text: str) -> None:
    """Type a text at the cursor."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press one key."""
    pressed = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        pressed |= modifier
    QTest.keyClick(widget, key, pressed)


def delete_now(thing: QObject) -> None:
    """Delete a Qt object here: the collector may come to it on another thread, timers running."""
    thing.deleteLater()
    QApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete.value)


def child(widget: QWidget, kind: type[_Widget], place: int = 0) -> _Widget:
    """Find the child widget of a kind at a place, counted as they were made."""
    return widget.findChildren(kind)[place]


def draw_column(view: QTableView | QTreeView, column: int, by: int) -> None:
    """Drag the edge of a column with the mouse, so many pixels to the right."""
    header = header_of(view)
    edge = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    start, left = QPoint(edge, header.height() // 2), Qt.MouseButton.LeftButton
    QTest.mousePress(header.viewport(), left, pos=start)
    QTest.mouseMove(header.viewport(), start + QPoint(by // 2, 0))
    QTest.mouseMove(header.viewport(), start + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), left, pos=start + QPoint(by, 0))
