"""Birth dates as the register takes them."""

from __future__ import annotations

import pytest

from db.records import BirthDate
from desktop.models.birth_text import typed_birth
from desktop.people.births import birth_text


@pytest.mark.parametrize("text", ["02/05/1975", "05/1975", "1975", ""])
def test_what_is_shown_can_be_typed_again(text: str) -> None:
    assert birth_text(typed_birth(text, 2025)) == text


def test_a_short_year_is_the_latest_that_makes_sense() -> None:
    assert typed_birth("2/5/75", 2025) == BirthDate(year=1975, month=5, day=2)


@pytest.mark.parametrize("text", ["31/2/1975", "27534", "năm ngoái"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        typed_birth(text, 2025)
