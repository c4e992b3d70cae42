"""Places in a pack that is being written, in words."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import tr
from desktop.rules.pack_shapes import (
    ListShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    pack_shape,
)
from desktop.rules.pack_tree import Node, Tree, TreePath, find
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import part_name

BETWEEN_STEPS = " › "
_LONGEST_TITLE = 60


def place_words(tree: Tree, path: TreePath) -> str:
    """Name the way to a place, from the level down to the field."""
    words: list[str] = []
    shape: Shape = pack_shape()
    node: Node = tree
    for step in path:
        record = kind_at(shape, node)
        if isinstance(step, int) and isinstance(shape, ListShape):
            shape, node = shape.item, find(node, (step,))
            words[-1:] = [_item_words(shape, node, words[-1], step)]
        elif record is not None and (field := record.field(str(step))) is not None:
            words.append(pack_field(record.type, field.name).label)
            shape, node = field.shape, find(node, (step,))
        else:
            break
    return BETWEEN_STEPS.join(words) or part_name(pack_shape().type)


def part_title(shape: Shape, part: Node, place: int) -> str:
    """Name an item of a list: what it is called, else what it is and its number."""
    record = kind_at(shape, part)
    if record is None:
        return str(place + 1)
    title = record.title_field
    text = str(find(part, (title.name,)) or "") if title is not None else ""
    first, *rest = text.split("\n") or [""]
    if len(first) > _LONGEST_TITLE or rest:
        first = f"{first[:_LONGEST_TITLE].rstrip()}…"
    return first or tr("{part} {number}", part=part_name(record.type), number=place + 1)


def kind_at(shape: Shape, part: Node) -> RecordShape | None:
    """Give the record that a part is, one of several kinds too."""
    if isinstance(shape, UnionShape):
        return shape.kinds.get(str(find(part, (shape.tag_field,))))
    return shape if isinstance(shape, RecordShape) else None


def field_label(record: type[Struct], name: str) -> str:
    """Name a field as its form does."""
    return pack_field(record, name).label


def _item_words(shape: Shape, node: Node, around: str, place: int) -> str:
    if isinstance(shape, TextShape):
        return tr("{part} {number}", part=around, number=place + 1)
    record = kind_at(shape, node)
    title = part_title(shape, node, place)
    if record is None:
        return title
    name = part_name(record.type)
    return title if title.startswith(name) else tr("{part} “{title}”", part=name, title=title)
