"""Who sits where: seats given by hand stay, the others are filled block by block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from msgspec import Struct

from db.day_records import Hall, HandSeat, SeatBlock, SeatOrder
from db.records import Conference, Delegate

Sorter = Callable[[Iterable[Delegate]], list[Delegate]]
_NUMBER = re.compile(r"[0-9]+")


class Seat(NamedTuple):
    """A seat by its row from the stage and its number in the row, both from 1."""

    row: int
    number: int

    @property
    def name(self) -> str:
        """Call it as it is called in the hall: A12."""
        return f"{row_letter(self.row)}{self.number}"


class Seating(Struct, frozen=True):
    """Who sits where, by the person's id, and who has no seat.

    Attributes:
        refused: ids of seats by hand that the hall does not have, or that two people were given.
    """

    seats: dict[str, Seat]
    unseated: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def row_letter(row: int) -> str:
    """Letter a row from 1: A to Z, then AA, AB."""
    turn, place = divmod(row - 1, len(ascii_uppercase))
    return ascii_uppercase[turn - 1] * bool(turn) + ascii_uppercase[place]


def numbers_in(text: str) -> tuple[int, ...]:
    """Read a list of numbers as typed: "8, 16"."""
    return tuple(sorted({int(number) for number in _NUMBER.findall(text)}))


def block_seats(block: SeatBlock, hall: Hall) -> Iterator[Seat]:
    """List the seats of a block from the stage to the back."""
    last_row = min(block.last_row or hall.rows, hall.rows)
    last_seat = min(block.last_seat or hall.seats, hall.seats)
    for row in range(max(block.first_row, 1), last_row + 1):
        for number in range(max(block.first_seat, 1), last_seat + 1):
            yield Seat(row, number)


def seat_people(conference: Conference, people: Sequence[Delegate], by_rank: Sorter) -> Seating:
    """Seat everyone; without a hall nobody has a seat.

    Those of one unit sit beside each other, in the order of the list, unless their block is
    seated by rank. Who finds no place in the blocks of their group takes a seat that belongs to no
    block, and then any that is left.

    Args:
        conference: with its hall, blocks and seats by hand.
        people: in the order of the list.
        by_rank: sorts people as they are introduced.
    """
    hall = conference.hall
    if hall is None or not hall.rows or not hall.seats:
        return Seating({})
    plan = _Plan(hall)
    known = {one.id for one in people}
    for one in conference.hand_seats:
        if one.delegate_id in known:
            plan.take_by_hand(one.delegate_id, Seat(one.row, one.seat), one.id)
    blocks = conference.seat_blocks
    named = {block.group_id for block in blocks}
    for block in blocks:
        members = [
            one
            for one in people
            if one.group_id == block.group_id or (not block.group_id and one.group_id not in named)
        ]
        ordered = by_rank(members) if block.seating is SeatOrder.RANK else _by_unit(members)
        plan.fill(ordered, block_seats(block, hall))
    kept = {seat for block in blocks for seat in block_seats(block, hall)}
    every = list(block_seats(SeatBlock(id=""), hall))
    rest = _by_unit(people)
    plan.fill(rest, (seat for seat in every if seat not in kept))
    plan.fill(rest, iter(every))
    unseated = tuple(one.id for one in people if one.id not in plan.seats)
    return Seating(plan.seats, unseated, tuple(plan.refused))


def with_moved(
    conference: Conference, seating: Seating, person: str, seat: Seat, new_id: Callable[[], str]
) -> tuple[HandSeat, ...]:
    """Give someone a seat by hand; whoever sits there takes the seat that becomes free."""
    sitting = {taken: one for one, taken in seating.seats.items()}
    moved = {person: seat}
    other, old = sitting.get(seat), seating.seats.get(person)
    if other is not None and other != person and old is not None:
        moved[other] = old
    kept = [
        one
        for one in conference.hand_seats
        if one.delegate_id not in moved and Seat(one.row, one.seat) not in moved.values()
    ]
    given = (
        HandSeat(id=new_id(), delegate_id=who, row=place.row, seat=place.number)
        for who, place in moved.items()
    )
    return (*kept, *given)


class _Plan:
    def __init__(self, hall: Hall) -> None:
        self.seats: dict[str, Seat] = {}
        self.refused: list[str] = []
        self._taken: set[Seat] = set()
        self._hall = hall

    def take_by_hand(self, person: str, seat: Seat, hand_id: str) -> None:
        exists = 1 <= seat.row <= self._hall.rows and 1 <= seat.number <= self._hall.seats
        if not exists or seat in self._taken or person in self.seats:
            self.refused.append(hand_id)
        else:
            self._take(person, seat)

    def fill(self, people: Iterable[Delegate], seats: Iterator[Seat]) -> None:
        for one in people:
            if one.id in self.seats:
                continue
            seat = next((free for free in seats if free not in self._taken), None)
            if seat is None:
                return
            self._take(one.id, seat)

    def _take(self, person: str, seat: Seat) -> None:
        self.seats[person] = seat
        self._taken.add(seat)


def _by_unit(people: Sequence[Delegate]) -> list[Delegate]:
    """Bring those of one unit together, units in the order in which they first appear."""
    units: dict[str, list[Delegate]] = {}
    for one in people:
        units.setdefault(" ".join(one.unit.split()).casefold(), []).append(one)
    return [one for members in units.values() for one in members]
