"""What a desk answers: verdicts, receipts, and the bundles that go down to the offices."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from db.known_keys import KnownKeys
from db.person_keys import folded
from db.received import RETURNED, IssuedReceipt, ReceivedBundle
from db.replies import OfficeRemark, SentDown
from db.store import Store
from desktop.handoff.bundle import FILE_ENDING, seal, sign_openly
from desktop.handoff.down_content import (
    PlacesOfUnit,
    Remark,
    Reply,
    Rules,
    RulesContent,
    write_reply,
    write_rules,
)
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.key_ring import UnlockedKeys, card_of
from desktop.handoff.keys import PublicKeys
from desktop.handoff.receipts import (
    Receipt,
    SignedReceipt,
    Verdict,
    check_code,
    sign_receipt,
)
from desktop.handoff.stick import copy_to_stick
from desktop.rules.pack import RulePack
from desktop.rules.write import encode_pack

_FIELDS = "desk-asked-fields"
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_LONGEST_STEM = 40


class ReplyState(StrEnum):
    """What became of the reply to one office."""

    WRITTEN = "written"  # to the stick, and read back from it
    NO_KEYS = "no-keys"  # nobody here knows a key to seal it for
    NOT_WRITTEN = "not-written"


class WrittenReply(Struct, frozen=True, kw_only=True):
    """One bundle that went down, or did not.

    Attributes:
        office_id: empty for what is for all.
        number: 0 where nothing was sealed.
        is_new: whether it says anything else than the one before.
        detail: the system's word for why it was not written.
    """

    office_id: str
    state: ReplyState
    path: str = ""
    number: int = 0
    is_new: bool = False
    detail: str = ""


def receipt_of(bundle: ReceivedBundle, receiver_id: str) -> Receipt:
    """Make the receipt of a bundle, by the verdict that it has now."""
    return Receipt(
        receiver=receiver_id,
        sender=bundle.sender_id,
        subject=bundle.subject_id,
        number=bundle.number,
        content_sha512=bundle.content_sha512,
        verdict=Verdict(bundle.verdict),
    )


def code_of(bundle: ReceivedBundle, receiver_id: str) -> str:
    """Give the check code to read out for a bundle, by the verdict that it has now."""
    return check_code(receipt_of(bundle, receiver_id))


def give_back(store: Store, bundle_id: int, remarks: Iterable[OfficeRemark]) -> None:
    """Return a bundle to its office with what is to be mended; the bundle stays as it is."""
    with store.atomic():
        store.replies.save_remarks(remarks)
        store.received.set_verdict(bundle_id, RETURNED)


def signed_receipts(store: Store, keys: UnlockedKeys, office_id: str) -> tuple[SignedReceipt, ...]:
    """Sign the receipt of every bundle of an office; signing again gives the same."""
    private, me = keys.sender.keys, keys.sender.id
    signed = [
        (one.id, sign_receipt(receipt_of(one, me), private))
        for one in store.received.of_sender(office_id)
    ]
    store.received.keep_receipts(
        IssuedReceipt(
            bundle_id=bundle_id,
            verdict=receipt.receipt.verdict,
            key_number=private.number,
            signature=bytes.fromhex(receipt.signature),
        )
        for bundle_id, receipt in signed
    )
    return tuple(receipt for _, receipt in signed)


def reply_to(
    store: Store, keys: UnlockedKeys, office_id: str, valid_until: date | None = None
) -> Reply:
    """Say everything the desk has for one office.

    Remarks about a number that a newer one has followed are left out: they were answered.
    """
    current = {
        one.subject_id: one.number for one in store.received.of_sender(office_id) if one.is_current
    }
    return Reply(
        valid_until=valid_until,
        quotas=tuple(
            PlacesOfUnit(
                office=one.office_id,
                pack_id=one.pack_id,
                unit=one.unit,
                places=one.places,
                alternates=one.alternates,
            )
            for one in store.replies.places(office_id)
        ),
        remarks=tuple(
            Remark(
                office=one.office_id,
                subject=one.subject_id,
                number=one.number,
                text=one.text,
                delegate=one.delegate_id,
            )
            for one in store.replies.remarks(office_id)
            if one.number >= current.get(one.subject_id, 0)
        ),
        receipts=signed_receipts(store, keys, office_id),
    )


def asked_fields(store: Store) -> tuple[str, ...]:
    """Name what the desk asks for of each person; none where that is left to the plan."""
    return tuple(store.settings.get(_FIELDS, "").split())


def ask_for_fields(store: Store, fields: Iterable[str]) -> None:
    """Ask for these fields of each person from now on: the next rules for everybody say so."""
    store.settings.set(_FIELDS, " ".join(fields))


def offices_to_answer(store: Store) -> tuple[str, ...]:
    """Name the offices that the desk has anything for."""
    received = {one.sender_id for one in store.received.current()}
    remarked = {one.office_id for one in store.replies.remarks()}
    given = {one.office_id for one in store.replies.places()}
    return tuple(sorted(received | remarked | given))


def write_replies(
    store: Store,
    keys: UnlockedKeys,
    folder: Path,
    office_ids: Iterable[str],
    today: date,
    valid_until: date | None = None,
) -> Iterator[WrittenReply]:
    """Write a reply for each of these offices to a stick, sealed for it alone, one after another.

    An office that was answered with the same before gets the same number again.
    """
    names = {one.office_id: one.name for one in store.reporting_offices.all()}
    for office_id in office_ids:
        known = store.known_keys.newest_of(office_id)
        if known is None:
            yield WrittenReply(office_id=office_id, state=ReplyState.NO_KEYS)
            continue
        content = write_reply(reply_to(store, keys, office_id, valid_until))
        sent, is_new = _numbered(store, BundleKind.REPLY, office_id, content, today)
        data = seal(_address(sent), content, keys.sender, _public(known))
        stem = f"tra-loi-{_stem(names.get(office_id, known.name))}-{office_id[:8]}"
        yield _written(folder / f"{stem}{FILE_ENDING}", data, sent, is_new=is_new)


def write_rules_for_all(
    store: Store,
    keys: UnlockedKeys,
    folder: Path,
    packs: Iterable[RulePack],
    today: date,
    valid_until: date | None = None,
) -> WrittenReply:
    """Write plans and the desk's keys for everybody to a stick: signed, and open to all."""
    revoked = store.known_keys.revoked().get(keys.sender.id, frozenset())
    own = [
        PublicKeys(
            sealing=one.sealing, recovery=one.recovery, signing=one.signing, number=one.number
        )
        for one in store.own_keys.all()
        if one.number not in revoked
    ]
    rules = Rules(
        valid_until=valid_until,
        keys=tuple(own),
        revoked=tuple(sorted(revoked)),
        fields=asked_fields(store),
    )
    files = {f"{one.id}-{one.version}": encode_pack(one) for one in packs}
    content = write_rules(RulesContent(rules=rules, packs=files))
    sent, is_new = _numbered(store, BundleKind.RULES, "", content, today)
    data = sign_openly(_address(sent), content, keys.sender)
    path = folder / f"quy-tac-{keys.sender.id[:8]}{FILE_ENDING}"
    return _written(path, data, sent, is_new=is_new)


