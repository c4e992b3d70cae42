"""Finds controls that a screen reader cannot name, and keys that two controls claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from tests.access.fault import Fault, parts_of, place_of, short

_CLASS_NAME = re.compile(r"Q?([A-Z][a-z]+){2,}")
_FOR_KEYS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QTabBar)
_WITH_INNER_BUTTONS = (QLineEdit, QTabBar, QTableView)
_NAMED_KEY = re.compile(r"\(.*(Alt|Ctrl|Backspace)")


def nameless(window: QWidget) -> Iterator[Fault]:
    """Find each control that takes the keyboard without a name."""
    if not window.windowTitle() and window.isWindow():
        yield Fault("nameless", "", "the window has no title")
    for part in parts_of(window):
        if _takes_keys(part) and not is_name(spoken_name(part)):
            yield Fault("nameless", place_of(part), f"says {spoken_name(part)!r}")
        if isinstance(part, QHeaderView):
            yield from _nameless_columns(part)


def unreachable(window: QWidget) -> Iterator[Fault]:
    """Find what can be pressed or chosen with the mouse alone: no Tab, and no key in its name."""
    for part in parts_of(window):
        if not isinstance(part, _FOR_KEYS) or part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            continue
        if _is_inner(part) or isinstance(part.parentWidget(), _WITH_INNER_BUTTONS):
            continue
        if not isinstance(part, QHeaderView) and _NAMED_KEY.search(spoken_name(part)) is None:
            yield Fault("no keys", place_of(part), spoken_name(part))


def spoken_name(widget: QWidget) -> str:
    """Give the name that a screen reader says, on every system.

    Of a combo box Qt says the chosen text where it has no other name; that names nothing.
    """
    if isinstance(widget, QComboBox):
        return widget.accessibleName() or _label_of(widget)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def is_name(text: str) -> bool:
    """Tell whether it says something to people: it is neither nothing nor a name in the code."""
    has_letters = any(letter.isalnum() for letter in text)
    return has_letters and _CLASS_NAME.fullmatch(text) is None


def _label_of(widget: QWidget) -> str:
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget:
            return label.text().replace("&", "")
    return ""


def _takes_keys(part: QWidget) -> bool:
    if part.isWindow() or isinstance(part, QScrollBar):
        return False
    if part.focusPolicy() == Qt.FocusPolicy.NoFocus or part.focusProxy():
        return False
    return not _is_inner(part)


def _is_inner(part: QWidget) -> bool:
    """Tell the line of a combo or spin box, the viewport of a table and the like."""
    if part.objectName().startswith("qt_"):
        return True
    return any(isinstance(holder, QComboBox) for holder in _holders(part))


def _holders(part: QWidget) -> Iterator[QWidget]:
    holder = part.parentWidget()
    while holder is not None:
        yield holder
        holder = holder.parentWidget()


def _nameless_columns(header: QHeaderView) -> Iterator[Fault]:
    view = header.parentWidget()
    if header.orientation() is not Qt.Orientation.Horizontal or header.model() is None:
        return
    if not isinstance(view, QTableView | QTreeView) or not header.isVisibleTo(view):
        return
    for section in range(header.count()):
        said = [
            str(header.model().headerData(section, Qt.Orientation.Horizontal, role) or "")
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
        ]
        if not header.isSectionHidden(section) and not any(map(str.strip, said)):
            yield Fault("nameless", place_of(view), f"column {section} has no title")


def doubled_keys(window: QWidget) -> Iterator[Fault]:
    """Find the letters with Alt that two controls in sight claim, or that no keyboard has."""
    claimed: dict[str, str] = {}
    for text in _texts_with_keys(window):
        key = QKeySequence.mnemonic(text).toString()
        if not key:
            continue
        if not key.isascii():
            yield Fault("key", "", f"{key} is on no keyboard: {short(text)}")
        if key in claimed:
            yield Fault("key", "", f"{key} stands for {short(claimed[key])} and {short(text)}")
        claimed[key] = text


def _texts_with_keys(window: QWidget) -> Iterator[str]:
    for part in parts_of(window):
        match part:
            case QAbstractButton():
                yield part.text()
            case QLabel() if part.buddy() is not None:
                yield part.text()
            case QGroupBox():
                yield part.title()
            case QTabBar():
                for place in range(part.count()):
                    if part.isTabVisible(place):
                        yield part.tabText(place)
