from __future__ import annotations

from datetime import datetime

import pytest

from db.changes import Action
from db.errors import RecordMissing
from db.handoffs import Answer, Proof, SentBundleTaken, SentState
from db.store import Store
from tests.builders import a_conference, ident
from tests.db.conftest import Opener
from tests.db.keys import DESK, down_bundle, sent_bundle

HERE = ident(10)
OTHER = ident(501)
RECEIVED = Answer(verdict="received", proof=Proof.RECEIPT, receipt=b"{}")
RETURNED = Answer(verdict="returned", proof=Proof.CODE)


def test_receivers_come_the_latest_first_and_once(planned: Store) -> None:
    for owner in (DESK, OTHER, DESK):
        planned.handoffs.add_receiver(owner)
    assert planned.handoffs.receivers() == (OTHER, DESK)


def test_what_was_sealed_is_listed_newest_first_after_a_restart(
    planned: Store, open_store: Opener
) -> None:
    planned.handoffs.add(sent_bundle(1))
    planned.handoffs.add(sent_bundle(2))
    planned.close()
    handoffs = open_store().handoffs
    assert handoffs.of(HERE) == (sent_bundle(2), sent_bundle(1))
    assert handoffs.get(sent_bundle(1).id) == sent_bundle(1)
    assert handoffs.find(sent_bundle(2).content_sha512) == (sent_bundle(2),)
    assert handoffs.of(ident(30)) == ()
    with pytest.raises(RecordMissing):
        handoffs.get(ident(9))


def test_numbers_are_counted_for_each_conference_and_receiver(planned: Store) -> None:
    planned.conferences.add(a_conference(id=ident(30)))
    planned.handoffs.add(sent_bundle(1))
    assert planned.handoffs.next_number(HERE, DESK) == 2
    assert planned.handoffs.next_number(HERE, OTHER) == 1
    assert planned.handoffs.next_number(ident(30), DESK) == 1
    with pytest.raises(SentBundleTaken):
        planned.handoffs.add(sent_bundle(1, id=ident(700)))
    assert planned.handoffs.of(HERE) == (sent_bundle(1),)


def test_a_number_stays_taken_when_its_conference_is_deleted(planned: Store) -> None:
    planned.handoffs.add(sent_bundle(1))
    planned.conferences.delete(HERE)
    assert planned.handoffs.of(HERE) == (sent_bundle(1),)
    assert planned.handoffs.next_number(HERE, DESK) == 2


def test_a_bundle_goes_from_sealed_to_copied_to_the_answer(planned: Store) -> None:
    handoffs, bundle = planned.handoffs, sent_bundle()
    handoffs.add(bundle)
    assert handoffs.get(bundle.id).state is SentState.SEALED
    for place in ("E:/a.hoinghi", "F:/a.hoinghi"):
        copied = handoffs.add_copy(bundle.id, "KINGSTON", place)
        assert copied.state is SentState.COPIED
    first, second = handoffs.get(bundle.id).copies
    assert (first.volume, first.place) == ("KINGSTON", "E:/a.hoinghi")
    assert isinstance(first.copied_at, datetime)
    assert first.copied_at < second.copied_at
    for answer, state in ((RETURNED, SentState.RETURNED), (RECEIVED, SentState.RECEIVED)):
        assert handoffs.set_answer(bundle.id, answer)
        assert not handoffs.set_answer(bundle.id, answer), "nothing new"
        answered = handoffs.get(bundle.id)
        assert (answered.state, answered.answer) == (state, answer)
        assert answered.answered_at is not None
    assert [entry.action for entry in planned.log.entries(HERE, limit=5)] == [
        *[Action.BUNDLE_ANSWERED] * 2,
        *[Action.BUNDLE_COPIED] * 2,
        Action.BUNDLE_SEALED,
    ]


def test_what_waits_for_an_answer_is_listed(planned: Store) -> None:
    for number in (1, 2):
        planned.handoffs.add(sent_bundle(number))
    planned.handoffs.set_answer(sent_bundle(1).id, RECEIVED)
    assert planned.handoffs.waiting() == (sent_bundle(2),)


def test_the_sealed_file_may_be_thrown_away(planned: Store) -> None:
    planned.handoffs.add(sent_bundle())
    assert planned.handoffs.sealed_names() == {sent_bundle().sealed_name}
    planned.handoffs.forget_sealed(sent_bundle().id)
    assert planned.handoffs.sealed_names() == frozenset()
    assert planned.handoffs.of(HERE) == (sent_bundle(sealed_name=""),)


def test_a_hand_over_is_no_step_of_undo(planned: Store) -> None:
    planned.handoffs.add(sent_bundle())
    assert planned.log.next_undo(HERE) is None


def test_the_newest_of_each_kind_and_sender_that_came_down_is_kept(
    planned: Store, open_store: Opener
) -> None:
    rules, other = down_bundle(kind="rules"), down_bundle(sender_id=OTHER)
    for bundle in (down_bundle(1), rules, other, down_bundle(4)):
        planned.handoffs.take_down(bundle)
    planned.close()
    handoffs = open_store().handoffs
    assert handoffs.down() == (down_bundle(4), rules, other)
    assert handoffs.down_of(DESK, "rules") == rules
    assert handoffs.down_of(OTHER, "rules") is None


@pytest.mark.parametrize("number", [3, 4])
def test_what_is_not_newer_never_takes_the_place(planned: Store, number: int) -> None:
    planned.handoffs.take_down(down_bundle(4))
    with pytest.raises(ValueError, match=str(number)):
        planned.handoffs.take_down(down_bundle(number, content=b"other"))
    assert planned.handoffs.down() == (down_bundle(4),)
