"""What a newer version of its plan changes for one conference."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from db.records import Conference, Delegate, Office
from desktop.rules.check import check
from desktop.rules.diff import Change, changes
from desktop.rules.findings import Finding
from desktop.rules.pack import RulePack

_NOT_OF_RULES = frozenset(("version",))


class NewerVersion(Struct, frozen=True, kw_only=True):
    """Changed rules, and the findings that come and go with them.

    Attributes:
        changes: of the pack, without those of levels that the conference is not of.
    """

    changes: tuple[Change, ...]
    coming: tuple[Finding, ...]
    going: tuple[Finding, ...]


def newer_version(
    conference: Conference,
    delegates: Iterable[Delegate],
    office: Office,
    before: RulePack | None,
    after: RulePack,
) -> NewerVersion:
    """Hold a conference to both versions; nothing of it is changed."""
    people = tuple(delegates)
    moved = replace(conference, rule_pack_id=after.id, rule_pack_version=after.version)
    old = check(conference, people, before, office)
    new = check(moved, people, after, office)
    return NewerVersion(
        changes=_changes_for(conference, before, after),
        coming=tuple(one for one in new if one not in old),
        going=tuple(one for one in old if one not in new),
    )


def _changes_for(
    conference: Conference, before: RulePack | None, after: RulePack
) -> tuple[Change, ...]:
    if before is None:
        return ()
    return tuple(
        change for change in changes(before, after) if _concerns(change, conference.level_id)
    )


def _concerns(change: Change, level_id: str) -> bool:
    first = change.place[0]
    if first.field == "levels":
        return first.record in ("", level_id)
    return first.field not in _NOT_OF_RULES
