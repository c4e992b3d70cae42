"""The keys that the store holds: one's own made and unlocked, those of others believed or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyrage
from msgspec import Struct

from db.known_keys import KeyNumberTaken, KeyOrigin, KnownKeys
from db.own_keys import OwnKeys
from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff.bundle import Sender, Trust
from desktop.handoff.key_files import CardFile, KeyFileRefusal, card_file
from desktop.handoff.keys import (
    Card,
    LockedKeys,
    NewKeys,
    PrivateKeys,
    PublicKeys,
    WrongPassphrase,
    change_passphrase,
    make_keys,
    unlock,
    unlock_with_recovery,
)


class UnlockedKeys(Struct, frozen=True):
    """One's own keys while a window works with them: the newest seals, all of them open.

    Attributes:
        sender: who seals and signs.
        identities: what opens, as age writes it.
    """

    sender: Sender
    identities: tuple[str, ...]

    def __repr__(self) -> str:
        """Say nothing of the keys."""
        return f"UnlockedKeys({len(self.identities)})"

    def openers(self) -> list[pyrage.x25519.Identity]:
        """Give what opens files sealed for any of these keys."""
        return [pyrage.x25519.Identity.from_str(one) for one in self.identities]


def own_card(store: Store) -> Card | None:
    """Give the office's newest card; None until keys were made."""
    newest, office = store.own_keys.newest(), store.offices.get()
    if newest is None or office is None:
        return None
    return Card(id=office.id, name=office.name, keys=_locked(newest).public)


def make_own_keys(store: Store, passphrase: str = "") -> NewKeys:
    """Make the office's next pair and store it at rest; the recovery key is never stored.

    Raises:
        InputRefused: NO_NAME: the office was not entered yet.
    """
    new = make_keys(passphrase, next_key_number(store))
    add_own_keys(store, new)
    return new


def next_key_number(store: Store) -> int:
    """Give the number of the pair to be made next.

    Raises:
        InputRefused: NO_NAME: the office was not entered yet.
    """
    office = store.offices.get()
    if office is None or not office.name.strip():
        raise InputRefused(KeyFileRefusal.NO_NAME)
    newest = store.own_keys.newest()
    return newest.number + 1 if newest else 1


def add_own_keys(store: Store, new: NewKeys) -> None:
    """Store a pair that was just made, at rest."""
    store.own_keys.add(_stored(new.locked))


def needs_passphrase(store: Store) -> bool:
    """Tell whether the newest pair rests under a passphrase."""
    newest = store.own_keys.newest()
    return newest is not None and newest.has_passphrase


def unlock_own(store: Store, passphrase: str = "") -> UnlockedKeys:
    """Unlock the newest pair, and the older ones that the same passphrase opens.

    Raises:
        WrongPassphrase: it does not open the newest pair.
        LookupError: no keys were made yet.
    """
    card = own_card(store)
    if card is None:
        raise LookupError("no keys")
    return unlock_pairs(card, store.own_keys.all(), passphrase)


def unlock_pairs(card: Card, pairs: Sequence[OwnKeys], passphrase: str) -> UnlockedKeys:
    """Unlock pairs as they rest, the newest last, for the owner of a card.

    Raises:
        WrongPassphrase: it does not open the newest pair.
    """
    newest = unlock(_locked(pairs[-1]), passphrase)
    opened = [newest, *(pair for one in pairs[:-1] if (pair := _tried(one, passphrase)))]
    sender = Sender(id=card.id, name=card.name, keys=newest)
    return UnlockedKeys(sender, tuple(one.sealing for one in opened))


def rekeyed(pairs: Sequence[OwnKeys], old: str, new: str) -> tuple[OwnKeys, ...]:
    """Lay out every pair that the old passphrase opens under another one, or none.

    Raises:
        WrongPassphrase: the old one does not open the newest pair.
    """
    unlock(_locked(pairs[-1]), old)
    opened = ((one, _tried(one, old)) for one in pairs)
    return tuple(
        _stored(change_passphrase(_locked(one), private, new))
        for one, private in opened
        if private is not None
    )


