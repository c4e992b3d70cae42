"""Bars of shares: what is filled, hatched and left white."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.documents.bars import BAR_HEIGHT_PT, bar_shapes, hatching
from desktop.documents.blocks import Bar, Column, Document, Part, Row, Table, run
from desktop.documents.docx.bars import bar_picture
from desktop.documents.pdf import write_pdf
from tests.desktop.documents.binh_hoa import MADE_AT
from tests.desktop.documents.measure import Reading

_WIDTH = 200.0


def test_a_share_is_as_wide_as_it_is_large() -> None:
    (fill,), _ = bar_shapes(Bar(0.3), 10, 5, _WIDTH)
    assert (fill.x_pt, fill.y_pt) == (10, 5)
    assert fill.width_pt == pytest.approx(60)


def test_a_share_of_nobody_is_a_frame_alone() -> None:
    fills, strokes = bar_shapes(Bar(0.0), 0, 0, _WIDTH)
    assert (fills, len(strokes)) == ([], 4)


@given(filled=st.floats(-1, 2), unknown=st.floats(-1, 2))
def test_nothing_of_a_bar_leaves_its_frame(filled: float, unknown: float) -> None:
    fills, strokes = bar_shapes(Bar(filled, unknown), 0, 0, _WIDTH)
    xs = [x for one in strokes for x in (one.x1_pt, one.x2_pt)]
    ys = [y for one in strokes for y in (one.y1_pt, one.y2_pt)]
    xs += [fill.x_pt + fill.width_pt for fill in fills]
    assert min(xs) >= -0.001
    assert max(xs) <= _WIDTH + 0.001
    assert min(ys) >= -0.001
    assert max(ys) <= BAR_HEIGHT_PT + 0.001


def test_the_hatched_part_begins_where_the_filled_one_ends() -> None:
    lines = list(hatching(40, 100, 8, 3))
    assert min(line[0] for line in lines) == 40
    assert max(line[2] for line in lines) == 100
    assert all(x2 - x1 == pytest.approx(y2 - y1) for x1, y1, x2, y2 in lines)


def test_the_picture_for_word_has_the_same_parts_and_is_the_same_each_time() -> None:
    drawn = bar_picture(Bar(0.25, 0.25), _WIDTH)
    picture = Image.open(BytesIO(drawn.data))
    middle = picture.height // 2
    shades = [picture.getpixel((round(picture.width * at), middle)) for at in (0.1, 0.2, 0.6, 0.9)]
    assert shades[0] == shades[1]
    assert shades[2:] == [255, 255]
    hatched = picture.crop((picture.width // 4 + 4, 4, picture.width // 2 - 4, middle))
    assert set(hatched.tobytes()) == {0, 255}
    assert drawn == bar_picture(Bar(0.25, 0.25), _WIDTH)


def test_the_bar_of_a_row_stands_in_the_column_that_holds_bars() -> None:
    columns = (
        Column(heading="Nội dung", share=1),
        Column(heading="Tỷ lệ", share=3, holds_bar=True),
    )
    table = Table(columns=columns, rows=(Row(cells=((run("Nữ"),), ()), bar=Bar(0.5)),))
    document = Document(title="", author="", parts=(Part(blocks=(table,)),))
    page = Reading(write_pdf(document, MADE_AT).data).pages[0]
    (filled,) = [box for box in page._page.rects if box["fill"]]
    edges = sorted({round(line["x0"]) for line in page._page.lines if line["width"] == 0})
    assert edges[1] < filled["x0"] < filled["x1"] < edges[-1]
    assert all(char["non_stroking_color"] in ((0,), (0, 0, 0)) for char in page.ink)
