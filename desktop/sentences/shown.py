"""Values as sentences show them."""

from __future__ import annotations

from datetime import date


def shown_day(day: date) -> str:
    """Write a day as both languages read it: 20/03/2025."""
    return f"{day.day:02}/{day.month:02}/{day.year}"
