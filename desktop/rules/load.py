"""Rule packs from files: read, checked whole, or refused with file, key and reason."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from desktop.errors import InputRefused
from desktop.paths import resource
from desktop.rules.pack import PLACEHOLDERS, Level, RulePack, fraction
from desktop.rules.texts import placeholders

_LARGEST_PACK_BYTES = 300_000  # ours has 14,000
_LONGEST_LINE = 1000  # the parser's time grows with the square of a dotted key
_DEEPEST_NESTING = 20
_Tree = object  # what TOML gives: dicts, lists, text, numbers, dates


def load_pack(path: Path) -> RulePack:
    """Read a rule pack.

    Raises:
        InputRefused: `pack-*`, with the key at fault where there is one.
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        data = stream.read(_LARGEST_PACK_BYTES + 1)
    return decode_pack(data, path)


def decode_pack(data: bytes, path: Path | None = None) -> RulePack:
    """Read a rule pack from its bytes; the path only names it in a refusal."""
    if len(data) > _LARGEST_PACK_BYTES:
        raise InputRefused("pack-too-big", path, limit=_LARGEST_PACK_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused("pack-not-utf8", path, byte=error.start) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > _LONGEST_LINE:
            raise InputRefused("pack-long-line", path, line=number, limit=_LONGEST_LINE)
    try:
        tree = tomllib.loads(text)
    except RecursionError as error:
        raise InputRefused("pack-too-deep", path, limit=_DEEPEST_NESTING) from error
    except ValueError as error:
        raise InputRefused("pack-not-toml", path, detail=str(error)) from error
    try:
        pack = msgspec.convert(_clean(tree, "", path), RulePack)
    except msgspec.ValidationError as error:
        detail, _, key = str(error).partition(" - at `$")
        raise InputRefused(
            "pack-wrong-value", path, key=key.strip("`.") or "-", detail=detail
        ) from error
    for key, reason, value in _faults(pack):
        raise InputRefused(reason, path, key=key, value=value)
    return pack


@cache
def shipped_packs() -> tuple[RulePack, ...]:
    """Load the packs that come with the program, by id."""
    files = sorted(resource("rulepacks").glob("*.toml"))
    return tuple(sorted((load_pack(file) for file in files), key=lambda pack: pack.id))


def shipped_pack(pack_id: str) -> RulePack | None:
    """Find a pack that comes with the program."""
    return next((pack for pack in shipped_packs() if pack.id == pack_id), None)


def _clean(tree: _Tree, key: str, path: Path | None, depth: int = 0) -> _Tree:
    """Bring every text to NFC; refuse control characters and depths no plan needs."""
    if depth > _DEEPEST_NESTING:
        raise InputRefused("pack-too-deep", path, limit=_DEEPEST_NESTING)
    if isinstance(tree, dict):
        return {
            name: _clean(value, f"{key}.{name}".lstrip("."), path, depth + 1)
            for name, value in tree.items()
        }
    if isinstance(tree, list):
        return [
            _clean(value, f"{key}[{place}]", path, depth + 1) for place, value in enumerate(tree)
        ]
    if isinstance(tree, str):
        if any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in tree):
            raise InputRefused("pack-control-character", path, key=key)
        return unicodedata.normalize("NFC", tree).strip()
    return tree


_Fault = tuple[str, str, str]  # key, reason, value


def _faults(pack: RulePack) -> Iterator[_Fault]:
    """Find what types alone cannot say."""
    yield from _doubles("levels", (level.id for level in pack.levels))
    for name, period in (("reviewed", pack.cycle.reviewed), ("launched", pack.cycle.launched)):
        if period.last_year < period.first_year:
            yield f"cycle.{name}", "pack-reversed", f"{period.first_year}-{period.last_year}"
    for place, level in enumerate(pack.levels):
        for key, reason, value in _level_faults(level):
            yield f"levels[{place}].{key}", reason, value


def _level_faults(level: Level) -> Iterator[_Fault]:
    yield from _doubles("forms", (form.id for form in level.forms))
    yield from _doubles("programme.items", (item.key for item in level.programme.items))
    yield from _doubles("deadlines", (deadline.id for deadline in level.deadlines))
    sessions = level.sessions
    if sessions is not None and sessions.at_most < sessions.at_least:
        yield "sessions", "pack-reversed", f"{sessions.at_least}-{sessions.at_most}"
    for place, window in enumerate(level.windows):
        span = window.span()
        if span.first is None and span.last is None:
            yield f"windows[{place}]", "pack-window-open", window.words
        elif span.first is not None and span.last is not None and span.last < span.first:
            yield f"windows[{place}]", "pack-reversed", f"{span.first} - {span.last}"
    for place, rule in enumerate(level.shares):
        if not 0 <= fraction(rule.share) <= 1:
            yield f"shares[{place}].share", "pack-share-over-one", rule.share
        if not set(rule.counts) <= set(rule.base):
            yield f"shares[{place}].counts", "pack-share-outside-base", ", ".join(rule.counts)
    for place, deadline in enumerate(level.deadlines):
        if (deadline.day is None) == (deadline.days_from_conference is None):
            yield f"deadlines[{place}]", "pack-deadline-day", deadline.id
    yield from _unknown_placeholders(level)


def _doubles(key: str, ids: Iterable[str]) -> Iterator[_Fault]:
    seen: set[str] = set()
    for place, name in enumerate(ids):
        if name in seen:
            yield f"{key}[{place}]", "pack-double-id", name
        seen.add(name)


def _unknown_placeholders(level: Level) -> Iterator[_Fault]:
    for part in ("texts", "programme"):
        for text in _all_texts(msgspec.to_builtins(getattr(level, part))):
            for name in placeholders(text):
                if name not in PLACEHOLDERS:
                    yield part, "pack-unknown-placeholder", name


def _all_texts(tree: _Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from _all_texts(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _all_texts(value)
