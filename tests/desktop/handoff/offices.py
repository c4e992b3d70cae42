"""An office with a store and keys, and a desk that answers it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db.handoffs import SentBundle
from db.known_keys import KeyOrigin
from db.store import Store
from desktop.handoff.bundle import OpenedBundle, Trust, open_bundle, seal, sign_openly
from desktop.handoff.down_content import Reply, Rules, RulesContent, write_reply, write_rules
from desktop.handoff.frame import BundleKind
from desktop.handoff.key_ring import (
    UnlockedKeys,
    believe,
    make_own_keys,
    own_card,
    trust_of,
    unlock_own,
)
from desktop.handoff.receipts import Verdict, receipt_for, sign_receipt
from desktop.handoff.sealing import Order, SealedFile, seal_file
from tests.builders import a_conference, a_delegate, an_office
from tests.desktop.handoff.parties import DESK, HERE, OFFICE, TODAY, address, party

FIELDS = ("birth", "post", "photo_id")


def settled(store: Store) -> UnlockedKeys:
    """Give the store an office with keys, a conference of two people, and a desk it knows."""
    store.offices.save(an_office(id=OFFICE))
    store.conferences.add(a_conference(office_id=OFFICE))
    store.delegates.add((a_delegate(1), a_delegate(2, id_number="066080000001")))
    make_own_keys(store)
    believe(store, party(DESK).card(), KeyOrigin.COMPARED)
    store.handoffs.add_receiver(DESK)
    return unlock_own(store)


def an_order(store: Store, path: Path, number: int = 1, **fields: Any) -> Order:
    defaults: dict[str, Any] = {
        "file": store.conferences.file(HERE),
        "fields": FIELDS,
        "address": address(number=number),
        "sender": unlock_own(store).sender,
        "receiver": party(DESK).keys.public(),
        "path": path,
    }
    return Order(**(defaults | fields))


def handed_over(store: Store, number: int = 1) -> SentBundle:
    """Seal the conference and note it, without papers."""
    store.handoffs.folder.mkdir(exist_ok=True)
    path = store.handoffs.folder / f"{number}.hoinghi"
    sealed = seal_file(an_order(store, path, number), {})
    bundle = noted(store, sealed, number)
    store.handoffs.add(bundle)
    return bundle


def noted(store: Store, sealed: SealedFile, number: int) -> SentBundle:
    return SentBundle(
        id=f"{number:032x}",
        conference_id=HERE,
        receiver_id=DESK,
        number=number,
        content_sha512=sealed.content_sha512,
        sealed_on=TODAY,
        sealed_name=Path(sealed.path).name,
        sealed_sha256=sealed.sha256,
        size_bytes=sealed.size_bytes,
        people=sealed.people,
        pictures=sealed.pictures,
        fields=FIELDS,
        papers=sealed.papers,
    )


def desk_opens(store: Store, bundle: SentBundle) -> OpenedBundle:
    """Open what an office handed over, as its desk."""
    card = own_card(store)
    assert card is not None
    trust = Trust(me=DESK, known={card.id: {card.keys.signing: card.keys.number}})
    data = (store.handoffs.folder / bundle.sealed_name).read_bytes()
    return open_bundle(data, [party(DESK).keys.identity()], trust)


def a_reply(store: Store, bundle: SentBundle, verdict: Verdict, **fields: Any) -> Reply:
    receipt = sign_receipt(receipt_for(desk_opens(store, bundle).header, verdict), party(DESK).keys)
    return Reply(receipts=(receipt,), **fields)


def reply_bundle(store: Store, reply: Reply, number: int = 1) -> OpenedBundle:
    """Let the desk send a reply, and open it as the office."""
    card = own_card(store)
    assert card is not None
    down = address(kind=BundleKind.REPLY, recipient=OFFICE, subject="", number=number)
    data = seal(down, write_reply(reply), party(DESK), card.keys)
    return open_bundle(data, unlock_own(store).openers(), trust_of(store))


def rules_bundle(
    store: Store, number: int = 1, packs: dict[str, bytes] | None = None, **fields: Any
) -> OpenedBundle:
    """Let the desk give out rules, and open them as the office."""
    defaults: dict[str, Any] = {"keys": (party(DESK).keys.public(),)}
    content = write_rules(RulesContent(rules=Rules(**(defaults | fields)), packs=packs or {}))
    down = address(kind=BundleKind.RULES, recipient="", subject="", number=number)
    return open_bundle(sign_openly(down, content, party(DESK)), [], trust_of(store))
