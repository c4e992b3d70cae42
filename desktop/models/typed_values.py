"""What people type for the values of a rule pack, and how these are shown again.

What cannot be read stays as it was typed, so that nothing is lost and its fault can be told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from desktop.people.text import typed
from desktop.rules.pack_part import Written
from desktop.rules.pack_shapes import NumberShape, Shape, TextShape
from desktop.rules.pack_tree import Node

_SHARE = re.compile(r"([0-9]{1,3})\s*(?:%|phần trăm)?|([0-9]{1,3})\s*/\s*([0-9]{1,3})")
_MONTH = re.compile(r"(?:tháng\s*)?([0-9]{1,2})\s*(?:[/.-]|\s|\s*năm)\s*([0-9]{4})", re.IGNORECASE)
_MONTH_AS_STORED = re.compile(r"([0-9]{4})-([0-9]{2})")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


class Writing(NamedTuple):
    """How a value is read from what was typed, None for nothing, and shown."""

    read: Callable[[str], Node]
    show: Callable[[Node], str]


def writing_of(shape: Shape) -> Writing:
    """Find how a value of a shape is written."""
    if isinstance(shape, NumberShape):
        return Writing(_read_number, _shown)
    written = shape.written if isinstance(shape, TextShape) else None
    return _WRITINGS.get(written, Writing(_read_text, _shown))


def plain_text(text: str) -> str:
    """Clean a text that was typed or pasted: a pack takes no control characters but line feeds."""
    spaced = "".join(
        " " if unicodedata.category(one) == "Cc" and one != "\n" else one for one in text
    )
    return typed(spaced)


def _read_text(text: str) -> Node:
    return plain_text(text) or None


def _read_number(text: str) -> Node:
    digits = re.sub(r"[\s.]", "", text.replace("\N{MINUS SIGN}", "-"))
    return int(digits) if _WHOLE_NUMBER.fullmatch(digits) else _read_text(text)


def _read_share(text: str) -> Node:
    plain = plain_text(text)
    match = _SHARE.fullmatch(plain)
    if match is None:
        return plain or None
    percent, above, below = match.groups()
    return f"{int(percent)}%" if percent else f"{int(above)}/{int(below)}"


def _read_month(text: str) -> Node:
    plain = plain_text(text)
    match = _MONTH.fullmatch(plain)
    return f"{match[2]}-{int(match[1]):02}" if match else plain or None


def _show_month(value: Node) -> str:
    match = _MONTH_AS_STORED.fullmatch(_shown(value))
    return f"{match[2]}/{match[1]}" if match else _shown(value)


def _shown(value: Node) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


_WRITINGS: dict[Written | None, Writing] = {
    Written.SHARE: Writing(_read_share, _shown),
    Written.MONTH: Writing(_read_month, _show_month),
}
