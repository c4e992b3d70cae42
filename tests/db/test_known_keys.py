from __future__ import annotations

import pytest

from db.known_keys import KeyNumberTaken, KeyOrigin, KnownKeys
from db.store import Store
from tests.builders import ident
from tests.db.conftest import Opener
from tests.db.keys import DESK, known_keys, recipient

OTHER = ident(501)


def test_keys_of_everybody_come_back_by_owner_and_number(store: Store, open_store: Opener) -> None:
    of_other = known_keys(1, owner_id=OTHER)
    for keys in (known_keys(2), of_other, known_keys(1)):
        assert store.known_keys.add(keys)
    store.close()
    known = open_store().known_keys
    assert known.all() == (known_keys(1), known_keys(2), of_other)
    assert known.of(DESK) == (known_keys(1), known_keys(2))
    assert known.of(ident(9)) == ()


def test_the_same_key_again_is_nothing_new(store: Store) -> None:
    assert store.known_keys.add(known_keys())
    assert not store.known_keys.add(known_keys())
    assert not store.known_keys.add(known_keys(origin=KeyOrigin.SEEN)), "a weaker reason"
    assert store.known_keys.of(DESK) == (known_keys(),)


def test_a_better_reason_to_believe_a_key_is_kept(store: Store) -> None:
    for origin in KeyOrigin:
        assert store.known_keys.add(known_keys(origin=origin))
    (keys,) = store.known_keys.of(DESK)
    assert keys.origin is KeyOrigin.COMPARED


@pytest.mark.parametrize(
    "other",
    [
        known_keys(signing="f" * 64),
        known_keys(sealing=recipient("s")),
        known_keys(recovery=recipient("s")),
    ],
)
def test_a_number_never_comes_to_mean_another_key(store: Store, other: KnownKeys) -> None:
    store.known_keys.add(known_keys())
    with pytest.raises(KeyNumberTaken):
        store.known_keys.add(other)
    assert store.known_keys.of(DESK) == (known_keys(),)


def test_a_key_never_comes_to_have_another_number(store: Store) -> None:
    store.known_keys.add(known_keys(1))
    with pytest.raises(KeyNumberTaken):
        store.known_keys.add(known_keys(2, signing=known_keys(1).signing))


def test_what_was_revoked_is_known_and_never_sealed_for(store: Store) -> None:
    for number in (1, 2):
        store.known_keys.add(known_keys(number))
    assert store.known_keys.newest_of(DESK) == known_keys(2)
    assert store.known_keys.revoke(DESK, (2, 7)) == 2
    assert store.known_keys.newest_of(DESK) == known_keys(1)
    assert store.known_keys.of(DESK) == (known_keys(1), known_keys(2))
    assert store.known_keys.newest_of(OTHER) is None


def test_keys_are_revoked_once_and_before_they_are_met(store: Store, open_store: Opener) -> None:
    assert store.known_keys.revoke(DESK, (3,)) == 1
    assert store.known_keys.revoke(DESK, (3,)) == 0
    assert store.known_keys.revoke(OTHER, (1, 2)) == 2
    store.close()
    known = open_store().known_keys
    assert known.revoked() == {DESK: frozenset({3}), OTHER: frozenset({1, 2})}
    known.add(known_keys(3))
    assert known.newest_of(DESK) is None
