from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.changes import Action
from db.errors import RecordMissing
from db.records import BirthDate, Delegate
from db.store import Store
from tests.builders import a_conference, a_delegate, ident
from tests.db.any_records import any_of

_ANY_DELEGATE = any_of(
    Delegate, id=st.just(ident(1001)), conference_id=st.just(ident(10)), photo_id=st.just("")
)


def test_people_come_back_in_the_officers_order(planned: Store) -> None:
    people = [a_delegate(n, position=10 - n) for n in range(1, 6)]
    planned.delegates.add(people)
    assert planned.delegates.of(ident(10)) == tuple(reversed(people))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(before=_ANY_DELEGATE, after=_ANY_DELEGATE)
def test_any_person_saved_over_another_comes_back(
    planned: Store, before: Delegate, after: Delegate
) -> None:
    planned.delegates.remove((before.id,))
    planned.delegates.add((before,))
    planned.delegates.save((after,))
    assert planned.delegates.of(ident(10)) == (after,)


def test_a_birth_date_keeps_the_precision_of_the_list(planned: Store) -> None:
    births = (
        None,
        BirthDate(year=1970),
        BirthDate(year=1970, month=2),
        BirthDate(year=1970, month=2, day=3),
    )
    planned.delegates.add([a_delegate(n, birth=birth) for n, birth in enumerate(births, 1)])
    assert tuple(person.birth for person in planned.delegates.of(ident(10))) == births


def test_honours_grow_shrink_and_change_order(planned: Store) -> None:
    planned.delegates.add((a_delegate(),))
    for honours in (("a", "b", "c"), ("c", "a"), (), ("b",)):
        planned.delegates.save((a_delegate(honours=honours),))
        assert planned.delegates.of(ident(10))[0].honours == honours


def test_only_those_who_differ_are_stored_and_counted(planned: Store) -> None:
    people = [a_delegate(n) for n in range(1, 6)]
    planned.delegates.add(people)
    people[2] = a_delegate(3, name="Y Wang Niê")
    planned.delegates.save(people)
    assert planned.delegates.of(ident(10)) == tuple(people)
    assert planned.log.entries()[0].count == 1


def test_people_who_stay_the_same_are_no_entry_of_the_log(planned: Store) -> None:
    planned.delegates.add((a_delegate(),))
    entries = planned.log.entries()
    planned.delegates.save((a_delegate(),))
    planned.delegates.add(())
    planned.delegates.save(())
    planned.delegates.remove(())
    planned.delegates.remove((ident(77),))
    assert planned.log.entries() == entries


def test_people_are_removed_with_their_honours(planned: Store) -> None:
    planned.delegates.add((a_delegate(1, honours=("a",)), a_delegate(2)))
    planned.delegates.remove((ident(1001), ident(77)))
    assert planned.delegates.of(ident(10)) == (a_delegate(2),)
    assert planned._connection.value("SELECT count(*) FROM delegate_honour") == 0


def test_an_import_of_thousands_is_one_entry(planned: Store) -> None:
    people = tuple(a_delegate(n) for n in range(1, 3001))
    planned.delegates.add(people)
    assert planned.delegates.of(ident(10)) == people
    assert planned.log.entries()[0].count == 3000


def test_an_import_with_one_bad_row_stores_nobody(planned: Store) -> None:
    people = [a_delegate(n) for n in range(1, 500)]
    people[340] = a_delegate(341, badge_number=100_000)
    with pytest.raises(sqlite3.IntegrityError):
        planned.delegates.add(people)
    assert planned.delegates.of(ident(10)) == ()


def test_an_id_that_is_taken_is_refused(planned: Store) -> None:
    planned.delegates.add((a_delegate(),))
    with pytest.raises(ValueError, match="stored already"):
        planned.delegates.add((a_delegate(name="khác"),))
    assert planned.delegates.of(ident(10)) == (a_delegate(),)


def test_two_people_with_one_id_are_refused(planned: Store) -> None:
    with pytest.raises(ValueError, match="one id"):
        planned.delegates.add((a_delegate(), a_delegate(name="khác")))


def test_people_of_two_conferences_are_no_single_step(planned: Store) -> None:
    planned.conferences.add(a_conference(id=ident(30)))
    with pytest.raises(ValueError, match="different conferences"):
        planned.delegates.add((a_delegate(1), a_delegate(2, conference_id=ident(30))))


def test_a_person_who_was_never_added_cannot_be_saved(planned: Store) -> None:
    with pytest.raises(RecordMissing):
        planned.delegates.save((a_delegate(),))


def test_people_are_added_and_merged_in_one_step(planned: Store) -> None:
    before = (a_delegate(1), a_delegate(2))
    planned.delegates.add(before)
    merged, added = a_delegate(1, phone="0912345678", honours=("a",)), a_delegate(3)
    planned.delegates.bring_in((added,), (merged, a_delegate(2)))
    after = (merged, a_delegate(2), added)
    assert planned.delegates.of(ident(10)) == after
    entry = planned.log.entries()[0]
    assert (entry.action, entry.count) == (Action.DELEGATES_IMPORTED, 2)
    planned.log.undo(ident(10))
    assert planned.delegates.of(ident(10)) == before
    planned.log.redo(ident(10))
    assert planned.delegates.of(ident(10)) == after


def test_people_can_be_merged_with_nobody_added_and_added_with_nobody_merged(
    planned: Store,
) -> None:
    planned.delegates.bring_in((a_delegate(1),), ())
    planned.delegates.bring_in((), (a_delegate(1, unit="Thôn 1"),))
    assert planned.delegates.of(ident(10)) == (a_delegate(1, unit="Thôn 1"),)
    entries = planned.log.entries()
    planned.delegates.bring_in((), (a_delegate(1, unit="Thôn 1"),))
    planned.delegates.bring_in((), ())
    assert planned.log.entries() == entries


def test_an_import_that_does_not_fit_stores_nothing_of_it(planned: Store) -> None:
    planned.delegates.add((a_delegate(1), a_delegate(2)))
    merged = a_delegate(1, unit="Thôn 1")
    with pytest.raises(ValueError, match="stored already"):
        planned.delegates.bring_in((a_delegate(3), a_delegate(2, name="khác")), (merged,))
    with pytest.raises(ValueError, match="one id"):
        planned.delegates.bring_in((a_delegate(3), a_delegate(3)), (merged,))
    with pytest.raises(ValueError, match="different conferences"):
        planned.delegates.bring_in((a_delegate(3, conference_id=ident(30)),), (merged,))
    with pytest.raises(RecordMissing):
        planned.delegates.bring_in((a_delegate(3),), (merged, a_delegate(4)))
    with pytest.raises(sqlite3.IntegrityError):
        planned.delegates.bring_in((a_delegate(3, badge_number=100_000),), (merged,))
    assert planned.delegates.of(ident(10)) == (a_delegate(1), a_delegate(2))
