"""Write Vietnamese as it was written before Unicode, from tables of the tests' own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from desktop.people.old_codes import OldEncoding

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ"
_TCVN3_CAPITALS = dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True))
_VNI = """aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä
ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï
yø yù yû yõ î"""
_VIQR = """a` a' a? a~ a. a( a(` a(' a(? a(~ a(. a^ a^` a^' a^? a^~ a^. dd
e` e' e? e~ e. e^ e^` e^' e^? e^~ e^. i` i' i? i~ i. o` o' o? o~ o. o^ o^` o^' o^? o^~ o^.
o+ o+` o+' o+? o+~ o+. u` u' u? u~ u. u+ u+` u+' u+? u+~ u+. y` y' y? y~ y."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _by_table(codes: Iterable[str]) -> dict[str, str]:
    small = dict(zip(_LETTERS, codes, strict=True))
    return small | {letter.upper(): code.upper() for letter, code in small.items()}


_VNI_TABLE = _by_table(_VNI.split())
_VIQR_TABLE = _by_table(_VIQR.split())
_TCVN3_TABLE = dict(zip(_LETTERS, _TCVN3, strict=True))


def to_tcvn3(text: str) -> str:
    """Write as a .VnTime font has it: a capital with a tone becomes its small letter there."""
    table = _TCVN3_TABLE | {letter.upper(): code for letter, code in _TCVN3_TABLE.items()}
    return "".join((table | _TCVN3_CAPITALS).get(char, char) for char in text)


def to_tcvn3_capitals(text: str) -> str:
    """Write capitals as a .VnTimeH font has them, typed with the shift key."""
    small = "".join(_TCVN3_TABLE.get(char.lower(), char) for char in text)
    return "".join(_TCVN3_CAPITALS.get(char, small[place]) for place, char in enumerate(text))


def to_vni(text: str) -> str:
    return "".join(_VNI_TABLE.get(char, char) for char in text)


def to_viqr(text: str) -> str:
    return "".join(_VIQR_TABLE.get(char, char) for char in text)


def _western(data: bytes) -> str:
    """Read bytes as Windows does, which shows the five that mean nothing as control characters."""
    return "".join(
        bytes([byte]).decode("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")
        for byte in data
    )


def to_cp1258(text: str) -> bytes:
    data = b""
    for char in text:
        try:
            data += char.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in marks if mark in _TONES)
            letter = unicodedata.normalize("NFC", marks.replace(tone, ""))
            data += letter.encode("cp1258") + tone.encode("cp1258")
    return data


def to_cp1258_as_cp1252(text: str) -> str:
    return _western(to_cp1258(text))


def to_utf8_as_cp1252(text: str) -> str:
    return _western(text.encode())


def to_utf8_as_cp1258(text: str) -> str:
    return "".join(
        chr(byte)
        if byte in b"\x8a\x8d\x8e\x8f\x90\x9a\x9d\x9e\x81"
        else bytes([byte]).decode("cp1258")
        for byte in text.encode()
    )


def to_look_alikes(text: str) -> str:
    return text.replace("Đ", "\u00d0").replace("đ", "\u00f0")


ENCODERS: dict[OldEncoding, Callable[[str], str]] = {
    OldEncoding.TCVN3: to_tcvn3,
    OldEncoding.TCVN3_CAPITALS: to_tcvn3_capitals,
    OldEncoding.VNI: to_vni,
    OldEncoding.VIQR: to_viqr,
    OldEncoding.CP1258: to_cp1258_as_cp1252,
    OldEncoding.UTF8: to_utf8_as_cp1252,
    OldEncoding.UTF8_AS_CP1258: to_utf8_as_cp1258,
    OldEncoding.LOOK_ALIKES: to_look_alikes,
}
