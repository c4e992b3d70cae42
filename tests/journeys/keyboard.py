"""A keyboard, and the ear of somebody who hears the screen instead of seeing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.access.fault import place_of
from tests.access.spoken import is_name, spoken_name
from tests.journeys.officer import wait_until

_MOST_STOPS = 150  # of one page; who presses Tab more often is caught in it
_RING_PX = 3  # how far around a control its focus may be drawn
_NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the cursor is, and notes what is said after each.

    Attributes:
        heard: name and role of each control that had the cursor.
        silent: controls without a name or a role, by their place.
        unseen: kinds of controls that look the same with the cursor and without.
        trapped: controls that Tab does not leave.
    """

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.silent: set[str] = set()
        self.unseen: set[str] = set()
        self.trapped: set[str] = set()
        self._looked_at: set[str] = set()

    @property
    def focus(self) -> QWidget:
        """The control with the cursor."""
        wait_until(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        if widget is None:
            raise LookupError("nothing has the cursor")
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key, and hear what has the cursor then."""
        QTest.keyClick(self.focus, key, modifiers)
        QTest.qWait(0)
        if QApplication.focusWidget() is not None:
            self._hear(self.focus)

    def tab(self, *, back: bool = False) -> None:
        """Go on to the next control, or back to the one before."""
        before = self.focus
        with_cursor = _picture(before)
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        shift = Qt.KeyboardModifier.ShiftModifier if back else _NONE
        self.press(key, shift)
        if self.focus is before:
            self.trapped.add(place_of(before))
        kind = type(before).__name__
        if kind not in self._looked_at and before.isVisible():
            self._looked_at.add(kind)
            if _picture(before) == with_cursor:
                self.unseen.add(kind)

    def tab_to(self, is_it: Callable[[QWidget], bool], *, back: bool = False) -> QWidget:
        """Press Tab until the cursor is where it is wanted."""
        for _ in range(_MOST_STOPS):
            if is_it(self.focus):
                return self.focus
            self.tab(back=back)
        raise LookupError([name for name, _ in self.heard[-_MOST_STOPS:]])

    def go_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab until a control of this name is heard."""
        wanted = name.replace("&", "")
        return self.tab_to(lambda widget: spoken_name(widget) == wanted, back=back)

    def go_round(self) -> int:
        """Press Tab until the cursor is back where it was; count the stops."""
        start = self.focus
        for stops in range(1, _MOST_STOPS):
            self.tab()
            if self.focus is start:
                return stops
        raise LookupError([name for name, _ in self.heard[-_MOST_STOPS:]])

    def _hear(self, widget: QWidget) -> None:
        named = widget.focusProxy() or widget
        name = spoken_name(named)
        role = QAccessible.queryAccessibleInterface(named).role()
        self.heard.append((name, role.name))
        # what the program paints itself is to Qt a client area, told by its name alone
        if not is_name(name) or role is QAccessible.Role.NoRole:
            self.silent.add(f"{place_of(named)}: {name!r}, {role.name}")


def _picture(widget: QWidget) -> QImage:
    """Photograph a control with a little around it."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint())
    part = widget.rect().translated(corner).adjusted(-_RING_PX, -_RING_PX, _RING_PX, _RING_PX)
    return window.grab(part).toImage()
