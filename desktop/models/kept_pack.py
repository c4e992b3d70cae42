"""Rules that a conference is held under, kept in the store."""

from __future__ import annotations

import contextlib

from db.errors import StoreError
from db.records import Conference
from db.rule_packs import PackVersionTaken
from db.store import Store
from desktop.rules.installed import to_store
from desktop.rules.pack import RulePack


def keep_pack(store: Store, conference: Conference, pack: RulePack | None) -> None:
    """Keep the rules in the store: a later program may come with other ones only."""
    if pack is not None and pack.version == conference.rule_pack_version:
        with contextlib.suppress(PackVersionTaken, StoreError):
            store.rule_packs.install(to_store(pack))
