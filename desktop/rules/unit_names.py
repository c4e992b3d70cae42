"""When two names of a unit mean the same one."""

from __future__ import annotations

import unicodedata


def unit_key(name: str) -> str:
    """Give what a unit is told by: its name without case and spaces too many; accents count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
