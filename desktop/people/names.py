"""Names in Vietnamese order, and names as people search for them.

The order is the product's own, so that it is the same on every system: Qt leans on ICU on
Linux and on the operating system elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from db.records import ToneOrder
from desktop.people.text import clean

# Letters in the order of the alphabet; f, j, w and z stand where foreign words put them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_FIRST_LETTER = 0x40
_FIRST_DIGIT = 0x30  # a number counts by how many digits it has, then by these
_LONGEST_NUMBER = 15
_OTHER_LETTER = 0xF0
_WEIGHTS = {letter: bytes([_FIRST_LETTER + rank]) for rank, letter in enumerate(_ALPHABET)}
_TONE_MARKS = {
    "huyen": "\u0300",
    "hoi": "\u0309",
    "nga": "\u0303",
    "sac": "\u0301",
    "nang": "\u0323",
}
_TONES = {
    order: {_TONE_MARKS[tone]: rank for rank, tone in enumerate(order.split("-"), start=1)}
    for order in ToneOrder
}
_CLDR = ToneOrder.HUYEN_HOI_NGA_SAC_NANG
_OTHER_MARK = 6
_LETTER_MARKS = {
    "a\u0306": "ă",
    "a\u0302": "â",
    "e\u0302": "ê",
    "o\u0302": "ô",
    "o\u031b": "ơ",
    "u\u031b": "ư",
}
_APOSTROPHES = re.compile("['`´‘’ʼʹ′]")
_BREAKS = re.compile(r"[\s\-‐‑–—./,]+")
_NUMBER = re.compile("[0-9]+")
# Ê-đê and Gia-rai names say man (Y) or woman (H') before the given name and put the clan last
_GENDER_WORD = re.compile(r"(?:Y|H'?)\Z", re.IGNORECASE)
_GENDER_PREFIX = re.compile(r"H'(?=\w)", re.IGNORECASE)

_END_OF_SYLLABLE = b"\x01"
_BEFORE_TONES = b"\x02"
_END_OF_PART = b"\x00"
_NO_NAME = b"\xff"


class _WithoutMarks(dict[int, int | None]):
    """A table for str.translate that drops combining marks; it learns the characters it meets."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks({ord("đ"): ord("d")})


def sort_key(name: str, given_name: str = "", tone_order: ToneOrder = _CLDR) -> bytes:
    """Give the key that puts names in Vietnamese order when keys are compared as bytes.

    The given name counts first, then the rest, syllable by syllable: letters, then tones.
    Where a tone is written in its syllable does not count. Equal names in other spellings
    (case, place of the tone, apostrophes) come in a fixed order.

    Args:
        name: the full name as typed.
        given_name: the part to sort by, where the officer corrected it; else it is the last
            word, or in a name led by Y or H' the word after that.
        tone_order: how the tones follow one another.
    """
    given, rest = _parts(name, given_name)
    return b"".join(
        (
            _part_key(given, tone_order) if given else _NO_NAME + _END_OF_PART,
            _part_key(rest, tone_order),
            clean(name).swapcase().encode("utf-8", "replace"),
        )
    )


def family_key(key: bytes) -> bytes:
    """Turn a sort key into one by which the family name counts before the given name."""
    given, rest, spelling = key.split(_END_OF_PART, 2)
    if rest:  # the only word of a name is all there is to go by
        given, rest = rest, given
    return _END_OF_PART.join((given, rest, spelling))


def text_key(text: str, tone_order: ToneOrder = _CLDR) -> bytes:
    """Give the key that puts other texts in Vietnamese order, numbers in them by their value."""
    return _part_key([text], tone_order) + text.swapcase().encode("utf-8", "replace")


def given_name_of(name: str) -> str:
    """Name the part of a name it is sorted by when nobody corrected it."""
    return " ".join(_parts(name, "")[0])


@lru_cache(maxsize=65_536)
def search_key(text: str) -> str:
    """Give text without accents and case, đ as d, for searching and matching."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    letters = unicodedata.normalize("NFKD", folded).translate(_WITHOUT_MARKS)
    return _APOSTROPHES.sub("'", clean(letters))


def compact_key(text: str) -> str:
    """Give the search key without spaces and punctuation."""
    return "".join(filter(str.isalnum, search_key(text)))


def _parts(name: str, given_name: str) -> tuple[list[str], list[str]]:
    words = _APOSTROPHES.sub("'", clean(name)).split()
    if given_name.strip():
        given = _APOSTROPHES.sub("'", clean(given_name)).split()
        return given, _without(words, given)
    if not words:
        return [], []
    if len(words) > 2 and _GENDER_WORD.match(words[0]):
        return [words[1]], words[2:]
    if _GENDER_PREFIX.match(words[0]):
        return [_GENDER_PREFIX.sub("", words[0])], words[1:]
    return [_GENDER_PREFIX.sub("", words[-1])], words[:-1]


def _without(words: list[str], given: list[str]) -> list[str]:
    """Leave the given name out where it stands in the name, looking from its end."""
    for start in range(len(words) - len(given), -1, -1):
        if words[start : start + len(given)] == given:
            return words[:start] + words[start + len(given) :]
    return words


def _part_key(words: list[str], tone_order: ToneOrder) -> bytes:
    syllables = _BREAKS.split(" ".join(words))
    keys = [_syllable_key(syllable, tone_order) for syllable in syllables if syllable]
    return b"".join(keys) + _END_OF_PART


@lru_cache(maxsize=32_768)
def _syllable_key(syllable: str, tone_order: ToneOrder) -> bytes:
    letters: list[bytes] = []
    tones: list[int] = []
    ranks = _TONES[tone_order]
    lower = unicodedata.normalize("NFC", syllable.lower())
    place = 0
    while place < len(lower):
        if number := _NUMBER.match(lower, place):
            letters.append(_number_key(number[0]))
            place = number.end()
            continue
        char = lower[place]
        place += 1
        decomposed = unicodedata.normalize("NFD", char)
        base = decomposed[0]
        for mark in decomposed[1:]:
            if base + mark in _LETTER_MARKS:
                base = _LETTER_MARKS[base + mark]
            else:
                tones.append(ranks.get(mark, _OTHER_MARK))
        if base in _WEIGHTS:
            letters.append(_WEIGHTS[base])
        elif base.isalnum():
            letters.append(bytes([_OTHER_LETTER]) + base.encode())
    return b"".join(letters) + _BEFORE_TONES + bytes(tone + 2 for tone in tones) + _END_OF_SYLLABLE


def _number_key(digits: str) -> bytes:
    value = digits.lstrip("0") or "0"
    size = min(len(value), _LONGEST_NUMBER)
    return bytes([_FIRST_DIGIT + size]) + value.encode()
