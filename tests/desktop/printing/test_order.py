from __future__ import annotations

import pytest

from desktop.printing.order import (
    PageSet,
    PagesUnreadable,
    PrintOrder,
    Sides,
    pages_of,
    parse_pages,
    sheets_of,
    written_pages,
)


def test_pages_are_read_as_people_write_them() -> None:
    assert parse_pages("", 9) == ()
    assert parse_pages(" 5; 1–3, 9 ", 9) == ((1, 3), (5, 5), (9, 9))


@pytest.mark.parametrize("text", ["0", "3-2", "1-10", "x", "1,,2", "-3"])
def test_pages_that_are_not_there_are_refused(text: str) -> None:
    with pytest.raises(PagesUnreadable):
        parse_pages(text, 9)


def test_pages_are_chosen_and_written_back() -> None:
    order = PrintOrder(printer="HP", ranges=((1, 3), (3, 6)), page_set=PageSet.EVEN)

    assert pages_of(order, 5) == (2, 4)
    assert written_pages(order) == "1-3, 3-6 even"
    assert written_pages(PrintOrder(printer="HP", ranges=((2, 2),))) == "2"
    assert written_pages(PrintOrder(printer="HP")) == ""


def test_two_pages_share_a_sheet_only_when_both_sides_are_printed() -> None:
    assert sheets_of(PrintOrder(printer="HP", copies=3), 5) == 15
    assert sheets_of(PrintOrder(printer="HP", copies=3, sides=Sides.LONG_EDGE), 5) == 9
    assert sheets_of(PrintOrder(printer="HP", page_set=PageSet.ODD), 5) == 3
