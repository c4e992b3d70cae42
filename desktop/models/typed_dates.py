"""Dates the way officers type them."""

from __future__ import annotations

import re
from datetime import date


def parse_date(text: str) -> date | None:
    """Read a date as officers type it (20/3/2025, 20-3-25, 20.3.2025).

    Raises:
        ValueError: the text is no date.
    """
    if not text.strip():
        return None
    match = re.fullmatch(r"\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})\s*", text)
    if match is None:
        raise ValueError(text)
    day, month, year = (int(part) for part in match.groups())
    return date(year if year >= 100 else 2000 + year, month, day)
