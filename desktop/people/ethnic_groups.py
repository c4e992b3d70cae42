"""The 54 ethnic groups: spellings told to one name."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from desktop.paths import resource
from desktop.people.names import compact_key

MAJORITY = "Kinh"
FOREIGNERS_CODE = "55"


class EthnicGroup(msgspec.Struct, frozen=True):
    """A group by its official name, with the other spellings people use."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


class _GroupList(msgspec.Struct, frozen=True):
    code_system: str
    groups: tuple[EthnicGroup, ...]


@cache
def ethnic_groups() -> tuple[EthnicGroup, ...]:
    """List the groups in the order of the official list; foreigners come last."""
    data = resource("people", "ethnic-groups.json").read_bytes()
    return msgspec.json.decode(data, type=_GroupList).groups


@cache
def _by_spelling() -> dict[str, EthnicGroup]:
    return {
        compact_key(spelling): group
        for group in ethnic_groups()
        for spelling in (group.name, *group.aliases)
    }


@lru_cache(maxsize=4_096)
def match_ethnic_group(text: str) -> EthnicGroup | None:
    """Find the group a text names, without accents, case, spaces and apostrophes."""
    key = compact_key(text)
    by_spelling = _by_spelling()
    return by_spelling.get(key) or by_spelling.get(key.removeprefix("dantoc")) or None


@lru_cache(maxsize=4_096)
def is_minority(ethnicity: str) -> bool:
    """Tell whether a person of this ethnicity counts as of an ethnic minority.

    A group that is in no list counts; foreigners and those who did not say do not.
    """
    if not ethnicity.strip():
        return False
    group = match_ethnic_group(ethnicity)
    return group is None or (group.name != MAJORITY and group.code != FOREIGNERS_CODE)
