"""Birth dates as the register shows and takes them."""

from __future__ import annotations

from db.records import BirthDate
from desktop.people.births import BirthDoubt, read_birth

_REFUSED = (BirthDoubt.NOT_READ, BirthDoubt.ONLY_YEAR, BirthDoubt.SERIAL)


def birth_text(birth: BirthDate | None) -> str:
    """Write a birth date as precisely as it is known: 20/05/1975, 05/1975, 1975."""
    if birth is None:
        return ""
    if birth.month is None:
        return str(birth.year)
    if birth.day is None:
        return f"{birth.month:02}/{birth.year}"
    return f"{birth.day:02}/{birth.month:02}/{birth.year}"


def typed_birth(text: str, this_year: int) -> BirthDate | None:
    """Read a birth date as the officer types it; nothing typed is no birth date.

    Raises:
        ValueError: the text is no birth date, or no such day.
    """
    reading = read_birth(text, this_year)
    if reading.doubt in _REFUSED:
        raise ValueError(text)
    return reading.birth
