"""A rule pack as TOML: the same pack gives the same bytes, and they load as the same pack."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import tomli_w

from desktop.rules.pack import RulePack


def encode_pack(pack: RulePack) -> bytes:
    """Lay a pack out in the order of its fields; what is left at its default is left out."""
    return encode_tree(msgspec.to_builtins(pack, builtin_types=(date,)))


def encode_tree(tree: dict[str, Any]) -> bytes:
    """Lay out a pack that is being written, valid or not, from plain dicts and lists."""
    return tomli_w.dumps(tree).encode()
