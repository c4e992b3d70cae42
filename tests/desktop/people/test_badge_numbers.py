from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.records import Delegate, ParticipantGroup
from desktop.people.badge_numbers import HIGHEST, next_number, numbered, overlapping
from tests.builders import a_delegate, ident

LEADERS, GUESTS, OTHERS = ident(12), ident(13), ident(14)


def groups(first_badge: int | None = 1, last_badge: int | None = 3) -> tuple[ParticipantGroup, ...]:
    return (
        ParticipantGroup(
            id=LEADERS, name="Lãnh đạo", first_badge=first_badge, last_badge=last_badge
        ),
        ParticipantGroup(id=GUESTS, name="Khách mời", first_badge=201, last_badge=260),
        ParticipantGroup(id=OTHERS, name="Điển hình"),
    )


def people(*held: tuple[str, int | None]) -> list[Delegate]:
    return [
        a_delegate(place, group_id=group, badge_number=number)
        for place, (group, number) in enumerate(held, start=1)
    ]


def test_everybody_gets_a_number_in_order_and_in_the_numbers_of_the_group() -> None:
    given_ = people((OTHERS, None), (GUESTS, None), (LEADERS, None), (OTHERS, None), ("", None))
    numbers = numbered(given_, groups(), anew=True)
    assert list(numbers.numbers.values()) == [4, 201, 1, 5, 6]
    assert numbers.crowded == {}


def test_those_who_have_a_number_keep_it_and_gaps_are_filled() -> None:
    given_ = people((OTHERS, 4), (OTHERS, 6), (OTHERS, None), (OTHERS, None), (LEADERS, None))
    numbers = numbered(given_, groups(), anew=False).numbers
    assert numbers == {ident(1003): 5, ident(1004): 7, ident(1005): 1}


def test_numbered_anew_only_those_whose_number_changes_are_named() -> None:
    given_ = people((OTHERS, 4), (OTHERS, 9))
    assert numbered(given_, groups(), anew=True).numbers == {ident(1002): 5}


def test_a_group_without_room_is_told_and_its_people_get_other_numbers() -> None:
    numbers = numbered(people(*[(LEADERS, None)] * 5), groups(), anew=True)
    assert list(numbers.numbers.values()) == [1, 2, 3, 4, 5]
    assert numbers.crowded == {LEADERS: 2}


def test_open_ends_reach_to_the_first_and_the_last_number() -> None:
    open_ended = groups(first_badge=None, last_badge=2)
    assert numbered(people((LEADERS, None)), open_ended, anew=True).numbers[ident(1001)] == 1
    late = groups(first_badge=HIGHEST, last_badge=None)
    numbers = numbered(people((LEADERS, None), (LEADERS, None)), late, anew=True)
    assert list(numbers.numbers.values()) == [HIGHEST, 1]


def test_when_there_are_no_more_numbers_people_stay_without() -> None:
    whole = groups(first_badge=1, last_badge=HIGHEST)
    numbers = numbered(people((OTHERS, None), (GUESTS, 7)), whole, anew=False)
    assert numbers.unnumbered == 1
    assert numbers.numbers == {}


def test_groups_that_keep_the_same_numbers_are_named() -> None:
    assert overlapping(groups()) == []
    assert overlapping(groups(last_badge=None)) == [], "an open end stops before the next group"
    assert overlapping(groups(last_badge=201)) == [(LEADERS, GUESTS)]


def test_somebody_new_gets_the_number_after_the_last_of_the_group() -> None:
    listed = people((LEADERS, 2), (GUESTS, 210), (OTHERS, 40))
    numbers = [next_number(listed, groups(), group) for group in (LEADERS, GUESTS, OTHERS, "")]
    assert numbers == [3, 211, 41, 41]
    assert next_number([], (), "") == 1
    assert next_number(people((LEADERS, 3)), groups(), LEADERS) == 4, "its numbers are used up"
    assert next_number(people((OTHERS, HIGHEST)), (), "") is None


@given(
    st.lists(
        st.tuples(st.sampled_from([LEADERS, GUESTS, OTHERS, ""]), st.none() | st.integers(1, 9)),
        max_size=12,
        unique_by=lambda pair: pair[1] if pair[1] is not None else object(),
    ),
    st.booleans(),
)
def test_no_number_is_given_twice(held: list[tuple[str, int | None]], anew: bool) -> None:
    listed = people(*held)
    numbers = numbered(listed, groups(), anew=anew).numbers
    after = [numbers.get(one.id, one.badge_number) for one in listed]
    assert None not in after
    assert len(set(after)) == len(after)
    kept = [one.badge_number for one in listed if one.badge_number is not None]
    assert anew or set(kept) <= set(after)
