"""What keeps a pack that is being written from being one: every fault, each at its place.

The loader stops at the first fault of a file. Here all of them are found at once: parts that no
type takes are stood in for, so that what the parts say of one another can be looked at as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import Struct

from desktop.rules.pack import RulePack
from desktop.rules.pack_faults import faults
from desktop.rules.pack_part import Written
from desktop.rules.pack_shapes import (
    ChoiceShape,
    DateShape,
    FieldShape,
    FixedShape,
    ListShape,
    NumberShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    pack_shape,
)
from desktop.rules.pack_tree import Node, Tree, TreePath, begins_with, path_of

_WRITTEN_REASONS = {
    Written.KEY: "pack-wrong-key",
    Written.SHARE: "pack-wrong-share",
    Written.MONTH: "pack-wrong-month",
}


class PackFault(Struct, frozen=True):
    """One fault.

    Attributes:
        path: of the field that mends it, or of the part it is in.
        reason: `pack-*`; its sentence is in desktop.sentences.
        value: what stands there, as far as a sentence names it.
        least, most: of a number, where the reason is about its range.
    """

    path: TreePath
    reason: str
    value: str = ""
    least: int = 0
    most: int = 0

    @property
    def is_missing(self) -> bool:
        """Whether something is still to come, rather than wrong."""
        return self.reason == "pack-missing"


class Look(Struct, frozen=True):
    """What a tree is: a pack, or one with faults."""

    pack: RulePack | None
    faults: tuple[PackFault, ...]


def look_at(tree: Tree) -> Look:
    """Find every fault of a tree; without one it is a pack."""
    found: list[PackFault] = []
    try:
        pack = msgspec.convert(tree, RulePack)
    except msgspec.ValidationError:
        stood_in = _Walk(found).sound(tree, pack_shape(), ())
        pack = msgspec.convert(stood_in, RulePack)
    between = [PackFault(path_of(key), reason, value) for key, reason, value in faults(pack)]
    known = [fault.path for fault in found]
    found += [fault for fault in between if not _touches(fault.path, known)]
    return Look(None if found else pack, tuple(found))


def _touches(path: TreePath, known: list[TreePath]) -> bool:
    """Tell whether a fault may come from what stands in for a part with a fault of its own."""
    return any(begins_with(path, one) or begins_with(one, path) for one in known)


class _Walk:
    """Notes the faults of a tree and puts something sound in the place of each."""

    def __init__(self, found: list[PackFault]) -> None:
        self._found = found
        self._stand_ins = 0

    def sound(self, node: Node, shape: Shape, path: TreePath) -> Node:
        """Give the part itself where it is sound, else what stands in for it."""
        try:
            msgspec.convert(node, shape.type)
        except msgspec.ValidationError:
            pass
        else:
            return node
        if isinstance(shape, UnionShape) and isinstance(node, dict):
            return self._sound_union(node, shape, path)
        if isinstance(shape, RecordShape) and isinstance(node, dict):
            return self._sound_record(node, shape, path)
        if isinstance(shape, ListShape) and isinstance(node, list):
            return self._sound_list(node, shape, path)
        self._found.append(_fault(node, shape, path))
        return self._stand_in(shape)

    def _sound_union(self, record: Tree, shape: UnionShape, path: TreePath) -> Tree:
        kind = str(record.get(shape.tag_field))
        if kind not in shape.kinds:
            self._found.append(PackFault((*path, shape.tag_field), "pack-wrong-choice"))
            kind = next(iter(shape.kinds))
        rest = {name: part for name, part in record.items() if name != shape.tag_field}
        return {shape.tag_field: kind, **self._sound_record(rest, shape.kinds[kind], path)}

    def _sound_record(self, record: Tree, shape: RecordShape, path: TreePath) -> Tree:
        parts: Tree = {}
        for field in shape.fields:
            if field.name in record:
                parts[field.name] = self.sound(record[field.name], field.shape, (*path, field.name))
            elif field.is_required:
                parts[field.name] = self._missing(field, (*path, field.name))
        for name in record.keys() - {field.name for field in shape.fields}:
            self._found.append(PackFault((*path, name), "pack-unknown-field", name))
        return parts

    def _missing(self, field: FieldShape, path: TreePath) -> Node:
        if isinstance(field.shape, RecordShape):
            return self._sound_record({}, field.shape, path)  # each of its fields is missing
        self._found.append(PackFault(path, "pack-missing"))
        return self._stand_in(field.shape)

    def _sound_list(self, items: list[Node], shape: ListShape, path: TreePath) -> list[Node]:
        sound = [self.sound(one, shape.item, (*path, place)) for place, one in enumerate(items)]
        if len(sound) < shape.least:
            self._found.append(PackFault(path, "pack-missing"))
            sound += [self._stand_in(shape.item) for _ in range(shape.least - len(sound))]
        return sound

    def _stand_in(self, shape: Shape) -> Node:
        match shape:
            case ListShape():
                return [self._stand_in(shape.item) for _ in range(shape.least)]
            case UnionShape():
                kind, record = next(iter(shape.kinds.items()))
                return {shape.tag_field: kind, **self._stand_in(record)}
            case RecordShape():
                wanted = [field for field in shape.fields if field.is_required]
                return {field.name: self._stand_in(field.shape) for field in wanted}
        self._stand_ins += 1  # keys that stand in must not be taken for doubles
        return _stand_in_value(shape, self._stand_ins)


def _stand_in_value(shape: Shape, number: int) -> Node:
    value: Node = False
    match shape:
        case TextShape(written=Written.SHARE):
            value = "0%"
        case TextShape(written=Written.MONTH):
            value = "2000-01"
        case TextShape():
            value = f"x{number}"
        case NumberShape():
            value = max(shape.least, min(shape.most, 0))
        case ChoiceShape():
            value = shape.values[0].value
        case DateShape():
            value = date(2000, 1, 1)
        case FixedShape():
            value = shape.value
    return value


def _fault(node: Node, shape: Shape, path: TreePath) -> PackFault:
    value = str(node) if isinstance(node, str | int | date) else ""
    if isinstance(node, str) and not node:
        return PackFault(path, "pack-missing")
    match shape:
        case TextShape() if isinstance(node, str) and shape.written in _WRITTEN_REASONS:
            return PackFault(path, _WRITTEN_REASONS[shape.written], value)
        case TextShape():
            return PackFault(path, "pack-long-text", most=shape.most)
        case NumberShape():
            return PackFault(path, "pack-wrong-number", value, shape.least, shape.most)
        case DateShape():
            return PackFault(path, "pack-wrong-day", value)
        case _:
            return PackFault(path, "pack-wrong-choice", value)


def unfinished_reasons() -> Iterator[str]:
    """Name the reasons that only a pack being written can have."""
    yield from ("pack-missing", "pack-unknown-field", "pack-long-text", "pack-wrong-number")
    yield from ("pack-wrong-day", "pack-wrong-choice", *_WRITTEN_REASONS.values())
