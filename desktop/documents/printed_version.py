"""Tells a printed content from any other: equal pages have equal versions, whenever drawn."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf

_DIGITS = 16
_BACKWARDS = frozenset(("/Parent", "/StructParents", "/StructParent", "/P", "/Dest"))


def content_version(path: Path) -> str:
    """Digest what the pages show; what the file says of itself, such as its time, is left out."""
    digest = hashlib.sha256()
    with pikepdf.open(path) as pdf:
        seen: dict[tuple[int, int], int] = {}
        for page in pdf.pages:
            _take(digest, page.obj, seen)
    return digest.hexdigest()[:_DIGITS]


def _take(digest: hashlib._Hash, item: object, seen: dict[tuple[int, int], int]) -> None:
    if not isinstance(item, pikepdf.Object):
        digest.update(f"{item!r};".encode())
        return
    if item.is_indirect:
        if item.objgen in seen:
            digest.update(f"={seen[item.objgen]};".encode())
            return
        seen[item.objgen] = len(seen)
    if isinstance(item, pikepdf.Stream):
        digest.update(item.read_raw_bytes())
        _take_names(digest, item.stream_dict, seen)
    elif isinstance(item, pikepdf.Dictionary):
        _take_names(digest, item, seen)
    elif isinstance(item, pikepdf.Array):
        digest.update(b"[")
        for each in item:
            _take(digest, each, seen)
        digest.update(b"]")
    else:
        digest.update(f"{item!r};".encode())


def _take_names(
    digest: hashlib._Hash, names: pikepdf.Object, seen: dict[tuple[int, int], int]
) -> None:
    for name in sorted(names.keys()):
        if name not in _BACKWARDS:
            digest.update(name.encode())
            _take(digest, names[name], seen)
