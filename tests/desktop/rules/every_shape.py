"""A made-up plan that says every shape of rule there is, each field of each at least once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from desktop.rules.load import load_pack
from desktop.rules.pack import RulePack

EVERY_SHAPE = Path(__file__).parents[2] / "data" / "every-shape.toml"


def every_shape() -> RulePack:
    return load_pack(EVERY_SHAPE)


def records(record: Struct) -> Iterator[Struct]:
    """Walk through a record and all the records in it."""
    yield record
    for name in record.__struct_fields__:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Struct):
                yield from records(one)
