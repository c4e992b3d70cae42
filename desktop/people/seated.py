"""The seating of a conference, the same on screen and on every paper."""

from __future__ import annotations

from collections.abc import Iterable

from db.records import Conference, Delegate, ListOrder, ToneOrder
from desktop.people.person_order import in_order
from desktop.people.seating import Seating, seat_people


def seated(conference: Conference, people: Iterable[Delegate], tones: ToneOrder) -> Seating:
    """Seat everyone; delegations in the order in which the office entered them."""

    def by_rank(some: Iterable[Delegate]) -> list[Delegate]:
        return in_order(some, ListOrder.PROTOCOL, tones)

    entered = sorted(people, key=lambda one: (one.position, one.id))
    return seat_people(conference, entered, by_rank)
