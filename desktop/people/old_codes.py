"""The ways Vietnamese was written before Unicode, and the ways Unicode is misread: how to undo it.

A text here is what a file shows: the bytes of the old encoding, read as Windows reads Western text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from desktop.people.syllables import Fit, fit


class OldEncoding(StrEnum):
    """What a text may be in, other than Unicode as it should be."""

    TCVN3 = "tcvn3"  # fonts .VnTime, .VnTimeH
    TCVN3_CAPITALS = "tcvn3_capitals"  # for a whole column whose font .VnTimeH is not told
    VNI = "vni"  # VNI-Windows: fonts VNI-Times
    VIQR = "viqr"  # Nguye^~n Va(n
    CP1258 = "cp1258_as_cp1252"
    UTF8 = "utf8_as_cp1252"
    UTF8_AS_CP1258 = "utf8_as_cp1258"
    LOOK_ALIKES = "look_alikes"  # Icelandic Ð for Đ


_TCVN3_CODES = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {
    first + place: letter
    for first, letters in _TCVN3_CODES.items()
    for place, letter in enumerate(letters)
}

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_HATS = {
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
}
_VNI_BREVES = {
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
_VNI_SINGLE |= {"ñ": "đ"}

_VIQR = re.compile(
    r"\\(?P<escaped>.)|(?P<dd>[dD][dD])"
    r"|(?P<vowel>[aeiouyAEIOUY])(?P<hat>\^|\(|\+)?(?P<tone>['`?~.])?"
)
_VIQR_HATS = {"^": ("aeo", _CIRCUMFLEX), "(": ("a", _BREVE), "+": ("ou", _HORN)}
_VIQR_TONES = {"'": _ACUTE, "`": _GRAVE, "?": _HOOK, "~": _TILDE, ".": _DOT}

_LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"})
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")


def decoded(text: str, encoding: OldEncoding) -> str:
    """Write a text in Unicode; characters that are not of the encoding stay as they are."""
    return unicodedata.normalize("NFC", _DECODERS[encoding](text))


def is_written_in(text: str, encoding: OldEncoding) -> bool:
    """Tell whether every letter of a text, beyond the plain ones, can be of an encoding."""
    return _REMAINDERS[encoding](text)


def _tcvn3(text: str) -> str:
    plain = text.translate(_TCVN3)
    # Capitals with tones are in the capital fonts alone: NGUYÔN V¡N is NGUYỄN VĂN, typed in one
    return plain.upper() if _is_all_capitals(text, plain) else plain


def _is_all_capitals(text: str, plain: str) -> bool:
    if any("a" <= char <= "z" for char in text) or not any(map(str.islower, plain)):
        return False
    return any(
        sum(map(str.isupper, word)) >= 2 and fit(word) is Fit.SYLLABLE for word in plain.split()
    )


def _is_tcvn3(text: str) -> bool:
    return not any(_is_letter_beyond(char) for char in text if ord(char) not in _TCVN3)


def _is_letter_beyond(char: str) -> bool:
    return not char.isascii() and (char.isalpha() or unicodedata.combining(char) > 0)


@cache
def _vni_letters() -> dict[str, str]:
    """Give every letter of VNI-Windows by its one or two characters."""
    letters = dict(_VNI_SINGLE)
    for bases, marks in (
        ("aeouyôö", _VNI_TONES),
        ("aeo", _VNI_HATS),
        ("a", _VNI_BREVES),
    ):
        for base in bases:
            for mark, meaning in marks.items():
                letters[base + mark] = unicodedata.normalize(
                    "NFC", _VNI_SINGLE.get(base, base) + meaning
                )
    capitals = {
        written: letter.upper()
        for code, letter in letters.items()
        for written in (code.upper(), code[0].upper() + code[1:])
    }
    return letters | capitals


@cache
def _vni_pattern() -> re.Pattern[str]:
    codes = sorted(_vni_letters(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes)))


def _vni(text: str) -> str:
    return _vni_pattern().sub(lambda code: _vni_letters()[code[0]], text)


def _is_vni(text: str) -> bool:
    return not any(map(_is_letter_beyond, _vni_pattern().sub("", text)))


def _viqr(text: str) -> str:
    return _VIQR.sub(_viqr_letter, text)


def _viqr_letter(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    if found["dd"]:
        return "Đ" if found["dd"][0] == "D" else "đ"
    vowel, hat, tone = found["vowel"], found["hat"], found["tone"]
    if hat and vowel.lower() not in _VIQR_HATS[hat][0]:
        return found[0]
    marks = (_VIQR_HATS[hat][1] if hat else "") + (_VIQR_TONES[tone] if tone else "")
    return unicodedata.normalize("NFC", vowel + marks)


def _western_byte(char: str) -> bytes:
    """Give the byte Windows shows as this character; the five without one are control characters.

    Raises:
        UnicodeEncodeError: there is none.
    """
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")


def _vietnamese_byte(char: str) -> bytes:
    if "\x80" <= char <= "\x9f":
        return char.encode("latin-1")
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:  # composed since: the letter and its tone are two bytes there
        *letter, tone = list(unicodedata.normalize("NFD", char))
        whole = unicodedata.normalize("NFC", "".join(letter))
        return whole.encode("cp1258") + tone.encode("cp1258")


def _bytes_of(text: str, byte_of: Callable[[str], bytes]) -> bytes | None:
    try:
        return b"".join(map(byte_of, text))
    except UnicodeEncodeError:
        return None


def _utf8(text: str, byte_of: Callable[[str], bytes]) -> str:
    def read_again(run: re.Match[str]) -> str:
        data = _bytes_of(run[0], byte_of)
        try:
            return data.decode() if data is not None else run[0]
        except UnicodeDecodeError:
            return run[0]

    return _HIGH_RUN.sub(read_again, text)


def _is_utf8(text: str, byte_of: Callable[[str], bytes]) -> bool:
    for run in _HIGH_RUN.findall(text):
        data = _bytes_of(run, byte_of)
        if data is None or _utf8(run, byte_of) == run:
            return False
    return True


def _cp1258(text: str) -> str:
    data = _bytes_of(text, _western_byte)
    return text if data is None else data.decode("cp1258", "replace")


def _is_cp1258(text: str) -> bool:
    return _bytes_of(text, _western_byte) is not None and "\ufffd" not in _cp1258(text)


_DECODERS: dict[OldEncoding, Callable[[str], str]] = {
    OldEncoding.TCVN3: _tcvn3,
    OldEncoding.TCVN3_CAPITALS: lambda text: text.translate(_TCVN3).upper(),
    OldEncoding.VNI: _vni,
    OldEncoding.VIQR: _viqr,
    OldEncoding.CP1258: _cp1258,
    OldEncoding.UTF8: lambda text: _utf8(text, _western_byte),
    OldEncoding.UTF8_AS_CP1258: lambda text: _utf8(text, _vietnamese_byte),
    OldEncoding.LOOK_ALIKES: lambda text: text.translate(_LOOK_ALIKES),
}
_REMAINDERS: dict[OldEncoding, Callable[[str], bool]] = {
    OldEncoding.TCVN3: _is_tcvn3,
    OldEncoding.TCVN3_CAPITALS: _is_tcvn3,
    OldEncoding.VNI: _is_vni,
    OldEncoding.VIQR: lambda text: not any(map(_is_letter_beyond, text)),
    OldEncoding.CP1258: _is_cp1258,
    OldEncoding.UTF8: lambda text: _is_utf8(text, _western_byte),
    OldEncoding.UTF8_AS_CP1258: lambda text: _is_utf8(text, _vietnamese_byte),
    OldEncoding.LOOK_ALIKES: lambda _: True,
}
