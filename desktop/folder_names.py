"""Names for folders that every system, stick and archive can hold."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST_BYTES = 120  # leaves room for the path before it and the file behind it


def folder_name(text: str, otherwise: str) -> str:
    """Make a folder's name from a text, Vietnamese letters kept; `otherwise` if nothing is left."""
    clean = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    clean = _shortened(" ".join(clean.split())).strip(" .")
    if not clean:
        return otherwise
    return f"_{clean}" if _RESERVED.fullmatch(clean) else clean


def _shortened(text: str) -> str:
    """Cut at a space where there is one, never inside a letter."""
    encoded = text.encode()
    if len(encoded) <= _LONGEST_BYTES:
        return text
    cut = encoded[:_LONGEST_BYTES].decode(errors="ignore")
    words, space, _ = cut.rpartition(" ")
    return words if space else cut
