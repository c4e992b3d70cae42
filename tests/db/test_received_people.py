from __future__ import annotations

import sys
import zlib
from collections import Counter
from typing import Any

import pytest
from hypothesis import given

from db.received_people import columns_of, pack_columns, unpack_columns
from db.records import BirthDate, Delegate, Gender
from tests.builders import a_delegate
from tests.db.any_records import any_of


def numbers(**fields: Any) -> tuple[int, int]:
    columns = columns_of([a_delegate(**fields)])
    return columns.cards[0], columns.names[0]


def test_two_ways_to_write_a_card_or_a_name_have_one_number() -> None:
    born = BirthDate(year=1975)
    one = numbers(id_number="066 080 000 001", name="H'Hen Niê", birth=born)
    other = numbers(
        id_number="066080000001", name=" h’hen  NIE", birth=BirthDate(year=1975, month=3)
    )
    assert one == other
    assert all(one)


def test_other_cards_and_names_have_other_numbers() -> None:
    cards = ("066080000001", "66080000001", "080000001", "000000001", "100000000")
    found = [numbers(id_number=card)[0] for card in cards]
    assert found[1] == 0  # eleven digits are no card
    assert len(set(found)) == len(cards)
    names = {numbers(birth=BirthDate(year=year))[1] for year in (1975, 1976)}
    assert len(names) == 2


def test_who_is_not_told_apart_has_no_number() -> None:
    assert numbers() == (0, 0)
    assert numbers(name="***", birth=BirthDate(year=1975)) == (0, 0)


def test_people_of_one_kind_are_counted_together() -> None:
    women = [a_delegate(one, gender=Gender.FEMALE, honours=("CSTĐ", "LĐTT")) for one in (1, 2)]
    man = a_delegate(3, gender=Gender.MALE, birth=BirthDate(year=1980), is_party_member=False)
    columns = columns_of([*women, man])
    counts = columns.counts()
    assert sorted(counts.values()) == [1, 2]
    assert {kind.gender: count for kind, count in counts.items()} == {"female": 2, "male": 1}
    (kind,) = (one for one in columns.kinds if one.gender == "male")
    assert (kind.birth_year, kind.is_party_member, kind.is_direct_worker) == (1980, "false", "")


@given(any_of(Delegate))
def test_a_kind_gives_somebody_who_counts_the_same(person: Delegate) -> None:
    (kind,) = columns_of([person]).kinds
    assert columns_of([kind.person()]).kinds == (kind,)
    assert kind.person().gender is person.gender
    assert kind.person().honours == person.honours


@pytest.mark.parametrize("order", ["little", "big"])
def test_columns_are_the_same_bytes_on_every_system(
    order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [a_delegate(1, id_number="066080000001"), a_delegate(2, gender=Gender.MALE)]
    columns = columns_of(people)
    monkeypatch.setattr(sys, "byteorder", order)
    again = unpack_columns(pack_columns(columns))
    assert again == columns
    assert again.counts() == Counter(dict.fromkeys(columns.kinds, 1))


def test_other_bytes_are_refused() -> None:
    with pytest.raises(zlib.error):
        unpack_columns(b"PK")
