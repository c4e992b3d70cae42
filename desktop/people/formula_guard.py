"""Text that a spreadsheet program would take for a formula, kept from being one."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guarded(text: str) -> str:
    """Put the sign before a text that could be a formula by which spreadsheets keep it text."""
    return f"{_GUARD}{text}" if _could_be_one(text) else text


def unguarded(text: str) -> str:
    """Take that sign away again."""
    return text[1:] if text.startswith(_GUARD) and _could_be_one(text) else text


def _could_be_one(text: str) -> bool:
    # a sign that was there before needs one more, so that only that one is taken away
    return text.lstrip(_GUARD).startswith(_STARTS)
