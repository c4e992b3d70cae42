"""Which of the packs at hand a conference follows, and which are offered for a new one."""

from __future__ import annotations

from collections.abc import Iterable

from db.records import Conference
from desktop.rules.pack import RulePack


def newest_packs(packs: Iterable[RulePack]) -> tuple[RulePack, ...]:
    """Pick the newest version of each pack, by name."""
    newest: dict[str, RulePack] = {}
    for pack in packs:
        known = newest.get(pack.id)
        if known is None or known.version < pack.version:
            newest[pack.id] = pack
    return tuple(sorted(newest.values(), key=lambda pack: (pack.name, pack.id)))


def pack_of(conference: Conference, packs: Iterable[RulePack]) -> RulePack | None:
    """Find the version a conference was planned under; where it is not at hand, the newest one."""
    known = [pack for pack in packs if pack.id == conference.rule_pack_id]
    for pack in known:
        if pack.version == conference.rule_pack_version:
            return pack
    return max(known, key=lambda pack: pack.version, default=None)


def newer_pack(conference: Conference, packs: Iterable[RulePack]) -> RulePack | None:
    """Find a newer version than the one a conference was planned under."""
    for pack in newest_packs(packs):
        is_its_plan = pack.id == conference.rule_pack_id
        if is_its_plan and pack.version > conference.rule_pack_version > 0:
            return pack
    return None
