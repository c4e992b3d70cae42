"""The pictures of a PDF's pages."""

from __future__ import annotations

import sys
import threading

import pypdfium2
import pytest
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QColor

from desktop.widgets.pdf_pages import PdfPages, PdfUnreadableError, load_ahead
from tests.desktop.widgets.pdfs import A4, A6, a_pdf


def test_the_sizes_are_those_of_the_pages() -> None:
    pages = PdfPages(a_pdf(A4, A6))
    assert len(pages) == 2
    assert pages.sizes == (QSizeF(*A4), QSizeF(*A6))


@pytest.mark.parametrize("data", [b"", b"no PDF", a_pdf(A4)[:200]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(PdfUnreadableError):
        PdfPages(data)


def test_the_bands_of_a_page_join_to_its_picture() -> None:
    pages = PdfPages(a_pdf(A4, A6))
    size = (300, 425)
    whole = pages.band(0, size, 0, 425)
    for top, rows in ((0, 100), (100, 100), (400, 25)):
        assert pages.band(0, size, top, rows) == whole.copy(QRect(0, top, 300, rows))
    assert pages.band(1, size, 0, 425) != whole


def test_ink_is_black_on_white_paper() -> None:
    picture = PdfPages(a_pdf(A4)).band(0, (595, 842), 0, 842)
    assert picture.pixelColor(25, 421) == QColor("black")
    assert picture.pixelColor(590, 421) == QColor("white")


def test_a_damaged_page_is_refused_and_the_others_still_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = PdfPages(a_pdf(A4, A4))
    load = pypdfium2.PdfDocument.get_page

    def load_all_but_the_second(document: pypdfium2.PdfDocument, number: int) -> object:
        if number == 1:
            raise pypdfium2.PdfiumError("damaged")
        return load(document, number)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", load_all_but_the_second)
    pages.band(0, (59, 84), 0, 84)
    with pytest.raises(PdfUnreadableError):
        pages.band(1, (59, 84), 0, 84)
    assert pages.band(0, (59, 84), 0, 84).height() == 84


def test_closing_frees_the_page_and_the_document() -> None:
    pages = PdfPages(a_pdf(A4))
    pages.band(0, (59, 84), 0, 84)
    pages.close()
    assert pages._document.raw is None


def test_the_page_drawer_can_be_loaded_while_nobody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[str] = []
    monkeypatch.setattr(threading.Thread, "start", lambda thread: started.append(thread.name))
    load_ahead()  # it is loaded already
    assert started == []
    monkeypatch.delitem(sys.modules, "pypdfium2")
    load_ahead()
    assert len(started) == 1
