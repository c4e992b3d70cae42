"""Everybody a seat: by hand first, then block by block, delegations together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from db.day_records import Hall, HandSeat, SeatBlock, SeatOrder
from db.records import Conference, Delegate
from desktop.people.seating import (
    Seat,
    Seating,
    numbers_in,
    row_letter,
    seat_people,
    with_moved,
)
from tests.builders import a_conference, a_delegate, ident

EXEMPLARS, GUESTS = ident(12), ident(13)


def by_rank(people: Iterable[Delegate]) -> list[Delegate]:
    return sorted(people, key=lambda one: one.position, reverse=True)


def seated(conference: Conference, *people: Delegate) -> Seating:
    return seat_people(conference, people, by_rank)


def names(seating: Seating) -> dict[str, str]:
    return {person: seat.name for person, seat in seating.seats.items()}


def test_rows_go_on_after_z_and_seats_are_named_by_row_and_number() -> None:
    assert [row_letter(row) for row in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
    assert Seat(2, 12).name == "B12"
    assert numbers_in("16; 8, 8 và 24") == (8, 16, 24)


def test_without_a_hall_nobody_has_a_seat() -> None:
    assert seated(a_conference(), a_delegate(1)) == Seating({})
    assert seated(a_conference(hall=Hall(rows=3)), a_delegate(1)) == Seating({})


def test_those_of_one_unit_sit_beside_each_other() -> None:
    units = ("Thôn 1", "Thôn 2", "thôn  1", "Thôn 3", "Thôn 2", "Thôn 1")
    people = [a_delegate(number, unit=unit) for number, unit in enumerate(units)]
    conference = a_conference(hall=Hall(rows=3, seats=4))
    seats = seated(conference, *people).seats
    in_order = sorted(people, key=lambda one: seats[one.id])
    groups = [key for key, _ in groupby(" ".join(one.unit.split()).lower() for one in in_order)]
    assert groups == ["thôn 1", "thôn 2", "thôn 3"]


def test_each_group_has_its_block_and_one_may_be_seated_by_rank() -> None:
    conference = a_conference(
        hall=Hall(rows=4, seats=3),
        seat_blocks=(
            SeatBlock(id=ident(50), group_id=GUESTS, seating=SeatOrder.RANK, last_row=1),
            SeatBlock(id=ident(51), group_id=EXEMPLARS, first_row=3, first_seat=2, last_seat=3),
        ),
    )
    people = (
        a_delegate(1, group_id=GUESTS),
        a_delegate(2, group_id=GUESTS),
        a_delegate(3),
        a_delegate(4),
        a_delegate(5),
    )
    assert names(seated(conference, *people)) == {
        ident(1002): "A1",
        ident(1001): "A2",
        ident(1003): "C2",
        ident(1004): "C3",
        ident(1005): "D2",
    }


def test_who_finds_no_place_in_a_block_sits_where_no_block_is_and_then_anywhere() -> None:
    conference = a_conference(
        hall=Hall(rows=2, seats=2),
        seat_blocks=(SeatBlock(id=ident(50), group_id=GUESTS, last_row=1, last_seat=1),),
    )
    people = tuple(a_delegate(number, group_id=GUESTS) for number in range(1, 4))
    assert list(names(seated(conference, *people)).values()) == ["A1", "A2", "B1"]
    whole = a_conference(
        hall=Hall(rows=1, seats=2), seat_blocks=(SeatBlock(id=ident(50), group_id=GUESTS),)
    )
    assert names(seated(whole, a_delegate(1))) == {ident(1001): "A1"}


def test_a_block_without_a_group_is_for_those_who_have_none_of_their_own() -> None:
    conference = a_conference(
        hall=Hall(rows=2, seats=2),
        seat_blocks=(
            SeatBlock(id=ident(50), first_row=2),
            SeatBlock(id=ident(51), group_id=GUESTS, last_row=1),
        ),
    )
    people = (a_delegate(1), a_delegate(2, group_id=GUESTS))
    assert names(seated(conference, *people)) == {ident(1001): "B1", ident(1002): "A1"}


def test_a_seat_by_hand_stays_and_the_others_go_round_it() -> None:
    hand = HandSeat(id=ident(60), delegate_id=ident(1003), row=1, seat=1)
    conference = a_conference(hall=Hall(rows=2, seats=2), hand_seats=(hand,))
    people = tuple(a_delegate(number) for number in range(1, 4))
    assert names(seated(conference, *people)) == {
        ident(1003): "A1",
        ident(1001): "A2",
        ident(1002): "B1",
    }


def test_seats_that_cannot_be_are_told_and_passed_over() -> None:
    hands = (
        HandSeat(id=ident(60), delegate_id=ident(1001), row=1, seat=1),
        HandSeat(id=ident(61), delegate_id=ident(1002), row=1, seat=1),
        HandSeat(id=ident(62), delegate_id=ident(1002), row=9, seat=1),
        HandSeat(id=ident(63), delegate_id=ident(1001), row=1, seat=2),
        HandSeat(id=ident(64), delegate_id=ident(999), row=1, seat=2),
    )
    conference = a_conference(hall=Hall(rows=1, seats=3), hand_seats=hands)
    seating = seated(conference, a_delegate(1), a_delegate(2))
    assert names(seating) == {ident(1001): "A1", ident(1002): "A2"}
    assert seating.refused == (ident(61), ident(62), ident(63))


def test_a_hall_too_small_tells_who_has_no_seat() -> None:
    conference = a_conference(hall=Hall(rows=1, seats=1))
    assert seated(conference, a_delegate(1), a_delegate(2)).unseated == (ident(1002),)


@given(
    count=st.integers(0, 40),
    rows=st.integers(1, 6),
    seats=st.integers(1, 6),
    edges=st.tuples(*[st.integers(0, 7)] * 4),
)
def test_no_seat_is_given_twice_and_none_is_left_while_someone_stands(
    count: int, rows: int, seats: int, edges: tuple[int, int, int, int]
) -> None:
    first_row, last_row, first_seat, last_seat = edges
    block = SeatBlock(
        id=ident(50),
        group_id=GUESTS,
        first_row=first_row,
        last_row=last_row,
        first_seat=first_seat,
        last_seat=last_seat,
    )
    conference = a_conference(hall=Hall(rows=rows, seats=seats), seat_blocks=(block,))
    people = [
        a_delegate(number, unit=f"Thôn {number % 5}", group_id=GUESTS if number % 3 else EXEMPLARS)
        for number in range(count)
    ]
    seating = seated(conference, *people)
    assert len(set(seating.seats.values())) == len(seating.seats) == min(count, rows * seats)
    assert len(seating.unseated) == max(0, count - rows * seats)


def moved(conference: Conference, person: Delegate, seat: Seat, *people: Delegate) -> Conference:
    """Move someone, and give the conference as it is then."""
    seating = seated(conference, *people)
    numbers = iter(range(100, 110))
    hands = with_moved(conference, seating, person.id, seat, lambda: ident(next(numbers)))
    return replace(conference, hand_seats=hands)


def test_who_is_moved_to_a_taken_seat_changes_places_with_whoever_sits_there() -> None:
    first, second, third = people = tuple(a_delegate(number) for number in (1, 2, 3))
    conference = moved(a_conference(hall=Hall(rows=1, seats=4)), first, Seat(1, 3), *people)
    assert names(seated(conference, *people)) == {third.id: "A1", second.id: "A2", first.id: "A3"}
    again = moved(conference, first, Seat(1, 4), *people)
    assert names(seated(again, *people)) == {third.id: "A1", second.id: "A2", first.id: "A4"}
    assert len(again.hand_seats) == 2


def test_a_seat_by_hand_that_could_not_be_gives_way_to_who_is_moved_there() -> None:
    first, second = people = a_delegate(1), a_delegate(2)
    gone = HandSeat(id=ident(9), delegate_id=ident(77), row=1, seat=2)
    conference = a_conference(hall=Hall(rows=1, seats=3), hand_seats=(gone,))
    conference = moved(conference, first, Seat(1, 2), *people)
    assert gone not in conference.hand_seats
    assert names(seated(conference, *people)) == {first.id: "A2", second.id: "A1"}


def test_who_had_no_seat_takes_one_and_its_owner_another() -> None:
    first, second = people = a_delegate(1), a_delegate(2)
    conference = moved(a_conference(hall=Hall(rows=1, seats=1)), second, Seat(1, 1), *people)
    seating = seated(conference, *people)
    assert (names(seating), seating.unseated) == ({second.id: "A1"}, (first.id,))