def recovered(keys: OwnKeys, recovery_key: str, passphrase: str) -> OwnKeys:
    """Lay out a pair under another passphrase, opened with what was printed.

    Raises:
        WrongPassphrase: this is not its recovery key.
    """
    locked = _locked(keys)
    private = unlock_with_recovery(locked, recovery_key)
    return _stored(change_passphrase(locked, private, passphrase))


def keep(store: Store, pairs: Iterable[OwnKeys]) -> None:
    """Let known pairs rest as they are laid out."""
    with store.atomic():
        for one in pairs:
            store.own_keys.keep(one)


def revoke_own(store: Store, number: int) -> None:
    """Let one of the office's own pairs no longer count; the next key file says so."""
    card = own_card(store)
    if card is not None:
        store.known_keys.revoke(card.id, (number,))


def own_card_file(store: Store, unlocked: UnlockedKeys) -> CardFile:
    """Lay out the office's public keys for whoever is to know them."""
    sender = unlocked.sender
    revoked = store.known_keys.revoked().get(sender.id, frozenset())
    return card_file(sender.card(), sender.keys, tuple(sorted(revoked)))


def trust_of(store: Store) -> Trust:
    """Gather whom the store knows, the office itself among them."""
    office = store.offices.get()
    me = office.id if office is not None else ""
    known: dict[str, dict[str, int]] = {}
    for one in store.known_keys.all():
        known.setdefault(one.owner_id, {})[one.signing] = one.number
    for own in store.own_keys.all():
        known.setdefault(me, {})[own.signing] = own.number
    return Trust(me=me, known=known, revoked=store.known_keys.revoked())


def believe(store: Store, card: Card, origin: KeyOrigin, revoked: tuple[int, ...] = ()) -> bool:
    """Know somebody by these keys from now on; tell whether that is new.

    Raises:
        InputRefused: NUMBER_TAKEN; what was known stays.
    """
    with store.atomic():
        try:
            is_new = store.known_keys.add(known_keys(card, origin))
        except KeyNumberTaken as error:
            raise InputRefused(KeyFileRefusal.NUMBER_TAKEN, number=card.keys.number) from error
        return bool(store.known_keys.revoke(card.id, revoked)) or is_new


def known_keys(card: Card, origin: KeyOrigin) -> KnownKeys:
    """Lay a card out as the store keeps it."""
    keys = card.keys
    return KnownKeys(
        owner_id=card.id,
        name=card.name,
        number=keys.number,
        sealing=keys.sealing,
        recovery=keys.recovery,
        signing=keys.signing,
        origin=origin,
    )


def card_of(known: KnownKeys) -> Card:
    """Give the card that was believed."""
    keys = PublicKeys(
        sealing=known.sealing,
        recovery=known.recovery,
        signing=known.signing,
        number=known.number,
    )
    return Card(id=known.owner_id, name=known.name, keys=keys)


def _tried(keys: OwnKeys, passphrase: str) -> PrivateKeys | None:
    try:
        return unlock(_locked(keys), passphrase)
    except WrongPassphrase:
        return None


def _locked(keys: OwnKeys) -> LockedKeys:
    public = PublicKeys(
        sealing=keys.sealing, recovery=keys.recovery, signing=keys.signing, number=keys.number
    )
    return LockedKeys(
        public=public,
        has_passphrase=keys.has_passphrase,
        kept=keys.kept,
        recovery=keys.recoverable,
    )


def _stored(locked: LockedKeys) -> OwnKeys:
    public = locked.public
    return OwnKeys(
        number=public.number,
        sealing=public.sealing,
        recovery=public.recovery,
        signing=public.signing,
        has_passphrase=locked.has_passphrase,
        kept=locked.kept,
        recoverable=locked.recovery,
    )
