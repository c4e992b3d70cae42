"""Weigh what a single text is written in: as it stands, or in an old encoding."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from desktop.people.old_codes import OldEncoding, decoded, is_written_in
from desktop.people.syllables import Fit, fit, words
from desktop.people.text import clean

# in the order they are tried; what gives the better words counts first
GUESSED = (
    OldEncoding.UTF8,
    OldEncoding.UTF8_AS_CP1258,
    OldEncoding.TCVN3,
    OldEncoding.VNI,
    OldEncoding.CP1258,
    OldEncoding.VIQR,
    OldEncoding.LOOK_ALIKES,
)
_LONGEST_KEPT = 200  # characters of a text whose weight is kept
_LONGEST_TOKEN = 64  # longer is no word
_SPACES = re.compile(r"[ \t\r\n]+")
# no name has a capital with an accent inside a word of small letters: NguyÔn, TÊn
_CAPITAL_INSIDE = re.compile("[a-zà-öø-ÿ][À-ÖØ-Þ]|[A-ZÀ-ÖØ-Þ][À-ÖØ-Þ][a-zà-öø-ÿ]")
_QUOTES = frozenset("“”‘’„«»–—…•·°ºª²³½")
_VNI_PAIR = re.compile("[aeouyôö][âáàåãäêéèúüëùøûõï]", re.IGNORECASE)
_VIQR_HAT = re.compile(r"[aeo]\^|a\(|[ou]\+|[aeiouy]~|[aeiouy]`", re.IGNORECASE)
_VIQR_SIGNS = re.compile(r"[\^(+~`]|dd", re.IGNORECASE)
_LOOK_ALIKE = re.compile("[\u00d0\u00f0\u0189]")
# a text without any of these is not in the encoding, or reads the same in it
_SIGNS = {
    OldEncoding.UTF8: re.compile("[\u00c3-\u00c6\u00e1]"),
    OldEncoding.UTF8_AS_CP1258: re.compile("[\u0102\u00c3-\u00c6\u00e1]"),
    OldEncoding.TCVN3: re.compile("[\u00a1-\u00fe]"),
    OldEncoding.VNI: re.compile("[\u00c0-\u00fc]"),
    OldEncoding.CP1258: re.compile("[ÃÌÐÒÕÝÞãìðòõýþ]"),
    OldEncoding.VIQR: _VIQR_SIGNS,
    OldEncoding.LOOK_ALIKES: _LOOK_ALIKE,
}


class Weight(Struct, frozen=True):
    """What a text is worth read in an encoding.

    Attributes:
        text: as it reads then, in NFC on one line.
        is_whole: every letter can be of the encoding.
        changes: reading it so changes it.
        is_strong: nobody would have meant it as it stands, and it becomes Vietnamese.
        is_better, is_worse: its words fit better or worse than as it stands.
        foreign, letters: words that still fit badly.
    """

    text: str
    is_whole: bool
    changes: bool
    is_strong: bool
    is_better: bool
    is_worse: bool
    foreign: int
    letters: int


def weight(original: str, encoding: OldEncoding) -> Weight:
    """Weigh a text, before cleaning, in an encoding."""
    weigh = _weigh if len(original) <= _LONGEST_KEPT else _weigh.__wrapped__
    return weigh(original, encoding)


@lru_cache(maxsize=65_536)
def _weigh(original: str, encoding: OldEncoding) -> Weight:
    whole = decoded(original, encoding)
    text = clean(whole)
    pairs = [
        (fit_of(before), fit_of(after), before)
        for before, after in zip(_tokens(original), _tokens(whole), strict=False)
        if before != after
    ]
    is_whole = is_written_in(original, encoding)
    gains = [before for fit_before, fit_after, before in pairs if fit_after < fit_before]
    losses = [before for fit_before, fit_after, before in pairs if fit_after > fit_before]
    after = [fit_after for _, fit_after, _ in pairs]
    is_strong = (
        is_whole
        and not losses
        and Fit.FOREIGN not in after
        and any(
            fit_after is Fit.SYLLABLE and _is_strong(before, fit_before, encoding)
            for fit_before, fit_after, before in pairs
        )
    )
    return Weight(
        text=text,
        is_whole=is_whole,
        changes=text != clean(original),
        is_strong=is_strong and not _is_in_brackets(original, encoding),
        is_better=is_whole and bool(gains) and not losses,
        is_worse=len(losses) > len(gains),
        foreign=after.count(Fit.FOREIGN),
        letters=after.count(Fit.LETTERS),
    )


def strong_encodings(original: str) -> tuple[OldEncoding, ...]:
    """Find the encodings a text may be in, where it is in one beyond doubt; the best first."""
    find = _strong if len(original) <= _LONGEST_KEPT else _strong.__wrapped__
    return find(original)


@lru_cache(maxsize=65_536)
def _strong(original: str) -> tuple[OldEncoding, ...]:
    if not _may_be_old(original):
        return ()
    weights = [
        (encoding, weight(original, encoding))
        for encoding in GUESSED
        if _SIGNS[encoding].search(original)
    ]
    strong = [(each.letters, encoding) for encoding, each in weights if each.is_strong]
    return tuple(encoding for _, encoding in sorted(strong, key=lambda pair: pair[0]))


def _may_be_old(original: str) -> bool:
    """Tell in little time whether a text has anything an old encoding could have left."""
    if _VIQR_SIGNS.search(original):
        return True
    return (
        not original.isascii()
        and any(fit_of(token) is not Fit.SYLLABLE for token in _tokens(original))
        and not is_unicode(original)
    )


def is_unicode(original: str) -> bool:
    """Tell whether a text has letters of Unicode no old encoding shows, and reads well."""
    if original.isascii():
        return False
    has_own = any(char.isalpha() and ord(char) > 0xFF for char in clean(original))
    return has_own and all(fit_of(token) is not Fit.FOREIGN for token in _tokens(original))


def font_encoding(font: str) -> OldEncoding | None:
    """Tell what a font was made for: .VnTime for TCVN3, VNI-Times for VNI."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return OldEncoding.TCVN3
    return OldEncoding.VNI if name.startswith(("vni-", "vni ")) else None


