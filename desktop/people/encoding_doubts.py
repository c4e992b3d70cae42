"""What may be wrong in a text that was converted from an old encoding, and what it might be."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from desktop.people.encoding_evidence import fit_of
from desktop.people.old_codes import OldEncoding
from desktop.people.syllables import Fit, fit, words

LOST_SIGN = "\u00ad"  # ư in TCVN3: a soft hyphen, which programs drop
_MAX_SUGGESTIONS = 4
_SHORTEST_WORD = 2
_WORD_START = re.compile(r"(?<![^\W\d_])[^\W\d_]")


class ConversionDoubt(StrEnum):
    """Why a cell is to be looked at."""

    LOST_LETTER = "lost_letter"  # the ư of TCVN3 was dropped on the way: Phơng
    LOST_CAPITAL = "lost_capital"  # TCVN3 has no capital for it: Nguyễn Thị ánh
    LEFT_OVER = "left_over"  # a sign remains that is no letter
    AMBIGUOUS = "ambiguous"  # it reads well as it stood, too


class Doubt(Struct, frozen=True):
    """A doubt about a text, and texts it might be."""

    kind: ConversionDoubt
    suggestions: tuple[str, ...] = ()


def doubt_of(text: str, encoding: OldEncoding, *, has_lost: bool, is_name: bool) -> Doubt | None:
    """Find what is doubtful in a converted text.

    Args:
        text: after the conversion.
        encoding: it was in.
        has_lost: ư is missing elsewhere in the column: it may be missing in any word.
        is_name: the column holds names, whose words begin with capitals.
    """
    if encoding is OldEncoding.TCVN3 or encoding is OldEncoding.TCVN3_CAPITALS:
        lost = with_lost_letters(text, in_any_word=has_lost)
        if lost:
            return Doubt(ConversionDoubt.LOST_LETTER, lost)
        if is_name and (capitals := _with_capitals(text)) != text:
            return Doubt(ConversionDoubt.LOST_CAPITAL, (capitals,))
    if any(fit_of(token) is Fit.FOREIGN for token in text.split()):
        return Doubt(ConversionDoubt.LEFT_OVER)
    return None


@lru_cache(maxsize=16_384)
def with_lost_letters(text: str, *, in_any_word: bool) -> tuple[str, ...]:
    """Give a text with ư put where it may have been lost; empty where nothing seems lost."""
    for word in words(text):
        if len(word) < _SHORTEST_WORD or (fit(word) is Fit.SYLLABLE and not in_any_word):
            continue
        whole = _with_horned_u(word)
        if whole:
            return tuple(text.replace(word, each, 1) for each in whole[:_MAX_SUGGESTIONS])
    return ()


def _with_horned_u(word: str) -> list[str]:
    letter = "Ư" if word.isupper() else "ư"
    candidates = [
        word[:place] + letter + word[place:]
        for place in range(1 if word[0].isupper() and not word.isupper() else 0, len(word) + 1)
    ]
    return [each for each in dict.fromkeys(candidates) if fit(each) is Fit.SYLLABLE]


def _with_capitals(text: str) -> str:
    """Give a name with the capitals its other words have."""
    starts = [match[0] for match in _WORD_START.finditer(text)]
    small = [letter for letter in starts if letter.islower()]
    if not small or len(small) == len(starts) or any(letter.isascii() for letter in small):
        return text
    return _WORD_START.sub(lambda match: match[0].upper(), text)
