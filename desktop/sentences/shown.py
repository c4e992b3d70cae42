"""Values as sentences show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

Facts = dict[str, object]
Sentences = Mapping[str, Callable[[Facts], str]]


def shown_day(day: date) -> str:
    """Write a day as both languages read it: 20/03/2025."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def in_megabytes(facts: Facts) -> Facts:
    """Show a limit in bytes as megabytes."""
    return facts | {"limit": int(str(facts["limit"])) // 1_000_000}
