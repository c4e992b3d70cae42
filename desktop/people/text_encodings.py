"""Guess how the bytes of a text were encoded."""

from __future__ import annotations

import codecs
import unicodedata

from desktop.people.syllables import Fit, fit, words

# what an officer may choose from; a text in one of the old fonts is Western text here
OFFERED = ("utf-8", "utf-16", "cp1258", "cp1252")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 65_536


def guessed_encoding(data: bytes) -> str:
    """Guess an encoding that every byte can be read in."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    if 0 < len(sample) <= 8 * sample.count(0):  # no text in bytes has zeros
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    if _fits(data, "utf-8"):
        return "utf-8"
    possible = [encoding for encoding in ("cp1258", "cp1252") if _fits(data, encoding)]
    return max(possible, key=lambda encoding: _vietnamese(data, encoding), default="latin-1")


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _vietnamese(data: bytes, encoding: str) -> float:
    """Give the share of words with accents that Vietnamese can have."""
    text = unicodedata.normalize("NFC", data[:_SAMPLE_BYTES].decode(encoding, "ignore"))
    accented = [word for word in words(text) if not word.isascii()]
    return sum(fit(word) is Fit.SYLLABLE for word in accented) / max(len(accented), 1)
