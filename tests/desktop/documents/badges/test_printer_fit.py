"""A printer that is off: measured on the test page, made up for, measured again."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.badges.load import shipped_layout, shipped_sheet
from desktop.documents.badges.printer_fit import (
    PrinterFit,
    corner_mm,
    fit_from_test_page,
    ruler_mm,
)
from desktop.documents.badges.ruler_page import draw_test_page
from desktop.documents.badges.run import BadgeRun, render
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from tests.builders import NOON, a_delegate, a_file

MM = 72 / 25.4
A4 = (210.0, 297.0)


def corner(data: bytes) -> tuple[float, float, float, float]:
    """Measure the rulers of a test page: corner from left and top, lengths across and down."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        across = max(page.lines, key=lambda line: line["width"])
        down = max(page.lines, key=lambda line: line["height"])
    return (
        down["x0"] / MM,
        across["top"] / MM,
        across["width"] / MM,
        down["height"] / MM,
    )


def test_the_rulers_are_where_the_page_says() -> None:
    assert corner(draw_test_page(A4, NOON)) == pytest.approx((20, 20, 180, 260), abs=0.01)


@pytest.mark.parametrize("page", [A4, (297.0, 210.0), (105.0, 148.0), (54.0, 86.0)])
def test_the_test_page_fits_every_paper(page: tuple[float, float]) -> None:
    data = draw_test_page(page, NOON)
    with pdfplumber.open(BytesIO(data)) as pdf:
        (only,) = pdf.pages
        boxes = [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in only.chars]
        boxes += [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in only.lines]
        assert "Trang thử máy in" in only.extract_text()

    for x0, top, x1, bottom in boxes:
        assert min(x0, top) >= 0
        assert x1 <= page[0] * MM
        assert bottom <= page[1] * MM


@given(
    shift=st.tuples(st.floats(-5, 5), st.floats(-5, 5)),
    scale=st.tuples(st.floats(0.95, 1.05), st.floats(0.95, 1.05)),
)
def test_what_is_measured_leads_back_to_what_the_printer_does(
    shift: tuple[float, float], scale: tuple[float, float]
) -> None:
    measured = [
        move + size * corner_mm(side) for move, size, side in zip(shift, scale, A4, strict=True)
    ]
    lengths = [size * ruler_mm(side) for size, side in zip(scale, A4, strict=True)]

    fit = fit_from_test_page(A4, *measured, *lengths)

    for place in ((0, 0), (105, 148.5), (210, 297)):
        drawn = fit.drawn_at(*place)
        printed = [move + size * at for move, size, at in zip(shift, scale, drawn, strict=True)]
        assert printed == pytest.approx(place, abs=0.01)


def test_a_helped_test_page_is_right_once_the_printer_has_printed_it() -> None:
    fit = fit_from_test_page(A4, 18.5, 21.5, 181.8, 259.0)

    left, top, across, down = corner(draw_test_page(A4, NOON, fit))

    assert fit.shift_across_mm + fit.scale_across * left == pytest.approx(20, abs=0.01)
    assert fit.shift_down_mm + fit.scale_down * top == pytest.approx(20, abs=0.01)
    assert fit.scale_across * across == pytest.approx(180, abs=0.01)
    assert fit.scale_down * down == pytest.approx(260, abs=0.01)


@pytest.mark.parametrize(
    ("measured", "place"),
    [
        ((40, 20, 180, 260), "across"),
        ((20, 20, 150, 260), "across"),
        ((20, 2, 180, 260), "down"),
        ((20, 20, 180, 26), "down"),
    ],
)
def test_a_wrong_reading_is_refused(measured: tuple[float, ...], place: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        fit_from_test_page(A4, *measured)

    assert (refusal.value.reason, refusal.value.facts["place"]) == ("printer-fit", place)


def test_badges_are_drawn_where_the_printer_will_put_them_right() -> None:
    snapshot = Snapshot(file=a_file(a_delegate()), made_at=NOON)
    fit = PrinterFit(shift_across_mm=2, shift_down_mm=-1.5, scale_across=1.01, scale_down=0.99)
    run = BadgeRun(layout=shipped_layout(), sheet=shipped_sheet("a4-two-a6"))
    helped = BadgeRun(layout=run.layout, sheet=run.sheet, fit=fit)

    def word(run: BadgeRun) -> tuple[float, float]:
        page = pypdfium2.PdfDocument(render(snapshot, run=run).data)[0]
        text = page.get_textpage()
        left, bottom, _, _ = text.get_rect(0) if text.count_rects() else (0, 0, 0, 0)
        return left / MM, (page.get_height() - bottom) / MM

    across, down = word(run)

    assert word(helped) == pytest.approx(fit.drawn_at(across, down), abs=0.05)
