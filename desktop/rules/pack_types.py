"""What the format of rule packs is made of, read from its types."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from desktop.rules.pack import RulePack

_Hint = object  # what an annotation may be


@cache
def struct_types(root: type[Struct] = RulePack) -> tuple[type[Struct], ...]:
    """List the types of record that a pack is made of, each once, as they stand in its fields."""
    found: dict[type[Struct], None] = {root: None}
    waiting = [root]
    while waiting:
        for types in field_types(waiting.pop(0)).values():
            new = [one for one in types if issubclass(one, Struct) and one not in found]
            found |= dict.fromkeys(new)
            waiting += new
    return tuple(found)


@cache
def enum_types() -> tuple[type[Enum], ...]:
    """List the types of choice that a pack is made of."""
    every = (
        one for struct in struct_types() for types in field_types(struct).values() for one in types
    )
    return tuple(dict.fromkeys(one for one in every if issubclass(one, Enum)))


@cache
def field_types(struct: type[Struct]) -> dict[str, tuple[type, ...]]:
    """Name the classes that each field of a record holds, alone or in a list."""
    return {field.name: tuple(_classes(field.type)) for field in msgspec.structs.fields(struct)}


def _classes(hint: _Hint) -> Iterator[type]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        yield from _classes(parts[0])
    elif origin in {Union, UnionType, tuple}:
        for part in parts:
            yield from _classes(part)
    elif isinstance(hint, type):
        yield hint
