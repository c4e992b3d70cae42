"""Ages in bands, the oldest and the youngest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import BirthDate, Delegate
from desktop.people.ages import AgeBand, age_bands, oldest, youngest
from tests.builders import a_delegate


def born(number: int, year: int, month: int | None = None, day: int | None = None) -> Delegate:
    birth = BirthDate(year=year, month=month, day=day)
    return a_delegate(number, name=f"{number}", birth=birth)


def names(people: tuple[Delegate, ...]) -> str:
    return "".join(one.name for one in people)


def test_the_bands_meet_without_a_gap() -> None:
    assert age_bands() == (
        AgeBand(None, 30),
        AgeBand(31, 40),
        AgeBand(41, 50),
        AgeBand(51, 60),
        AgeBand(61, None),
    )


@given(st.integers(-5, 200))
def test_every_age_is_in_one_band(age: int) -> None:
    assert sum(band.holds(age) for band in age_bands()) == 1


@pytest.mark.parametrize(
    ("people", "old", "young"),
    [
        ((), "", ""),
        ((a_delegate(1),), "", ""),
        ((born(1, 1950), born(2, 1960), a_delegate(9)), "1", "2"),
        ((born(1, 1950), born(2, 1950), born(3, 1960)), "12", "3"),
        ((born(1, 1950, 5, 2), born(2, 1950, 5, 2), born(3, 1950, 5, 3)), "12", "3"),
        ((born(1, 1950), born(2, 1950, 5, 2), born(3, 1950, 6, 2)), "12", "13"),
        ((born(1, 1950, 5), born(2, 1950, 5, 20), born(3, 1950, 6)), "12", "3"),
        ((born(1, 1950, 2, 1), born(2, 1950, 5)), "1", "2"),
    ],
)
def test_all_who_may_be_the_oldest_or_youngest_are_named(
    people: tuple[Delegate, ...], old: str, young: str
) -> None:
    assert names(oldest(people)) == old
    assert names(youngest(people)) == young
