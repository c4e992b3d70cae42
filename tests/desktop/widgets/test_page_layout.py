"""The places of pages and the bands they are drawn in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from desktop.widgets.page_layout import PageLayout, lay_out

A4 = QSizeF(595, 842)
A6 = QSizeF(298, 420)


def test_pages_stand_one_below_the_other_each_in_the_middle() -> None:
    layout = lay_out((A4, A6), 1.0, 1.0)
    first, second = layout.rects
    assert (first.width(), first.height()) == (793, 1123)
    assert second.top() > first.bottom()
    assert abs(first.center().x() - second.center().x()) <= 1
    assert layout.width > first.width()
    assert layout.height > second.bottom()


def test_a_pdf_without_pages_has_no_places() -> None:
    layout = lay_out((), 1.0, 2.0)
    assert layout.rects == ()
    assert layout.page_at(0) == 0
    assert list(layout.bands_between(0, 1000)) == []


def test_the_page_at_a_row_is_the_one_it_runs_through_or_the_next() -> None:
    layout = lay_out((A4, A4, A4), 1.0, 1.0)
    assert layout.page_at(0) == 0
    assert layout.page_at(layout.rects[0].bottom() + 1) == 1
    assert layout.page_at(layout.rects[1].center().y()) == 1
    assert layout.page_at(layout.height + 500) == 2


def test_a_picture_has_the_pixels_of_the_screen() -> None:
    assert lay_out((A4,), 1.0, 2.0).picture_size(0) == (1586, 2246)
    assert lay_out((QSizeF(0.1, 0.1),), 0.1, 1.0).picture_size(0) == (1, 1)


def _rows_drawn(layout: PageLayout, number: int) -> int:
    bands = [band for band in layout.bands_between(-1, layout.height) if band[0] == number]
    return sum(layout.band_span(band)[1] for band in bands)


@given(
    zoom=st.floats(0.1, 4.0),
    ratio=st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]),
    pages=st.lists(st.sampled_from([A4, A6]), min_size=1, max_size=4),
)
def test_the_bands_cover_every_page_once(zoom: float, ratio: float, pages: list[QSizeF]) -> None:
    layout = lay_out(pages, zoom, ratio)
    for number in range(len(pages)):
        assert _rows_drawn(layout, number) == layout.picture_size(number)[1]


@given(zoom=st.floats(0.1, 4.0), ratio=st.sampled_from([1.0, 1.5, 2.0]))
def test_no_band_is_large(zoom: float, ratio: float) -> None:
    layout = lay_out((A4,), zoom, ratio)
    width, _ = layout.picture_size(0)
    assert width * layout.band_rows(0) <= max(1_000_000, width * 32)


def test_only_bands_in_sight_are_asked_for() -> None:
    layout = lay_out((A4,) * 50, 1.0, 1.0)
    top = layout.rects[20].top()
    assert {number for number, _ in layout.bands_between(top, top + 500)} == {20}
