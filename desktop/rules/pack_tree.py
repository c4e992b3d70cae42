"""A pack that is being written, as the plain tree TOML gives: changed at a path, never in place.

Dicts, lists, texts, numbers and days, whole or not; a part that is left out has no key. A change
makes a new tree that shares with the old one what stayed the same, so that every step of an undo
costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Written
from desktop.rules.pack_shapes import (
    DateShape,
    FieldShape,
    FixedShape,
    ListShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    pack_shape,
)

Node = Any  # a part of a tree: a dict, a list, or a plain value
Tree = dict[str, Any]
TreePath = tuple[str | int, ...]

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def tree_of(pack: RulePack) -> Tree:
    """Take a pack apart; what is at its default is left out."""
    tree: Tree = msgspec.to_builtins(pack, builtin_types=(date,))
    return {name: _as_lists(part) for name, part in tree.items()}


def key_of(path: TreePath) -> str:
    """Write a path as refusals name a place: levels[0].limits[1].value."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")


def path_of(key: str) -> TreePath:
    """Read a path."""
    return tuple(int(place) if place else name for place, name in _STEP.findall(key))


def find(tree: Node, path: TreePath) -> Node:
    """Give what stands at a path; None where nothing does."""
    for step in path:
        if isinstance(step, int):
            if not isinstance(tree, list) or not 0 <= step < len(tree):
                return None
            tree = tree[step]
        else:
            if not isinstance(tree, dict):
                return None
            tree = tree.get(step)
    return tree


def replaced(tree: Node, path: TreePath, value: Node) -> Node:
    """Put a value at a path, None to take it out; records on the way are begun where missing.

    Raises:
        LookupError: the path leads through an item that no list has.
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        if not isinstance(tree, list) or not 0 <= step < len(tree):
            raise LookupError(path)
        items = list(tree)
        if value is None and not rest:
            del items[step]
        else:
            items[step] = replaced(items[step], rest, value)
        return items
    record = dict(tree) if isinstance(tree, dict) else {}
    if value is None and not rest:
        record.pop(step, None)
    else:
        record[step] = replaced(record.get(step), rest, value)
    return record


def inserted(tree: Node, path: TreePath, place: int, value: Node) -> Node:
    """Put an item into the list at a path, which is begun where missing."""
    items = list(find(tree, path) or ())
    items.insert(place, value)
    return replaced(tree, path, items)


def moved(tree: Node, path: TreePath, source: int, target: int) -> Node:
    """Move an item of the list at a path so that it stands at `target`."""
    items = list(find(tree, path) or ())
    items.insert(target, items.pop(source))
    return replaced(tree, path, items)


def fresh(shape: Shape, kind: str = "") -> Node:
    """Begin a part: what may be empty is there already, what has to be given is still missing.

    A union begins as the kind named, or as its first one.
    """
    if isinstance(shape, UnionShape):
        kind = kind or next(iter(shape.kinds))
        return {shape.tag_field: kind, **fresh(shape.kinds[kind])}
    if isinstance(shape, ListShape):
        is_named = isinstance(shape.item, RecordShape) and shape.item.title_field is not None
        return [fresh(shape.item) for _ in range(shape.least if is_named else 0)]
    if isinstance(shape, FixedShape):
        return shape.value
    if isinstance(shape, TextShape):
        return ""
    if not isinstance(shape, RecordShape):
        return None
    parts = {field.name: _begun(field) for field in shape.fields}
    return {name: part for name, part in parts.items() if part is not None}


def fitted(node: Node, shape: Shape) -> Node:
    """Keep of a stored tree what the format knows, and bring its days back from text.

    A draft may come from another version of the program; None where nothing fits.
    """
    match shape:
        case UnionShape():
            return _fitted_union(node, shape)
        case RecordShape():
            return _fitted_record(node, shape)
        case ListShape():
            items = [fitted(one, shape.item) for one in node] if isinstance(node, list) else []
            return [one for one in items if one is not None]
        case DateShape() if isinstance(node, str):
            return _day(node)
    return node if isinstance(node, str | int | date) else None


def fitted_pack(node: Node) -> Tree:
    """Keep of a stored pack what the format knows."""
    tree: Tree = fitted(node, pack_shape()) or fresh(pack_shape())
    return tree


def shape_at(tree: Tree, path: Sequence[str | int]) -> Shape | None:
    """Find the shape of the part at a path; None where the format has no such place."""
    shape: Shape = pack_shape()
    node: Node = tree
    for step in path:
        if isinstance(shape, UnionShape):
            kind = str(find(node, (shape.tag_field,)))
            if kind not in shape.kinds:
                return None
            shape = shape.kinds[kind]
        if isinstance(shape, ListShape) and isinstance(step, int):
            shape = shape.item
        elif isinstance(shape, RecordShape) and isinstance(step, str):
            field = shape.field(step)
            if field is None:
                return None
            shape = field.shape
        else:
            return None
        node = find(node, (step,))
    return shape


def all_texts(node: Node, path: TreePath = ()) -> Iterator[tuple[TreePath, str]]:
    """Walk through every text of a tree, in order."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for name, part in node.items():
            yield from all_texts(part, (*path, name))
    elif isinstance(node, list):
        for place, part in enumerate(node):
            yield from all_texts(part, (*path, place))


def begins_with(path: TreePath, start: TreePath) -> bool:
    """Tell whether a path leads through another one, or to it."""
    return path[: len(start)] == start


def _begun(field: FieldShape) -> Node:
    if not field.is_required:
        return None
    if isinstance(field.shape, TextShape):
        may_be_empty = not field.shape.least and field.shape.written in (None, Written.CLAUSE)
        return "" if may_be_empty else None
    return fresh(field.shape)


def _fitted_record(node: Node, shape: RecordShape) -> Node:
    if not isinstance(node, dict):
        return None
    parts = {
        field.name: fitted(node[field.name], field.shape)
        for field in shape.fields
        if field.name in node
    }
    return {name: part for name, part in parts.items() if part is not None}


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text  # typed, and not a day yet


def _fitted_union(node: Node, shape: UnionShape) -> Node:
    if not isinstance(node, dict):
        return None
    kind = str(node.get(shape.tag_field))
    if kind not in shape.kinds:
        return None
    return {shape.tag_field: kind, **fitted(node, shape.kinds[kind])}


def _as_lists(node: Node) -> Node:
    if isinstance(node, dict):
        return {name: _as_lists(part) for name, part in node.items()}
    if isinstance(node, list | tuple):
        return [_as_lists(part) for part in node]
    return node
