"""A bar of people by kind: told apart by pattern and by words, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import shown_number, tr
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of, scaled

_BAR_HEIGHT = 24.0
_MARK_HEIGHT = 18.0
_PADDING = 8.0
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Part:
    """One stretch of the bar: so many people under one name."""

    name: str
    count: int
    pattern: Qt.BrushStyle
    colour: Colour


FILLS: tuple[tuple[Qt.BrushStyle, Colour], ...] = (
    (Qt.BrushStyle.SolidPattern, Colour.ACCENT),
    (Qt.BrushStyle.BDiagPattern, Colour.SILENT),
    (Qt.BrushStyle.Dense6Pattern, Colour.MUTED),
    (Qt.BrushStyle.NoBrush, Colour.MUTED),
)


class RatioBar(QWidget):
    """Parts side by side, the limit as a line across, the wanted share as a mark below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._limit: int | None = None
        self._mark: tuple[float, str] | None = None
        self._full = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(
        self,
        parts: Sequence[Part],
        limit: int | None = None,
        mark: tuple[float, str] | None = None,
        full: int = 0,
    ) -> None:
        """Show these people.

        Args:
            parts: from left to right.
            limit: how many there may be.
            mark: where the first part should end, in people, and what to write there.
            full: how many the whole width stands for, if these are fewer.
        """
        self._parts, self._limit, self._mark, self._full = tuple(parts), limit, mark, full
        self.setAccessibleDescription("; ".join(map(_label, parts)))
        self.update()

    def sizeHint(self) -> QSize:
        """Be wide, and high enough for the bar and its mark."""
        return QSize(360, int(scaled(_BAR_HEIGHT) + scaled(_MARK_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._width_of_one()
        boxes: list[tuple[Part, QRectF]] = []
        left = 0.5
        for part in self._parts:
            if part.count:
                width = part.count * scale
                boxes.append((part, QRectF(left, 0.5, width, scaled(_BAR_HEIGHT) - 1)))
                left += width
        for part, box in boxes:
            _fill(painter, part, box)
        if not any(part.count for part in self._parts):
            painter.setPen(QPen(colour_of(Colour.EDGE), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, scaled(_BAR_HEIGHT) - 1))
        self._draw_limit(painter, scale)
        for part, box in boxes:
            _name(painter, part, box)
        if self._mark is not None:
            self._draw_mark(painter, self._mark[0] * scale, self._mark[1])
        painter.end()

    def _width_of_one(self) -> float:
        most = max(sum(part.count for part in self._parts), self._limit or 0, self._full, 1)
        return (self.width() - 3.0) / most

    def _draw_limit(self, painter: QPainter, scale: float) -> None:
        """Draw the limit across the bar and name it where the mark's name leaves room."""
        if self._limit is None:
            return
        x = min(self._limit * scale + 0.5, self.width() - 1.5)
        painter.setPen(QPen(colour_of(Colour.INK), 2.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, scaled(_BAR_HEIGHT) + 5))
        text = tr("limit {limit}", limit=self._limit)
        box = _box_beside(painter, x, text, to_the_right=False)
        if self._mark is not None and box.intersects(self._mark_box(painter, scale)):
            box = _box_beside(painter, x, text, to_the_right=True)
        is_over = sum(part.count for part in self._parts) > self._limit
        painter.setPen(colour_of(Colour.BINDING if is_over else Colour.INK))
        painter.drawText(box, _IN_THE_MIDDLE, text)

    def _mark_box(self, painter: QPainter, scale: float) -> QRectF:
        """Give the room of the mark with its name."""
        place, text = self._mark or (0.0, "")
        x = place * scale
        box = _box_beside(painter, x, text, to_the_right=x < self.width() / 2)
        return box.united(QRectF(x - 6, box.top(), 12, box.height()))

    def _draw_mark(self, painter: QPainter, x: float, text: str) -> None:
        top = scaled(_BAR_HEIGHT) + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(Colour.INK))
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x - 5, top + 8), QPointF(x + 5, top + 8)])
        )
        painter.setPen(colour_of(Colour.INK))
        box = _box_beside(painter, x, text, to_the_right=x < self.width() / 2)
        painter.drawText(box, _IN_THE_MIDDLE, text)


def _box_beside(painter: QPainter, x: float, text: str, *, to_the_right: bool) -> QRectF:
    """Give the room for a name below the bar, to one side of a place."""
    width = painter.fontMetrics().horizontalAdvance(text) + 2
    left = x + 9 if to_the_right else x - 11 - width
    return QRectF(left, scaled(_BAR_HEIGHT) + 1, width, scaled(_MARK_HEIGHT) - 1)


def _fill(painter: QPainter, part: Part, box: QRectF) -> None:
    painter.fillRect(box, colour_of(Colour.PAPER))
    painter.setPen(QPen(colour_of(part.colour), 1))
    painter.setBrush(QBrush(colour_of(part.colour), part.pattern))
    painter.drawRect(box)


def _name(painter: QPainter, part: Part, box: QRectF) -> None:
    """Write a part's name and number on it, where there is room."""
    text = _label(part)
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * _PADDING
    if width > box.width():
        return
    if part.pattern is Qt.BrushStyle.SolidPattern:
        painter.setPen(colour_of(Colour.ON_ACCENT))
    else:
        plate = QRectF(0, 0, width, scaled(_BAR_HEIGHT) - 7)
        plate.moveCenter(box.center())
        painter.fillRect(plate, colour_of(Colour.PAPER))
        painter.setPen(colour_of(Colour.INK))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _label(part: Part) -> str:
    return f"{part.name} {shown_number(part.count)}"
