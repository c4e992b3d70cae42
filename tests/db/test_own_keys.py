from __future__ import annotations

import pytest
from msgspec.structs import replace

from db.changes import Action
from db.store import Store
from tests.db.conftest import Opener
from tests.db.keys import own_keys


def test_an_office_without_keys_has_none(store: Store) -> None:
    assert store.own_keys.all() == ()
    assert store.own_keys.newest() is None


def test_every_pair_is_kept_and_the_newest_is_used(store: Store, open_store: Opener) -> None:
    store.own_keys.add(own_keys(1))
    store.own_keys.add(own_keys(2))
    store.close()
    again = open_store()
    assert again.own_keys.all() == (own_keys(1), own_keys(2))
    assert again.own_keys.newest() == own_keys(2)


@pytest.mark.parametrize("number", [1, 3])
def test_pairs_are_numbered_one_after_the_other(store: Store, number: int) -> None:
    store.own_keys.add(own_keys(1))
    with pytest.raises(ValueError, match=str(number)):
        store.own_keys.add(own_keys(number))
    assert store.own_keys.all() == (own_keys(1),)


def test_another_passphrase_changes_only_how_the_keys_rest(store: Store) -> None:
    store.own_keys.add(own_keys(1))
    locked = replace(own_keys(1), has_passphrase=True, kept=b"locked")
    store.own_keys.keep(locked)
    assert store.own_keys.newest() == locked
    assert [entry.action for entry in store.log.entries()] == [
        Action.KEYS_KEPT,
        Action.KEYS_MADE,
    ]


def test_keys_do_not_show_themselves() -> None:
    assert repr(own_keys(3)) == "OwnKeys(number=3)"
