"""The one list of every window and dialog, each with how it is brought on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.access.stage import Show

EVERY_WINDOW: dict[str, Show] = {}

# no window of its own, only what others are made from
BASES = frozenset(("SessionDialog", "_AskDialog"))


def shows(kind: type[QWidget]) -> Callable[[Show], Show]:
    """Enter a function into the list: it shows a window of this kind in each of its states."""

    def enter(show: Show) -> Show:
        EVERY_WINDOW[kind.__name__] = show
        return show

    return enter
