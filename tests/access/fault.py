"""One thing wrong with what is on screen, and the walk through the widgets of a window."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

_NO_TIP = "no tool tip"
_LONGEST = 90  # letters of a text that are enough to find it


class Fault(Struct, frozen=True, order=True):
    """What is wrong, and with what."""

    kind: str
    where: str
    what: str


def parts_of(window: QWidget) -> Iterator[QWidget]:
    """Go through a window and what is in sight within it, windows over it left out."""
    yield window
    for part in window.findChildren(QWidget):
        if part.window() is window and part.isVisibleTo(window):
            yield part


def place_of(widget: QWidget) -> str:
    """Say which widget it is: its kinds and names from the window down."""
    steps = []
    step: QWidget | None = widget
    while step is not None and not step.isWindow():
        kind = type(step).__name__
        if kind not in ("QWidget", "QStackedWidget"):
            steps.append(f"{kind}#{step.objectName()}" if step.objectName() else kind)
        step = step.parentWidget()
    return "/".join(reversed(steps[:4]))


def tip_at(widget: QWidget, place: QPoint) -> str:
    """Rest the mouse on a place of a widget, and read the tool tip that comes."""
    QToolTip.showText(QPoint(), _NO_TIP)  # the one before would stay for a moment
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    text = QToolTip.text().removeprefix(_NO_TIP)
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<qt>" in text else text


def short(text: str) -> str:
    """Cut a text to what is enough to find it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
