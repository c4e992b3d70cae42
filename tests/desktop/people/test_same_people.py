"""People who stand on a list twice."""

from __future__ import annotations

from db.records import BirthDate, Delegate
from desktop.people.same_people import listed_twice
from tests.builders import a_delegate, ident

BORN = BirthDate(year=1975, month=5, day=20)


def _twice(*people: Delegate) -> set[str]:
    return set(listed_twice(people))


def test_one_id_number_is_one_person_whatever_the_names() -> None:
    people = (
        a_delegate(1, name="Lê A", id_number="066075000001"),
        a_delegate(2, name="Lê B", id_number="066075000002"),
        a_delegate(3, name="Lê C", id_number="066075000001"),
    )
    assert _twice(*people) == {ident(1001), ident(1003)}


def test_one_name_and_birth_is_one_person_whatever_the_accents() -> None:
    people = (
        a_delegate(1, name="Nguyễn Thị Ước", birth=BORN),
        a_delegate(2, name="NGUYEN THI UOC", birth=BORN),
        a_delegate(3, name="Nguyễn Thị Ước", birth=BirthDate(year=1975)),
    )
    assert _twice(*people) == {ident(1001), ident(1002)}


def test_what_is_empty_is_no_sign() -> None:
    people = (
        a_delegate(1, name="", birth=BORN),
        a_delegate(2, name="", birth=BORN),
        a_delegate(3),
        a_delegate(4),
    )
    assert _twice(*people) == set()


def test_one_person_has_two_signs_and_is_not_their_own_double() -> None:
    assert _twice(a_delegate(1, birth=BORN, id_number="066075000001")) == set()


def test_what_is_no_number_of_one_card_is_no_sign() -> None:
    people = (
        a_delegate(1, id_number="chưa có"),
        a_delegate(2, id_number="chưa có"),
        a_delegate(3, id_number="6.6075E+10"),
        a_delegate(4, id_number="6.6075E+10"),
    )
    assert _twice(*people) == set()
