from __future__ import annotations

import pytest

from desktop.language import shown_number, tr


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567")]
)
def test_points_stand_between_the_thousands(number: int, text: str) -> None:
    assert shown_number(number) == text


def test_counts_get_their_points_and_years_stay_years() -> None:
    assert tr("{count} people", count=10_000) == "10.000 people"
    assert tr("{count} people", count=1_500) == "1.500 people"
    assert tr("Ages in {year}", year=2025) == "Ages in 2025"
    assert tr("limit {limit}", limit=12_000) == "limit 12.000"
    assert tr("{count} people", count=True) == "True people"
