"""The seating of a conference as its papers show it: the same on plan, labels, badges and lists."""

from __future__ import annotations

from db.records import ConferenceFile
from desktop.people.seated import seated
from desktop.people.seating import Seating


def seating_of(file: ConferenceFile) -> Seating:
    """Seat everyone of a file."""
    return seated(file.conference, file.delegates, file.office.tone_order)


def seat_names(file: ConferenceFile) -> dict[str, str]:
    """Name the seat of everyone who has one, by the person's id."""
    return {person: seat.name for person, seat in seating_of(file).seats.items()}
