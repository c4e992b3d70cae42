"""What a rule pack being written begins with, and how the store keeps it."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from db.pack_drafts import StoredDraft
from desktop.rules.next_cycle import next_cycle
from desktop.rules.pack import RulePack
from desktop.rules.pack_shapes import pack_shape
from desktop.rules.pack_tree import Tree, fitted_pack, fresh, tree_of


class Beginning(Struct, frozen=True, kw_only=True):
    """A tree with what its editor remembers beside it.

    Attributes:
        unseen: texts of the last cycle that somebody has to look at.
        base_id, base_version: the pack it was made from; empty and 0 where it was made from none.
        is_touched: whether anything was changed since it began.
    """

    tree: Tree
    unseen: tuple[str, ...] = ()
    base_id: str = ""
    base_version: int = 0
    is_touched: bool = False


def from_nothing() -> Beginning:
    """Begin a pack with what every pack has."""
    return Beginning(tree={**fresh(pack_shape()), "version": 1})


def as_version(pack: RulePack, version: int) -> Beginning:
    """Begin a version of a pack with all that the pack says."""
    tree = {**tree_of(pack), "version": version}
    return Beginning(tree=tree, base_id=pack.id, base_version=pack.version)


def as_next_cycle(pack: RulePack, years: int) -> Beginning:
    """Begin the plan of the next cycle with that of the last."""
    cycle = next_cycle(pack, years)
    return Beginning(
        tree=cycle.tree, unseen=cycle.unseen, base_id=pack.id, base_version=pack.version
    )


def encoded(beginning: Beginning) -> bytes:
    """Write it as the store keeps it."""
    return msgspec.json.encode(beginning)


def decoded(draft: StoredDraft) -> Beginning:
    """Read what the store keeps; of what another program wrote, as much as the format knows."""
    try:
        stored = msgspec.json.decode(draft.content, type=Beginning)
    except msgspec.DecodeError:
        return from_nothing()
    return msgspec.structs.replace(stored, tree=fitted_pack(stored.tree))
