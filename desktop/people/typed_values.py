"""Numbers and dates of a spreadsheet as the text a clerk sees in the cell."""

from __future__ import annotations

import re
from datetime import date

_MAX_EXACT_INTEGER = 10**15  # a number in a cell keeps 15 digits
_ZEROS_ONLY = re.compile("0+")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def number_text(value: float, number_format: str) -> str:
    """Write a number with all its digits, and with the zeros in front that its format shows."""
    if value != value // 1 or abs(value) >= _MAX_EXACT_INTEGER:
        return str(value)
    width = len(number_format) if _ZEROS_ONLY.fullmatch(number_format) else 0
    return str(int(value)).zfill(width)


def date_text(value: date, number_format: str) -> str:
    """Write a date as precisely as its format shows it: 20/05/1975, 05/1975 or 1975."""
    shown = _QUOTED.sub("", number_format).lower().partition(";")[0]
    if "d" in shown or not ("m" in shown or "y" in shown):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if "m" in shown:
        return f"{value.month:02}/{value.year:04}"
    return f"{value.year:04}"