def _numbered(
    store: Store, kind: BundleKind, recipient_id: str, content: bytes, today: date
) -> tuple[SentDown, bool]:
    """Give a content its number, noted before anything leaves: none is ever used for two."""
    digest = hashlib.sha512(content).hexdigest()
    before = store.replies.sent(kind, recipient_id)
    if before is not None and before.content_sha512 == digest:
        return before, False
    sent = SentDown(
        kind=kind,
        recipient_id=recipient_id,
        number=before.number + 1 if before is not None else 1,
        content_sha512=digest,
        sealed_on=today,
    )
    store.replies.note_sent([sent])
    return sent, True


def _address(sent: SentDown) -> Address:
    return Address(
        kind=BundleKind(sent.kind),
        recipient=sent.recipient_id,
        number=sent.number,
        sealed_on=sent.sealed_on,
    )


def _public(known: KnownKeys) -> PublicKeys:
    return card_of(known).keys


def _stem(name: str) -> str:
    words = _NO_LETTER.sub("-", folded(name)).strip("-")
    return words[:_LONGEST_STEM].strip("-") or "co-quan"


def _written(path: Path, data: bytes, sent: SentDown, *, is_new: bool) -> WrittenReply:
    state, detail = ReplyState.WRITTEN, ""
    try:
        copy_to_stick(path, data)
    except OSError as error:
        state = ReplyState.NOT_WRITTEN
        detail = error.strerror or type(error).__name__
    return WrittenReply(
        office_id=sent.recipient_id,
        state=state,
        path=str(path),
        number=sent.number,
        is_new=is_new,
        detail=detail,
    )
