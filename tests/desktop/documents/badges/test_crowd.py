"""Whose badges are printed."""

from __future__ import annotations

import pytest

from desktop.documents.badges.crowd import Blanks, blank_delegates, chosen, next_free_number
from desktop.errors import InputRefused
from tests.builders import a_delegate, ident

PEOPLE = (a_delegate(1, badge_number=1), a_delegate(2, badge_number=None), a_delegate(7))
CONFERENCE = ident(1)


def test_everybody_is_printed_when_nobody_is_named() -> None:
    assert chosen(PEOPLE, None) == PEOPLE
    assert chosen(PEOPLE, {PEOPLE[1].id}) == PEOPLE[1:2]
    assert chosen(PEOPLE, frozenset()) == ()


def test_blanks_begin_behind_every_number_that_is_taken() -> None:
    assert next_free_number(PEOPLE) == 8
    assert next_free_number(PEOPLE, (20, 21)) == 22
    assert next_free_number(()) == 1


def test_blanks_bear_numbers_without_gaps_and_are_the_same_each_time() -> None:
    blanks = Blanks(count=3, first=8, group_id=ident(12))

    made = blank_delegates(CONFERENCE, PEOPLE, blanks)

    assert [each.badge_number for each in made] == [8, 9, 10]
    assert {each.group_id for each in made} == {ident(12)}
    assert made == blank_delegates(CONFERENCE, PEOPLE, blanks)
    assert len({each.id for each in made}) == 3


@pytest.mark.parametrize(
    ("first", "reason"),
    [(6, "blank-number-taken"), (0, "blank-number-high"), (99_998, "blank-number-high")],
)
def test_a_number_that_is_taken_or_has_too_many_digits_is_refused(first: int, reason: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        blank_delegates(CONFERENCE, PEOPLE, Blanks(count=3, first=first))

    assert refusal.value.reason == reason
