"""Values as sentences show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from desktop.language import tr

Facts = dict[str, object]
Sentences = Mapping[str, Callable[[Facts], str]]


def shown_day(day: date) -> str:
    """Write a day as both languages read it: 20/03/2025."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def weekday_name(day: date) -> str:
    """Name the day of the week."""
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]


def shown_size(size: int) -> str:
    """Write a number of bytes as people read it; what is less than a kilobyte is one."""
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} KB"


def with_size(facts: Facts) -> Facts:
    """Show a limit in bytes as people read it."""
    return facts | {"limit": shown_size(int(str(facts["limit"])))}
