"""Birth dates as the register takes them."""

from __future__ import annotations

from db.records import BirthDate
from desktop.people.births import BirthDoubt, read_birth

_REFUSED = (BirthDoubt.NOT_READ, BirthDoubt.ONLY_YEAR, BirthDoubt.SERIAL)


def typed_birth(text: str, this_year: int) -> BirthDate | None:
    """Read a birth date as the officer types it; nothing typed is no birth date.

    Raises:
        ValueError: the text is no birth date, or no such day.
    """
    reading = read_birth(text, this_year)
    if reading.doubt in _REFUSED:
        raise ValueError(text)
    return reading.birth
