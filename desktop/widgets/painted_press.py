"""The printers of Windows: each page is painted at the printer's own resolution, then let go."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.printing.order import PrintOrder, Sides, pages_of
from desktop.printing.press import Press, Printer, PrintFailed, PrintFault, Report, Tray
from desktop.widgets.pdf_pages import PdfPages, PdfUnreadableError

_BAND_PX = 3_000_000  # 12 MB: so much of a page is held at once
_MOST_DPI = 600  # more is not seen, and takes the printer long
_PT_PER_INCH = 72
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


def _printer_of(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer


class PaintedPress:
    """Paints on printers through Qt.

    Args:
        printer_of: gives the printer of a name.
    """

    def __init__(self, printer_of: Callable[[str], QPrinter] = _printer_of) -> None:
        self._printer_of = printer_of

    def printers(self) -> tuple[Printer, ...]:
        """List the printers, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual)
        return tuple(self._described(name, name == usual) for name in names)

    def send(self, path: Path, title: str, order: PrintOrder, report: Report) -> str:
        """Paint page after page; there is no queue that could be asked for it later."""
        printer = self._printer_of(order.printer)
        if not printer.isValid():
            raise PrintFailed(PrintFault.NO_SUCH_PRINTER, order.printer)
        printer.setDocName(title)
        try:
            pages = PdfPages(path)
        except (PdfUnreadableError, OSError) as error:
            raise PrintFailed(PrintFault.FILE_LOST) from error
        try:
            _paint_copies(printer, pages, order, report)
        finally:
            pages.close()
        return ""

    def withdraw(self, printer: str, jobs: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG002 - as Press
        """Take nothing back: what was painted is on its way to the paper."""
        return ()

    def _described(self, name: str, is_default: bool) -> Printer:  # noqa: FBT001 - told by name
        info = QPrinterInfo.printerInfo(name)
        turns = any(mode != QPrinter.DuplexMode.DuplexNone for mode in info.supportedDuplexModes())
        return Printer(
            name=name,
            is_default=is_default,
            turns_paper=turns,
            trays=_trays(self._printer_of(name)),
            stopped=_stopped(info),
        )


def system_press() -> Press:
    """Give the way to the printers of this system."""
    if sys.platform == "win32":
        return PaintedPress()
    from desktop.printing.cups import CupsPress  # noqa: PLC0415 - not for Windows

    return CupsPress()


def _stopped(info: QPrinterInfo) -> str:
    return str(info.state().name) if info.state() == QPrinter.PrinterState.Error else ""


def _trays(printer: QPrinter) -> tuple[Tray, ...]:
    known = getattr(printer, "supportedPaperSources", None)  # only there on Windows
    sources: list[QPrinter.PaperSource] = [] if known is None else known()
    return tuple(Tray(one.name, one.name) for one in sources)


def _paint_copies(printer: QPrinter, pages: PdfPages, order: PrintOrder, report: Report) -> None:
    numbers = [number - 1 for number in pages_of(order, len(pages))]
    rounds = order.copies
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)
        rounds = 1
    printer.setResolution(min(printer.resolution(), _MOST_DPI))
    printer.setDuplex(_DUPLEX[order.sides])
    printer.setFullPage(True)
    if order.tray:
        printer.setPaperSource(QPrinter.PaperSource[order.tray])
    turned = order.sides is not Sides.ONE
    work = [number for _ in range(rounds) for number in numbers]
    painter = QPainter()
    for done, number in enumerate(work):
        printer.setPageLayout(_layout(pages.sizes[number]))
        has_page = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not has_page:
            _give_up(printer, painter)
            raise PrintFailed(PrintFault.REFUSED)
        try:
            _paint(painter, pages, number, printer.resolution())
            if turned and rounds > 1 and (done + 1) % len(numbers) == 0 and len(numbers) % 2:
                printer.newPage()  # the next copy begins on a sheet of its own
            report(done + 1, len(work))
        except PdfUnreadableError as error:
            _give_up(printer, painter)
            raise PrintFailed(PrintFault.FILE_LOST) from error
        except BaseException:
            _give_up(printer, painter)
            raise
    if painter.isActive() and not painter.end():
        raise PrintFailed(PrintFault.REFUSED)


def _give_up(printer: QPrinter, painter: QPainter) -> None:
    if painter.isActive():
        printer.abort()
        painter.end()


def _layout(size_pt: QSizeF) -> QPageLayout:
    is_wide = size_pt.width() > size_pt.height()
    upright = size_pt.transposed() if is_wide else size_pt
    return QPageLayout(
        QPageSize(upright, QPageSize.Unit.Point),
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )


def _paint(painter: QPainter, pages: PdfPages, number: int, dpi: int) -> None:
    size_pt = pages.sizes[number]
    width = max(1, round(size_pt.width() * dpi / _PT_PER_INCH))
    height = max(1, round(size_pt.height() * dpi / _PT_PER_INCH))
    rows = max(1, _BAND_PX // width)
    for top in range(0, height, rows):
        image = pages.band(number, (width, height), top, min(rows, height - top))
        painter.drawImage(0, top, image)