def is_capital_font(font: str) -> bool:
    """Tell whether a font shows every letter as a capital: .VnTimeH."""
    return font_encoding(font) is OldEncoding.TCVN3 and font.strip().endswith("H")


@lru_cache(maxsize=65_536)
def fit_of(token: str) -> Fit:
    """Tell how well what stands between two spaces fits: its worst word counts."""
    if len(token) > _LONGEST_TOKEN:
        return Fit.LETTERS
    if _has_sign_in_word(token) or _CAPITAL_INSIDE.search(token) or "\u00ad" in token:
        return Fit.FOREIGN
    return max((fit(word) for word in words(token)), default=Fit.SYLLABLE)


def _tokens(text: str) -> list[str]:
    return _SPACES.split(text)


def _has_sign_in_word(token: str) -> bool:
    """Tell whether a sign beyond the usual ones stands beside a letter."""
    if token.isascii():
        return False
    inside = token.strip("".join(_QUOTES) + ".,;:!?()[]\"'-/")
    has_letters = any(char.isalpha() for char in inside)
    return has_letters and any(
        not (char.isascii() or char.isalpha() or char.isdecimal() or _joins(char)) for char in token
    )


def _joins(char: str) -> bool:
    # dashes, quotation marks and what a letter is written with
    return char in "–—‘’“”…•" or "\u0300" <= char <= "\u036f" or char == "\u02bc"


def _is_strong(before: str, fit_before: Fit, encoding: OldEncoding) -> bool:
    if len(before) < 2 or any(map(str.isdecimal, before)):
        return False
    match encoding:
        case OldEncoding.VNI:
            has_pair = _VNI_PAIR.search(before) is not None
            return fit_before is Fit.FOREIGN or (fit_before is Fit.LETTERS and has_pair)
        case OldEncoding.VIQR:
            return len(before) > 2 and _VIQR_HAT.search(before) is not None
        case OldEncoding.LOOK_ALIKES:
            return _LOOK_ALIKE.search(before) is not None
        case _:
            return fit_before is Fit.FOREIGN


def _is_in_brackets(original: str, encoding: OldEncoding) -> bool:
    return encoding is OldEncoding.VIQR and "(" in original and ")" in original
