"""Merge two records of one person field by field: what differs, and what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from db.records import BirthDate, Delegate

# what a conference gave, and no list brings
_KEPT = frozenset({"id", "conference_id", "position", "badge_number"})
_JOINABLE = frozenset({"honours", "achievement", "note"})
_JOINT = "; "


class MergeChoice(StrEnum):
    """Which value a field gets."""

    KEEP = "keep"  # of the one listed
    TAKE = "take"  # of the new one
    JOIN = "join"  # both; of honours, achievements and notes


class FieldDifference(Struct, frozen=True):
    """A field in which two records of a person differ.

    Attributes:
        key: the attribute of the delegate.
        proposed: what is done where nobody chooses: what is empty is filled.
    """

    key: str
    listed: Any
    new: Any
    proposed: MergeChoice

    @property
    def can_join(self) -> bool:
        """Whether both values can be kept."""
        return self.key in _JOINABLE and bool(self.listed) and bool(self.new)


def differences(listed: Delegate, new: Delegate) -> tuple[FieldDifference, ...]:
    """List the fields two records differ in, in the order of the record.

    What the new one leaves empty, or knows less of, is no difference; a mark that is not set
    counts as empty.
    """
    found = []
    for key in listed.__struct_fields__:
        own, other = getattr(listed, key), getattr(new, key)
        if key in _KEPT or own == other or not other or _is_more_of(other, own):
            continue
        takes = not own or _is_more_of(own, other)
        proposed = MergeChoice.TAKE if takes else MergeChoice.KEEP
        found.append(FieldDifference(key, own, other, proposed))
    return tuple(found)


def merged(
    listed: Delegate, new: Delegate, choices: Mapping[str, MergeChoice] | None = None
) -> Delegate:
    """Merge a new record into the one listed, whose id, place and badge number it keeps.

    Args:
        listed: in the conference already.
        new: of the same person.
        choices: by field; where none is made, what is there stays and what is empty is filled.
    """
    chosen = choices or {}
    changes: dict[str, Any] = {}
    for each in differences(listed, new):
        choice = chosen.get(each.key, each.proposed)
        if choice is MergeChoice.TAKE:
            changes[each.key] = each.new
        elif choice is MergeChoice.JOIN and each.can_join:
            changes[each.key] = _joined(each.listed, each.new)
    return msgspec.structs.replace(listed, **changes)


def _is_more_of(own: object, other: object) -> bool:
    """Tell whether a birth date is the same one, known better."""
    if not isinstance(own, BirthDate) or not isinstance(other, BirthDate):
        return False
    return own.year == other.year and own.day is None and own.month in (None, other.month)


def _joined(own: Any, other: Any) -> Any:  # noqa: ANN401 - texts, or tuples of texts
    if isinstance(own, tuple):
        return tuple(dict.fromkeys((*own, *other)))
    parts = [part for part in other.split(_JOINT) if part not in own.split(_JOINT)]
    return _JOINT.join((own, *parts))
