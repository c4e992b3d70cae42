"""JSON of strangers: bounded in depth, of one type, with one meaning for every reader."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

import msgspec

MAX_DEPTH = 8
_TEXTS = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_OPENING, _CLOSING = b"[{", b"]}"
_NO_BRACKETS = bytes(one for one in range(256) if one not in _OPENING + _CLOSING)

T = TypeVar("T")


class StrictJsonError(ValueError):
    """The text is not JSON of the type asked for, or two readers might read it differently."""


class TooDeepError(StrictJsonError):
    """It is nested deeper than anything of ours."""


def decode_strictly(text: bytes, kind: type[T], max_depth: int = MAX_DEPTH) -> T:
    """Read one value.

    Raises:
        StrictJsonError: with what was wrong.
    """
    check_depth(text, max_depth)
    try:
        value = msgspec.json.decode(text, type=kind)
        # what we write ourselves has no double keys; only what others wrote is looked through
        if msgspec.json.encode(value) != text:
            json.loads(text, object_pairs_hook=_single_keys)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise StrictJsonError(str(error)) from error
    return value


def check_depth(text: bytes, limit: int = MAX_DEPTH) -> None:
    """Refuse JSON nested deeper than allowed, without reading it.

    Raises:
        TooDeepError: it is.
    """
    if text.count(b"[") + text.count(b"{") <= limit:
        return
    depth = 0
    for bracket in _TEXTS.sub(b"", text).translate(None, delete=_NO_BRACKETS):
        depth += 1 if bracket in _OPENING else -1
        if depth > limit:
            raise TooDeepError(str(limit))


def _single_keys(pairs: list[tuple[str, Any]]) -> None:
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise StrictJsonError("a key stands twice")
