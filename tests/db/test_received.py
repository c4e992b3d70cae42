"""Bundles of offices: kept whole, in any order the same, never edited."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.changes import Action
from db.errors import RecordMissing
from db.received import RETURNED, IssuedReceipt, ReceivedBundle, VerifiedBundle
from db.store import Store
from tests.builders import a_delegate, ident
from tests.db.bundles import HERE, OFFICE, OTHER, a_bundle
from tests.db.conftest import Opener


def numbers(bundles: tuple[ReceivedBundle, ...]) -> list[tuple[int, bool]]:
    return [(one.number, one.is_current) for one in bundles]


def actions(store: Store) -> list[Action]:
    return [entry.action for entry in store.log.entries()]


def test_a_bundle_is_kept_whole(store: Store, open_store: Opener) -> None:
    (held,) = store.received.take([a_bundle(content=b"PK\0\xff", people=(a_delegate(1),) * 3)])
    store.close()
    received = open_store().received
    assert received.all() == received.current() == received.of_sender(OFFICE) == (held,)
    assert received.content(held.id) == b"PK\0\xff"
    assert received.proof(held.id) == (b"{}", bytes(64))
    assert len(received.columns(held.id)) == held.people == 3
    assert (held.verdict, held.is_current, held.unit) == ("received", True, "binh-hoa")


def test_the_same_bundle_again_changes_nothing(store: Store) -> None:
    first = store.received.take([a_bundle()])
    state, log = store.received.state_hash(), actions(store)
    assert store.received.take([a_bundle(), a_bundle()]) == first * 2
    assert (store.received.state_hash(), actions(store)) == (state, log)


def test_the_newest_number_counts_and_the_older_ones_are_kept(store: Store) -> None:
    store.received.take([a_bundle(2, b"b")])
    store.received.take([a_bundle(1, b"a"), a_bundle(3, b"c"), a_bundle(3, b"c", sender_id=OTHER)])
    assert numbers(store.received.of(OFFICE, HERE)) == [(3, True), (2, False), (1, False)]
    assert [one.sender_id for one in store.received.current()] == [OFFICE, OTHER]
    newest, second, first = store.received.of(OFFICE, HERE)
    assert store.received.previous(newest) == second
    assert store.received.previous(second) == first
    assert store.received.previous(first) is None


def test_bundles_are_taken_all_or_none(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.received.take([a_bundle(1), a_bundle(2, signature=b"short")])
    assert store.received.all() == ()


def test_a_fork_counts_by_the_lesser_hash_until_people_choose(store: Store) -> None:
    one, two = store.received.take([a_bundle(2, b"b"), a_bundle(2, b"a")])
    assert not one.is_current
    assert two.is_current
    (fork,) = store.received.forks()
    assert (fork.number, [side.id for side in fork.sides], fork.chosen) == (2, [two.id, one.id], "")
    store.received.settle(one.id)
    assert store.received.current() == (store.received.get(one.id),)
    assert store.received.forks(OFFICE)[0].chosen == one.content_sha512
    store.received.settle(two.id)
    assert store.received.current() == (store.received.get(two.id),)
    assert store.received.forks(OTHER) == ()


def test_what_counted_before_is_the_chosen_side(store: Store) -> None:
    one, _, three = store.received.take([a_bundle(1, b"b"), a_bundle(1, b"a"), a_bundle(2, b"c")])
    store.received.settle(one.id)
    assert store.received.previous(three) == store.received.get(one.id)
    assert store.received.current() == (three,)


def test_a_verdict_is_given_and_taken_back(store: Store) -> None:
    (held,) = store.received.take([a_bundle()])
    before = store.received.content(held.id)
    assert store.received.set_verdict(held.id, RETURNED)
    assert not store.received.set_verdict(held.id, RETURNED)
    assert store.received.get(held.id).verdict == RETURNED
    assert store.received.take([a_bundle()])[0].verdict == RETURNED
    assert store.received.content(held.id) == before
    with pytest.raises(sqlite3.IntegrityError):
        store.received.set_verdict(held.id, "lost")


def test_receipts_are_kept_once(store: Store) -> None:
    (held,) = store.received.take([a_bundle()])
    receipt = IssuedReceipt(
        bundle_id=held.id, verdict="received", key_number=1, signature=bytes(64)
    )
    store.received.keep_receipts([receipt])
    store.received.keep_receipts([receipt])
    assert store.received.receipts(held.id) == (receipt,)


def test_the_people_of_what_counts_are_gone_through_bundle_by_bundle(store: Store) -> None:
    older, newer = (a_delegate(1), a_delegate(2)), (a_delegate(1),)
    store.received.take([a_bundle(2, b"b", people=newer), a_bundle(1, b"a", people=older)])
    ((bundle, columns),) = store.received.current_columns()
    assert (bundle.number, len(columns)) == (2, 1)


def test_bundles_are_counted_and_the_plans_of_those_that_count(store: Store) -> None:
    assert store.received.count() == 0
    assert store.received.followed_plans() == {}
    first, second = a_bundle(1, b"a", pack_id="ea-na"), a_bundle(2, b"b")
    store.received.take((first, second, a_bundle(1, b"c", sender_id=OTHER)))
    assert store.received.count() == 3
    assert store.received.followed_plans() == {"binh-hoa-2024": 2}


def test_what_is_not_there_is_missed(store: Store) -> None:
    received = store.received
    for ask in (
        *(received.get, received.content, received.proof, received.columns, received.settle),
        lambda bundle_id: received.set_verdict(bundle_id, RETURNED),
    ):
        with pytest.raises(RecordMissing):
            ask(1)


def some_bundle(sender: int, number: int, content: int) -> VerifiedBundle:
    return a_bundle(number, b"PK%d" % content, sender_id=ident(sender))


bundles = st.lists(
    st.builds(some_bundle, st.integers(1, 5), st.integers(1, 3), st.integers(1, 2)),
    min_size=1,
    max_size=12,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=25,
)
@given(bundles, st.data())
def test_any_order_and_repetition_end_in_the_same_state(
    store: Store, some: list[VerifiedBundle], data: st.DataObject
) -> None:
    def after(order: list[VerifiedBundle]) -> tuple[str, list[str]]:
        store._connection.execute("DELETE FROM received_bundle")
        for one in order:
            store.received.take([one])
        current = [one.content_sha512 for one in store.received.current()]
        return store.received.state_hash(), current

    again = data.draw(st.permutations([*some, *some[: len(some) // 2]]))
    assert after(some) == after(again)
