"""The people of all conferences."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.directory import Used
from db.errors import RecordMissing
from db.records import BirthDate, Delegate, Session
from db.store import Store
from tests.builders import a_conference, a_delegate, ident

OLD, NEW, UNDATED = ident(30), ident(31), ident(32)


def a_person(number: int, conference_id: str, **fields: Any) -> Delegate:
    return a_delegate(number, conference_id=conference_id, **fields)


@pytest.fixture
def held(planned: Store) -> Store:
    """A store with three more conferences: of 2020, of 2023, and without a day."""
    for conference_id, day in ((OLD, date(2020, 3, 1)), (NEW, date(2023, 3, 1)), (UNDATED, None)):
        session = Session(id=ident(11), day=day)
        planned.conferences.add(a_conference(id=conference_id, sessions=(session,)))
    return planned


def _ids(people: tuple[Delegate, ...]) -> list[int]:
    return [int(one.id, 16) - 1000 for one in people]


def test_people_are_found_without_accents_the_latest_conference_first(held: Store) -> None:
    held.delegates.add((a_person(1, OLD), a_person(2, OLD, name="Lê Ánh")))
    held.delegates.add((a_person(3, NEW), a_person(4, NEW, name="Hồ Thị Ước", unit="Xã Nguyên")))
    held.delegates.add((a_person(5, UNDATED, honours=("Nguyễn Đình Chiểu",)),))
    assert _ids(held.directory.find("NGUYEN thi", 9)) == [4, 3, 1, 5]
    assert _ids(held.directory.find("  nguyễn   thị ước ", 9)) == [4, 3, 1, 5]
    assert _ids(held.directory.find("dinh chieu", 9)) == [5]
    assert held.directory.find("zz", 9) == ()


def test_people_stand_in_the_order_of_names_that_every_list_has(held: Store) -> None:
    names = ("Trần Văn Đường", "Nguyễn Thị Ước", "Lê Văn Dũng", "Bùi Út", "Vũ An")
    held.delegates.add(
        [a_person(number, OLD, name=name) for number, name in enumerate(names, start=1)]
    )
    keys = held.delegates.keys_of(OLD)
    wanted = sorted(keys, key=lambda person_id: keys[person_id].sort_key)
    found = held.directory.find("", 9, conference_id=OLD)
    assert [one.id for one in found] == wanted


def test_whole_people_come_back(held: Store) -> None:
    person = a_person(1, OLD, honours=("a", "b"), birth=BirthDate(year=1970))
    held.delegates.add((person,))
    assert held.directory.find("ntu", 9) == (person,)


def test_no_word_finds_everybody_up_to_the_limit(held: Store) -> None:
    held.delegates.add([a_person(number, OLD) for number in range(1, 6)])
    held.delegates.add([a_person(number, NEW) for number in range(6, 9)])
    assert _ids(held.directory.find("", 4)) == [6, 7, 8, 1]


def test_one_conference_can_be_looked_in_and_one_left_out(held: Store) -> None:
    held.delegates.add((a_person(1, OLD),))
    held.delegates.add((a_person(2, NEW),))
    assert _ids(held.directory.find("uoc", 9, conference_id=OLD)) == [1]
    assert _ids(held.directory.find("uoc", 9, without=NEW)) == [1]


def test_people_of_a_deleted_conference_are_not_found(held: Store) -> None:
    person = a_person(1, OLD, id_number="066080000001")
    held.delegates.add((person,))
    held.conferences.delete(OLD)
    assert held.directory.find("uoc", 9) == ()
    assert held.directory.same((person,)) == ()


def test_entries_of_one_card_or_of_one_name_and_year_belong_together(held: Store) -> None:
    born = BirthDate(year=1975, month=5)
    held.delegates.add(
        (
            a_person(1, OLD, id_number="066 080 000 001", name="Lê Ánh"),
            a_person(2, OLD, birth=BirthDate(year=1975)),
            a_person(3, OLD, birth=BirthDate(year=1976)),
            a_person(4, OLD),
        )
    )
    asked = a_person(9, NEW, id_number="066080000001", name="nguyen thi uoc", birth=born)
    assert _ids(held.directory.same((asked,))) == [1, 2]
    assert held.directory.same((a_person(9, NEW),)) == (), "without a birth nobody is told"


def test_what_was_entered_is_offered_again_the_most_used_first(held: Store) -> None:
    held.delegates.add((a_person(1, OLD, unit="Thôn 2", post="Già làng", honours=("CSTĐ",)),))
    held.delegates.add(
        (
            a_person(2, NEW, unit="Thôn 1", represents="Tổ 3"),
            a_person(3, NEW, unit="Thôn 1"),
            a_person(4, NEW, honours=("AHLĐ", "CSTĐ")),
        )
    )
    assert held.directory.used(Used.UNIT) == ("Thôn 1", "Thôn 2")
    assert held.directory.used(Used.UNIT, limit=1) == ("Thôn 1",)
    assert held.directory.used(Used.POST) == ("Già làng",)
    assert held.directory.used(Used.HONOUR) == ("CSTĐ", "AHLĐ")
    assert held.directory.used(Used.COLLECTIVE) == ("Tổ 3",)


def test_those_who_stand_for_a_collective_are_found_apart(held: Store) -> None:
    held.delegates.add((a_person(1, OLD), a_person(2, OLD, represents="Tổ dân phố 3")))
    assert _ids(held.directory.find("", 9, stands_for=True)) == [2]
    assert _ids(held.directory.find("to dan pho", 9, stands_for=True)) == [2]


def test_people_moved_leave_one_list_for_another_and_each_list_undoes_its_own(
    held: Store,
) -> None:
    old, kept = a_person(1, OLD), a_person(2, OLD)
    held.delegates.add((old, kept))
    held.delegates.move((a_person(3, NEW),), (old.id,))
    assert _ids(held.delegates.of(OLD)) == [2]
    assert _ids(held.delegates.of(NEW)) == [3]
    held.log.undo(OLD)
    assert _ids(held.delegates.of(OLD)) == [1, 2]
    assert _ids(held.delegates.of(NEW)) == [3]


def test_nobody_is_added_when_the_other_list_cannot_let_them_go(
    held: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = a_person(1, OLD)
    held.delegates.add((old,))

    def refuse(*_: object) -> None:
        raise RecordMissing(old.id)

    monkeypatch.setattr(held.delegates, "some", refuse)
    with pytest.raises(RecordMissing):
        held.delegates.move((a_person(3, NEW),), (old.id,))
    assert held.delegates.of(NEW) == ()
    assert _ids(held.delegates.of(OLD)) == [1]
