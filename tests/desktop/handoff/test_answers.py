from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from db.handoffs import Proof, SentState
from db.known_keys import KeyOrigin
from db.rule_packs import StoredPack
from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff.answers import AnswerRefusal, Taken, reply_of, take_code, take_down
from desktop.handoff.bundle import OpenedBundle, open_bundle
from desktop.handoff.down_content import DownRefusal, PlacesOfUnit, Remark
from desktop.handoff.key_ring import trust_of
from desktop.handoff.receipts import ReceiptRefusal, Verdict, check_code, receipt_for
from desktop.handoff.standing import Standing
from desktop.paths import resource
from desktop.rules.load import shipped_packs
from tests.builders import a_delegate
from tests.desktop.handoff.offices import (
    a_reply,
    desk_opens,
    handed_over,
    reply_bundle,
    rules_bundle,
    settled,
)
from tests.desktop.handoff.parties import DESK, HERE, OFFICE, TODAY, party
from tests.desktop.handoff.updating import an_update, signed

PACK = resource("rulepacks", "binh-hoa-2024.toml").read_bytes()
NAME = "binh-hoa-2024-1"
REMARK = Remark(office=OFFICE, subject=HERE, number=1, text="Thiếu năm sinh")
PLACES = PlacesOfUnit(office=OFFICE, pack_id="soc-trang", unit="x", places=5)


@pytest.fixture
def office(store: Store) -> Store:
    settled(store)
    return store


def taken(store: Store, opened: OpenedBundle, today: date = TODAY, packs: Any = ()) -> Taken:
    return take_down(store, opened, packs, today)


def refusal_of(store: Store, opened: OpenedBundle, packs: Any = ()) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        take_down(store, opened, packs, TODAY)
    return refused.value


@pytest.mark.parametrize(
    ("verdict", "state"),
    [(Verdict.RECEIVED, SentState.RECEIVED), (Verdict.RETURNED, SentState.RETURNED)],
)
def test_a_receipt_tells_what_became_of_the_bundle(
    office: Store, verdict: Verdict, state: SentState
) -> None:
    bundle = handed_over(office)
    reply = a_reply(office, bundle, verdict, remarks=(REMARK,), quotas=(PLACES,))
    told = taken(office, reply_bundle(office, reply))
    (answered,) = told.answered
    assert answered.state is state
    assert answered == office.handoffs.get(bundle.id)
    assert answered.answer is not None
    assert answered.answer.proof is Proof.RECEIPT
    assert (told.remarks, told.quotas, told.standing) == ((REMARK,), (PLACES,), Standing.NEW)
    (down,) = office.handoffs.down()
    assert reply_of(down) == reply


def test_the_sealed_file_is_kept_until_the_desk_has_received_it(office: Store) -> None:
    bundle = handed_over(office)
    path = office.handoffs.folder / bundle.sealed_name
    received = a_reply(office, bundle, Verdict.RECEIVED)
    returned = a_reply(office, bundle, Verdict.RETURNED)
    taken(office, reply_bundle(office, returned, 1))
    assert path.exists(), "it may have to be looked at again"
    taken(office, reply_bundle(office, received, 2))
    assert not path.exists()
    assert office.handoffs.get(bundle.id).sealed_name == ""


def test_the_same_reply_again_changes_nothing(office: Store) -> None:
    reply = reply_bundle(office, a_reply(office, handed_over(office), Verdict.RETURNED))
    taken(office, reply)
    before = len(office.log.entries())
    again = taken(office, reply)
    assert (again.standing, again.answered) == (Standing.SAME, ())
    assert len(office.log.entries()) == before


def test_an_older_reply_is_refused_and_what_is_in_force_stays(office: Store) -> None:
    bundle = handed_over(office)
    older = reply_bundle(office, a_reply(office, bundle, Verdict.RECEIVED), 1)
    newer = reply_bundle(office, a_reply(office, bundle, Verdict.RETURNED), 2)
    taken(office, newer)
    assert refusal_of(office, older).reason == DownRefusal.OLDER
    assert office.handoffs.get(bundle.id).state is SentState.RETURNED


def test_a_receipt_of_what_was_never_handed_over_changes_nothing(office: Store) -> None:
    bundle = handed_over(office)
    reply = a_reply(office, bundle, Verdict.RECEIVED)
    signed = reply.receipts[0]
    receipt = msgspec.structs.replace(signed.receipt, number=7)
    signature = party(DESK).keys.sign(receipt.text()).hex()
    other = msgspec.structs.replace(signed, receipt=receipt, signature=signature)
    told = taken(office, reply_bundle(office, msgspec.structs.replace(reply, receipts=(other,))))
    assert told.answered == ()
    assert office.handoffs.get(bundle.id).state is SentState.SEALED


