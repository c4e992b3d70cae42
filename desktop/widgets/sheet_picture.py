"""A sheet of paper with its places: a click says where the first card goes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.documents.badges.imposition import Order, Placing, places
from desktop.documents.badges.sheet import Cell, Sheet
from desktop.language import tr
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of, scaled

_HEIGHT = 170
_MARGIN = 4
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class SheetPicture(QWidget):
    """The places of the first sheet in the order they are filled, those before the start used."""

    start_chosen = Signal(int)  # from 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._cells: tuple[Cell, ...] = ()
        self._start = 1
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(scaled(120))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Click the first free place of a sheet that is used already"))

    @property
    def start(self) -> int:
        """The first free place, from 1."""
        return self._start

    def show_sheet(self, sheet: Sheet, order: Order, start: int) -> None:
        """Show a sheet and where the first card goes."""
        self._sheet = sheet
        # piles go through all sheets: on one sheet that is row by row
        filling = Order.ROWS if order is Order.STACK else order
        self._cells = places(sheet.cards, sheet, Placing(order=filling))
        self._start = min(max(1, start), sheet.cards)
        self.setAccessibleName(tr("First free place of the sheet: {place}", place=self._start))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of a sheet laid across."""
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet, its places and their numbers."""
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour_of(Colour.ACCENT if self.hasFocus() else Colour.EDGE), 1))
        painter.setBrush(colour_of(Colour.PAPER))
        painter.drawRect(self._page())
        for number, cell in enumerate(self._cells, start=1):
            is_used = number < self._start
            rect = self._rect(cell).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(colour_of(Colour.MUTED if is_used else Colour.ACCENT), 0.8))
            painter.setBrush(colour_of(Colour.REST if is_used else Colour.CHOSEN))
            painter.drawRect(rect)
            painter.setPen(colour_of(Colour.MUTED if is_used else Colour.INK))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the place under the mouse as the first."""
        for number, cell in enumerate(self._cells, start=1):
            if self._rect(cell).contains(event.position()):
                self._choose(number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a place on or back with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and self._cells:
            self._choose(min(max(1, self._start + step), len(self._cells)))
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        if number != self._start:
            self.start_chosen.emit(number)

    @property
    def _scale(self) -> float:
        if self._sheet is None:
            return 1.0
        room = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        return min(room[0] / self._sheet.page_width_mm, room[1] / self._sheet.page_height_mm)

    def _page(self) -> QRectF:
        sheet = self._sheet
        if sheet is None:
            return QRectF()
        return QRectF(
            _MARGIN,
            _MARGIN,
            sheet.page_width_mm * self._scale,
            sheet.page_height_mm * self._scale,
        )

    def _rect(self, cell: Cell) -> QRectF:
        corner = QPointF(_MARGIN + cell.x_mm * self._scale, _MARGIN + cell.y_mm * self._scale)
        return QRectF(
            corner.x(), corner.y(), cell.width_mm * self._scale, cell.height_mm * self._scale
        )
