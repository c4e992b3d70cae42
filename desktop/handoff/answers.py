"""What comes back to an office: rules, and replies with receipts, remarks and places."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from db.handoffs import Answer, DownBundle, Proof, SentBundle, SentState
from db.known_keys import KeyOrigin
from db.rule_packs import PackVersionTaken
from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff.bundle import OpenedBundle
from desktop.handoff.down_content import (
    PlacesOfUnit,
    Remark,
    Reply,
    Rules,
    RulesContent,
    check_standing,
    is_expired,
    read_reply,
    read_rules,
)
from desktop.handoff.frame import BundleKind, Header
from desktop.handoff.key_ring import believe
from desktop.handoff.keys import Card
from desktop.handoff.receipts import (
    Receipt,
    ReceiptRefusal,
    SignedReceipt,
    Verdict,
    verdict_of_code,
)
from desktop.handoff.standing import Held, Standing
from desktop.rules.installed import to_store
from desktop.rules.load import decode_pack
from desktop.rules.pack import RulePack


class AnswerRefusal(StrEnum):
    """Reasons of InputRefused for what comes back."""

    UNKNOWN_SENDER = "answer-unknown-sender"  # facts: name, fingerprint


class Taken(Struct, frozen=True, kw_only=True):
    """What a bundle from a desk brought.

    Attributes:
        standing: the same again changes nothing.
        packs: plans that are new here.
        keys: how many keys of the desk are new here, or no longer count.
        answered: bundles of ours whose state is another now.
        is_expired: newer ones may be out.
    """

    kind: BundleKind
    sender: Card
    number: int
    standing: Standing
    packs: tuple[str, ...] = ()
    keys: int = 0
    answered: tuple[SentBundle, ...] = ()
    remarks: tuple[Remark, ...] = ()
    quotas: tuple[PlacesOfUnit, ...] = ()
    is_expired: bool = False


def take_down(store: Store, opened: OpenedBundle, packs: Iterable[RulePack], today: date) -> Taken:
    """Take over what a desk sent down, whole or not at all.

    Args:
        store: of the office.
        opened: whose seal, signature and address hold.
        packs: every version at hand.
        today: only warns.

    Raises:
        InputRefused: of `down_content`, UNKNOWN_SENDER, or of a pack or key in it.
    """
    header = opened.header
    if not opened.is_known:
        card = header.sender
        raise InputRefused(
            AnswerRefusal.UNKNOWN_SENDER, name=card.name, fingerprint=card.fingerprint()
        )
    before = store.handoffs.down_of(header.sender.id, header.kind)
    held = Held(before.number, before.content_sha512) if before is not None else None
    standing = check_standing(header, held)
    taken = Taken(kind=header.kind, sender=header.sender, number=header.number, standing=standing)
    with store.atomic():
        if standing is not Standing.SAME:
            store.handoffs.take_down(_stored(opened))
        store.handoffs.add_receiver(header.sender.id)
        if header.kind is BundleKind.RULES:
            taken = _take_rules(store, taken, read_rules(opened.content), packs, today)
        else:
            taken = _take_reply(store, taken, read_reply(opened.content, header), today)
    _clear_received(store, taken.answered)
    answered = tuple(store.handoffs.get(one.id) for one in taken.answered)
    return msgspec.structs.replace(taken, answered=answered)


def reply_of(down: DownBundle) -> Reply:
    """Read again what a reply that was taken says.

    Raises:
        ValueError: it is no reply.
    """
    if down.kind != BundleKind.REPLY:
        raise ValueError(down.kind)
    return read_reply(down.content, msgspec.json.decode(down.header, type=Header))


def all_places(store: Store) -> tuple[PlacesOfUnit, ...]:
    """List the places in upper conferences that desks gave this office."""
    replies = (one for one in store.handoffs.down() if one.kind == BundleKind.REPLY)
    return tuple(places for one in replies for places in reply_of(one).quotas)


def places_given(store: Store, pack_id: str) -> tuple[int, int] | None:
    """Give the places and alternates that a desk gave under a plan, or under none it named."""
    of_plan = [one for one in all_places(store) if one.pack_id in ("", pack_id)]
    found = max(of_plan, key=lambda one: one.pack_id == pack_id, default=None)
    return (found.places, found.alternates) if found is not None else None


def receipt_of(bundle: SentBundle, sender_id: str, verdict: Verdict = Verdict.RECEIVED) -> Receipt:
    """Make the receipt that the receiver would give."""
    return Receipt(
        receiver=bundle.receiver_id,
        sender=sender_id,
        subject=bundle.conference_id,
        number=bundle.number,
        content_sha512=bundle.content_sha512,
        verdict=verdict,
    )


def take_code(store: Store, bundles: Iterable[SentBundle], typed: str) -> SentBundle:
    """Note what a check code says; the code itself tells of which of these bundles.

    Raises:
        InputRefused: of the code.
    """
    office = store.offices.get()
    sender_id = office.id if office is not None else ""
    for bundle in bundles:
        try:
            verdict = verdict_of_code(typed, receipt_of(bundle, sender_id))
        except InputRefused as refusal:
            if refusal.reason != ReceiptRefusal.CODE_OTHER:
                raise
            continue
        # what the desk signed is the better proof of the same
        known = store.handoffs.get(bundle.id).answer
        if known is None or known.verdict != verdict:
            store.handoffs.set_answer(bundle.id, Answer(verdict=verdict, proof=Proof.CODE))
        _clear_received(store, (bundle,))
        return store.handoffs.get(bundle.id)
    raise InputRefused(ReceiptRefusal.CODE_OTHER)


def _take_rules(
    store: Store, taken: Taken, content: RulesContent, packs: Iterable[RulePack], today: date
) -> Taken:
    known = {(one.id, one.version): one for one in packs}
    new = []
    for data in content.packs.values():
        pack = decode_pack(data)
        other = known.get((pack.id, pack.version))
        if other is None:
            _install(store, pack)
            new.append(pack.name)
        elif other != pack:
            raise _version_taken(pack)
    return msgspec.structs.replace(
        taken,
        packs=tuple(new),
        keys=_take_keys(store, taken.sender, content.rules),
        is_expired=is_expired(content.rules, today),
    )


def _take_keys(store: Store, sender: Card, rules: Rules) -> int:
    new = 0
    for keys in rules.keys:
        card = msgspec.structs.replace(sender, keys=keys)
        new += believe(store, card, KeyOrigin.PACK)
    return new + store.known_keys.revoke(sender.id, rules.revoked)


def _install(store: Store, pack: RulePack) -> None:
    try:
        store.rule_packs.install(to_store(pack))
    except PackVersionTaken as error:
        raise _version_taken(pack) from error


def _version_taken(pack: RulePack) -> InputRefused:
    return InputRefused("pack-version-taken", value=pack.id, version=pack.version)


def _take_reply(store: Store, taken: Taken, reply: Reply, today: date) -> Taken:
    changed = [one for signed in reply.receipts for one in _answered(store, signed)]
    return msgspec.structs.replace(
        taken,
        answered=tuple(changed),
        remarks=reply.remarks,
        quotas=reply.quotas,
        is_expired=is_expired(reply, today),
    )


def _answered(store: Store, signed: SignedReceipt) -> list[SentBundle]:
    receipt = signed.receipt
    answer = Answer(
        verdict=receipt.verdict, proof=Proof.RECEIPT, receipt=msgspec.json.encode(signed)
    )
    return [
        bundle
        for bundle in store.handoffs.find(receipt.content_sha512)
        if receipt_of(bundle, receipt.sender, receipt.verdict) == receipt
        and store.handoffs.set_answer(bundle.id, answer)
    ]


def _clear_received(store: Store, bundles: Iterable[SentBundle]) -> None:
    """Throw away the sealed files of what has arrived: they need not be kept any longer."""
    for bundle in (store.handoffs.get(one.id) for one in bundles):
        if bundle.state is SentState.RECEIVED and bundle.sealed_name:
            with suppress(OSError):  # it only takes room
                Path(store.handoffs.folder, bundle.sealed_name).unlink(missing_ok=True)
                store.handoffs.forget_sealed(bundle.id)


def _stored(opened: OpenedBundle) -> DownBundle:
    header = opened.header
    return DownBundle(
        sender_id=header.sender.id,
        kind=header.kind,
        number=header.number,
        content_sha512=header.content_sha512,
        header=opened.signed.text,
        signature=opened.signed.signature,
        content=opened.content,
    )
