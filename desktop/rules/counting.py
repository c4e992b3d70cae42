"""Heads counted for limits, shares and gauges: once as planned, once as listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from db.records import Conference, Delegate
from desktop.rules.pack import Counted


class Headcount(Struct, frozen=True, kw_only=True):
    """How many participants there are of each kind.

    Attributes:
        is_complete: whether nothing is left open: every group has its target.
    """

    by_kind: dict[Counted, int]
    is_complete: bool = True

    def of(self, kinds: Iterable[Counted]) -> int:
        """Add up the heads of some kinds."""
        return sum(self.by_kind.get(kind, 0) for kind in set(kinds))


def count_targets(conference: Conference) -> Headcount:
    """Count the targets of the groups."""
    by_kind: Counter[Counted] = Counter()
    for group in conference.groups:
        by_kind[Counted(group.kind)] += group.target or 0
    return Headcount(
        by_kind=dict(by_kind),
        is_complete=bool(conference.groups)
        and all(group.target is not None for group in conference.groups),
    )


def count_delegates(conference: Conference, delegates: Iterable[Delegate]) -> Headcount:
    """Count the people listed."""
    kinds = {group.id: Counted(group.kind) for group in conference.groups}
    return Headcount(
        by_kind=dict(Counter(kinds.get(one.group_id, Counted.UNGROUPED) for one in delegates))
    )


def count_by_group(delegates: Iterable[Delegate]) -> dict[str, int]:
    """Count the people listed in each group, by its id."""
    return dict(Counter(one.group_id for one in delegates))
