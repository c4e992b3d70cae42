"""Draws one person's card beside the window: the PDF that would be printed, as pictures."""

from __future__ import annotations

from threading import Thread

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.documents.badges.layout import Fold, Layout, Side
from desktop.documents.rendered import PaperProblem
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.widgets.pdf_pages import PdfPages, PdfUnreadableError

_LOOK_EVERY_MS = 5
_POINTS_PER_MM = 72 / 25.4


class CardRequest(Struct, frozen=True, kw_only=True):
    """What is to be drawn, how large: pixels of the screen, not of its scale."""

    snapshot: Snapshot
    layout: Layout
    files: dict[str, bytes]
    delegate_id: str
    side: Side
    pixels_per_mm: float


class DrawnCard(Struct, frozen=True, kw_only=True):
    """A face of a card as it will be printed; no picture where nothing is."""

    request: CardRequest
    picture: QImage | None
    problems: tuple[PaperProblem, ...]


class _Drawing(Thread):
    def __init__(self, request: CardRequest) -> None:
        super().__init__(name="drawing of a card")
        self.request = request
        self.drawn: DrawnCard | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.drawn = draw_card(self.request)
        except Exception as error:  # noqa: BLE001 - handed on whole to the window's thread
            self.error = error


class CardPreview(QObject):
    """One drawing at a time, always of what was asked for last."""

    drawn = Signal(object)  # DrawnCard
    refused = Signal(object)  # InputRefused: why it cannot be drawn

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing: _Drawing | None = None
        self._next: CardRequest | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def ask(self, request: CardRequest) -> None:
        """Draw a card; one that was asked for before and is not begun is forgotten."""
        self._next = request
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Wait for the drawing under way, as before the window goes."""
        self._next = None
        self._timer.stop()
        if self._drawing is not None:
            self._drawing.join()
            self._drawing = None

    def _look(self) -> None:
        drawing = self._drawing
        if drawing is not None:
            if drawing.is_alive():
                return
            self._drawing = None
        if self._next is not None:
            self._drawing = _Drawing(self._next)
            self._next = None
            self._drawing.start()
        elif self._drawing is None:
            self._timer.stop()
        if drawing is not None:
            self._tell(drawing)

    def _tell(self, drawing: _Drawing) -> None:
        if drawing.drawn is not None:
            self.drawn.emit(drawing.drawn)
        elif isinstance(drawing.error, InputRefused):
            self.refused.emit(drawing.error)
        elif drawing.error is not None:
            raise drawing.error


def draw_card(request: CardRequest) -> DrawnCard:
    """Draw a face of a card, unfolded, trimmed to its edge."""
    # loads ReportLab, and only beside the window
    from desktop.documents.badges.run import BadgeRun, card_run, render  # noqa: PLC0415
    from desktop.documents.badges.shelf import card_sheet  # noqa: PLC0415

    layout = replace(request.layout, fold=Fold.NONE)
    run = BadgeRun(layout=layout, sheet=card_sheet(layout), files=request.files)
    paper = render(request.snapshot, run=card_run(run, request.delegate_id))
    try:
        picture = _picture(paper.data, request)
    except PdfUnreadableError as error:  # a background that pikepdf reads and pdfium does not
        raise InputRefused("background-unreadable", file="PDF") from error
    return DrawnCard(request=request, picture=picture, problems=paper.problems)


def _picture(data: bytes, request: CardRequest) -> QImage | None:
    pages = PdfPages(data)
    try:
        number = tuple(Side).index(request.side)
        if number >= len(pages):
            return None
        scale = request.pixels_per_mm / _POINTS_PER_MM
        size = pages.sizes[number]
        width, height = (max(1, round(side * scale)) for side in (size.width(), size.height()))
        return pages.band(number, (width, height), 0, height)
    finally:
        pages.close()
