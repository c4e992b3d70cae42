"""A photo with the frame of what is kept of it: moved and resized by mouse and by keys."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.people.photo_parts import Crop, PhotoPreview, default_crop
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of

_STEP = 0.02  # of the photo, for one press of a key
_ZOOM = 1.06
_LEAST = 0.08  # of the photo's width or height
_WIDTH, _HEIGHT = 420, 420
_MOVES = {
    Qt.Key.Key_Left.value: (-1, 0),
    Qt.Key.Key_Right.value: (1, 0),
    Qt.Key.Key_Up.value: (0, -1),
    Qt.Key.Key_Down.value: (0, 1),
}
_RESIZES = {
    Qt.Key.Key_Plus.value: 1 / _ZOOM,
    Qt.Key.Key_Equal.value: 1 / _ZOOM,
    Qt.Key.Key_Minus.value: _ZOOM,
}


class CropView(QWidget):
    """Shows a photo; the frame keeps its form and stays inside."""

    changed = Signal()

    def __init__(self, preview: PhotoPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crop = preview.crop
        self._upright = QPixmap()
        self._upright.loadFromData(preview.data)
        self._pixmap = self._upright
        self._grabbed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(tr("What is kept of the photo"))
        self.setAccessibleDescription(tr("Arrows move the frame, plus and minus resize it"))

    @property
    def crop(self) -> Crop:
        """What is kept."""
        return self._crop

    def show_crop(self, crop: Crop) -> None:
        """Put the frame somewhere."""
        self._put(crop)

    def turn(self) -> None:
        """Turn the photo by a quarter, clockwise, and propose anew what is kept."""
        turns = (self._crop.quarter_turns + 1) % 4
        size = self._turned(turns).size()
        self._put(default_crop(size.width(), size.height(), turns))

    def move_frame(self, across: float, down: float) -> None:
        """Move the frame by shares of the photo."""
        crop = self._crop
        self._put(replace(crop, left=crop.left + across, top=crop.top + down))

    def resize_frame(self, factor: float) -> None:
        """Make the frame larger or smaller around its middle."""
        crop, size = self._crop, self._pixmap.size()
        most = default_crop(size.width(), size.height()).width / crop.width
        least = max(_LEAST / crop.width, _LEAST / crop.height)
        factor = max(min(factor, most), min(least, 1.0))
        width, height = crop.width * factor, crop.height * factor
        left = crop.left + (crop.width - width) / 2
        top = crop.top + (crop.height - height) / 2
        self._put(Crop(left, top, width, height, crop.quarter_turns))

    def sizeHint(self) -> QSize:
        """Take a fair part of a small screen."""
        return QSize(_WIDTH, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and resize."""
        if event.key() in _MOVES:
            across, down = _MOVES[event.key()]
            self.move_frame(across * _STEP, down * _STEP)
        elif event.key() == Qt.Key.Key_R:
            self.turn()
        elif event.key() in _RESIZES:
            self.resize_frame(_RESIZES[event.key()])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Resize."""
        self.resize_frame(1 / _ZOOM if event.angleDelta().y() > 0 else _ZOOM)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame."""
        self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        room = self._room()
        if self._grabbed is None or room.isEmpty():
            return
        moved = event.position() - self._grabbed
        self._grabbed = event.position()
        self.move_frame(moved.x() / room.width(), moved.y() / room.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Let go."""
        self._grabbed = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the photo, what is cut off in shade."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self._room()
        painter.drawPixmap(room, self._pixmap, QRectF(self._pixmap.rect()))
        frame = QRectF(
            room.left() + self._crop.left * room.width(),
            room.top() + self._crop.top * room.height(),
            self._crop.width * room.width(),
            self._crop.height * room.height(),
        )
        shade = QPainterPath()
        shade.addRect(room)
        shade.addRect(frame)
        painter.fillPath(shade, colour_of(Colour.SHADE))
        painter.setPen(QPen(colour_of(Colour.SHEET), 4))
        painter.drawRect(frame)
        painter.setPen(QPen(colour_of(Colour.ON_SHEET), 2))
        painter.drawRect(frame)
        painter.end()

    def _room(self) -> QRectF:
        """Give the place of the photo, as large as there is room."""
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room = QRectF(0, 0, size.width(), size.height())
        room.moveCenter(QRectF(self.rect()).center())
        return room

    def _turned(self, quarter_turns: int) -> QPixmap:
        return self._upright.transformed(QTransform().rotate(90 * quarter_turns))

    def _put(self, crop: Crop) -> None:
        if crop.quarter_turns != self._crop.quarter_turns:
            self._pixmap = self._turned(crop.quarter_turns)
        self._crop = replace(
            crop,
            left=min(max(crop.left, 0.0), 1.0 - crop.width),
            top=min(max(crop.top, 0.0), 1.0 - crop.height),
        )
        self.update()
        self.changed.emit()
