"""Icons from one set, in the colours of the palette that is worn; never the only words of a thing.

Lucide draws them with one stroke in `currentColor`, so that a colour is put in as text. The
home window gets its icons after it was painted.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
)

from desktop.paths import resource
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of, scaled

SIDE = 16  # logical pixels beside text of the usual size
# of what is drawn: each size of text on screens of each scale finds one that is not blurred
_SIDES = (16, 20, 24, 28, 32, 40, 48, 64)
_NAME, _COLOUR = "icon-name", "icon-colour"


class Icon(StrEnum):
    """What is shown; the value is the file's name in the set."""

    ADD = "plus"
    ADVICE = "triangle-alert"
    ASSIGNMENTS = "users-round"
    BADGES = "id-card"
    CLOSE = "x"
    CONTENT = "file-text"
    DAYS = "calendar-days"
    DONE = "circle-check"
    DOWN = "arrow-down"
    HAND_OVER = "send"
    HOME = "house"
    IMPORT = "file-up"
    INFORMATION = "info"
    ISSUE = "stamp"
    LARGER = "zoom-in"
    NEXT = "chevron-right"
    OUTCOME = "flag"
    PEOPLE = "users"
    PICK = "calendar"
    PREVIOUS = "chevron-left"
    PRINT = "printer"
    PROGRAMME = "list-ordered"
    QUESTION = "circle-question-mark"
    REDO = "redo-2"
    REVIEW = "list-checks"
    SAVE = "file-down"
    SEARCH = "search"
    SMALLER = "zoom-out"
    STEP_AHEAD = "circle"
    TYPE = "landmark"
    UNDO = "undo-2"
    UP = "arrow-up"
    WRONG = "circle-x"


def icon_of(icon: Icon, colour: Colour = Colour.INK, at_rest: Colour = Colour.FAINT) -> QIcon:
    """Give an icon in a colour, and in another for what cannot be used now."""
    made = QIcon()
    modes = QIcon.Mode  # without a picture of its own, Qt tints the one of a selected row
    for mode, each in (
        (modes.Normal, colour),
        (modes.Selected, colour),
        (modes.Disabled, at_rest),
    ):
        for side in _SIDES:
            made.addPixmap(_drawn(icon, colour_of(each).name(), side), mode)
    return made


def put_icon(
    owner: QAbstractButton | QAction | QLabel, icon: Icon, colour: Colour = Colour.INK
) -> None:
    """Show an icon on a button, an action or a label, in whichever palette is worn.

    A button of the primary role has its icon in the colour of its text. One that shows no text has
    a tool tip and an accessible name.
    """
    owner.setProperty(_NAME, str(icon))
    owner.setProperty(_COLOUR, str(colour))
    _show(owner)


def put_beside_text(bar: QToolBar, icons: Mapping[QAction, Icon]) -> None:
    """Give actions of a bar icons beside their words; the bar's other pictures stay alone."""
    for action, icon in icons.items():
        put_icon(action, icon)
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def make_primary(button: QPushButton, icon: Icon) -> None:
    """Let a button stand out as what is mostly done here."""
    button.setProperty("role", "primary")
    put_icon(button, icon)


def make_search(box: QLineEdit, name: str) -> None:
    """Let a line be known as the one to search in.

    Args:
        box: where words are typed.
        name: of the search, for a screen reader.
    """
    box.setAccessibleName(name)
    box.setClearButtonEnabled(True)
    glass = QAction(name, box)
    put_icon(glass, Icon.SEARCH, Colour.MUTED)
    box.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)


def put_icons_anew() -> None:
    """Show every icon in the colours and at the size of text that are worn now."""
    for widget in QApplication.allWidgets():
        for owner in (widget, *widget.actions()):
            if owner.property(_NAME) and isinstance(owner, (QAbstractButton, QAction, QLabel)):
                _show(owner)


def _show(owner: QObject) -> None:
    icon, colour = Icon(owner.property(_NAME)), Colour(owner.property(_COLOUR))
    if isinstance(owner, QAction):
        owner.setIcon(icon_of(icon, colour))
    elif isinstance(owner, QLabel):
        side = scaled(SIDE)
        owner.setPixmap(icon_of(icon, colour).pixmap(QSize(side, side), owner.devicePixelRatioF()))
    elif isinstance(owner, QAbstractButton):
        is_primary = owner.property("role") == "primary"
        owner.setIcon(
            icon_of(icon, Colour.ON_ACCENT, Colour.ON_ACCENT_REST)
            if is_primary
            else icon_of(icon, colour)
        )
        owner.setIconSize(QSize(scaled(SIDE), scaled(SIDE)))


@cache
def _text_of(icon: Icon) -> str:
    return resource("icons", "lucide", f"{icon}.svg").read_text(encoding="utf-8")


@cache
def _drawn(icon: Icon, colour: str, side: int) -> QPixmap:
    """Draw an icon; there are few, each in few colours."""
    data = QByteArray(_text_of(icon).replace("currentColor", colour).encode())
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImageReader(reader)
