"""A small panel over a window that tells of one thing after the other, each in a frame.

Nothing is blocked: the window goes on working under it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE, scaled

_WIDTH = 340  # logical pixels
_EDGE = 3
_BETWEEN = 12  # between the panel and what it tells of
_MOVES = frozenset(
    (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Wheel)
)


class TourFrame(QWidget):
    """Draws a frame around a part of its window; the mouse reaches what is inside."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame alone."""
        _draw_edge(self, QPainter(self))


class TourPanel(QFrame):
    """Tells of one stop, with ways to the next, back, and out."""

    back_wanted = Signal()
    next_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._targets: tuple[QWidget, ...] = ()
        self.frame = TourFrame(window)
        self.heading = PlainLabel(role="heading", parent=self)
        self.words = PlainLabel(parent=self)
        self.place_label = PlainLabel(role="hint", parent=self)
        self.back_button = self._button(tr("‹ &Back"), self.back_wanted)
        self.next_button = self._button(tr("&Next ›"), self.next_wanted)
        self.next_button.setProperty("role", "primary")
        self.end_button = self._button(tr("&End"), self.end_wanted)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.place_label, 1)
        for button in (self.end_button, self.back_button, self.next_button):
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._column.setSpacing(GAP)
        for label in (self.heading, self.words):
            self._column.addWidget(label)
        self._column.addLayout(row)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.end_wanted)
        self._place_timer = QTimer(self)  # once all that moves has moved
        self._place_timer.setSingleShot(True)
        self._place_timer.timeout.connect(self._place)
        window.installEventFilter(self)

    def tell(
        self, heading: str, words: str, targets: Sequence[QWidget], number: int, count: int
    ) -> None:
        """Tell of the parts of the window framed; `number` of `count` stops, from 1."""
        self._watch(targets)
        for target in targets:
            _scroll_to(target)
        self.heading.setText(heading)
        self.words.setText(words)
        place = tr("{number} of {count} stops", number=number, count=count)
        self.place_label.setText(place)
        self.back_button.setEnabled(number > 1)
        is_last = number == count
        self.next_button.setText(tr("&Done") if is_last else tr("&Next ›"))
        self.end_button.setVisible(not is_last)
        said = f"{place}. {heading}. {words}"
        self.setAccessibleName(f"{place}: {heading}")
        self.setAccessibleDescription(words)
        self.next_button.setAccessibleDescription(said)
        self.show()
        self.raise_()
        self._place()
        self._place_timer.start(0)
        self.next_button.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def end(self) -> None:
        """Leave the window as it was."""
        self._watch(())
        self._window.removeEventFilter(self)
        for part in (self.frame, self):
            part.hide()
            part.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is framed."""
        if event.type() in _MOVES:
            self._place_timer.start(0)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel like a sheet with an edge of the program's colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        _draw_edge(self, painter)

    def _button(self, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)  # Enter presses the one that has the focus
        button.clicked.connect(wanted)
        return button

    def _watch(self, targets: Sequence[QWidget]) -> None:
        for target in self._targets:
            target.removeEventFilter(self)
        self._targets = tuple(targets)
        for target in self._targets:
            target.installEventFilter(self)

    def _framed(self) -> QRect:
        """Give the place of what is told of, as far as it can be seen."""
        whole = QRect()
        for target in self._targets:
            if target.isVisible():
                whole = whole.united(_seen(target, self._window))
        return whole

    def _place(self) -> None:
        framed = self._framed()
        room = self._window.rect()
        self.frame.setVisible(not framed.isEmpty())
        around = framed.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).intersected(room)
        self.frame.setGeometry(around)
        width = min(scaled(_WIDTH), room.width() - 2 * _BETWEEN)
        size = QSize(width, self._column.totalHeightForWidth(width))
        self.setGeometry(best_place(size, around, room))
        self.frame.raise_()
        self.raise_()


def best_place(size: QSize, framed: QRect, room: QRect) -> QRect:
    """Find where a panel stands beside what it tells of, or else where it hides the least of it."""
    inner = room.adjusted(_BETWEEN, _BETWEEN, -_BETWEEN, -_BETWEEN)
    top = _within(framed.top(), inner.top(), inner.bottom() + 1 - size.height())
    left = _within(framed.left(), inner.left(), inner.right() + 1 - size.width())
    beside = (
        QRect(QPoint(framed.right() + 1 + _BETWEEN, top), size),
        QRect(QPoint(framed.left() - _BETWEEN - size.width(), top), size),
        QRect(QPoint(left, framed.bottom() + 1 + _BETWEEN), size),
        QRect(QPoint(left, framed.top() - _BETWEEN - size.height()), size),
    )
    for place in beside:
        if inner.contains(place):
            return place
    right, bottom = inner.right() + 1 - size.width(), inner.bottom() + 1 - size.height()
    corners = [QPoint(x, y) for y in (bottom, inner.top()) for x in (right, inner.left())]
    return min((QRect(corner, size) for corner in corners), key=lambda one: _hidden(one, framed))


def _seen(target: QWidget, window: QWidget) -> QRect:
    """Give the part of a widget that nothing around it cuts off."""
    seen, widget = target.rect(), target
    while widget is not window and (parent := widget.parentWidget()) is not None:
        seen = seen.translated(widget.pos()).intersected(parent.rect())
        widget = parent
    return seen


def _scroll_to(target: QWidget) -> None:
    widget = target.parentWidget()
    while widget is not None:
        if isinstance(widget, QScrollArea):
            widget.ensureWidgetVisible(target, _BETWEEN, _BETWEEN)
        widget = widget.parentWidget()


def _hidden(place: QRect, framed: QRect) -> int:
    covered = place.intersected(framed)
    return covered.width() * covered.height()


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


def _draw_edge(widget: QWidget, painter: QPainter) -> None:
    pen = QPen(widget.palette().highlight().color(), _EDGE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    half = _EDGE // 2
    painter.drawRect(widget.rect().adjusted(half, half, -half - 1, -half - 1))