def test_an_unknown_desk_is_named_with_its_fingerprint(store: Store) -> None:
    refusal = refusal_of(store, rules_bundle(store))
    assert refusal.reason == AnswerRefusal.UNKNOWN_SENDER
    assert refusal.facts["fingerprint"] == party(DESK).card().fingerprint()
    assert store.handoffs.down() == ()
    assert store.known_keys.all() == ()


def test_rules_bring_plans_and_the_new_keys_of_the_desk(office: Store) -> None:
    keys = (party(DESK).keys.public(), party(DESK, 2).keys.public())
    rules = rules_bundle(
        office, packs={NAME: PACK}, keys=keys, revoked=(1,), valid_until=date(2025, 12, 31)
    )
    told = taken(office, rules, date(2026, 1, 1))
    assert len(told.packs) == 1
    assert (told.keys, told.is_expired) == (2, True)
    (stored,) = office.rule_packs.all()
    assert (stored.id, stored.version) == ("binh-hoa-2024", 1)
    newest = office.known_keys.newest_of(DESK)
    assert newest is not None
    assert (newest.number, newest.origin) == (2, KeyOrigin.PACK)
    again = taken(office, rules)
    assert (again.packs, again.keys, again.is_expired) == ((stored.name,), 0, False)


def test_a_plan_that_is_here_already_is_not_installed_again(office: Store) -> None:
    rules = rules_bundle(office, packs={NAME: PACK})
    assert taken(office, rules, packs=shipped_packs()).packs == ()
    assert office.rule_packs.all() == ()


@pytest.mark.parametrize("is_stored", [True, False])
def test_a_plan_of_a_known_version_with_other_rules_is_refused_whole(
    office: Store, is_stored: bool
) -> None:
    other = next(one for one in shipped_packs() if one.id == "binh-hoa-2024")
    packs = [msgspec.structs.replace(other, name="khác")]
    if is_stored:
        packs = []
        office.rule_packs.install(
            StoredPack(id="binh-hoa-2024", version=1, name="khác", content=b"other")
        )
    keys = (party(DESK).keys.public(), party(DESK, 2).keys.public())
    rules = rules_bundle(office, packs={NAME: PACK}, keys=keys)
    assert refusal_of(office, rules, packs).reason == "pack-version-taken"
    assert office.handoffs.down() == ()
    assert len(office.known_keys.of(DESK)) == 1


@pytest.mark.parametrize("verdict", Verdict)
def test_a_check_code_read_out_tells_the_verdict(office: Store, verdict: Verdict) -> None:
    one, two = handed_over(office, 1), handed_over(office, 2)
    # what changed in between is another content
    office.delegates.add((a_delegate(3),))
    three = handed_over(office, 3)
    code = check_code(receipt_for(desk_opens(office, three).header, verdict))
    answered = take_code(office, office.handoffs.waiting(), code)
    assert (answered.id, answered.state) == (three.id, SentState(verdict))
    assert answered.answer is not None
    assert answered.answer.proof is Proof.CODE
    assert set(office.handoffs.waiting()) == {one, two}


def test_a_code_never_takes_the_place_of_a_receipt_of_the_same(office: Store) -> None:
    bundle = handed_over(office)
    code = check_code(receipt_for(desk_opens(office, bundle).header, Verdict.RECEIVED))
    taken(office, reply_bundle(office, a_reply(office, bundle, Verdict.RECEIVED)))
    answered = take_code(office, (bundle,), code)
    assert answered.answer is not None
    assert answered.answer.proof is Proof.RECEIPT


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("12", ReceiptRefusal.CODE_LENGTH), ("0000 0000 0000 0000", ReceiptRefusal.CODE_OTHER)],
)
def test_a_code_of_nothing_here_is_refused(office: Store, typed: str, reason: str) -> None:
    bundle = handed_over(office)
    with pytest.raises(InputRefused) as refused:
        take_code(office, office.handoffs.of(HERE), typed)
    assert refused.value.reason == reason
    assert office.handoffs.get(bundle.id).state is SentState.SEALED


def test_a_code_without_anything_handed_over_is_of_another(office: Store) -> None:
    with pytest.raises(InputRefused) as refused:
        take_code(office, (), "0000 0000 0000 0000")
    assert refused.value.reason == ReceiptRefusal.CODE_OTHER


def test_a_newer_version_of_the_program_is_never_just_taken_over(store: Store) -> None:
    settled(store)
    opened = open_bundle(signed(an_update()), [], trust_of(store))
    with pytest.raises(InputRefused) as caught:
        take_down(store, opened, (), TODAY)
    assert caught.value.reason == DownRefusal.UPDATE
