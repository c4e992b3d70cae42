from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import RecordMissing
from db.records import Office, Signer
from db.store import Store
from tests.builders import a_file, an_office, ident
from tests.db.any_records import any_of


def a_signer(number: int, name: str) -> Signer:
    return Signer(id=ident(number), name=name, post="PHÓ CHỦ TỊCH")


def test_a_new_store_has_no_office(store: Store) -> None:
    assert store.offices.get() is None


def test_the_first_office_saved_becomes_the_stores_own(store: Store) -> None:
    store.offices.save(an_office())
    assert store.offices.get() == an_office()
    assert store.offices.by_id(ident(1)) == an_office()


def test_a_second_office_does_not_become_the_stores_own(store: Store) -> None:
    store.offices.save(an_office())
    store.offices.save(an_office(id=ident(7), name="Tỉnh"))
    assert store.offices.get() == an_office()
    assert store.offices.by_id(ident(7)).name == "Tỉnh"


def test_an_office_that_came_with_a_file_is_not_the_stores_own(store: Store) -> None:
    store.conferences.add_file(a_file())
    assert store.offices.get() is None
    store.offices.save(an_office(name="sửa"))
    assert store.offices.get() is None
    store.offices.save(an_office(id=ident(7)))
    assert store.offices.get() == an_office(id=ident(7))


def test_an_unknown_office_is_missing(store: Store) -> None:
    assert store.offices.find(ident(5)) is None
    with pytest.raises(RecordMissing):
        store.offices.by_id(ident(5))


def test_signers_are_added_reordered_and_removed(store: Store) -> None:
    first, second, third = a_signer(2, "Ước"), a_signer(3, "Y Wang"), a_signer(4, "H'Bia")
    for signers in ((first, second), (third, first, second), (second,), ()):
        store.offices.save(an_office(signers=signers))
        assert store.offices.by_id(ident(1)).signers == signers


def test_saving_the_same_office_again_logs_nothing(store: Store) -> None:
    store.offices.save(an_office())
    store.offices.save(an_office())
    assert len(store.log.entries()) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(office=any_of(Office, logo_id=st.just("")))
def test_any_office_comes_back_as_it_was(store: Store, office: Office) -> None:
    store.offices.save(office)
    assert store.offices.by_id(office.id) == office
