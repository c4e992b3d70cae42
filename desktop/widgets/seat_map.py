"""The hall from above: who sits where; two clicks, or the keys, move someone to another seat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.language import tr
from desktop.people.seating import Seat, row_letter
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of, scaled

_SEAT_HEIGHT, _MOST_WIDTH = 22.0, 72.0
_SMALLER = 0.82  # of the usual size: given names fit a seat
_LETTER, _AISLE, _CROSS = 26.0, 12.0, 8.0
_TINTS = (
    Colour.PAPER,
    Colour.TINT_1,
    Colour.TINT_2,
    Colour.TINT_3,
    Colour.TINT_4,
    Colour.TINT_5,
)
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ACT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Sitter:
    """Someone on a seat; `short` is what a seat has room for."""

    person: str
    name: str
    short: str


@dataclass(frozen=True)
class HallView:
    """A hall as it is drawn: its rows and seats, the aisles after some, the block of each seat."""

    rows: int = 0
    seats: int = 0
    aisles: tuple[int, ...] = ()
    cross_aisles: tuple[int, ...] = ()
    blocks: Mapping[Seat, int] | None = None


class SeatMap(QWidget):
    """Shows one hall.

    Attributes:
        moved: the person's id and the seat they are to have.
        looked_at: what the seat under the cursor says.
    """

    moved = Signal(str, object)
    looked_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hall = HallView()
        self._sitting: dict[Seat, Sitter] = {}
        self._cursor = Seat(1, 1)
        self._held: Seat | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Map of the seats"))

    def show_hall(self, hall: HallView, sitting: Mapping[Seat, Sitter]) -> None:
        """Show who sits where; without seats the map is hidden."""
        self._hall, self._sitting = hall, dict(sitting)
        self._held = None
        self._cursor = Seat(
            min(self._cursor.row, max(hall.rows, 1)), min(self._cursor.number, max(hall.seats, 1))
        )
        self.setVisible(bool(hall.rows and hall.seats))
        self.updateGeometry()
        self._tell()

    def words_of(self, seat: Seat) -> str:
        """Say who sits on a seat, and what a click would do."""
        sitter = self._sitting.get(seat)
        held = self._sitting.get(self._held) if self._held else None
        if held is not None and seat != self._held:
            if sitter is not None:
                return tr(
                    "{seat}: {name}. Press to change places with {other}.",
                    seat=seat.name,
                    name=sitter.name,
                    other=held.name,
                )
            return tr("{seat}: free. Press to move {other} here.", seat=seat.name, other=held.name)
        if sitter is None:
            return tr("{seat}: free", seat=seat.name)
        return tr(
            "{seat}: {name}. Press, then press the seat they are to have.",
            seat=seat.name,
            name=sitter.name,
        )

    def sizeHint(self) -> QSize:
        """Be wide, and as high as the rows."""
        height = self._hall.rows * scaled(_SEAT_HEIGHT) + len(self._hall.cross_aisles) * _CROSS
        return QSize(520, int(height) + 2)

    def minimumSizeHint(self) -> QSize:
        """Let a seat be pointed at."""
        width = 2 * scaled(_LETTER) + self._hall.seats * 6 + len(self._hall.aisles) * _AISLE
        return QSize(int(width), self.sizeHint().height())

    def boxes(self) -> Iterator[tuple[Seat, QRectF]]:
        """Place every seat."""
        hall = self._hall
        room = self.width() - 2 * scaled(_LETTER) - len(hall.aisles) * _AISLE
        width = min(room / max(hall.seats, 1), scaled(_MOST_WIDTH))
        for row in range(1, hall.rows + 1):
            top = (row - 1) * scaled(_SEAT_HEIGHT) + _CROSS * _before(row, hall.cross_aisles) + 0.5
            for number in range(1, hall.seats + 1):
                left = (
                    scaled(_LETTER) + (number - 1) * width + _AISLE * _before(number, hall.aisles)
                )
                yield Seat(row, number), QRectF(left, top, width - 1, scaled(_SEAT_HEIGHT) - 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw rows, seats and names."""
        painter = QPainter(self)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        painter.setFont(font)
        for seat, box in self.boxes():
            block = (self._hall.blocks or {}).get(seat, 0)
            tint = _TINTS[block % len(_TINTS)] if block else Colour.PAPER
            painter.setPen(QPen(colour_of(Colour.MUTED), 1))
            painter.setBrush(colour_of(Colour.HELD if seat == self._held else tint))
            painter.drawRect(box)
            sitter = self._sitting.get(seat)
            painter.setPen(colour_of(Colour.INK if sitter else Colour.MUTED))
            _write(painter, box, [sitter.short, "•"] if sitter else [str(seat.number), ""])
            if seat == self._cursor and self.hasFocus():
                painter.setPen(QPen(colour_of(Colour.ACCENT), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
            if seat.number == 1:
                painter.setPen(colour_of(Colour.INK))
                letter = QRectF(0, box.top(), scaled(_LETTER) - 4, box.height())
                painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, row_letter(seat.row))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take someone up, or put them down."""
        seat = self._at(event.position())
        if seat is not None:
            self._cursor = seat
            self._act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about with the arrows; take up and put down with the space bar."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            down, right = _STEPS[key]
            row = min(max(self._cursor.row + down, 1), self._hall.rows)
            self._cursor = Seat(row, min(max(self._cursor.number + right, 1), self._hall.seats))
            self._tell()
        elif key in _ACT:
            self._act()
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self._tell()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say who sits under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            seat = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words_of(seat) if seat else "", self)
            return True
        return super().event(event)

    def _act(self) -> None:
        held = self._sitting.get(self._held) if self._held else None
        if held is not None and self._held != self._cursor:
            self._held = None
            self.moved.emit(held.person, self._cursor)
        elif self._held is None and self._cursor in self._sitting:
            self._held = self._cursor
        else:
            self._held = None
        self._tell()

    def _tell(self) -> None:
        words = self.words_of(self._cursor)
        self.setAccessibleDescription(words)
        self.looked_at.emit(words)
        self.update()

    def _at(self, place: QPointF) -> Seat | None:
        return next((seat for seat, box in self.boxes() if box.contains(place)), None)


def _before(place: int, aisles: Sequence[int]) -> int:
    return sum(one < place for one in aisles)


def _write(painter: QPainter, box: QRectF, choices: Sequence[str]) -> None:
    """Write the first text that fits."""
    for text in choices:
        if painter.fontMetrics().horizontalAdvance(text) <= box.width() - 3:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            return
