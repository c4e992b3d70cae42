"""The programme as a timeline: a lane for each session, each item as wide as it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.language import tr
from desktop.rules.timetable import Slot
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of, scaled

_BAR_HEIGHT = 26.0
_LINE_HEIGHT = 18.0
_LANE_GAP = 6.0
_PADDING = 6.0
_TINTS = (
    Colour.TINT_1,
    Colour.PAPER,
)  # in turns, so that neighbours are told apart without colours
_LEAST_TEXT = 60.0
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Stretch:
    """An item of the programme: its row in the table, and when it is."""

    row: int
    title: str
    minutes: int
    slot: Slot | None = None


@dataclass(frozen=True)
class Lane:
    """A session; its name is written where there are several."""

    name: str
    stretches: tuple[Stretch, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(one.minutes for one in self.stretches)


class TimelineBar(QWidget):
    """Lanes under one another on one scale; a click on an item tells its row."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Programme as a timeline"))

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these sessions; those without minutes are left out."""
        self._lanes = tuple(lane for lane in lanes if lane.minutes)
        told = (words_of(one) for lane in self._lanes for one in lane.stretches if one.minutes)
        self.setAccessibleDescription("; ".join(told))
        self.setVisible(bool(self._lanes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be wide, and as high as the lanes."""
        lanes = len(self._lanes)
        height = lanes * self._lane_height() + max(lanes - 1, 0) * _LANE_GAP
        return QSize(360, int(height))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())

    def boxes(self) -> Iterator[tuple[Stretch, QRectF]]:
        """Place every item that takes time."""
        longest = max((lane.minutes for lane in self._lanes), default=1)
        scale = (self.width() - 1.0) / longest
        for lane, top in self._tops():
            left = 0.5
            for one in lane.stretches:
                width = one.minutes * scale
                if width:
                    yield one, QRectF(left, top, width, scaled(_BAR_HEIGHT))
                left += width

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the lanes."""
        painter = QPainter(self)
        for lane, top in self._tops():
            if len(self._lanes) > 1:
                painter.setPen(colour_of(Colour.MUTED))
                name = QRectF(0, top - scaled(_LINE_HEIGHT), self.width(), scaled(_LINE_HEIGHT))
                painter.drawText(name, _MIDDLE_LEFT, lane.name)
        clear_from = {top: 0.0 for _, top in self._tops()}
        for one, box in self.boxes():
            painter.setPen(QPen(colour_of(Colour.MUTED), 1))
            painter.setBrush(colour_of(_TINTS[one.row % len(_TINTS)]))
            painter.drawRect(box)
            _name(painter, one, box)
            clear_from[box.top()] = self._clock(painter, one, box, clear_from[box.top()])
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the row of the item that was clicked."""
        found = self._at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(found.row)

    def event(self, event: QEvent) -> bool:
        """Say the whole item in a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words_of(found) if found else "", self)
            return True
        return super().event(event)

    def _at(self, place: QPointF) -> Stretch | None:
        return next((one for one, box in self.boxes() if box.contains(place)), None)

    def _lane_height(self) -> float:
        named = scaled(_LINE_HEIGHT) if len(self._lanes) > 1 else 0.0
        return named + scaled(_BAR_HEIGHT) + scaled(_LINE_HEIGHT)

    def _tops(self) -> Iterator[tuple[Lane, float]]:
        height = self._lane_height()
        for place, lane in enumerate(self._lanes):
            bottom = place * (height + _LANE_GAP) + height
            yield lane, bottom - scaled(_LINE_HEIGHT) - scaled(_BAR_HEIGHT)

    def _clock(self, painter: QPainter, one: Stretch, box: QRectF, clear_from: float) -> float:
        """Write when an item begins, where the time before leaves room; give where it ends."""
        if one.slot is None or box.left() < clear_from:
            return clear_from
        text = f"{one.slot.start:%H:%M}"
        width = painter.fontMetrics().horizontalAdvance(text) + _PADDING
        if box.left() + width > self.width():
            return clear_from
        painter.setPen(QPen(colour_of(Colour.LINE), 1))
        painter.drawLine(box.bottomLeft(), QPointF(box.left(), box.bottom() + 4))
        painter.setPen(colour_of(Colour.MUTED))
        room = QRectF(box.left(), box.bottom() + 1, width, scaled(_LINE_HEIGHT) - 1)
        painter.drawText(room, _MIDDLE_LEFT, text)
        return box.left() + width + _PADDING


def words_of(one: Stretch) -> str:
    """Say an item with its times and minutes."""
    said = tr("{title}, {minutes} minutes", title=one.title, minutes=one.minutes)
    return f"{one.slot.start:%H:%M} – {one.slot.end:%H:%M}: {said}" if one.slot else said


def _name(painter: QPainter, one: Stretch, box: QRectF) -> None:
    """Write number and title where there is room, else the number alone."""
    painter.setPen(colour_of(Colour.INK))
    number = str(one.row + 1)
    metrics = painter.fontMetrics()
    inside = box.adjusted(_PADDING, 0, -_PADDING, 0)
    if inside.width() >= _LEAST_TEXT:
        text = f"{number}. {one.title}"
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, _MIDDLE_LEFT, elided)
    elif metrics.horizontalAdvance(number) <= box.width() - 2:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
