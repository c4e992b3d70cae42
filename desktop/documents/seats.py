"""The seating of a conference as its papers show it: the same on plan, labels, badges and lists."""

from __future__ import annotations

from functools import partial

from db.records import ConferenceFile
from desktop.documents.arrangement import in_rank_order
from desktop.people.seating import Seating, seat_people


def seating_of(file: ConferenceFile) -> Seating:
    """Seat everyone; delegations in the order in which the office entered them."""
    people = sorted(file.delegates, key=lambda one: (one.position, one.id))
    return seat_people(file.conference, people, partial(in_rank_order, file))


def seat_names(file: ConferenceFile) -> dict[str, str]:
    """Name the seat of everyone who has one, by the person's id."""
    return {person: seat.name for person, seat in seating_of(file).seats.items()}
