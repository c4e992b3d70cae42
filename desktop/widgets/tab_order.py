"""The way of the Tab key through widgets that are made while the page is in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(last: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab pass through these widgets, with all inside them, just before `last`.

    Qt puts what is made later behind everything else of the window; a typist who trusts the page
    would then land on its buttons.
    """
    inside = [one for widget in widgets for one in _stops(widget)]
    before = [
        one for one in _chain(last.window()) if one is last or (one not in inside and _is_stop(one))
    ]
    place = before.index(last)
    previous = before[place - 1]
    for stop in (*inside, last):
        QWidget.setTabOrder(previous, stop)
        previous = stop


def _chain(first: QWidget) -> list[QWidget]:
    """List the widgets of a window in the order of its focus chain."""
    chain = [first]
    one = first.nextInFocusChain()
    while one is not None and one is not first:
        chain.append(one)
        one = one.nextInFocusChain()
    return chain


def _stops(widget: QWidget) -> list[QWidget]:
    """List where Tab stops in a widget, in the order it has now."""
    return [
        one
        for one in _chain(widget)
        if (one is widget or widget.isAncestorOf(one)) and _is_stop(one)
    ]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
