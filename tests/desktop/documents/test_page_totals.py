"""Totals under the rows of each page, pictures in rows, rows high enough to sign in."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image

from desktop.documents.blocks import (
    Column,
    Document,
    PageTotals,
    Part,
    Picture,
    Role,
    Row,
    Table,
    paragraph,
    run,
)
from desktop.documents.pdf import write_pdf
from tests.builders import NOON
from tests.desktop.documents.measure import PT_PER_MM, Reading, overlaps

COLUMNS = (Column(heading="Họ và tên", share=1), Column(heading="Ký nhận", share=1))


def a_row(number: int, **fields: object) -> Row:
    return Row(cells=((run(f"Người {number}"),), (run(""),)), people=1, money=50_000, **fields)  # type: ignore[arg-type]


def read(*blocks: Table) -> Reading:
    lines = (paragraph(Role.TOTAL, "Hết."),)
    document = Document(title="x", author="y", parts=(Part(blocks=(*blocks, *lines)),))
    data = write_pdf(document, NOON).data
    assert data == write_pdf(document, NOON).data
    return Reading(data)


def totals_of(reading: Reading) -> list[list[str]]:
    return [
        [line.text for line in page.lines if line.text.startswith("Cộng trang")]
        for page in reading.pages
    ]


@pytest.mark.parametrize("count", [1, 26, 27, 28, 60])
def test_each_page_closes_with_its_own_sum_and_the_sum_so_far(count: int) -> None:
    table = Table(
        columns=COLUMNS,
        rows=tuple(a_row(number) for number in range(count)),
        least_row_mm=9,
        page_totals=PageTotals(),
    )
    reading = read(table)
    so_far = 0
    for page, totals in zip(reading.pages, totals_of(reading), strict=True):
        here = sum(line.text.startswith("Người") for line in page.lines)
        so_far += here
        assert totals == [f"Cộng trang này: {here} người; cộng dồn: {so_far} người"]
        assert not overlaps(page)
        assert max(line.baseline_pt for line in page.lines) < page.height_pt - 20 * PT_PER_MM
    assert so_far == count


def test_money_is_added_up_too_and_a_second_table_counts_anew() -> None:
    table = Table(
        columns=COLUMNS, rows=(a_row(1), a_row(2)), page_totals=PageTotals(with_money=True)
    )
    assert totals_of(read(table, table)) == [
        ["Cộng trang này: 2 người, 100.000 đồng; cộng dồn: 2 người, 100.000 đồng"] * 2
    ]


def test_rows_are_at_least_as_high_as_asked() -> None:
    table = Table(columns=COLUMNS, rows=(a_row(1), a_row(2), a_row(3)), least_row_mm=9)
    (page,) = read(table).pages
    edges = sorted({round(rule.y_pt, 1) for rule in page.rules})
    heights = [(lower - upper) / PT_PER_MM for upper, lower in pairwise(edges[1:])]
    assert heights == pytest.approx([9, 9, 9], abs=0.1)


def test_a_picture_stands_in_its_column_and_makes_room() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (30, 40), "navy").save(buffer, "JPEG")
    picture = Picture(data=buffer.getvalue(), width_mm=18, height_mm=24)
    columns = (COLUMNS[0], Column(heading="Ảnh", share=1, holds_picture=True))
    (page,) = read(Table(columns=columns, rows=(a_row(1, picture=picture),))).pages
    (image,) = page._page.images
    assert image["x1"] - image["x0"] == pytest.approx(18 * PT_PER_MM, abs=0.1)
    assert image["bottom"] - image["top"] == pytest.approx(24 * PT_PER_MM, abs=0.1)
    assert image["x0"] > page.width_pt / 2
