"""Texts for strangers: whoever and whatever they name is replaced by a placeholder.

Known texts are found whatever their case, accents, normal form and punctuation, also within other
words where they are long. The same person has the same placeholder all through one report.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

# shorter ones are found as whole words only: they would stand within many others
_WITHIN_WORDS = 8
_HEAD = 4
_HEAD_LENGTHS = range(1, _HEAD + 1)
_SHORTEST_NUMBER = 4  # what is known and has fewer digits tells nobody apart
_NUMBERS = re.compile(r"\d(?:[ .,\-/():]{0,2}\d){5,}")
_ADDRESSES = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*")


class Kind(StrEnum):
    """What a placeholder stands for; of two that meet in one place the earlier one names it."""

    NAME = "name"
    UNIT = "unit"
    POST = "post"
    TEXT = "text"
    NUMBER = "number"
    ADDRESS = "address"
    ACCOUNT = "account"
    FOLDER = "folder"


class Secret(Struct, frozen=True):
    """A text that may not be seen.

    Attributes:
        is_part: it is an everyday word too, and only meant where it begins with a capital.
    """

    text: str
    kind: Kind
    is_part: bool = False


class _Known(Struct, frozen=True):
    kind: Kind
    is_part: bool


class _Found(Struct):
    start: int
    end: int
    kind: Kind
    what: str


class Placeholders:
    """The placeholders of one report: whoever comes again is called the same.

    Args:
        shown: makes the placeholder of a kind and a number.
    """

    def __init__(self, shown: Callable[[Kind, int], str]) -> None:
        self._shown = shown
        self._numbers: dict[tuple[Kind, str], int] = {}
        self._counts: Counter[Kind] = Counter()

    def of(self, kind: Kind, what: str) -> str:
        """Give the placeholder of a folded text."""
        key = (kind, what)
        if key not in self._numbers:
            self._counts[kind] += 1
            self._numbers[key] = self._counts[kind]
        return self._shown(kind, self._numbers[key])


class Masker:
    """Finds what may not be seen."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._known: dict[str, _Known] = {}
        for secret in secrets:
            key = folded(secret.text)
            if not key or (key.isdecimal() and len(key) < _SHORTEST_NUMBER):
                continue
            known = self._known.get(key)
            if known is None or (known.is_part and not secret.is_part):
                self._known[key] = _Known(secret.kind, secret.is_part)
        self._lengths = sorted({len(key) for key in self._known}, reverse=True)
        self._heads = {key[:_HEAD] for key in self._known}

    def mask(self, text: str, placeholders: Placeholders) -> str:
        """Replace all that may not be seen in a text."""
        pieces, end = [], 0
        for found in _joined([*self._of_known(text), *_of_shape(text)]):
            pieces += [text[end : found.start], placeholders.of(found.kind, found.what)]
            end = found.end
        return "".join((*pieces, text[end:]))

    def _may_begin(self, letters: str, start: int) -> bool:
        return any(letters[start : start + length] in self._heads for length in _HEAD_LENGTHS)

    def _of_known(self, text: str) -> list[_Found]:
        letters, places = _stream(text)
        if not letters:
            return []
        begins, ends = _borders(text, places)
        found = []
        for start in range(len(letters)):
            if not self._may_begin(letters, start):
                continue
            for length in self._lengths:
                end = start + length
                key = letters[start:end]
                known = self._known.get(key) if end <= len(letters) else None
                if known is None:
                    continue
                is_whole = begins[start] and ends[end - 1]
                is_within = length >= _WITHIN_WORDS and not known.is_part
                is_meant = not known.is_part or text[places[start]].isupper()
                if (is_whole or is_within) and is_meant:
                    last = _end_of_cluster(text, places[end - 1])
                    found.append(_Found(places[start], last, known.kind, key))
                    break
        return found


def folded(text: str) -> str:
    """Give the letters and digits of a text without accents, case and all between them."""
    return "".join(map(_folded_char, text))


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    # through capitals first, so that letters that differ in small only are the same
    big = unicodedata.normalize("NFKD", char).upper().casefold()
    plain = unicodedata.normalize("NFKD", big).replace("đ", "d")
    return "".join(one for one in plain if one.isalnum() and not unicodedata.combining(one))


def _stream(text: str) -> tuple[str, list[int]]:
    """Fold a text, and tell for each letter where in the text it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in _folded_char(char):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _borders(text: str, places: list[int]) -> tuple[list[bool], list[bool]]:
    """Tell for each letter whether a word begins or ends with it."""
    begins = [True] * len(places)
    ends = [True] * len(places)
    for number in range(1, len(places)):
        before, here = places[number - 1], places[number]
        between = text[before + 1 : here]
        is_one_word = all(unicodedata.combining(char) for char in between)
        begins[number] = not is_one_word
        ends[number - 1] = not is_one_word
    return begins, ends


def _end_of_cluster(text: str, place: int) -> int:
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _of_shape(text: str) -> list[_Found]:
    """Find what is a number or an address by its shape alone."""
    return [
        *(
            _Found(one.start(), one.end(), Kind.NUMBER, "".join(filter(str.isdecimal, one[0])))
            for one in _NUMBERS.finditer(text)
        ),
        *(
            _Found(one.start(), one.end(), Kind.ADDRESS, one[0].casefold())
            for one in _ADDRESSES.finditer(text)
        ),
    ]


def _joined(found: list[_Found]) -> list[_Found]:
    """Join what overlaps, so that no rest of the one is left beside the other."""
    joined: list[_Found] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        last = joined[-1] if joined else None
        if last is None or one.start >= last.end:
            joined.append(one)
        elif one.end > last.end:
            joined[-1] = _Found(last.start, one.end, last.kind, last.what)
    return joined
