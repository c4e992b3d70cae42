"""Tell words that Vietnamese can have from letters that stand there by mistake."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

import msgspec

from desktop.paths import resource

_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")  # huyền, hỏi, ngã, sắc, nặng
_TONES_OF_STOPS = frozenset({"\u0301", "\u0323"})
_VOWELS = "aeiouy"
_MARKED_VOWELS = frozenset("ăâêôơư")
_EITHER_PLACE = frozenset({"oa", "oe", "uy"})
_WORD = re.compile(r"[^\W\d_]+(?:['’`´ʼ][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’`´ʼ]")
# of Vietnamese, and of the languages written with its letters: Ê-đê and Gia-rai ñ č ƀ ĕ ĭ ŏ ŭ
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzăâđêôơưñčƀĕĭŏŭ")
_LETTER_MARKS = frozenset("\u0306\u0302\u031b\u0303\u030c")  # breve, circumflex, horn, tilde, caron


class Fit(IntEnum):
    """How well a word fits the languages spoken here; the lower the better."""

    SYLLABLE = 0  # Vietnamese, or a name known here
    LETTERS = 1  # its letters are ours, the word is not: a name, a foreign word
    FOREIGN = 2  # it has letters no name here is written with


class _Syllables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    onsets: tuple[str, ...]
    rhymes: frozenset[str]
    rhymes_after_qu: frozenset[str]
    stops: tuple[str, ...]
    names: frozenset[str]


@cache
def _syllables() -> _Syllables:
    text = resource("people", "syllables.toml").read_bytes()
    return msgspec.toml.decode(text, type=_Syllables)


def words(text: str) -> list[str]:
    """List the words of a text: letters, and what apostrophes join to them."""
    return _WORD.findall(text)


@lru_cache(maxsize=65_536)
def fit(word: str) -> Fit:
    """Tell how well a word fits, whatever its case and the place of its tone."""
    parts = _APOSTROPHE.split(word.lower())
    if len(parts) > 1:
        return max(fit(part) for part in parts if part)
    folded = unicodedata.normalize("NFC", word.lower())
    if folded in _syllables().names or is_syllable(folded):
        return Fit.SYLLABLE
    plain = _without_tones(folded)[0]
    is_ours = all(char in _LETTERS or char in _LETTER_MARKS for char in plain)
    return Fit.LETTERS if is_ours else Fit.FOREIGN


def is_syllable(word: str) -> bool:
    """Tell whether Vietnamese spelling builds this word, with its tone where it belongs."""
    plain, tones = _without_tones(unicodedata.normalize("NFC", word.lower()))
    return len(tones) <= 1 and any(
        plain.startswith(onset) and _is_rhyme(onset, plain[len(onset) :], tones)
        for onset in _syllables().onsets
    )


def _is_rhyme(onset: str, rhyme: str, tones: list[tuple[int, str]]) -> bool:
    syllables = _syllables()
    rhymes = syllables.rhymes_after_qu if onset == "qu" else syllables.rhymes
    if rhyme not in rhymes:
        return False
    if not tones:
        return not rhyme.endswith(syllables.stops)
    (place, tone), start = tones[0], len(onset)
    if rhyme.endswith(syllables.stops) and tone not in _TONES_OF_STOPS:
        return False
    # many write Qúy for Quý
    return place - start in _tone_places(rhyme) or (onset == "qu" and place == 1)


@cache
def _tone_places(rhyme: str) -> tuple[int, ...]:
    """Give the letters of a rhyme that may carry its tone; both habits of hòa and hoà count."""
    marked = [place for place, letter in enumerate(rhyme) if letter in _MARKED_VOWELS]
    if marked:
        return (marked[-1],)
    vowels = len(rhyme) - len(rhyme.lstrip(_VOWELS))
    if vowels == 2 and rhyme in _EITHER_PLACE:
        return (0, 1)
    is_closed = vowels < len(rhyme)
    return (1,) if vowels == 3 or (vowels == 2 and is_closed) else (0,)


def _without_tones(word: str) -> tuple[str, list[tuple[int, str]]]:
    """Give a word without tones, and each tone with the place of its letter."""
    plain: list[str] = []
    tones: list[tuple[int, str]] = []
    for place, char in enumerate(word):
        base, *marks = list(unicodedata.normalize("NFD", char))
        kept = [mark for mark in marks if mark not in _TONES]
        tones.extend((place, mark) for mark in marks if mark in _TONES)
        plain.append(unicodedata.normalize("NFC", base + "".join(kept)))
    return "".join(plain), tones
