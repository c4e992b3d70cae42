"""Which page of the guide belongs to which window, section and dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.guide_pages import INDEX

PLACES = {
    "HomeWindow": INDEX,
}


def place_of(widget: QWidget | None) -> str:
    """Find the place in the guide for where the officer is: the nearest one that has its own."""
    while widget is not None:
        shown = _shown_in(widget) if widget.isWindow() or _own(widget) else None
        place = _own(shown or widget)
        if place:
            return place
        widget = widget.parentWidget()
    return INDEX


def _own(widget: QWidget) -> str:
    """Name the place of a class of window, of which there is one for each name."""
    return next(
        (PLACES[kind.__name__] for kind in type(widget).__mro__ if kind.__name__ in PLACES), ""
    )


def _shown_in(widget: QWidget) -> QWidget | None:
    """Find the innermost part with a place of its own that the window shows just now."""
    window = widget.window()
    parts = [
        one
        for one in widget.findChildren(QWidget)
        if one.isVisible() and one.window() is window and _own(one)
    ]
    return max(parts, key=_depth, default=None)


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None or widget.isWindow() else 1 + _depth(parent)
