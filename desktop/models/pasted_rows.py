"""Rows copied from a spreadsheet, as records of a pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.models.typed_values import plain_text, writing_of
from desktop.rules.pack_names import Named
from desktop.rules.pack_part import Refers
from desktop.rules.pack_shapes import FieldShape, RecordShape, TextShape
from desktop.rules.pack_tree import Node, Tree

Offer = Callable[[Refers], Sequence[Named]]


def pasted_rows(text: str, record: RecordShape, offer: Offer) -> list[Tree]:
    """Read one record from each line, its fields in their order; empty lines are passed over.

    A part of the pack is found by its name or its key; a name that nothing has stays, as a fault.
    """
    names = {
        field.name: _keys_by_name(offer(field.shape.refers))
        for field in record.fields
        if isinstance(field.shape, TextShape) and field.shape.refers is not None
    }
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    return [_record(cells, record, names) for cells in lines]


def _record(cells: Sequence[str], record: RecordShape, names: dict[str, dict[str, str]]) -> Tree:
    read = {
        field.name: _value(cell, field, names.get(field.name))
        for field, cell in zip(record.fields, cells, strict=False)
    }
    return {name: value for name, value in read.items() if value is not None}


def _value(cell: str, field: FieldShape, keys: dict[str, str] | None) -> Node:
    if keys is None:
        return writing_of(field.shape).read(cell)
    name = plain_text(cell)
    return keys.get(name.casefold(), name) or None


def _keys_by_name(parts: Sequence[Named]) -> dict[str, str]:
    return {part.key: part.key for part in parts} | {
        part.title.casefold(): part.key for part in parts
    }
