from __future__ import annotations

from datetime import date

import pytest

from desktop.models.typed_values import plain_text, writing_of
from desktop.rules.pack_part import Line, Share
from desktop.rules.pack_people import Age
from desktop.rules.pack_shapes import shape_of
from desktop.rules.windows import YearMonth


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("70%", "70%"),
        ("70 %", "70%"),
        ("70", "70%"),
        ("70 phần trăm", "70%"),
        ("1/3", "1/3"),
        (" 1 / 3 ", "1/3"),
        ("", None),
        ("bảy mươi", "bảy mươi"),
    ],
)
def test_a_share_is_read_as_people_write_it(typed: str, stored: str | None) -> None:
    assert writing_of(shape_of(Share)).read(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("3/2030", "2030-03", "03/2030"),
        ("03-2030", "2030-03", "03/2030"),
        ("tháng 3 năm 2030", "2030-03", "03/2030"),
        ("Tháng 3/2030", "2030-03", "03/2030"),
        ("13/2030", "2030-13", "13/2030"),
        ("mùa xuân", "mùa xuân", "mùa xuân"),
        ("", None, ""),
    ],
)
def test_a_month_is_read_and_shown_as_people_write_it(
    typed: str, stored: str | None, shown: str
) -> None:
    writing = writing_of(shape_of(YearMonth))
    assert writing.read(typed) == stored
    assert writing.show(stored) == shown


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("1.000", 1000), ("12 000", 12000), ("-5", -5), ("−5", -5), ("", None), ("hai", "hai")],
)
def test_a_number_is_read_and_anything_else_kept(typed: str, stored: object) -> None:
    assert writing_of(shape_of(Age)).read(typed) == stored


def test_a_text_loses_what_no_pack_takes() -> None:
    assert plain_text("Xã\tTân  An\x0b\n") == "Xã Tân  An"
    assert plain_text("một\nhai") == "một\nhai"
    assert writing_of(shape_of(Line)).read("  ") is None


def test_a_day_is_shown_as_people_write_it() -> None:
    assert writing_of(shape_of(Age)).show(date(2030, 3, 20)) == "20/03/2030"
