"""Text as it enters the program: one Unicode form, no characters that nobody can see."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# soft hyphen, zero-width and bidirectional marks, byte order mark, control characters
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Put text into NFC on one line, without unseen characters and double spaces."""
    normal = unicodedata.normalize("NFC", _LONE_SURROGATES.sub("\ufffd", text))
    visible = _UNSEEN.sub("", normal)
    # an unseen character between a letter and its mark kept them apart: compose once more
    return unicodedata.normalize("NFC", _SPACES.sub(" ", visible).strip())


def typed(text: str) -> str:
    """Put text as it was typed or pasted into NFC, its lines kept, without unseen characters."""
    normal = unicodedata.normalize("NFC", _LONE_SURROGATES.sub("\ufffd", text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", normal)).strip()
