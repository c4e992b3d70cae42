"""A made-up plan that says every shape of rule there is, each field of each at least once."""

from __future__ import annotations

from pathlib import Path

from desktop.rules.load import load_pack
from desktop.rules.pack import RulePack

EVERY_SHAPE = Path(__file__).parents[2] / "data" / "every-shape.toml"


def every_shape() -> RulePack:
    return load_pack(EVERY_SHAPE)
