"""Honours by law: their names and abbreviations in the order of an awards list."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

import msgspec

from desktop.paths import resource
from desktop.people.names import compact_key


class HonourKind(StrEnum):
    """Who or what an honour is given to, or its form."""

    PERSON = "person"
    COLLECTIVE = "collective"
    FORM = "form"  # medals, prizes, certificates


class Honour(msgspec.Struct, frozen=True):
    """An honour; the lower the rank, the higher it stands."""

    rank: int
    kind: HonourKind
    name: str
    short: tuple[str, ...] = ()


class _HonourList(msgspec.Struct, frozen=True):
    law: str
    honours: tuple[Honour, ...]


@cache
def honours() -> tuple[Honour, ...]:
    """List the honours, highest first."""
    data = resource("people", "honours.json").read_bytes()
    return tuple(
        sorted(msgspec.json.decode(data, type=_HonourList).honours, key=lambda each: each.rank)
    )


@cache
def _by_key() -> tuple[tuple[str, Honour], ...]:
    keys = [(compact_key(word), each) for each in honours() for word in (each.name, *each.short)]
    return tuple(sorted(keys, key=lambda pair: len(pair[0]), reverse=True))


@lru_cache(maxsize=65_536)
def match_honour(text: str) -> Honour | None:
    """Find the honour a text begins with, as in "Bằng khen của Thủ tướng (2021)"."""
    key = compact_key(text)
    return next((honour for word, honour in _by_key() if key.startswith(word)), None)
