"""Birth dates as lists write them, read as precisely as they were given."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from db.records import BirthDate
from desktop.people.names import search_key

YOUNGEST_AGE = 10
OLDEST_AGE = 100
FIRST_YEAR = 1900  # of the record
LAST_YEAR = 2100

_SERIAL_START = date(1899, 12, 30)  # day 0 of Excel's calendar, after its false 29/2/1900
_SERIALS = range(366, 73_051)  # 1901 to 2099

_UNKNOWN = r"(?:0{1,2}|[?_x]{1,2}|\.{2,}|-{1,2})"
_SEPARATOR = r"\s*[/\-.,\s]\s*"
_TIME = r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
_DAY_MONTH_YEAR = re.compile(
    rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{4}}|\d\d){_TIME}"
)
_MONTH_YEAR = re.compile(rf"(?:{_UNKNOWN}{_SEPARATOR})?(\d{{1,2}}){_SEPARATOR}(\d{{4}})")
_YEAR = re.compile(rf"(?:(?:{_UNKNOWN}{_SEPARATOR}){{1,2}})?(\d{{4}})")
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_TIME}")
_EIGHT_DIGITS = re.compile(r"(\d\d)(\d\d)(\d{4})")
_SERIAL = re.compile(r"\d{5}(?:\.0)?")
_SHORT_YEAR = re.compile(r"\d\d")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDS = re.compile(r"\b(?:sinh|ngay|thang|nam|mung|khoang|day|month|year)\b\.?")


class BirthDoubt(StrEnum):
    """What is odd about a birth date that was read, or why it was not."""

    NOT_READ = "not_read"
    ONLY_YEAR = "only_year"  # 31/2/1975, 5/20/1975, 1975?: the rest makes no sense
    SHORT_YEAR = "short_year"  # 20/5/75: the century was guessed
    SERIAL = "serial"  # 27534: a date that lost its format
    UNLIKELY_AGE = "unlikely_age"


class BirthReading(Struct, frozen=True):
    """A birth date, if one could be read, and what to ask about it."""

    birth: BirthDate | None = None
    doubt: BirthDoubt | None = None


def read_birth(text: str, this_year: int) -> BirthReading:
    """Read a birth date: 20/5/1975, 5-1975, 1975, 20/5/75, in words, or Excel's day number.

    Args:
        text: the cell; it may be empty.
        this_year: the year ages are counted in.
    """
    plain = _plain(text)
    if not plain:
        return BirthReading()
    reading = _read(plain, this_year)
    birth = reading.birth
    if birth is None or not FIRST_YEAR <= birth.year <= LAST_YEAR:
        return BirthReading(None, BirthDoubt.NOT_READ)
    if is_unlikely(birth, this_year):
        return BirthReading(birth, reading.doubt or BirthDoubt.UNLIKELY_AGE)
    return reading


def is_unlikely(birth: BirthDate, this_year: int) -> bool:
    """Tell whether nobody of this age is likely to be invited."""
    return not YOUNGEST_AGE <= this_year - birth.year <= OLDEST_AGE


def birth_text(birth: BirthDate | None) -> str:
    """Write a birth date as precisely as it is known: 20/05/1975, 05/1975, 1975."""
    if birth is None:
        return ""
    if birth.month is None:
        return str(birth.year)
    if birth.day is None:
        return f"{birth.month:02}/{birth.year}"
    return f"{birth.day:02}/{birth.month:02}/{birth.year}"


def _plain(text: str) -> str:
    return " ".join(_WORDS.sub(" ", search_key(text)).split()).strip(" .,;:")


def _read(text: str, this_year: int) -> BirthReading:
    if match := _DAY_MONTH_YEAR.fullmatch(text) or _EIGHT_DIGITS.fullmatch(text):
        return _from_day(match[1], match[2], match[3], this_year)
    if match := _YEAR_FIRST.fullmatch(text):
        return _from_day(match[3], match[2], match[1], this_year)
    if match := _YEAR.fullmatch(text):
        return BirthReading(BirthDate(year=int(match[1])))
    if match := _MONTH_YEAR.fullmatch(text):
        return _from_month(int(match[1]), int(match[2]))
    return _from_leftovers(text, this_year)


def _from_leftovers(text: str, this_year: int) -> BirthReading:
    if match := _SERIAL.fullmatch(text):
        return _from_serial(int(float(match[0])))
    if _SHORT_YEAR.fullmatch(text):
        year = _full_year(text, this_year)
        return BirthReading(BirthDate(year=year), BirthDoubt.SHORT_YEAR)
    years = set(_ANY_YEAR.findall(text))
    if len(years) == 1:
        return BirthReading(BirthDate(year=int(years.pop())), BirthDoubt.ONLY_YEAR)
    return BirthReading(None, BirthDoubt.NOT_READ)


def _from_serial(days: int) -> BirthReading:
    if days not in _SERIALS:
        return BirthReading(None, BirthDoubt.NOT_READ)
    day = _SERIAL_START + timedelta(days=days)
    birth = BirthDate(year=day.year, month=day.month, day=day.day)
    return BirthReading(birth, BirthDoubt.SERIAL)


def _from_day(day_text: str, month_text: str, year_text: str, this_year: int) -> BirthReading:
    is_short = len(year_text) == 2
    year = _full_year(year_text, this_year) if is_short else int(year_text)
    day, month = int(day_text), int(month_text)
    doubt = BirthDoubt.SHORT_YEAR if is_short else None
    if day == 0 and month == 0:
        return BirthReading(BirthDate(year=year), doubt)
    if day == 0 and month <= 12:
        return BirthReading(BirthDate(year=year, month=month), doubt)
    try:
        date(year, month, day)
    except ValueError:
        return BirthReading(BirthDate(year=year), BirthDoubt.ONLY_YEAR)
    return BirthReading(BirthDate(year=year, month=month, day=day), doubt)


def _from_month(month: int, year: int) -> BirthReading:
    if month > 12:
        return BirthReading(BirthDate(year=year), BirthDoubt.ONLY_YEAR)
    return BirthReading(BirthDate(year=year, month=month))


def _full_year(two_digits: str, this_year: int) -> int:
    """Take the latest year with these digits in which somebody old enough was born."""
    latest = this_year - YOUNGEST_AGE
    return latest - (latest - int(two_digits)) % 100
