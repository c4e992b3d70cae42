from __future__ import annotations

import pytest

from db.store import Store
from desktop.handoff.key_jobs import make_job, recover_job, rekey_job, unlock_job
from desktop.handoff.key_ring import add_own_keys, own_card, unlock_own
from desktop.jobs import Job
from tests.builders import an_office
from tests.desktop.handoff.parties import OFFICE


def report(_done: int, _total: int) -> None:
    """Tell nobody."""


@pytest.mark.usefixtures("quick_passphrases")
def test_keys_are_made_unlocked_and_laid_out_anew(store: Store) -> None:
    store.offices.save(an_office(id=OFFICE))
    new = make_job(report, "một", 1)
    add_own_keys(store, new)
    card = own_card(store)
    assert card is not None
    assert unlock_job(report, card, store.own_keys.all(), "một").sender.keys == new.private
    (again,) = rekey_job(report, store.own_keys.all(), "một", "hai")
    store.own_keys.keep(again)
    assert unlock_own(store, "hai").sender.keys == new.private
    store.own_keys.keep(recover_job(report, again, new.recovery_key, ""))
    assert unlock_own(store).sender.keys == new.private


def test_they_come_back_whole_from_a_process_of_their_own(store: Store) -> None:
    store.offices.save(an_office(id=OFFICE))
    making = Job(make_job, "", 1)
    making.start()
    new = making.wait()
    add_own_keys(store, new)
    unlocking = Job(unlock_job, own_card(store), store.own_keys.all(), "")
    unlocking.start()
    assert unlocking.wait() == unlock_own(store)
