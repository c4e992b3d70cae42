from __future__ import annotations

from pathlib import Path
from threading import Thread

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.errors import Cancelled
from desktop.printing.order import PrintOrder, Sides
from desktop.printing.press import PrintFailed, PrintFault
from desktop.widgets.painted_press import PaintedPress, system_press
from desktop.widgets.pdf_pages import PdfPages
from tests.desktop.widgets.pdfs import A4, a_pdf

WIDE = (842.0, 595.0)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(a_pdf(A4, WIDE, A4))
    return path


def _press(out: Path) -> PaintedPress:
    def printer_of(_: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(150)
        printer.setOutputFileName(str(out))
        return printer

    return PaintedPress(printer_of)


def _nobody_listens(_done: int, _total: int) -> None:
    return


@pytest.mark.usefixtures("qapp")
def test_pages_come_out_at_their_own_size_and_place(paper: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    out = tmp_path / "out.pdf"

    _press(out).send(paper, "Kế hoạch", PrintOrder(printer="any"), lambda *at: told.append(at))

    assert told == [(1, 3), (2, 3), (3, 3)]
    printed = PdfPages(out)
    sizes = [(round(size.width()), round(size.height())) for size in printed.sizes]
    assert sizes == [(595, 842), (842, 595), (595, 842)]
    row = printed.band(0, (595, 842), 400, 1)  # the bar stands 20 to 30 points from the edge
    assert [row.pixelColor(x, 0).lightness() for x in (15, 25, 35)] == [255, 0, 255]
    printed.close()


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_asked_for_are_painted_as_often_as_asked(
    paper: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    order = PrintOrder(printer="any", copies=2, ranges=((2, 2),))

    _press(out).send(paper, "x", order, _nobody_listens)

    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == (1 if _press(out)._printer_of("").supportsMultipleCopies() else 2)


@pytest.mark.usefixtures("qapp")
def test_a_cancel_ends_it_between_two_pages(paper: Path, tmp_path: Path) -> None:
    told: list[int] = []

    def report(done: int, _total: int) -> None:
        told.append(done)
        raise Cancelled

    with pytest.raises(Cancelled):
        _press(tmp_path / "out.pdf").send(
            paper, "x", PrintOrder(printer="any", sides=Sides.LONG_EDGE), report
        )
    assert told == [1]


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.usefixtures("qapp")
def test_a_place_that_takes_nothing_a_lost_file_and_no_printer_are_told(
    paper: Path, tmp_path: Path
) -> None:
    def fault(press: PaintedPress, path: Path) -> PrintFault:
        with pytest.raises(PrintFailed) as failed:
            press.send(path, "x", PrintOrder(printer="Không có"), _nobody_listens)
        return failed.value.fault

    assert fault(_press(tmp_path / "gone" / "out.pdf"), paper) is PrintFault.REFUSED
    assert fault(_press(tmp_path / "out.pdf"), tmp_path / "gone.pdf") is PrintFault.FILE_LOST
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    assert fault(_press(tmp_path / "out.pdf"), broken) is PrintFault.FILE_LOST


@pytest.mark.usefixtures("qapp")
def test_it_paints_on_a_thread_of_its_own(paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    thread = Thread(
        target=_press(out).send, args=(paper, "x", PrintOrder(printer="any"), _nobody_listens)
    )
    thread.start()
    thread.join()

    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == 3


@pytest.mark.usefixtures("qapp")
def test_the_printers_of_the_system_are_listed_and_nothing_is_taken_back() -> None:
    press = PaintedPress()

    assert [one.name for one in press.printers()] == []
    assert press.withdraw("HP", ("1",)) == ()
    assert system_press().withdraw("HP", ()) == ()
