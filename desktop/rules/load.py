"""Rule packs from files: read, checked whole, or refused with file, key and reason."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import msgspec

from desktop.errors import InputRefused
from desktop.paths import resource
from desktop.rules.pack import RulePack
from desktop.rules.pack_faults import faults

_LARGEST_PACK_BYTES = 1_000_000  # ours have some 30,000; many units take the most
_LONGEST_LINE = 10_000  # the parser's time grows with the square of a dotted key
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
    for key, reason, value in faults(pack):
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
