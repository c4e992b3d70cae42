"""The order of posts: who is named before whom when nobody was moved by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TypeVar

from msgspec import Struct, toml

from desktop.paths import resource
from desktop.people.names import search_key
from desktop.people.text import clean

# Ranks are far apart, so that many can be moved by hand between two posts.
_STEP = 1_000_000
_FORMER = _STEP // 2  # after those who hold the same post now
_LEVELS_OF_A_TIER = 50
_PARTS = re.compile(r"[,;/+&]|\s[-–—]\s|\bkiem\b")
_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]
_Meaning = TypeVar("_Meaning")
_Phrases = Mapping[str, tuple[tuple[Words, _Meaning], ...]]


class _Tier(Struct, frozen=True, forbid_unknown_fields=True):
    key: str  # empty for words that only look like a tier's
    words: tuple[str, ...]


class _Level(Struct, frozen=True, forbid_unknown_fields=True):
    posts: tuple[str, ...]
    tier: str = ""


class _PostList(Struct, frozen=True, forbid_unknown_fields=True):
    default: str
    former: tuple[str, ...]
    tiers: tuple[_Tier, ...]
    leading: tuple[_Level, ...]
    others: tuple[_Level, ...]

    @property
    def tier_keys(self) -> list[str]:
        return [tier.key for tier in self.tiers if tier.key]


class _Post(Struct, frozen=True):
    level: int
    leads: bool
    tier: str = ""


@lru_cache(maxsize=65_536)
def post_rank(post: str, unit: str = "") -> int:
    """Rank a post: the lower the number, the higher it stands; posts nobody knows come last.

    Args:
        post: as typed; several may stand in it, of which the highest counts.
        unit: read on after the post.
    """
    tier = _tier_of(f"{post} {unit}")
    parts = [_words(part) for part in _PARTS.split(search_key(post))]
    after = _words(search_key(unit))
    last = len(parts) - 1
    return min(
        _rank(part, after if number == last else (), tier) for number, part in enumerate(parts)
    )


def _rank(part: Words, after: Words, tier: str) -> int:
    """Rank one post by the first of its words that begin a known one."""
    tiers = _post_list().tier_keys
    words = (*part, *after)
    for start in range(len(part)):
        found = _longest(words[start:], _posts())
        if found is None:
            continue
        _, post = found
        row = tiers.index(post.tier or tier) if post.leads else len(tiers)
        is_former = start > 0 and words[start - 1] in _former_words()
        return (row * _LEVELS_OF_A_TIER + post.level) * _STEP + (_FORMER if is_former else 0)
    return (len(tiers) + 1) * _LEVELS_OF_A_TIER * _STEP


def _tier_of(text: str) -> str:
    """Find the tier of the first body named."""
    plain = clean(text).casefold()
    has_accents = search_key(text) != plain
    words = _words(plain)
    start = 0
    while start < len(words):
        length, key = _longest(words[start:], _tier_words(has_accents)) or (1, "")
        if key:
            return key
        start += length
    return _post_list().default


def _longest(words: Words, phrases: _Phrases[_Meaning]) -> tuple[int, _Meaning] | None:
    """Find the longest phrase that the words begin with, and how many words it has."""
    for phrase, meaning in phrases.get(words[0], ()):
        if words[: len(phrase)] == phrase:
            return len(phrase), meaning
    return None


def _by_first_word(pairs: Iterable[tuple[Words, _Meaning]]) -> _Phrases[_Meaning]:
    by_word: dict[str, list[tuple[Words, _Meaning]]] = {}
    for phrase, meaning in pairs:
        by_word.setdefault(phrase[0], []).append((phrase, meaning))
    return {
        word: tuple(sorted(found, key=lambda pair: len(pair[0]), reverse=True))
        for word, found in by_word.items()
    }


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text))


@cache
def _post_list() -> _PostList:
    return toml.decode(resource("people", "posts.toml").read_bytes(), type=_PostList)


@cache
def _posts() -> _Phrases[_Post]:
    known = _post_list()
    return _by_first_word(
        (_words(search_key(text)), _Post(level, leads, row.tier))
        for leads, rows in ((True, known.leading), (False, known.others))
        for level, row in enumerate(rows)
        for text in row.posts
    )


@cache
def _tier_words(has_accents: bool) -> _Phrases[str]:  # noqa: FBT001 - a cache key
    fold = str.casefold if has_accents else search_key
    return _by_first_word(
        (_words(fold(word)), tier.key) for tier in _post_list().tiers for word in tier.words
    )


@cache
def _former_words() -> frozenset[str]:
    return frozenset(map(search_key, _post_list().former))
