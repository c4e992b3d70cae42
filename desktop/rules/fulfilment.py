"""Which item of the plan each item of a programme fulfils: as it says itself, else by its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from db.records import ProgrammeItem
from desktop.rules.pack_event import ProgrammeRule
from desktop.rules.texts import fill


def with_keys(
    programme: Sequence[ProgrammeItem], rule: ProgrammeRule, values: Mapping[str, str]
) -> tuple[ProgrammeItem, ...]:
    """Give an item without a key that of the plan's item whose title, or other title, it bears.

    Each of the plan's items is fulfilled once, before all by an item that has its key.
    Values are those of the placeholders in the plan's titles.
    """
    met = {item.required_key for item in programme}
    unmet = {
        _plain(fill(title, values)): wanted.key
        for wanted in reversed(rule.items)
        if wanted.key not in met
        for title in (wanted.title, *wanted.alternatives)
    }
    keyed = []
    for item in programme:
        key = "" if item.required_key else unmet.get(_plain(item.title), "")
        if key and key not in met:
            met.add(key)
            keyed.append(msgspec.structs.replace(item, required_key=key))
        else:
            keyed.append(item)
    return tuple(keyed)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
