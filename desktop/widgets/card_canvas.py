"""The card in the hands of its designer: its picture, and over it what can be taken hold of."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.documents.badges.arrange import SMALLEST_MM, Area, extent, snap, united
from desktop.documents.badges.layout import Code
from desktop.language import tr
from desktop.models.badge_draft import BadgeDraft
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of

_MARGIN = 28  # px around the card, so that handles at its edge can be taken
_HANDLE = 9
_GRAB = 7  # px from a handle or a thin line that still takes it
_SNAP_PX = 6
_STEP_MM, _LARGE_STEP_MM = 0.5, 5.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
# which edges a handle drags: left, top, right, bottom
_HANDLES = {
    (0.0, 0.0): (True, True, False, False),
    (0.5, 0.0): (False, True, False, False),
    (1.0, 0.0): (False, True, True, False),
    (1.0, 0.5): (False, False, True, False),
    (1.0, 1.0): (False, False, True, True),
    (0.5, 1.0): (False, False, False, True),
    (0.0, 1.0): (True, False, False, True),
    (0.0, 0.5): (True, False, False, False),
}
_CURSORS = {
    (0.0, 0.0): Qt.CursorShape.SizeFDiagCursor,
    (1.0, 1.0): Qt.CursorShape.SizeFDiagCursor,
    (1.0, 0.0): Qt.CursorShape.SizeBDiagCursor,
    (0.0, 1.0): Qt.CursorShape.SizeBDiagCursor,
    (0.5, 0.0): Qt.CursorShape.SizeVerCursor,
    (0.5, 1.0): Qt.CursorShape.SizeVerCursor,
    (0.0, 0.5): Qt.CursorShape.SizeHorCursor,
    (1.0, 0.5): Qt.CursorShape.SizeHorCursor,
}


class _Doing(Enum):
    NOTHING = auto()
    MOVING = auto()
    RESIZING = auto()


class CardCanvas(QWidget):
    """One face of the card, as large as there is room."""

    scale_changed = Signal(float)  # pixels per millimetre

    def __init__(self, draft: BadgeDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._picture: QImage | None = None
        self._doing = _Doing.NOTHING
        self._handle: tuple[float, float] | None = None
        self._from = QPointF()
        self._areas: dict[int, Area] = {}
        self._guides: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The card"))
        self.setToolTip("")
        draft.changed.connect(self.update)
        draft.selection_changed.connect(self.update)

    @property
    def scale(self) -> float:
        """Pixels per millimetre at which the card is shown."""
        layout = self._draft.layout
        room = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        return max(0.5, min(room[0] / layout.width_mm, room[1] / layout.height_mm))

    @property
    def has_picture(self) -> bool:
        """Whether the printed card is in sight."""
        return self._picture is not None

    def show_picture(self, picture: QImage | None) -> None:
        """Show the printed card under the handles."""
        self._picture = picture
        self.update()

    def place_of(self, x_mm: float, y_mm: float) -> QPointF:
        """Find the pixel of a place on the card."""
        origin = self._card().topLeft()
        return QPointF(origin.x() + x_mm * self.scale, origin.y() + y_mm * self.scale)

    def sizeHint(self) -> QSize:
        """Ask for room to see a card at about its own size."""
        return QSize(480, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell how large the card is now."""
        super().resizeEvent(event)
        self.scale_changed.emit(self.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its zones, and what is selected."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = self._card()
        painter.fillRect(card.adjusted(2, 3, 2, 3), colour_of(Colour.SHADOW))
        painter.fillRect(card, colour_of(Colour.SHEET))
        if self._picture is not None:
            painter.drawImage(card, self._picture)
        painter.setPen(QPen(colour_of(Colour.LINE), 1))
        painter.drawRect(card)
        self._paint_zones(painter, card)
        self._paint_selection(painter)
        self._paint_guides(painter, card)
        painter.end()

    def _paint_zones(self, painter: QPainter, card: QRectF) -> None:
        layout = self._draft.layout
        safe = layout.safe_mm * self.scale
        painter.setPen(QPen(colour_of(Colour.ON_SHEET_MUTED), 0.7, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(card.adjusted(safe, safe, -safe, -safe))
        slot = layout.slot_of(self._draft.side)
        if slot is not None:
            hole = self._rect(extent(slot))
            painter.drawRoundedRect(hole, hole.height() / 2, hole.height() / 2)

    def _paint_selection(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for element in self._draft.selected:
            painter.setPen(QPen(colour_of(Colour.ON_SHEET), 1.2))
            painter.drawRect(self._rect(extent(element)))
        area = self._draft.selected_area()
        if area is None:
            return
        rect = self._rect(area)
        if len(self._draft.selection) > 1:
            painter.setPen(QPen(colour_of(Colour.ON_SHEET), 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect)
        painter.setPen(QPen(colour_of(Colour.ON_SHEET), 1.2))
        painter.setBrush(colour_of(Colour.SHEET))
        for share in _HANDLES:
            middle = _within(rect, share)
            half = _HANDLE / 2
            painter.drawRect(QRectF(middle.x() - half, middle.y() - half, _HANDLE, _HANDLE))

    def _paint_guides(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(QPen(colour_of(Colour.ON_SHEET_GUIDE), 1, Qt.PenStyle.DashLine))
        for x_mm in self._guides[0]:
            x = self.place_of(x_mm, 0).x()
            painter.drawLine(QPointF(x, card.top() - 12), QPointF(x, card.bottom() + 12))
        for y_mm in self._guides[1]:
            y = self.place_of(0, y_mm).y()
            painter.drawLine(QPointF(card.left() - 12, y), QPointF(card.right() + 12, y))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle or a part; a click beside them selects nothing."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = event.position()
        self._from = place
        self._handle = self._handle_at(place)
        if self._handle is not None:
            self._begin(_Doing.RESIZING)
            return
        found = self._part_at(place)
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if adds and found is not None:
            self._draft.select(sorted(set(self._draft.selection) ^ {found}))
        elif found is None:
            self._draft.select(())
        elif found not in self._draft.selection:
            self._draft.select((found,))
        if found in self._draft.selection:
            self._begin(_Doing.MOVING)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken hold of; Alt lets it lie where it is put."""
        place = event.position()
        if self._doing is _Doing.NOTHING:
            handle = self._handle_at(place)
            self.setCursor(_CURSORS[handle] if handle else Qt.CursorShape.ArrowCursor)
            return
        across = (place.x() - self._from.x()) / self.scale
        down = (place.y() - self._from.y()) / self.scale
        is_free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._doing is _Doing.MOVING:
            self._drag(across, down, is_free=is_free)
        elif self._handle is not None:
            self._stretch(_HANDLES[self._handle], across, down, is_free=is_free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton and self._doing is not _Doing.NOTHING:
            self._doing = _Doing.NOTHING
            self._guides = ((), ())
            self._draft.settle()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, select with Tab, take away with Delete."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self._draft.selection:
            is_far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = _LARGE_STEP_MM if is_far else _STEP_MM
            across, down = _ARROWS[key]
            self._draft.move(across * step, down * step, step="arrows")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._draft.remove()
        elif key is Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._draft.select(range(len(self._draft.elements)))
        elif key is Qt.Key.Key_Escape and self._draft.selection:
            self._draft.select(())
        else:
            super().keyPressEvent(event)

    def _begin(self, doing: _Doing) -> None:
        self._doing = doing
        elements = self._draft.elements
        self._areas = {index: extent(elements[index]) for index in self._draft.selection}

    def _drag(self, across: float, down: float, *, is_free: bool) -> None:
        frame = united(self._areas.values())
        if not is_free:
            shifted = _shifted(frame, across, down)
            found = snap(shifted, self._draft.layout, self._draft.side, self._moving, self._reach)
            across, down = across + found.across, down + found.down
            self._guides = (found.upright_at, found.level_at)
        else:
            self._guides = ((), ())
        areas = {index: _shifted(area, across, down) for index, area in self._areas.items()}
        self._draft.place(areas, step="drag")

    def _stretch(
        self, edges: tuple[bool, bool, bool, bool], across: float, down: float, *, is_free: bool
    ) -> None:
        frame = united(self._areas.values())
        wanted = [
            side + (move if is_dragged else 0.0)
            for side, is_dragged, move in zip(frame, edges, (across, down) * 2, strict=True)
        ]
        if not is_free:
            self._snap_edges(wanted, edges)
        for low, high in ((0, 2), (1, 3)):
            if wanted[high] - wanted[low] < SMALLEST_MM and edges[low] != edges[high]:
                moving, still = (low, high) if edges[low] else (high, low)
                wanted[moving] = wanted[still] + (SMALLEST_MM if moving == high else -SMALLEST_MM)
        target = (wanted[0], wanted[1], wanted[2], wanted[3])
        areas = {index: _carried(area, frame, target) for index, area in self._areas.items()}
        self._keep_codes_in_place(areas, edges)
        self._draft.place(areas, step="drag size")

    def _snap_edges(self, wanted: list[float], edges: tuple[bool, bool, bool, bool]) -> None:
        guides: list[tuple[float, ...]] = [(), ()]
        for place, is_dragged in enumerate(edges):
            if not is_dragged:
                continue
            is_level = place % 2 == 1
            edge = wanted[place]
            point = (0.0, edge, 0.0, edge) if is_level else (edge, 0.0, edge, 0.0)
            found = snap(point, self._draft.layout, self._draft.side, self._moving, self._reach)
            wanted[place] += found.down if is_level else found.across
            guides[is_level] = found.level_at if is_level else found.upright_at
        self._guides = (guides[0], guides[1])

    def _keep_codes_in_place(
        self, areas: dict[int, Area], edges: tuple[bool, bool, bool, bool]
    ) -> None:
        """A code stays square: by its longer side where one edge is dragged, at its far corner."""
        for index, (left, top, right, bottom) in areas.items():
            if not isinstance(self._draft.elements[index], Code):
                continue
            width, height = right - left, bottom - top
            if edges[0] or edges[2]:
                side = min(width, height) if edges[1] or edges[3] else width
            else:
                side = height
            x = right - side if edges[0] else left
            y = bottom - side if edges[1] else top
            areas[index] = (x, y, x + side, y + side)

    @property
    def _moving(self) -> frozenset[int]:
        return frozenset(self._areas)

    @property
    def _reach(self) -> float:
        return _SNAP_PX / self.scale

    def _card(self) -> QRectF:
        layout = self._draft.layout
        width, height = layout.width_mm * self.scale, layout.height_mm * self.scale
        # on whole pixels, so that the picture of the card is not blurred
        left, top = round((self.width() - width) / 2), round((self.height() - height) / 2)
        return QRectF(left, top, round(width), round(height))

    def _rect(self, area: Area) -> QRectF:
        return QRectF(self.place_of(area[0], area[1]), self.place_of(area[2], area[3]))

    def _handle_at(self, place: QPointF) -> tuple[float, float] | None:
        area = self._draft.selected_area()
        if area is None:
            return None
        rect = self._rect(area)
        near = {
            share: (_within(rect, share) - place).manhattanLength()
            for share in _HANDLES
            if _is_near(_within(rect, share), place)
        }
        return min(near, key=lambda share: near[share]) if near else None

    def _part_at(self, place: QPointF) -> int | None:
        """Find the smallest part under a place: a large ground hides nothing from the hand."""
        found: list[tuple[float, int]] = []
        for index, element in enumerate(self._draft.elements):
            rect = self._rect(extent(element))
            grown = rect.adjusted(
                *(-max(0.0, _GRAB - rect.width() / 2), -max(0.0, _GRAB - rect.height() / 2)),
                *(max(0.0, _GRAB - rect.width() / 2), max(0.0, _GRAB - rect.height() / 2)),
            )
            if grown.contains(place):
                found.append((grown.width() * grown.height(), -index))
        return -min(found)[1] if found else None


def _within(rect: QRectF, share: tuple[float, float]) -> QPointF:
    return QPointF(rect.left() + share[0] * rect.width(), rect.top() + share[1] * rect.height())


def _is_near(one: QPointF, other: QPointF) -> bool:
    away = one - other
    return abs(away.x()) <= _GRAB and abs(away.y()) <= _GRAB


def _shifted(area: Area, across: float, down: float) -> Area:
    return area[0] + across, area[1] + down, area[2] + across, area[3] + down


def _carried(area: Area, frame: Area, target: Area) -> Area:
    """Put an area into the target as it lies in the frame."""

    def along(place: float, axis: int) -> float:
        low, high = frame[axis], frame[axis + 2]
        share = (place - low) / (high - low) if high > low else 0.0
        return target[axis] + share * (target[axis + 2] - target[axis])

    return along(area[0], 0), along(area[1], 1), along(area[2], 0), along(area[3], 1)
