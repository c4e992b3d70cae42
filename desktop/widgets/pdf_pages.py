"""One open PDF and the pictures of its pages, drawn in bands so that none takes long."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from desktop.errors import HoinghiError

_WHITE = 0xFFFFFFFF
_ONE_AT_A_TIME = Lock()  # the library must not be used by two threads at once


_Library = Any  # pypdfium2 tells no types


def _load_library() -> _Library:
    import pypdfium2  # noqa: PLC0415 - half as slow as the whole start-up, and seldom needed there

    return pypdfium2


def load_ahead() -> None:
    """Load what draws pages while nobody waits for it."""
    if "pypdfium2" not in sys.modules:
        Thread(target=_load_library, name="loading of the page drawer").start()


class PdfUnreadableError(HoinghiError):
    """These bytes are no PDF that can be shown."""


class PdfPages:
    """The pages of one PDF.

    Attributes:
        sizes: width and height of each page in points.
    """

    def __init__(self, data: bytes | Path) -> None:
        """Open a PDF; a file is read as its pages are wanted, and must stay until it is closed.

        Raises:
            OSError: there is no such file.
            PdfUnreadableError: the bytes are damaged, locked or no PDF.
        """
        self._library = _load_library()
        if isinstance(data, Path):
            data.stat()
        try:
            with _ONE_AT_A_TIME:
                self._document = self._library.PdfDocument(data)
                self.sizes = tuple(
                    QSizeF(*self._document.get_page_size(number))
                    for number in range(len(self._document))
                )
        except self._library.PdfiumError as error:
            raise PdfUnreadableError(str(error)) from error
        self._page: tuple[int, Any] | None = None

    def __len__(self) -> int:
        """Count the pages."""
        return len(self.sizes)

    def close(self) -> None:
        """Free the document."""
        with _ONE_AT_A_TIME:
            self._leave_page()
            self._document.close()

    def band(self, number: int, size: tuple[int, int], top: int, rows: int) -> QImage:
        """Draw a horizontal band of a page on white.

        Args:
            number: the page, from 0.
            size: width and height of the whole page's picture, in pixels.
            top: first row of the band in that picture.
            rows: number of rows.

        Raises:
            PdfUnreadableError: the page is damaged.
        """
        with _ONE_AT_A_TIME:
            return self._drawn(number, size, top, rows)

    def _drawn(self, number: int, size: tuple[int, int], top: int, rows: int) -> QImage:
        width, height = size
        pdfium = self._library.raw
        bitmap = self._library.PdfBitmap.new_native(width, rows, pdfium.FPDFBitmap_BGRx)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, _WHITE)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, self._load(number), 0, -top, width, height, 0, pdfium.FPDF_ANNOT
            )
            drawn = QImage(
                bytes(bitmap.buffer), width, rows, bitmap.stride, QImage.Format.Format_RGB32
            )
            return drawn.copy()  # the bytes go with this call
        finally:
            bitmap.close()

    def _load(self, number: int) -> _Library:
        """Keep the page last drawn open: its bands come one after the other."""
        if self._page is None or self._page[0] != number:
            self._leave_page()
            try:
                self._page = (number, self._document[number])
            except self._library.PdfiumError as error:
                raise PdfUnreadableError(str(error)) from error
        return self._page[1]

    def _leave_page(self) -> None:
        if self._page is not None:
            self._page[1].close()
            self._page = None
