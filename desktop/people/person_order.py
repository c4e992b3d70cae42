"""The one order of a conference's people: the same on screen and in every paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from db.records import Delegate, ListOrder, ToneOrder
from desktop.people.names import family_key, sort_key, text_key
from desktop.people.posts import post_rank

NameKey = Callable[[Delegate], bytes]

_FILLED, _EMPTY = 0, 1  # people without what is ordered by come last


def in_order(
    people: Iterable[Delegate],
    order: ListOrder,
    tone_order: ToneOrder,
    kept: Mapping[str, bytes] | None = None,
) -> list[Delegate]:
    """Sort people; equals by name, and in the order of the list where names are equal too.

    Args:
        people: of one conference.
        order: of the conference.
        tone_order: of the office.
        kept: sort keys that are at hand, by id; those of others are derived.
    """
    keys = kept if kept is not None else {}

    def name_key(one: Delegate) -> bytes:
        key = keys.get(one.id)
        return sort_key(one.name, one.given_name, tone_order) if key is None else key

    by_order = _KEYS[order]
    return sorted(
        people, key=lambda one: (by_order(one, name_key, tone_order), one.position, one.id)
    )


def protocol_rank(one: Delegate) -> int:
    """Rank a person among those named at the conference: as moved by hand, else by post."""
    return post_rank(one.post, one.unit) if one.protocol_rank is None else one.protocol_rank


def _by_unit(one: Delegate, name_key: NameKey, tone_order: ToneOrder) -> tuple[Any, ...]:
    unit = text_key(one.unit, tone_order) if one.unit else b""
    return (_FILLED if one.unit else _EMPTY, unit, name_key(one))


def _by_badge(one: Delegate, name_key: NameKey, _: ToneOrder) -> tuple[Any, ...]:
    number = one.badge_number
    return (_EMPTY if number is None else _FILLED, number or 0, name_key(one))


_KEYS: Mapping[ListOrder, Callable[[Delegate, NameKey, ToneOrder], Any]] = {
    ListOrder.GIVEN_NAME: lambda one, name_key, _: name_key(one),
    ListOrder.FAMILY_NAME: lambda one, name_key, _: family_key(name_key(one)),
    ListOrder.UNIT: _by_unit,
    ListOrder.PROTOCOL: lambda one, name_key, _: (protocol_rank(one), name_key(one)),
    ListOrder.BADGE_NUMBER: _by_badge,
    ListOrder.HAND: lambda *_: 0,
}
