"""The pages of a pack's editor, as a tree: a page for each part of what is too large for one."""

from __future__ import annotations

from msgspec import Struct

from desktop.rules.pack_shapes import (
    FieldShape,
    ListShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    pack_shape,
)
from desktop.rules.pack_tree import Node, Tree, TreePath, begins_with, find

_MANY_PARTS = 6  # a record with more of them is a page, and each of them is one too


class OutlineNode(Struct, frozen=True, kw_only=True):
    """One page.

    Attributes:
        record: the record that the page's field is of; of an item of a list, its list's.
        field: None for the pack itself and for an item of a list.
    """

    path: TreePath
    shape: Shape
    record: RecordShape | None = None
    field: FieldShape | None = None
    children: tuple[OutlineNode, ...] = ()


def is_value(shape: Shape) -> bool:
    """Tell whether one field holds it: a value, texts, or keys."""
    if isinstance(shape, ListShape):
        return isinstance(shape.item, TextShape)
    return not isinstance(shape, RecordShape | UnionShape)


def is_page(shape: Shape) -> bool:
    """Tell whether a record is so large that each of its parts has a page of its own."""
    if not isinstance(shape, RecordShape):
        return False
    return sum(not is_value(field.shape) for field in shape.fields) > _MANY_PARTS


def outline(tree: Tree) -> OutlineNode:
    """List the pages of a pack as it stands."""
    shape = pack_shape()
    return OutlineNode(path=(), shape=shape, children=_pages_of(tree, shape, ()))


def page_of(root: OutlineNode, path: TreePath) -> OutlineNode:
    """Find the page that a place is on."""
    for child in root.children:
        if begins_with(path, child.path):
            return page_of(child, path)
    return root


def pages_in_order(root: OutlineNode) -> list[OutlineNode]:
    """List the pages as they stand one below the other."""
    return [root, *(page for child in root.children for page in pages_in_order(child))]


def _pages_of(node: Node, record: RecordShape, path: TreePath) -> tuple[OutlineNode, ...]:
    return tuple(
        _page(find(node, (field.name,)), record, field, (*path, field.name))
        for field in record.fields
        if not is_value(field.shape)
    )


def _page(node: Node, record: RecordShape, field: FieldShape, path: TreePath) -> OutlineNode:
    shape = field.shape
    children: tuple[OutlineNode, ...] = ()
    if isinstance(shape, RecordShape) and is_page(shape):
        children = _pages_of(node, shape, path)
    elif isinstance(shape, ListShape) and is_page(shape.item):
        items = [(*path, place) for place in range(len(node or ()))]
        children = tuple(
            OutlineNode(path=one, shape=shape.item, record=record, children=pages)
            for one, pages in ((one, _pages_of_item(node, shape.item, one)) for one in items)
        )
    return OutlineNode(path=path, shape=shape, record=record, field=field, children=children)


def _pages_of_item(node: Node, item: Shape, path: TreePath) -> tuple[OutlineNode, ...]:
    return _pages_of(node[path[-1]], item, path) if isinstance(item, RecordShape) else ()
