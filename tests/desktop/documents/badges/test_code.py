"""The digits of a badge: written, checked, read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.badges.code import (
    DIGITS,
    BadgeCode,
    badge_digits,
    check_digit,
    conference_part,
    grouped,
    parse,
)
from desktop.errors import InputRefused
from tests.builders import ident

conferences = st.integers(0, 2**128 - 1).map(ident)
numbers = st.integers(1, 99_999)


def test_the_check_digit_is_that_of_the_standard() -> None:
    assert check_digit("0794") == "5"  # the worked example of ISO/IEC 7064


@given(conferences, numbers)
def test_a_code_reads_back_as_what_it_was_written_from(conference: str, number: int) -> None:
    digits = badge_digits(conference, number)

    assert len(digits) == DIGITS
    assert parse(digits) == BadgeCode(conference_part(conference), number)
    assert parse(f" {grouped(digits)}\n") == parse(digits)


@given(conferences, numbers, st.integers(0, DIGITS - 1), st.integers(1, 9))
def test_any_single_wrong_digit_is_found(
    conference: str, number: int, place: int, change: int
) -> None:
    digits = badge_digits(conference, number)
    wrong = str((int(digits[place]) + change) % 10)

    with pytest.raises(InputRefused) as refusal:
        parse(digits[:place] + wrong + digits[place + 1 :])

    assert refusal.value.reason == "badge-code-check"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "badge-code-letters"),
        ("00001000001a", "badge-code-letters"),
        ("٠٠٠٠١٠٠٠٠٠١٤", "badge-code-letters"),
        ("0000100000144", "badge-code-length"),
        ("00001000001", "badge-code-length"),
    ],
)
def test_what_is_no_code_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        parse(typed)

    assert refusal.value.reason == reason
