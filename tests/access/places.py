"""Finds controls outside what holds them, siblings one over the other, windows off the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tests.access.fault import Fault, parts_of, place_of

_LEEWAY_PX = 1
_SOLID = (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTabBar,
)


def misplaced(window: QWidget) -> Iterator[Fault]:
    """Find what has left its place."""
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        size = f"{window.width()} x {window.height()}"
        yield Fault("off screen", "", f"{size} px on {room.width()} x {room.height()}")
    for part in parts_of(window):
        yield from _overlaps(part)
        parent = part.parentWidget()
        if part is window or parent is None:
            continue
        if isinstance(part, _SOLID) and _is_outside(part, parent):
            yield Fault("outside", place_of(part), f"{part.geometry()} of {parent.size()}")
        if isinstance(part, QScrollArea):
            yield from _cut_off(part)


def _is_outside(part: QWidget, parent: QWidget) -> bool:
    holder = parent.parentWidget()
    if isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent:
        return False
    leeway = parent.rect().adjusted(-_LEEWAY_PX, -_LEEWAY_PX, _LEEWAY_PX, _LEEWAY_PX)
    return not leeway.contains(part.geometry())


def _overlaps(parent: QWidget) -> Iterator[Fault]:
    """Compare the controls of one parent; the inner parts of Qt's own controls are theirs."""
    if isinstance(parent, _SOLID) and not isinstance(parent, QGroupBox):
        return
    children = [
        child
        for child in parent.children()
        if isinstance(child, _SOLID) and not child.isWindow() and child.isVisibleTo(parent)
    ]
    for number, one in enumerate(children):
        for other in children[number + 1 :]:
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > _LEEWAY_PX and shared.height() > _LEEWAY_PX:
                yield Fault("overlap", place_of(one), f"{place_of(other)} over it: {shared}")


def _cut_off(area: QScrollArea) -> Iterator[Fault]:
    page = area.widget()
    is_fixed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if page is not None and is_fixed and page.width() > area.viewport().width() + _LEEWAY_PX:
        yield Fault("outside", place_of(area), f"{page.width()} of {area.viewport().width()} px")
