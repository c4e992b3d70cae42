"""Read single values of a list: marks, genders, long numbers, posts with their unit."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from msgspec import Struct

from db.records import Gender
from desktop.people.names import compact_key, search_key
from desktop.people.text import clean
from desktop.people.words import list_words

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_DATE = re.compile(r"\d[/.\-]\d|\d{4}")
_DIGITS_WITH_BREAKS = re.compile(r"[\d\s.\-]+")
_PHONE_DIGITS = (10, 11)  # 11 of a landline, or of 84 and a mobile number
_ID_DIGITS = (12, 9)  # CCCD, CMND
_LEAST_ID_DIGITS = 6  # of a passport, or an old card
_SEPARATORS = (" - ", " – ", ", ")
_LIST_MARK = re.compile(r"^(?:[-–+•*]|\d{1,2}[.)])\s*")


class NumberDoubt(StrEnum):
    """What is odd about a long number."""

    ZERO_RESTORED = "zero_restored"
    DIGITS_LOST = "digits_lost"
    ODD = "odd"


class NumberReading(Struct, frozen=True):
    """A long number as text, and what to ask about it."""

    text: str
    doubt: NumberDoubt | None = None


def read_mark(text: str) -> bool | None:
    """Read a yes or a no; None when it is neither. A date says yes: Ngày vào Đảng."""
    key = _mark_key(text)
    if key in _marks("yes"):
        return True
    if key in _marks("no"):
        return False
    return True if _DATE.search(text) else None


def read_gender(text: str) -> Gender | None:
    """Read Nam or Nữ, Ông or Bà; None when it is neither."""
    key = _mark_key(text)
    if key in _marks("male"):
        return Gender.MALE
    return Gender.FEMALE if key in _marks("female") else None


def read_id_number(text: str, *, was_number: bool) -> NumberReading:
    """Read the number of an identity card, giving back zeros that a number has lost."""
    if _SCIENTIFIC.fullmatch(text):
        return NumberReading(text, NumberDoubt.DIGITS_LOST)
    if not _DIGITS_WITH_BREAKS.fullmatch(text):
        return NumberReading(text, NumberDoubt.ODD)
    digits = "".join(filter(str.isdigit, text))
    if len(digits) in _ID_DIGITS:
        return NumberReading(digits)
    # a CCCD begins with 001 to 096, a CMND with 01 or more
    lost = {11: 12, 10: 12, 8: 9}.get(len(digits))
    if was_number and lost:
        return NumberReading(digits.zfill(lost), NumberDoubt.ZERO_RESTORED)
    return NumberReading(text, NumberDoubt.ODD)


def tells_one_person(id_number: str) -> bool:
    """Tell whether a number is one card's: not "none yet", nor what Excel left of many numbers."""
    if _SCIENTIFIC.fullmatch(id_number):
        return False
    return sum(map(str.isdecimal, id_number)) >= _LEAST_ID_DIGITS


def read_phone(text: str, *, was_number: bool) -> NumberReading:
    """Read a telephone number as typed, giving back a zero that a number has lost."""
    if _SCIENTIFIC.fullmatch(text):
        return NumberReading(text, NumberDoubt.DIGITS_LOST)
    digits = "".join(filter(str.isdigit, text))
    if was_number and digits == text and len(digits) == 9 and not digits.startswith("0"):
        return NumberReading("0" + digits, NumberDoubt.ZERO_RESTORED)
    numbers = [re.sub(r"\D", "", part) for part in re.split(r"[;/,]|\s-\s", text)]
    is_plain = all(len(number) in _PHONE_DIGITS for number in numbers if number)
    return NumberReading(text, None if digits and is_plain else NumberDoubt.ODD)


def split_post_and_unit(text: str, *, unit_first: bool) -> tuple[str, str]:
    """Split post and unit where one separator stands between them, else leave all as the post.

    The text is split only when what should be the unit begins like the name of one:
    "Bí thư - Chủ tịch UBND xã" are two posts.
    """
    for separator in _SEPARATORS:
        parts = text.split(separator)
        if len(parts) == 1:
            continue
        if len(parts) > 2:
            break
        post, unit = (parts[1], parts[0]) if unit_first else (parts[0], parts[1])
        return (post.strip(), unit.strip()) if _begins_like_a_unit(unit) else (text, "")
    return text, ""


def split_honours(original: str) -> tuple[str, ...]:
    """Split honours at semicolons and line breaks, each as typed."""
    parts = (_LIST_MARK.sub("", clean(part)) for part in re.split(r"[;\r\n]", original))
    return tuple(dict.fromkeys(part.strip(" .") for part in parts if part.strip(" .")))


def _begins_like_a_unit(text: str) -> bool:
    words = clean(text).casefold().split()
    if any(word in list_words().holders for word in words[1:2]):
        return False  # Trưởng thôn and Hội viên name people
    # Trưởng is no Trường: accents count unless the text has none
    has_accents = search_key(text) != clean(text).casefold()
    return any(words[: len(start)] == list(start) for start in _unit_starts(has_accents))


@cache
def _unit_starts(has_accents: bool) -> tuple[tuple[str, ...], ...]:  # noqa: FBT001 - a cache key
    fold = str.casefold if has_accents else search_key
    return tuple(tuple(fold(word).split()) for word in list_words().units)


@cache
def _marks(kind: str) -> frozenset[str]:
    return frozenset(_mark_key(word) for word in getattr(list_words(), kind))


def _mark_key(text: str) -> str:
    # marks without letters, as ✓ and -, are known as they are
    return compact_key(text) or text.strip()
