"""The way of the Tab key through the widgets of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def pass_in_turn(*widgets: QWidget) -> None:
    """Let Tab pass through these widgets in this order."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def put_before(last: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab pass through these widgets, with all inside them, just before `last`.

    Qt puts what is made later behind everything else of the window; a typist who trusts the page
    would then land on its buttons.
    """
    inside = [one for widget in widgets for one in _stops(widget)]
    previous = last.previousInFocusChain()
    while previous is not None and previous is not last:
        if previous not in inside and _is_stop(previous):
            break
        previous = previous.previousInFocusChain()
    for stop in (*inside, last):
        if previous is not None and previous is not stop:
            QWidget.setTabOrder(previous, stop)
        previous = stop


def _stops(widget: QWidget) -> list[QWidget]:
    """List where Tab stops in a widget, in the order it has now."""
    stops = [widget] if _is_stop(widget) else []
    one = widget.nextInFocusChain()
    while one is not None and one is not widget:
        if widget.isAncestorOf(one) and _is_stop(one):
            stops.append(one)
        one = one.nextInFocusChain()
    return stops


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
