"""Days and clock times as officers type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time


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


def parse_time(text: str) -> time | None:
    """Read a clock time as officers type it (7:30, 7h30, 7g, 0730).

    Raises:
        ValueError: the text is no time.
    """
    if not text.strip():
        return None
    match = re.fullmatch(
        r"\s*(\d{1,2})\s*(?:[:hHgG.]|giờ)\s*(\d{2})?(?:\s*(?:phút|ph|p))?\s*|\s*(\d{2})(\d{2})\s*",
        unicodedata.normalize("NFC", text),
    )
    if match is None:
        raise ValueError(text)
    hour, minute = (match[1], match[2]) if match[1] else (match[3], match[4])
    return time(int(hour), int(minute or 0))
