"""Entries of several conferences as people, and what is carried over."""

from __future__ import annotations

from db.records import BirthDate
from desktop.people.known_people import carried_over, known_people
from tests.builders import a_delegate, ident

OLD, OLDER, OWN = ident(30), ident(31), ident(10)
CARD = "079175000001"


def test_entries_with_one_card_number_are_one_person() -> None:
    new = a_delegate(1, conference_id=OLD, id_number=CARD, name="Lê Ánh", honours=("a",))
    old = a_delegate(2, conference_id=OLDER, id_number="079 175 000 001", honours=("b", "a"))
    (person,) = known_people((new, old), (new, old), OWN)
    assert person.source == new
    assert person.entries == (new, old)
    assert person.honours == ("a", "b")
    assert not person.is_listed


def test_a_name_with_a_year_of_birth_is_one_person_unless_the_cards_differ() -> None:
    born = BirthDate(year=1970)
    first = a_delegate(1, conference_id=OLD, birth=born, id_number=CARD)
    same = a_delegate(2, conference_id=OLDER, birth=born, name="NGUYEN THI UOC")
    other = a_delegate(3, conference_id=OLDER, birth=born, id_number="079175000002")
    people = known_people((first, same, other), (first, same, other), OWN)
    assert [person.entries for person in people] == [(first, same), (other,)]


def test_a_name_alone_makes_nobody_the_same() -> None:
    people = (a_delegate(1, conference_id=OLD), a_delegate(2, conference_id=OLDER))
    assert [one.entries for one in known_people(people, people, OWN)] == [
        (people[0],),
        (people[1],),
    ]
    assert [one.entries for one in known_people(people[:1], (), OWN)] == [(people[0],)]


def test_who_is_on_the_list_already_is_known() -> None:
    born = BirthDate(year=1970)
    listed = a_delegate(1, birth=born)
    found = a_delegate(2, conference_id=OLD, birth=born)
    (person,) = known_people((found,), (listed, found), OWN)
    assert person.is_listed
    assert person.source == found


def test_what_the_entry_leaves_open_comes_from_the_others() -> None:
    born = BirthDate(year=1970)
    new = a_delegate(1, conference_id=OLD, birth=born, unit="Xã A", honours=("a",), note="x")
    old = a_delegate(
        2,
        conference_id=OLDER,
        birth=born,
        unit="Xã B",
        represents="Tổ 3",
        phone="0901",
        is_party_member=False,
        honours=("b",),
        achievement="y",
    )
    (person,) = known_people((new,), (new, old), OWN)
    carried = carried_over(
        person, new_id=ident(9), conference_id=OWN, position=7, group_id=ident(12)
    )
    assert carried == a_delegate(
        9,
        id=ident(9),
        position=7,
        badge_number=None,
        birth=born,
        unit="Xã A",
        phone="0901",
        is_party_member=False,
        honours=("a", "b"),
    )
