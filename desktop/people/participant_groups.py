"""Match what a list says of a person's part in the conference to the conference's groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.records import GroupKind, ParticipantGroup
from desktop.people.names import compact_key, search_key
from desktop.people.words import list_words

_SHORTEST_PART = 6  # letters by which a shortened group name is still one


def match_group(text: str, groups: Sequence[ParticipantGroup]) -> ParticipantGroup | None:
    """Find the one group a text means: by name, by badge label, by initials or by its kind."""
    key = compact_key(text)
    if not key:
        return None
    return (
        _only(group for group in groups if key in _names(group))
        or _only(group for group in groups if len(key) >= 3 and _initials(group).endswith(key))
        or _of_kind(key, groups)
        or _only(group for group in groups if _is_part(key, group))
    )


def _names(group: ParticipantGroup) -> set[str]:
    return {compact_key(group.name), compact_key(group.badge_label)} - {""}


def _initials(group: ParticipantGroup) -> str:
    return "".join(word[0] for word in search_key(group.name).split() if word[0].isalnum())


def _of_kind(key: str, groups: Sequence[ParticipantGroup]) -> ParticipantGroup | None:
    kinds = {
        GroupKind(kind)
        for kind, words in list_words().groups.items()
        if any(compact_key(word) == key for word in words)
    }
    return _only(group for group in groups if group.kind in kinds)


def _is_part(key: str, group: ParticipantGroup) -> bool:
    return any(
        len(short) >= _SHORTEST_PART and short in long
        for name in _names(group)
        for short, long in ((key, name), (name, key))
    )


def _only(groups: Iterable[ParticipantGroup]) -> ParticipantGroup | None:
    """Take the group when there is exactly one."""
    found = list(groups)
    return found[0] if len(found) == 1 else None
