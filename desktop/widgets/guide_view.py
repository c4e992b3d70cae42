"""One page of the guide on screen: what lies in the guide's folder, and nothing from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.guide_pages import TOUR_LINK, guide_folder, spans
from desktop.language import tr
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import BASE_POINTS, MARGIN, colour_of

_SCHEME = "guide"
_COLUMN = 760  # logical pixels: longer lines are hard to follow
_SMALLEST, _LARGEST, _STEP = 80, 200, 10  # per cent


class GuideView(QTextBrowser):
    """Shows pages, larger or smaller, and marks what was searched for.

    Attributes:
        per_cent: how large the text is.
        render_timer: runs while the page waits to be laid out for another width.
    """

    shown = Signal(str)  # the page's name
    tour_wanted = Signal()
    _dressed_for: tuple[float, str, str, str] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.per_cent = 100
        self._pictures: dict[str, tuple[int, int]] = {}  # how wide they are, and are shown
        self.setAccessibleName(tr("Page of the guide"))
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # else its coming and going would change the width, and so the page, while it is laid out
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(MARGIN)
        self.render_timer = QTimer(self)
        self.render_timer.setSingleShot(True)
        self.render_timer.timeout.connect(self._render_again)
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(lambda url: self.shown.emit(_page_of(url)))
        self._dress()

    @property
    def page(self) -> str:
        """The name of the page being shown."""
        return _page_of(self.source())

    def show_place(self, place: str, query: str = "") -> None:
        """Show a page at an anchor, the words searched for marked in it."""
        self._lead_to(QUrl(f"{_SCHEME}:/{place}"))
        self._mark(query)

    def enlarge(self) -> None:
        """Show the text larger."""
        self._scale(self.per_cent + _STEP)

    def reduce(self) -> None:
        """Show the text smaller."""
        self._scale(self.per_cent - _STEP)

    def usual_size(self) -> None:
        """Show the text as large as everywhere else."""
        self._scale(100)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Read a page or a picture of the guide; whatever else is named is not there."""
        name = QUrl(name)
        folder = guide_folder().resolve()
        path = folder.joinpath(name.path().removeprefix("/")).resolve()
        if name.scheme() != _SCHEME or not path.is_relative_to(folder) or not path.is_file():
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fitted(name.path(), QImage(str(path)))
        return path.read_text(encoding="utf-8")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines readable, and the pictures within them."""
        super().resizeEvent(event)
        self._set_column()
        if any(self._width(natural) != shown for natural, shown in self._pictures.values()):
            self.render_timer.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours and the size of text that are chosen for all windows."""
        super().changeEvent(event)
        if self._dressed_for and self._dressed_for != self._look():
            self._dress()
            self._set_column()
            self.render_timer.start(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Show the text larger or smaller, pictures too, where Ctrl is held."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.enlarge()
        else:
            self.reduce()

    def _follow(self, url: QUrl) -> None:
        if url.toString() == TOUR_LINK:
            self.tour_wanted.emit()
        elif url.scheme() in ("", _SCHEME):
            self._lead_to(url)

    def _lead_to(self, url: QUrl) -> None:
        self.setCursorWidth(1)  # else Qt finds no part of a page
        self.setSource(url)
        self.setCursorWidth(0)  # the keyboard selects all the same; a caret says: type here

    def _scale(self, per_cent: int) -> None:
        self.per_cent = max(_SMALLEST, min(per_cent, _LARGEST))
        self._dress()
        self._set_column()
        self._render_again()

    def _look(self) -> tuple[float, str, str, str]:
        """Give what a page's look follows from: points of text, and colours by their names."""
        colours = (Colour.MUTED, Colour.PRESSED, Colour.EDGE)
        quiet, marked, edge = (colour_of(one).name() for one in colours)
        return (BASE_POINTS * self._factor, quiet, marked, edge)

    def _dress(self) -> None:
        self._dressed_for = self._look()
        points, quiet, marked, _ = self._dressed_for
        font = self.font()
        font.setPointSizeF(points)
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(
            f"""
            h1 {{ font-size: {points * 1.6:.1f}pt; margin-bottom: 8px; }}
            h2 {{ font-size: {points * 1.2:.1f}pt; margin-top: 22px; margin-bottom: 4px; }}
            p, li {{ line-height: 135%; margin-top: 5px; margin-bottom: 5px; }}
            .picture {{ line-height: 100%; }}
            .press, .key {{ background-color: {marked}; font-weight: 600; }}
            .caption {{ color: {quiet}; font-size: {points * 0.9:.1f}pt; }}
            """
        )

    def _set_column(self) -> None:
        widest = round(_COLUMN * max(self._factor, 1))
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), widest))

    @property
    def _factor(self) -> float:
        """Give how large things are: as everywhere in the program, and as wanted here."""
        return self.font().pointSizeF() / BASE_POINTS * self.per_cent / 100

    def _width(self, natural: int) -> int:
        room = self.lineWrapColumnOrWidth() - 2 * MARGIN
        return max(1, min(round(natural * self._factor), room))

    def _fitted(self, name: str, picture: QImage) -> QImage:
        """Scale a picture here: the document would leave letters out."""
        width = self._width(picture.width())
        self._pictures[name] = (picture.width(), width)
        ratio = self.devicePixelRatioF()
        fitted = picture.scaledToWidth(
            round(width * ratio), Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(fitted)
        painter.setPen(colour_of(Colour.EDGE))
        painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
        painter.end()
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def _render_again(self) -> None:
        """Lay the page out anew; what stood at the top stays there."""
        top = self.cursorForPosition(QPoint(MARGIN, 0)).blockNumber()
        is_at_start = not self.verticalScrollBar().value()
        selections = [
            (one.cursor.anchor(), one.cursor.position()) for one in self.extraSelections()
        ]
        self._pictures.clear()
        self.reload()
        block = self.document().findBlockByNumber(top)
        place = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(0 if is_at_start else round(place))
        self._select(selections)

    def _mark(self, query: str) -> None:
        self._select(spans(self.document().toPlainText(), query))

    def _select(self, places: list[tuple[int, int]]) -> None:
        marks = []
        for start, end in places:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(self.palette().highlight())
            mark.format.setForeground(self.palette().highlightedText())
            marks.append(mark)
        self.setExtraSelections(marks)


def _page_of(url: QUrl) -> str:
    return url.path().removeprefix("/")
