"""Guess how the bytes of a text were encoded."""

from __future__ import annotations

import codecs
import unicodedata

from desktop.people.encoding_evidence import fit_of
from desktop.people.old_codes import OldEncoding, decoded
from desktop.people.syllables import Fit

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
    sample = data[:_SAMPLE_BYTES]
    return max(possible, key=lambda encoding: _vietnamese(sample, encoding), default="latin-1")


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _vietnamese(sample: bytes, encoding: str) -> float:
    """Give the share of words with accents that Vietnamese has; of the old fonts, too."""
    text = sample.decode(encoding, "ignore")
    accented = [token for token in text.split() if not token.isascii()]
    old = (OldEncoding.TCVN3, OldEncoding.VNI) if encoding == "cp1252" else ()
    readings = [accented, *([decoded(token, each) for token in accented] for each in old)]
    return max(
        sum(fit_of(unicodedata.normalize("NFC", token)) is Fit.SYLLABLE for token in reading)
        for reading in readings
    ) / max(len(accented), 1)
