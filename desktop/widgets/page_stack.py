"""Pages of a PDF one below the other: pictures of what is in sight, one band in each turn."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from desktop.language import tr
from desktop.widgets.page_layout import PX_PER_PT, Band, lay_out
from desktop.widgets.palettes import Colour
from desktop.widgets.pdf_pages import PdfPages, PdfUnreadableError
from desktop.widgets.theme import GAP, SPACE, colour_of

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_KEPT_PX = 24_000_000  # 96 MB of pictures; what is in sight is kept in any case
_LINE_STEP = 48


class _Strip(NamedTuple):
    """The picture of a band, with its place as shares of the page's height."""

    image: QImage
    top: float
    height: float


class PageStack(QAbstractScrollArea):
    """Shows one PDF; draws what is in sight first, then what comes next."""

    page_changed = Signal(int)  # number of the page in sight, from 0
    zoom_changed = Signal()
    settled = Signal()  # everything in sight is drawn; may come more than once
    failed = Signal(object)  # PdfUnreadableError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._zoom = 1.0
        self._fits_width = True
        self._strips: dict[Band, _Strip] = {}  # the one drawn last stands last
        self._old_strips: dict[Band, _Strip] = {}
        self._current = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._draw_next)
        self._layout = lay_out((), self._zoom, 1.0)
        self._open_pages: list[PdfPages] = []  # outlives the widget by a moment, to be closed
        self.destroyed.connect(partial(_close_all, self._open_pages))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Pages of the paper"))
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.horizontalScrollBar().setSingleStep(_LINE_STEP)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another PDF, or none; place and zoom stay as far as they can."""
        self._fade(pages.sizes if pages else ())
        _close_all(self._open_pages)
        self._pages = pages
        if pages is not None:
            self._open_pages.append(pages)
        if self._fits_width:
            self._rescale(self._fitting_zoom())
        else:
            self._place_pages()

    @property
    def page_count(self) -> int:
        """Count the pages."""
        return len(self._layout.rects)

    @property
    def current_page(self) -> int:
        """The page in sight, from 0."""
        return self._current

    @property
    def zoom(self) -> float:
        """The size shown, where 1.0 is the size of the paper."""
        return self._zoom

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._fits_width

    @property
    def pictures(self) -> dict[Band, QImage]:
        """The band pictures held in memory."""
        return {band: strip.image for band, strip in self._strips.items()}

    def go_to_page(self, number: int) -> None:
        """Scroll to the top of a page."""
        if 0 <= number < self.page_count:
            self.verticalScrollBar().setValue(self._layout.rects[number].top() - GAP)
            self._set_current(number)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at this size; what is at the top of the view stays there."""
        self._fits_width = False
        self._rescale(min(max(zoom, ZOOMS[0]), ZOOMS[-1]))

    def zoom_in(self) -> None:
        """Show the pages a step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom * 1.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the pages a step smaller."""
        self.set_zoom(max((step for step in ZOOMS if step < self._zoom * 0.99), default=ZOOMS[0]))

    def fit_width(self) -> None:
        """Let the widest page fill the view from now on."""
        self._fits_width = True
        self._rescale(self._fitting_zoom())

    def sizeHint(self) -> QSize:
        """Ask for room for a page at half size."""
        return QSize(460, 520)

    def minimumSizeHint(self) -> QSize:
        """Stay usable when small."""
        return QSize(220, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the view."""
        super().resizeEvent(event)
        if self._fits_width:
            self._rescale(self._fitting_zoom())
        else:
            self._place_pages()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Move the pages and draw what came into sight."""
        self.viewport().update()
        if self._layout.rects:
            top = self.verticalScrollBar().value()
            self._set_current(self._layout.page_at(top + self.viewport().height() // 3))
        self._turn.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom by keyboard."""
        key, is_control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif is_control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif is_control and key == Qt.Key.Key_0:
            self.fit_width()
        elif key == Qt.Key.Key_Home:
            self.go_to_page(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        elif key == Qt.Key.Key_Space:
            self.verticalScrollBar().triggerAction(
                QAbstractSlider.SliderAction.SliderPageStepSub
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                else QAbstractSlider.SliderAction.SliderPageStepAdd
            )
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # these would end a dialog
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is drawn; what is not drawn yet shows its last picture, stretched."""
        if self._layout.ratio != self.viewport().devicePixelRatioF():
            self._fade(self._pages.sizes if self._pages else ())
            self._place_pages()  # the window moved to a screen of another sharpness
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour_of(Colour.DESK))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = self._offset()
        places = [rect.translated(offset) for rect in self._layout.rects]
        in_sight = {
            number: place for number, place in enumerate(places) if place.intersects(event.rect())
        }
        for place in in_sight.values():
            painter.fillRect(place, colour_of(Colour.SHEET))
        for (number, _), strip in self._old_strips.items():
            if number in in_sight:
                self._paint_stretched(painter, strip, in_sight[number])
        for band, strip in self._strips.items():
            if band[0] in in_sight:
                self._paint_sharp(painter, band, strip, in_sight[band[0]])
        painter.setPen(colour_of(Colour.LINE))
        for place in in_sight.values():
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(colour_of(Colour.ACCENT))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    @staticmethod
    def _paint_stretched(painter: QPainter, strip: _Strip, place: QRect) -> None:
        target = QRectF(
            place.left(),
            place.top() + strip.top * place.height(),
            place.width(),
            strip.height * place.height(),
        )
        painter.drawImage(target, strip.image, QRectF(strip.image.rect()))

    def _paint_sharp(self, painter: QPainter, band: Band, strip: _Strip, place: QRect) -> None:
        """Paint on whole device pixels, so that nothing is blurred."""
        ratio = self._layout.ratio
        left = round(place.left() * ratio)
        top = round(place.top() * ratio) + self._layout.band_span(band)[0]
        size = strip.image.size()
        target = QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)
        painter.drawImage(target, strip.image, QRectF(strip.image.rect()))

    def _offset(self) -> QPoint:
        """Give the way from a place in the stack to its place in the view."""
        room = self.viewport().width() - self._layout.width
        return QPoint(
            max(0, room // 2) - self.horizontalScrollBar().value(),
            -self.verticalScrollBar().value(),
        )

    def _fitting_zoom(self) -> float:
        sizes = self._pages.sizes if self._pages else ()
        widest = max((size.width() for size in sizes), default=0)
        if not widest:
            return self._zoom
        # as if the scroll bar were there, so that its coming does not change the zoom
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * SPACE
        return min(max(room / (widest * PX_PER_PT), 0.1), ZOOMS[-1])

    def _rescale(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, self._layout.height)
        if zoom != self._zoom:
            self._fade(self._pages.sizes if self._pages else ())
            self._zoom = zoom
        self._place_pages()
        bar.setValue(round(share * self._layout.height))
        self.zoom_changed.emit()

    def _place_pages(self) -> None:
        """Put every page in its place and set the scroll bars."""
        view = self.viewport()
        sizes = self._pages.sizes if self._pages else ()
        self._layout = lay_out(sizes, self._zoom, view.devicePixelRatioF())
        for bar, whole, shown in (
            (self.verticalScrollBar(), self._layout.height, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(0, whole - shown) if sizes else 0)
        self._set_current(min(self._current, max(0, len(sizes) - 1)))
        view.update()
        self._turn.start()

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.page_changed.emit(number)

    def _fade(self, sizes: tuple[QSizeF, ...]) -> None:
        """Keep the pictures of pages that keep their shape until the new ones are drawn."""
        before = self._pages.sizes if self._pages else ()
        self._old_strips = {
            band: strip
            for band, strip in (self._strips or self._old_strips).items()
            if sizes[band[0] : band[0] + 1] == before[band[0] : band[0] + 1]
        }
        self._strips = {}

    def _draw_next(self) -> None:
        """Draw one band, the nearest that is missing, and come back for the next."""
        if self._pages is None:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        in_sight = list(self._layout.bands_between(top, top + height))
        missing = [band for band in in_sight if band not in self._strips]
        if not missing:
            self._old_strips = {}
            self.settled.emit()
            near = list(self._layout.bands_between(top - height, top + 2 * height))
            missing = [band for band in near if band not in self._strips]
            if not missing or not self._make_room(near):
                return
        try:
            self._draw(self._pages, missing[0])
        except PdfUnreadableError as error:
            self.failed.emit(error)
            return
        self._make_room(in_sight)
        self.viewport().update()
        self._turn.start()

    def _draw(self, pages: PdfPages, band: Band) -> None:
        size = self._layout.picture_size(band[0])
        top, rows = self._layout.band_span(band)
        image = pages.band(band[0], size, top, rows)
        self._strips[band] = _Strip(image, top / size[1], rows / size[1])

    def _make_room(self, kept: list[Band]) -> bool:
        """Drop the oldest pictures, except some, until few enough are held; tell whether so."""
        pixels = sum(one.image.width() * one.image.height() for one in self._strips.values())
        for band, strip in tuple(self._strips.items()):
            if pixels > _KEPT_PX and band not in kept:
                del self._strips[band]
                pixels -= strip.image.width() * strip.image.height()
        return pixels <= _KEPT_PX


def _close_all(pages: list[PdfPages]) -> None:
    while pages:
        pages.pop().close()
