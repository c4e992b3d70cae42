"""Names for folders and files that every system, stick and archive can hold."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_NOT_ASCII_WORDS = re.compile("[^a-z0-9]+")
_LONGEST_BYTES = 120  # leaves room for the path before it and the file behind it


def folder_name(text: str, otherwise: str) -> str:
    """Make a folder's name from a text, Vietnamese letters kept; `otherwise` if nothing is left."""
    clean = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    clean = _shortened(" ".join(clean.split())).strip(" .")
    if not clean:
        return otherwise
    return f"_{clean}" if _RESERVED.fullmatch(clean) else clean


def ascii_name(text: str, otherwise: str, longest: int = 60) -> str:
    """Make a name of ASCII letters, digits and hyphens: uy-ban-nhan-dan-xa-binh-hoa.

    Args:
        text: anything.
        otherwise: taken if no letter of the text is left.
        longest: in characters.
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    words = _NOT_ASCII_WORDS.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
    return words[:longest].rstrip("-") or otherwise


def _shortened(text: str) -> str:
    """Cut at a space where there is one, never inside a letter."""
    encoded = text.encode()
    if len(encoded) <= _LONGEST_BYTES:
        return text
    cut = encoded[:_LONGEST_BYTES].decode(errors="ignore")
    words, space, _ = cut.rpartition(" ")
    return words if space else cut
