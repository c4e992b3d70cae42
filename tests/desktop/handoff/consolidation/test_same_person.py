"""People who stand on the lists of two offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import BirthDate, Delegate
from desktop.handoff.consolidation.received import Received
from desktop.handoff.consolidation.same_person import PeopleSearch, SamePeople, SamePerson
from desktop.people.duplicates import MatchReason as R
from tests.desktop.handoff.consolidation.province import BORN, a_person, received_from


def found(*received: Received) -> tuple[SamePerson, ...]:
    search, same = PeopleSearch(), SamePeople()
    for number, one in enumerate(received):
        search.add(number, one.file.delegates)
    for number, places in search.suspects(range(len(received))).items():
        same.add(received[number], received[number].sender_name, places)
    return same.found()


def of_offices(*people: Delegate) -> tuple[SamePerson, ...]:
    return found(*(received_from(office, "", one) for office, one in enumerate(people, start=1)))


def test_the_same_card_is_the_same_person_whatever_the_name() -> None:
    (same,) = of_offices(
        a_person(1, name="Lê An", id_number="092170000001"),
        a_person(2, name="Lê Ân", id_number="092170000001"),
    )
    assert same.reasons == (R.SAME_CARD,)
    assert [one.name for one in same.people] == ["Lê An", "Lê Ân"]


@pytest.mark.parametrize("card", ["chưa có", "6.61E+10"])
def test_what_many_have_in_place_of_a_card_makes_nobody_the_same(card: str) -> None:
    people = [a_person(office, name=f"Lê {office}", id_number=card) for office in (1, 2)]
    assert of_offices(*people) == ()


def test_the_same_name_and_day_of_birth_may_be_the_same_person_without_accents_too() -> None:
    (same,) = of_offices(
        a_person(1, name="Hoà Bình", birth=BORN), a_person(2, name="HOÀ  BINH", birth=BORN)
    )
    assert same.reasons == (R.NAME_WITHOUT_ACCENTS, R.SAME_BIRTH)


def test_those_who_share_both_stand_once_with_both_reasons() -> None:
    (same,) = of_offices(
        *(a_person(one, name="Lê An", birth=BORN, id_number="092170000001") for one in (1, 2, 3))
    )
    assert same.reasons == (R.SAME_CARD, R.NAME_WITHOUT_ACCENTS, R.SAME_BIRTH)
    assert len(same.people) == 3


def test_a_name_alone_or_with_a_year_says_nothing() -> None:
    year = BirthDate(year=1970)
    assert not of_offices(a_person(1, name="Lê An", birth=year), a_person(2, name="Lê An"))
    assert not of_offices(
        a_person(1, name="Lê An", birth=year), a_person(2, name="Lê An", birth=year)
    )


def test_somebody_twice_at_one_office_is_its_own_affair() -> None:
    twice = [a_person(1, number, name="Lê An", birth=BORN) for number in (1, 2)]
    assert not found(received_from(1, "", *twice))
    # nor are two conferences of one office two offices
    other = received_from(2, "", a_person(2, 1, name="Lê An", birth=BORN), sender="0" * 31 + "1")
    assert not found(received_from(1, "", twice[0]), other)


def test_the_surest_come_first() -> None:
    people = [
        (a_person(1, 1, name="An", birth=BORN), a_person(1, 2, name="Tư", id_number="1" * 12)),
        (a_person(2, 1, name="An", birth=BORN), a_person(2, 2, name="Năm", id_number="1" * 12)),
    ]
    same = found(*(received_from(number, "", *both) for number, both in enumerate(people, start=1)))
    assert [one.reasons[0] for one in same] == [R.SAME_CARD, R.NAME_WITHOUT_ACCENTS]


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), min_size=1, max_size=6))
def test_it_finds_exactly_the_cards_that_two_offices_have(cards: list[list[int]]) -> None:
    received = [
        received_from(
            office,
            "",
            a_person(office, 99),
            *(a_person(office, place, id_number=f"{card:012}") for place, card in enumerate(held)),
        )
        for office, held in enumerate(cards, start=1)
    ]
    shared = {card for card in range(6) if sum(card in held for held in cards) > 1}
    assert {int(one.people[0].id_number) for one in found(*received)} == shared
