"""The keys of a pack being written: made of names, offered to rules, followed when they change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from msgspec import Struct

from desktop.rules.pack import Level, Unit, UnitException
from desktop.rules.pack_event import EventText
from desktop.rules.pack_part import Refers, Rule
from desktop.rules.pack_people import CountedKind, GroupText, TraitRule
from desktop.rules.pack_shapes import (
    ListShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
)
from desktop.rules.pack_tree import Node, Tree, TreePath, find, replaced, shape_at

_LONGEST_KEY = 40  # of 64, so that a number fits behind it
_MEANINGS: tuple[tuple[type[Struct], Refers], ...] = (
    (Level, Refers.LEVEL),
    (Unit, Refers.UNIT),
    (TraitRule, Refers.WHO),
    (GroupText, Refers.WHO),
    (EventText, Refers.EVENT),
    (Rule, Refers.RULE),
)


class Named(Struct, frozen=True):
    """A part that rules can refer to.

    Attributes:
        key: empty where the part has none yet.
        title: what people call it; empty for the kinds that every pack has.
        path: of the part; empty for those.
    """

    key: str
    title: str
    path: TreePath = ()


def offered(tree: Tree, refers: Refers, place: TreePath) -> tuple[Named, ...]:
    """List what a key at a place may refer to."""
    level = place[:2] if place[:1] == ("levels",) else ()
    match refers:
        case Refers.WHO:
            kinds = [Named(kind.value, "") for kind in CountedKind]
            found = [*kinds, *_parts(tree, (*level, "groups")), *_parts(tree, ("traits",))]
        case Refers.RULE:
            return tuple(_rules(tree, level))
        case Refers.COLOUR:
            return ()  # the badge designs' own
        case Refers.EVENT:
            found = _parts(tree, (*level, "events"))
        case _:
            found = _parts(tree, ("levels",) if refers is Refers.LEVEL else ("units",))
    return tuple(one for one in found if one.key)


def key_from(title: str, taken: Collection[str]) -> str:
    """Make a key of a name that no other part has: Cấp xã becomes cap-xa."""
    plain = unicodedata.normalize("NFD", title.casefold().replace("đ", "d"))
    words = re.findall("[a-z0-9]+", "".join(one for one in plain if not unicodedata.combining(one)))
    key = ""
    for word in words:
        longer = f"{key}-{word}" if key else word
        if len(longer) > _LONGEST_KEY:
            break
        key = longer
    key = key or (words[0][:_LONGEST_KEY] if words else "")
    number, unique = 2, key
    while unique and unique in taken:
        unique = f"{key}-{number}"
        number += 1
    return unique


def taken_keys(tree: Tree, path: TreePath) -> frozenset[str]:
    """List the keys that a part at a path must not have: those of the parts beside it."""
    shape = _record_at(tree, path)
    if shape is None:
        return frozenset()
    meaning = _meaning(shape)
    if meaning is not None:
        others = [one for one in offered(tree, meaning, path) if one.path != path]
        return frozenset(one.key for one in others)
    name = shape.name_field
    beside = find(tree, path[:-1])
    if name is None or not isinstance(beside, list):
        return frozenset()
    keys = {one.get(name.name) for place, one in enumerate(beside) if place != path[-1]}
    return frozenset(key for key in keys if key)


def renamed(tree: Tree, path: TreePath, old: str, new: str) -> Tree:
    """Let every key that refers to the part at a path follow it to its new key.

    The part itself is left as it is. Where several parts have the old key, nothing follows.
    """
    shape = _record_at(tree, path)
    meaning = _meaning(shape) if shape is not None else None
    if meaning is None or not old or not new or old in taken_keys(tree, path):
        return tree
    is_of_level = path[:1] == ("levels",) and len(path) > 2
    start: TreePath = path[:2] if is_of_level else ()
    start_shape = shape_at(tree, start)
    if start_shape is None:
        return tree
    for place in tuple(_references(find(tree, start), start_shape, start, meaning)):
        if find(tree, place) == old:
            tree = replaced(tree, place, new)
    return tree


def tended(before: Tree, after: Tree, path: TreePath) -> Tree:
    """Give a key to what was named by a change at a path; let references follow changed keys."""
    for part in _changed_parts(after, path):
        shape = _record_at(after, part)
        if shape is None or shape.name_field is None:
            continue
        place = (*part, shape.name_field.name)
        if not find(after, place) and _names_itself(shape):
            title = find(after, (*part, shape.title_field.name)) if shape.title_field else ""
            key = key_from(str(title or ""), taken_keys(after, part))
            after = replaced(after, place, key) if key else after
        old, new = find(before, place), find(after, place)
        if old != new and isinstance(old, str) and isinstance(new, str):
            after = renamed(after, part, old, new)
    return after


def _changed_parts(tree: Tree, path: TreePath) -> list[TreePath]:
    """List the parts that a change at a path may have named: around it, at it, and in its list."""
    inside = find(tree, path)
    items = [(*path, place) for place in range(len(inside))] if isinstance(inside, list) else []
    return [path[:-1], path, *items]


def _names_itself(shape: RecordShape) -> bool:
    """Tell whether a part needs a key, or gets one so that rules can refer to it by its name."""
    name, title = shape.name_field, shape.title_field
    is_named = title is not None and isinstance(title.shape, TextShape) and title.shape.least > 0
    return name is not None and (name.is_required or is_named)


def _record_at(tree: Tree, path: TreePath) -> RecordShape | None:
    shape = shape_at(tree, path)
    if isinstance(shape, UnionShape):
        shape = shape.kinds.get(str(find(tree, (*path, shape.tag_field))))
    return shape if isinstance(shape, RecordShape) else None


def _meaning(shape: RecordShape) -> Refers | None:
    if issubclass(shape.type, UnitException):
        return None  # nothing lifts an exception
    return next((refers for kind, refers in _MEANINGS if issubclass(shape.type, kind)), None)


def _parts(tree: Tree, path: TreePath) -> list[Named]:
    return [_named(tree, (*path, place)) for place in range(len(find(tree, path) or ()))]


def _named(tree: Tree, path: TreePath) -> Named:
    shape = _record_at(tree, path)
    part = find(tree, path)
    if shape is None or not isinstance(part, dict):
        return Named("", "", path)
    name, title = shape.name_field, shape.title_field
    return Named(
        str(part.get(name.name, "")) if name else "",
        str(part.get(title.name, "")) if title else "",
        path,
    )


def _rules(tree: Tree, level: TreePath) -> Iterator[Named]:
    """Walk through the rules of a level, those without a key too."""
    shape = shape_at(tree, level)
    if not isinstance(shape, RecordShape):
        return
    for field in shape.fields:
        path = (*level, field.name)
        part = find(tree, path)
        places = (
            [(*path, number) for number in range(len(part))] if isinstance(part, list) else [path]
        )
        for place in places:
            record = _record_at(tree, place)
            if part is not None and record is not None and _meaning(record) is Refers.RULE:
                yield _named(tree, place)


def _references(node: Node, shape: Shape, path: TreePath, refers: Refers) -> Iterator[TreePath]:
    """Find every place whose key refers to a kind of part."""
    if isinstance(shape, UnionShape):
        kind = str(find(node, (shape.tag_field,)))
        if kind in shape.kinds:
            yield from _references(node, shape.kinds[kind], path, refers)
    elif isinstance(shape, RecordShape) and isinstance(node, dict):
        for field in shape.fields:
            if field.name in node:
                yield from _references(node[field.name], field.shape, (*path, field.name), refers)
    elif isinstance(shape, ListShape) and isinstance(node, list):
        for place, part in enumerate(node):
            yield from _references(part, shape.item, (*path, place), refers)
    elif isinstance(shape, TextShape) and shape.refers is refers:
        yield path
