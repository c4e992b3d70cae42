"""Reads every text of a window, and finds what is no Vietnamese in a Vietnamese one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.access.fault import Fault, parts_of, place_of, short

_MARKED = re.compile("[đĐ]")
_MOST_PLAIN = 2  # words that may well have no mark between them
_NAMES = frozenset(("Hoinghi", "Microsoft Visual C++ Runtime (Windows)"))


def foreign_texts(window: QWidget, english: Mapping[str, str]) -> Iterator[Fault]:
    """Find English left over, and Vietnamese without its marks.

    Args:
        window: in Vietnamese.
        english: the source texts of the interface and of Qt, with their Vietnamese.
    """
    for part, text in texts_of(window):
        plain = text.replace("&", "").strip()
        translation = english.get(text, english.get(plain))
        if translation is not None and translation.replace("&", "").strip() != plain:
            yield Fault("English", place_of(part), short(text))
        elif plain not in _NAMES and is_bare(text, _most_plain(window, part)):
            yield Fault("no marks", place_of(part), short(text))


def _most_plain(window: QWidget, part: QWidget) -> int:
    """Of Qt's few words each has a mark; its lists hold what is on the disk."""
    return 0 if is_of_qt(window) and isinstance(part, QLabel | QAbstractButton) else _MOST_PLAIN


def is_bare(text: str, most: int = _MOST_PLAIN) -> bool:
    """Tell more words than that of which none has a mark of Vietnamese."""
    words = [word for word in map(_bare_word, text.split()) if word.isalpha()]
    return len([word for word in words if not word.isupper()]) > most and not has_marks(text)


def _bare_word(word: str) -> str:
    return word.strip("&.,:;()“”…!?*").replace("&", "")


def is_of_qt(window: QWidget) -> bool:
    """Tell a window that Qt brings whole from one of ours."""
    is_frame = isinstance(window, QDialog | QMenu)
    return is_frame and type(window).__module__.startswith("PySide6")


def has_marks(text: str) -> bool:
    """Tell whether a letter is one that only Vietnamese with its marks has."""
    if _MARKED.search(text):
        return True
    return any(unicodedata.combining(letter) for letter in unicodedata.normalize("NFD", text))


def texts_of(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Read what stands in a window and what is said of it, each with its widget."""
    yield window, window.windowTitle()
    for part in parts_of(window):
        for text in (*_shown_by(part), *_said_of(part)):
            if text:
                yield part, text


def _said_of(part: QWidget) -> Iterator[str]:
    yield part.toolTip()
    yield part.accessibleName()
    yield part.accessibleDescription()
    yield QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def _shown_by(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QGroupBox():
            yield part.title()
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QComboBox():
            yield from (part.itemText(place) for place in range(part.count()))
        case QTabBar():
            for place in range(part.count()):
                yield from (part.tabText(place), part.tabToolTip(place))
        case QHeaderView():
            yield from _titles(part)
        case QAbstractItemView():
            yield from _tips(part)


def _titles(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    for section in range(header.count()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")


def _tips(view: QAbstractItemView) -> Iterator[str]:
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(), 40)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield str(model.index(row, column).data() or "")
