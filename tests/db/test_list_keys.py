"""The keys kept beside people: always those of the people as they are stored."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from db.errors import StoreFull
from db.list_keys import KeptKeys
from db.records import Delegate, ToneOrder
from db.store import Store
from tests.builders import KEYS, a_conference, a_delegate, an_office, ident
from tests.db.conftest import Clock, Opener

HERE = ident(10)
CLDR = ToneOrder.HUYEN_HOI_NGA_SAC_NANG
OTHER = ToneOrder.SAC_HUYEN_HOI_NGA_NANG
NAMES = ("Lê Hòa", "Lê Hoà", "Lê Hoá", "Lê Hoạ", "Y Wang Niê", "")


def derived(people: tuple[Delegate, ...], tone_order: ToneOrder = CLDR) -> dict[str, KeptKeys]:
    return {
        one.id: KeptKeys(KEYS.sort_key(one, tone_order), KEYS.search_text(one)) for one in people
    }


class _NewerKeys:
    """Keys of a later program."""

    version = "9999"

    def sort_key(self, person: Delegate, tone_order: ToneOrder) -> bytes:
        return f"{tone_order} {person.name}".encode()

    def search_text(self, person: Delegate) -> str:
        return person.name.upper()


def test_people_are_stored_with_their_keys(planned: Store) -> None:
    people = tuple(a_delegate(number, name=name) for number, name in enumerate(NAMES, start=1))
    planned.delegates.add(people)
    assert planned.delegates.keys_of(HERE) == derived(people)
    assert planned.delegates.keys_of_some([ident(1002), ident(7)]) == derived(people[1:2])


def test_another_order_of_tones_rewrites_the_keys_of_the_office_alone(planned: Store) -> None:
    planned.offices.save(an_office(id=ident(7)))
    planned.conferences.add(a_conference(id=ident(30), office_id=ident(7)))
    here, there = a_delegate(1, name="Lê Hoà"), a_delegate(2, conference_id=ident(30))
    planned.delegates.add((here,))
    planned.delegates.add((there,))
    planned.offices.save(an_office(tone_order=OTHER))
    assert planned.delegates.keys_of(HERE) == derived((here,), OTHER)
    assert planned.delegates.keys_of(HERE) != derived((here,))
    assert planned.delegates.keys_of(ident(30)) == derived((there,))


def test_a_disk_that_is_full_leaves_the_old_order_and_the_old_keys(
    planned: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = a_delegate(1, name="Lê Hoà")
    planned.delegates.add((person,))

    def fail(*_: object, **__: object) -> None:
        raise StoreFull(planned._connection.path, "SQLITE_FULL")

    monkeypatch.setattr(planned.offices._changes, "add", fail)
    with pytest.raises(StoreFull):
        planned.offices.save(an_office(tone_order=OTHER))
    assert planned.offices.by_id(ident(1)).tone_order is CLDR
    assert planned.delegates.keys_of(HERE) == derived((person,))


def test_a_conference_that_goes_to_another_office_is_sorted_as_that_one_sorts(
    planned: Store,
) -> None:
    person = a_delegate(1, name="Lê Hoà")
    planned.delegates.add((person,))
    planned.offices.save(an_office(id=ident(7), tone_order=OTHER))
    planned.conferences.save(a_conference(office_id=ident(7)))
    assert planned.delegates.keys_of(HERE) == derived((person,), OTHER)
    planned.log.undo(HERE)
    assert planned.delegates.keys_of(HERE) == derived((person,))


def test_a_later_program_derives_the_keys_anew_when_it_opens_the_store(
    planned: Store, path: Any, clock: Clock, open_store: Opener
) -> None:
    person = a_delegate(1, name="Lê Hoà")
    planned.delegates.add((person,))
    planned.close()
    with Store.open(path, clock=clock, new_id=str, keys=_NewerKeys()) as later:
        expected = KeptKeys(f"{CLDR} Lê Hoà".encode(), "LÊ HOÀ")
        assert later.delegates.keys_of(HERE) == {person.id: expected}
    assert open_store().delegates.keys_of(HERE) == derived((person,)), "and back again"


def test_the_keys_are_never_stale_whatever_is_done(open_store: Opener) -> None:
    class Offices(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.store = open_store()
            self.office = ident(next(numbers))
            self.store.offices.save(an_office(id=self.office))
            self.conference = ident(next(numbers))
            self.store.conferences.add(a_conference(id=self.conference, office_id=self.office))

        @property
        def people(self) -> tuple[Delegate, ...]:
            return self.store.delegates.of(self.conference)

        @rule(name=st.sampled_from(NAMES))
        def add(self, name: str) -> None:
            number = next(numbers)
            person = a_delegate(1, id=ident(number), conference_id=self.conference, name=name)
            self.store.delegates.add((person,))

        @rule(name=st.sampled_from(NAMES), given=st.sampled_from(("", "Hoà", "Lê")))
        def rename_all(self, name: str, given: str) -> None:
            self.store.delegates.save(
                [msgspec.structs.replace(one, name=name, given_name=given) for one in self.people]
            )

        @rule()
        def remove_the_first(self) -> None:
            self.store.delegates.remove([one.id for one in self.people[:1]])

        @rule(order=st.sampled_from(ToneOrder))
        def order_tones(self, order: ToneOrder) -> None:
            self.store.offices.save(an_office(id=self.office, tone_order=order))

        @rule(back=st.booleans())
        def step(self, back: bool) -> None:
            log = self.store.log
            (log.undo if back else log.redo)(self.conference)

        @invariant()
        def every_key_is_current(self) -> None:
            order = self.store.offices.by_id(self.office).tone_order
            assert self.store.delegates.keys_of(self.conference) == derived(self.people, order)

        def teardown(self) -> None:
            self.store._connection.sqlite.close()

    numbers = iter(range(1_000_000, 9_000_000))
    run_state_machine_as_test(
        Offices, settings=settings(max_examples=15, stateful_step_count=12, deadline=None)
    )


def test_an_undo_tells_who_is_there_again_and_who_is_gone(planned: Store) -> None:
    first, second = a_delegate(1), a_delegate(2)
    planned.delegates.add((first, second))
    planned.delegates.save((msgspec.structs.replace(first, name="Lê An"),))
    planned.delegates.remove((second.id,))
    removed, saved, added = (planned.log.undo(HERE) for _ in range(3))
    assert removed is not None
    assert saved is not None
    assert added is not None
    assert (removed.put, removed.gone) == ((second,), frozenset())
    assert (saved.put, saved.gone) == ((first,), frozenset())
    assert added.put == ()
    assert added.gone == {first.id, second.id}
    redone = planned.log.redo(HERE)
    assert redone is not None
    assert set(redone.put) == {first, second}
