"""What a desk answers, and that each office alone can read its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from db.handoffs import SentBundle, SentState
from db.known_keys import KeyOrigin
from db.received import RECEIVED, RETURNED
from db.replies import OfficePlaces, OfficeRemark
from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff import answering, stick_reader
from desktop.handoff.answering import (
    ReplyState,
    WrittenReply,
    code_of,
    give_back,
    offices_to_answer,
    reply_to,
    signed_receipts,
    write_replies,
    write_rules_for_all,
)
from desktop.handoff.answers import take_down
from desktop.handoff.bundle import OpenedBundle, open_bundle, seal
from desktop.handoff.down_content import read_reply, read_rules
from desktop.handoff.key_ring import (
    UnlockedKeys,
    believe,
    make_own_keys,
    own_card,
    unlock_own,
)
from desktop.handoff.key_ring import trust_of as key_ring_trust
from desktop.handoff.receipts import Verdict, check_receipt, verdict_of_code
from desktop.handoff.refusals import BundleRefusal
from desktop.rules.load import shipped_packs
from tests.builders import KEYS, NOON, a_conference, a_delegate, an_office, ident
from tests.desktop.handoff.desks import (
    OFFICES,
    InlineJob,
    a_desk,
    a_sealed,
    a_stick,
    desk_keys,
    looked_at,
    subject_of,
)
from tests.desktop.handoff.parties import (
    DESK,
    STRANGER,
    TODAY,
    address,
    content_of,
    party,
    trust_of,
)

HERE, OTHER, AWAY = OFFICES[0], OFFICES[1], ident(77)
CONFERENCE = a_conference().id


@pytest.fixture
def desk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UnlockedKeys:
    """A desk that received a bundle of each of five offices."""
    monkeypatch.setattr(stick_reader, "StandingJob", InlineJob)
    unlocked = a_desk(store, *OFFICES)
    keys = desk_keys(store)
    looked_at(store, a_stick(tmp_path / "E", [a_sealed(keys, one) for one in OFFICES]), takes=True)
    return unlocked


def a_remark(number: int = 1, text: str = "Thiếu ngày sinh") -> OfficeRemark:
    return OfficeRemark(
        id=ident(400 + number),
        office_id=HERE,
        subject_id=subject_of(HERE),
        number=number,
        text=text,
        delegate_id=a_delegate(1).id,
    )


def sent(sealed: bytes, content: bytes) -> SentBundle:
    return SentBundle(
        id=ident(7),
        conference_id=CONFERENCE,
        receiver_id=DESK,
        number=1,
        content_sha512=hashlib.sha512(content).hexdigest(),
        sealed_on=TODAY,
        sealed_name="a.hoinghi",
        sealed_sha256=hashlib.sha256(sealed).hexdigest(),
        size_bytes=len(sealed),
        people=0,
        pictures=0,
    )


def replies(
    store: Store, desk: UnlockedKeys, folder: Path, *offices: str
) -> dict[str, WrittenReply]:
    folder.mkdir(exist_ok=True)
    written = write_replies(store, desk, folder, offices or OFFICES, TODAY)
    return {one.office_id: one for one in written}


def opened_by(office: str, path: str, store: Store) -> OpenedBundle:
    card = own_card(store)
    assert card is not None
    trust = trust_of(office)
    known = {**trust.known, DESK: {card.keys.signing: card.keys.number}}
    trust = type(trust)(me=office, known=known)
    return open_bundle(Path(path).read_bytes(), [party(office).keys.identity()], trust)


def test_a_receipt_is_the_same_however_often_it_is_signed(store: Store, desk: UnlockedKeys) -> None:
    (receipt,) = signed_receipts(store, desk, HERE)
    assert signed_receipts(store, desk, HERE) == (receipt,)
    check_receipt(receipt, desk_keys(store).signing)
    (held,) = store.received.of_sender(HERE)
    (kept,) = store.received.receipts(held.id)
    assert (kept.verdict, kept.signature.hex()) == (RECEIVED, receipt.signature)
    assert verdict_of_code(code_of(held, DESK), receipt.receipt) is Verdict.RECEIVED


def test_a_bundle_is_returned_with_remarks_and_stays_as_it_is(
    store: Store, desk: UnlockedKeys
) -> None:
    (held,) = store.received.of_sender(HERE)
    content = store.received.content(held.id)
    give_back(store, held.id, [a_remark()])
    assert store.received.get(held.id).verdict == RETURNED
    assert store.received.content(held.id) == content
    reply = reply_to(store, desk, HERE)
    assert [one.text for one in reply.remarks] == ["Thiếu ngày sinh"]
    assert [one.receipt.verdict for one in reply.receipts] == [Verdict.RETURNED]
    assert len(store.received.receipts(held.id)) == 1


def test_each_office_reads_its_own_reply_alone(
    store: Store, desk: UnlockedKeys, tmp_path: Path
) -> None:
    store.replies.save_places(
        [OfficePlaces(office_id=HERE, pack_id="p", unit="a", places=3, alternates=1)]
    )
    written = replies(store, desk, tmp_path / "F")
    assert {one.state for one in written.values()} == {ReplyState.WRITTEN}
    assert len({one.path for one in written.values()}) == 5
    assert all(Path(one.path).name.isascii() for one in written.values())
    opened = opened_by(HERE, written[HERE].path, store)
    reply = read_reply(opened.content, opened.header)
    assert [(one.places, one.alternates) for one in reply.quotas] == [(3, 1)]
    with pytest.raises(InputRefused) as refused:
        opened_by(OTHER, written[HERE].path, store)
    assert refused.value.reason == BundleRefusal.NOT_FOR_US
    other = opened_by(OTHER, written[OTHER].path, store)
    assert read_reply(other.content, other.header).quotas == ()


def test_a_reply_that_says_the_same_keeps_its_number(
    store: Store, desk: UnlockedKeys, tmp_path: Path
) -> None:
    first = replies(store, desk, tmp_path / "F", HERE)[HERE]
    again = replies(store, desk, tmp_path / "F", HERE)[HERE]
    assert (first.number, first.is_new, again.number, again.is_new) == (1, True, 1, False)
    store.replies.save_remarks([a_remark()])
    third = replies(store, desk, tmp_path / "F", HERE)[HERE]
    assert (third.number, third.is_new) == (2, True)
    assert opened_by(HERE, third.path, store).header.number == 2
    assert list((tmp_path / "F").iterdir()) == [Path(third.path)]


def test_a_remark_is_answered_by_the_next_number(
    store: Store, desk: UnlockedKeys, tmp_path: Path
) -> None:
    store.replies.save_remarks([a_remark()])
    assert len(reply_to(store, desk, HERE).remarks) == 1
    newer = a_sealed(desk_keys(store), number=2)
    looked_at(store, a_stick(tmp_path / "G", [newer]), takes=True)
    reply = reply_to(store, desk, HERE)
    assert reply.remarks == ()
    assert [one.receipt.number for one in reply.receipts] == [2, 1]


def test_an_office_without_known_keys_is_named(
    store: Store, desk: UnlockedKeys, tmp_path: Path
) -> None:
    store.replies.save_places([OfficePlaces(office_id=STRANGER, pack_id="p", unit="a", places=3)])
    assert offices_to_answer(store) == (*OFFICES, STRANGER)
    written = replies(store, desk, tmp_path / "F", STRANGER)[STRANGER]
    assert (written.state, written.path, written.number) == (ReplyState.NO_KEYS, "", 0)


def test_a_stick_that_takes_nothing_is_told_and_the_number_is_kept(
    store: Store, desk: UnlockedKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(answering, "copy_to_stick", fail)
        written = replies(store, desk, tmp_path / "F", HERE)[HERE]
    assert (written.state, written.detail) == (ReplyState.NOT_WRITTEN, "Permission denied")
    assert replies(store, desk, tmp_path / "F", HERE)[HERE].number == written.number == 1


def test_plans_and_keys_go_to_all(store: Store, desk: UnlockedKeys, tmp_path: Path) -> None:
    make_own_keys(store)
    store.known_keys.revoke(DESK, (1,))
    unlocked = unlock_own(store)
    packs = shipped_packs()
    written = write_rules_for_all(store, unlocked, tmp_path, packs, TODAY)
    assert (written.state, written.number) == (ReplyState.WRITTEN, 1)
    trust = trust_of(HERE)
    signing = desk_keys(store).signing
    trust = type(trust)(me=HERE, known={**trust.known, DESK: {signing: 2}})
    opened = open_bundle(Path(written.path).read_bytes(), [], trust)
    rules = read_rules(opened.content)
    assert [one.number for one in rules.rules.keys] == [2]
    assert rules.rules.revoked == (1,)
    assert set(rules.packs) == {f"{one.id}-{one.version}" for one in packs}
    again = write_rules_for_all(store, unlocked, tmp_path, packs, TODAY)
    assert (again.number, again.is_new) == (1, False)


def test_an_office_takes_over_what_its_desk_answers(
    store: Store, desk: UnlockedKeys, tmp_path: Path
) -> None:
    """Both sides with stores of their own: handed over, returned, read by the office."""
    with Store.open(
        tmp_path / "office" / "hoinghi.db", clock=lambda: NOON, new_id=lambda: ident(9), keys=KEYS
    ) as office:
        office.offices.save(an_office(id=AWAY))
        make_own_keys(office)
        office.conferences.add(a_conference(office_id=AWAY))
        desk_card, card = own_card(store), own_card(office)
        assert desk_card is not None
        assert card is not None
        believe(office, desk_card, KeyOrigin.COMPARED)
        believe(store, card, KeyOrigin.COMPARED)
        content = content_of(office.conferences.file(CONFERENCE))
        sealed = seal(address(), content, unlock_own(office).sender, desk_card.keys)
        office.handoffs.add(sent(sealed, content))

        (row,) = looked_at(store, a_stick(tmp_path / "G", [sealed]), takes=True)
        assert row.bundle_id is not None
        remark = OfficeRemark(
            id=ident(8), office_id=AWAY, subject_id=CONFERENCE, number=1, text="Thiếu ảnh"
        )
        give_back(store, row.bundle_id, [remark])
        written = replies(store, desk, tmp_path / "F", AWAY)[AWAY]

        data = Path(written.path).read_bytes()
        opened = open_bundle(data, unlock_own(office).openers(), key_ring_trust(office))
        taken = take_down(office, opened, (), TODAY)
        assert [one.text for one in taken.remarks] == ["Thiếu ảnh"]
        assert [one.state for one in taken.answered] == [SentState.RETURNED]
        assert take_down(office, opened, (), TODAY).answered == ()
