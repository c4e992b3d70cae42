"""One's own keys and those of others, as the windows of an office or a desk need them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.known_keys import KeyOrigin, KnownKeys
from db.own_keys import OwnKeys
from desktop.documents.blocks import Document
from desktop.documents.key_papers import fingerprint_form, recovery_paper
from desktop.folder_names import ascii_name
from desktop.handoff.bundle import Sender, Trust
from desktop.handoff.key_files import CARD_ENDING, CardFile, write_key_file
from desktop.handoff.key_ring import (
    UnlockedKeys,
    add_own_keys,
    believe,
    keep,
    needs_passphrase,
    next_key_number,
    own_card,
    own_card_file,
    revoke_own,
    trust_of,
    unlock_own,
)
from desktop.handoff.keys import Card, NewKeys
from desktop.handoff.opening import OpeningKeys
from desktop.models.workspace import Workspace

OFFICE = "don-vi"  # in the name of a file, where the office's own name has no letters


class KeyDesk(QObject):
    """Makes, unlocks and revokes keys, and believes those of others.

    Attributes:
        workspace: the open store with what stands beside it.
        unlocked: one's own keys while they are unlocked; they are forgotten with this object.
    """

    changed = Signal()  # keys, and what is made with them

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.store = workspace.store
        self.unlocked: UnlockedKeys | None = None

    @property
    def card(self) -> Card | None:
        """The office's newest public keys, once they were made."""
        return own_card(self.store)

    @property
    def needs_passphrase(self) -> bool:
        """Whether the newest keys rest under a passphrase."""
        return needs_passphrase(self.store)

    @property
    def pairs(self) -> tuple[OwnKeys, ...]:
        """The office's keys as they rest."""
        return self.store.own_keys.all()

    def unlock_plain(self) -> UnlockedKeys:
        """Unlock keys that rest under no passphrase.

        Raises:
            WrongPassphrase: they do.
            LookupError: no keys were made yet.
        """
        self.unlocked = unlock_own(self.store)
        return self.unlocked

    def next_key_number(self) -> int:
        """Give the number of the keys to be made next.

        Raises:
            InputRefused: the office was not entered yet.
        """
        return next_key_number(self.store)

    def note_made(self, new: NewKeys) -> None:
        """Store keys that were just made, and use them from now on."""
        add_own_keys(self.store, new)
        card = self.card
        if card is not None:
            sender = Sender(id=card.id, name=card.name, keys=new.private)
            older = self.unlocked.identities if self.unlocked is not None else ()
            self.unlocked = UnlockedKeys(sender, (new.private.sealing, *older))
        self.changed.emit()

    def note_rested(self, pairs: tuple[OwnKeys, ...]) -> None:
        """Let keys rest under what was chosen; they are locked again."""
        keep(self.store, pairs)
        self.unlocked = None
        self.changed.emit()

    def revoke_own(self, number: int) -> None:
        """Let an older pair of one's own no longer count."""
        revoke_own(self.store, number)
        self.changed.emit()

    def write_card_file(self, folder: Path, unlocked: UnlockedKeys) -> Path:
        """Write the public keys for the receiver.

        Raises:
            OSError: they could not be written.
        """
        file = own_card_file(self.store, unlocked)
        name = ascii_name(file.card.name, OFFICE)
        path = folder / f"{name}-khoa-{file.card.keys.number}{CARD_ENDING}"
        write_key_file(path, file)
        return path

    def form(self) -> Document | None:
        """Build the form with the fingerprint."""
        card, office = self.card, self.workspace.office
        if card is None or office is None:
            return None
        revoked = sorted(self.store.known_keys.revoked().get(card.id, frozenset()))
        return fingerprint_form(office, card, revoked, self.workspace.today)

    def recovery_paper(self, recovery_key: str) -> Document | None:
        """Build the paper with the recovery key."""
        card, office = self.card, self.workspace.office
        if card is None or office is None:
            return None
        return recovery_paper(office, card, recovery_key, self.workspace.today)

    def known(self) -> tuple[KnownKeys, ...]:
        """List everybody's keys."""
        return self.store.known_keys.all()

    def is_revoked(self, known: KnownKeys) -> bool:
        """Tell whether a key no longer counts."""
        return known.number in self.store.known_keys.revoked().get(known.owner_id, frozenset())

    def believe(self, card: Card, origin: KeyOrigin, revoked: tuple[int, ...] = ()) -> None:
        """Know somebody by these keys, and hand over to them.

        Raises:
            InputRefused: others of this number are known; they stay.
        """
        believe(self.store, card, origin, revoked)
        self.store.handoffs.add_receiver(card.id)
        self.changed.emit()

    def believe_file(self, file: CardFile) -> None:
        """Take over the keys of a file whose fingerprint was compared.

        Raises:
            InputRefused: others of this number are known; they stay.
        """
        self.believe(file.card, KeyOrigin.COMPARED, file.revoked)

    def revoke(self, known: KnownKeys) -> None:
        """Let a key of somebody no longer count."""
        self.store.known_keys.revoke(known.owner_id, (known.number,))
        self.changed.emit()

    @property
    def trust(self) -> Trust:
        """Whom the office knows."""
        return trust_of(self.store)

    @property
    def opening_keys(self) -> OpeningKeys:
        """What opens bundles; nothing while the keys are locked."""
        return OpeningKeys(self.unlocked.identities if self.unlocked is not None else ())
