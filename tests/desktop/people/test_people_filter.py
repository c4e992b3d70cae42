from __future__ import annotations

import pytest

from db.list_keys import KeptKeys
from db.records import BirthDate, Delegate, Gender, ToneOrder
from desktop.people.people_filter import (
    FIELDS_WITH_GAPS,
    NEEDED,
    NONE,
    Facet,
    PeopleFilter,
    Sieve,
    lacks,
    unit_key,
)
from tests.builders import KEYS, a_conference, a_delegate, ident

EXEMPLARS, GUESTS = (group.id for group in a_conference().groups)
PEOPLE = (
    a_delegate(1, name="Nguyễn Thị Ước", unit="Thôn 1", honours=("CSTĐ cơ sở",)),
    a_delegate(2, name="Lê Văn Đạt", unit="thôn  1", group_id=GUESTS, gender=Gender.MALE),
    a_delegate(3, name="Y Wang Niê", unit="Buôn Kuốp", group_id=ident(99), id_number="0660"),
    a_delegate(4, name="", unit="", honours=("Lời khen lạ", "chiến sĩ thi đua cơ sở")),
)


def a_sieve(*people: Delegate) -> Sieve:
    order = ToneOrder.HUYEN_HOI_NGA_SAC_NANG
    keys = {one.id: KeptKeys(KEYS.sort_key(one, order), KEYS.search_text(one)) for one in people}
    return Sieve(people, keys, (EXEMPLARS, GUESTS))


def passing(wanted: PeopleFilter, query: str = "") -> list[int]:
    return [one.position for one in a_sieve(*PEOPLE).passing(wanted, query)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (PeopleFilter(), [1, 2, 3, 4]),
        (PeopleFilter(groups=frozenset({EXEMPLARS})), [1, 4]),
        (PeopleFilter(groups=frozenset({NONE, GUESTS})), [2, 3]),
        (PeopleFilter(units=frozenset({unit_key("THÔN 1")})), [1, 2]),
        (PeopleFilter(units=frozenset({unit_key("")})), [4]),
        (PeopleFilter(honours=frozenset({"Chiến sĩ thi đua cơ sở"})), [1, 4]),
        (PeopleFilter(honours=frozenset({NONE})), [2, 3]),
        (PeopleFilter(missing=frozenset({"name", "id_number"})), [1, 2, 4]),
        (PeopleFilter(units=frozenset({"thon1"}), honours=frozenset({NONE})), [2]),
    ],
)
def test_people_pass_who_have_one_of_the_values_of_every_facet(
    wanted: PeopleFilter, expected: list[int]
) -> None:
    assert passing(wanted) == expected


def test_a_search_and_a_filter_narrow_one_another() -> None:
    assert passing(PeopleFilter(), "thon 1") == [1, 2]
    assert passing(PeopleFilter(groups=frozenset({GUESTS})), "thon 1") == [2]
    assert passing(PeopleFilter(groups=frozenset({GUESTS})), " ") == [2]


def test_choices_tell_how_many_each_would_leave_beside_the_other_facets() -> None:
    sieve = a_sieve(*PEOPLE)
    wanted = PeopleFilter(groups=frozenset({EXEMPLARS, "gone"}), units=frozenset({"thon1"}))
    groups = {one.value: one.count for one in sieve.choices(Facet.GROUP, wanted)}
    assert groups == {EXEMPLARS: 1, GUESTS: 1, "gone": 0}
    units = {one.text: one.count for one in sieve.choices(Facet.UNIT, wanted)}
    assert units == {"Thôn 1": 1, "": 1}
    honours = {one.text: one.count for one in sieve.choices(Facet.HONOUR, PeopleFilter())}
    assert honours == {"Chiến sĩ thi đua cơ sở": 2, "Lời khen lạ": 1, NONE: 2}
    missing = {one.value: one.count for one in sieve.choices(Facet.MISSING, PeopleFilter(), "wang")}
    assert missing["birth"] == 1
    assert "name" not in missing


def test_people_who_seem_to_be_listed_twice_are_found() -> None:
    birth = BirthDate(year=1975)
    people = (
        a_delegate(1, name="Lê Hoà", birth=birth),
        a_delegate(2, name="LÊ HÒA", birth=birth),
        a_delegate(3, name="Lê Hòa"),
        a_delegate(4, name="Trần An", id_number="066080000001"),
        a_delegate(5, name="Trần Ân", id_number="066080000001"),
        a_delegate(6, name="", birth=birth),
        a_delegate(7, name="", birth=birth),
    )
    sieve = a_sieve(*people)
    twice = PeopleFilter(twice=True)
    assert [one.position for one in sieve.passing(twice)] == [1, 2, 4, 5]
    (choice,) = sieve.choices(Facet.TWICE, PeopleFilter())
    assert choice.count == 4
    assert a_sieve().choices(Facet.TWICE, PeopleFilter()) == []


def test_values_are_taken_and_given_by_facet() -> None:
    wanted = PeopleFilter()
    for facet in Facet:
        wanted = wanted.with_values(facet, ("a",))
    assert wanted == PeopleFilter(
        groups=frozenset("a"),
        units=frozenset("a"),
        honours=frozenset("a"),
        missing=frozenset("a"),
        twice=True,
    )
    assert wanted.with_values(Facet.TWICE, ()).twice is False
    assert wanted.values(Facet.UNIT) == {"a"}


def test_every_field_with_gaps_can_be_looked_at() -> None:
    nobody = a_delegate(1, name="", group_id="", badge_number=None)
    assert all(lacks(nobody, attribute) for attribute in FIELDS_WITH_GAPS)
    assert set(FIELDS_WITH_GAPS) >= NEEDED
