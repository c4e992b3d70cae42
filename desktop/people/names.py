"""Names in Vietnamese order, and names as people search for them.

The order is the product's own, so that it is the same on every system: Qt leans on ICU on
Linux and on the operating system elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.people.text import clean

# Letters in the order of the alphabet; f, j, w and z stand where foreign words put them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_FIRST_LETTER = 0x40
_FIRST_DIGIT = 0x30
_OTHER_LETTER = 0xF0
_WEIGHTS = {letter: bytes([_FIRST_LETTER + rank]) for rank, letter in enumerate(_ALPHABET)} | {
    str(digit): bytes([_FIRST_DIGIT + digit]) for digit in range(10)
}
# level, falling, asking, tumbling, rising, heavy: the order of Unicode CLDR for Vietnamese
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
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
# Ê-đê and Gia-rai names say man (Y) or woman (H') before the given name and put the clan last
_GENDER_WORD = re.compile(r"(?:Y|H'?)\Z", re.IGNORECASE)
_GENDER_PREFIX = re.compile(r"H'(?=\w)", re.IGNORECASE)

_END_OF_SYLLABLE = b"\x01"
_BEFORE_TONES = b"\x02"
_END_OF_PART = b"\x00"


def sort_key(name: str, given_name: str = "") -> bytes:
    """Give the key that puts names in Vietnamese order when keys are compared as bytes.

    The given name counts first, then the rest, syllable by syllable: letters, then tones.
    Where a tone is written in its syllable does not count. Equal names in other spellings
    (case, place of the tone, apostrophes) come in a fixed order.

    Args:
        name: the full name as typed.
        given_name: the part to sort by, where the officer corrected it; else it is the last
            word, or in a name led by Y or H' the word after that.
    """
    given, rest = _parts(name, given_name)
    return b"".join(
        (_part_key(given), _part_key(rest), clean(name).swapcase().encode("utf-8", "replace"))
    )


def given_name_of(name: str) -> str:
    """Name the part of a name it is sorted by when nobody corrected it."""
    return " ".join(_parts(name, "")[0])


@lru_cache(maxsize=65_536)
def search_key(text: str) -> str:
    """Give text without accents and case, đ as d, for searching and matching."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _APOSTROPHES.sub("'", clean(letters).replace("đ", "d"))


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


def _part_key(words: list[str]) -> bytes:
    syllables = _BREAKS.split(" ".join(words))
    return b"".join(map(_syllable_key, filter(None, syllables))) + _END_OF_PART


@lru_cache(maxsize=16_384)
def _syllable_key(syllable: str) -> bytes:
    letters: list[bytes] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", syllable.lower()):
        decomposed = unicodedata.normalize("NFD", char)
        base = decomposed[0]
        for mark in decomposed[1:]:
            if base + mark in _LETTER_MARKS:
                base = _LETTER_MARKS[base + mark]
            else:
                tones.append(_TONES.get(mark, _OTHER_MARK))
        if base in _WEIGHTS:
            letters.append(_WEIGHTS[base])
        elif base.isalnum():
            letters.append(bytes([_OTHER_LETTER]) + base.encode())
    return b"".join(letters) + _BEFORE_TONES + bytes(tone + 2 for tone in tones) + _END_OF_SYLLABLE
