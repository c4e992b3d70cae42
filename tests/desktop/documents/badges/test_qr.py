"""QR codes put together from single bits."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.badges import qr
from desktop.documents.badges.code import DIGITS

digit_strings = st.text("0123456789", min_size=DIGITS, max_size=DIGITS)


def encoded_by_segno(digits: str) -> list[list[int]]:
    code = segno.make(
        digits, version=qr.VERSION, error="h", mode="numeric", mask=qr.MASK, boost_error=False
    )
    return [list(row) for row in code.matrix]


@settings(max_examples=60, deadline=None)
@given(digit_strings)
def test_a_code_is_the_one_segno_encodes_bit_for_bit(digits: str) -> None:
    flat = [module for row in encoded_by_segno(digits) for module in row]

    assert qr.modules(digits) == int("".join(map(str, flat)), 2)


def test_the_path_covers_the_dark_modules_and_no_other() -> None:
    digits = "482913000427"
    drawn = [[0] * qr.MODULES for _ in range(qr.MODULES)]
    operands = qr.path(digits).removesuffix(" f").split(" re")[:-1]
    for operand in operands:
        x, y, width, height = map(int, operand.split())
        assert height == 1
        for column in range(x, x + width):
            drawn[qr.MODULES - 1 - y][column] += 1

    assert drawn == encoded_by_segno(digits)


@pytest.mark.parametrize("digits", ["4", "48291300042", "4829130004271", "48291300042x"])
def test_other_than_the_digits_of_a_badge_are_not_encoded(digits: str) -> None:
    with pytest.raises(ValueError, match=digits):
        qr.modules(digits)
