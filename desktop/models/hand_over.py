"""What an office hands over, and what comes back: the store and the keys as a window needs them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QStorageInfo, Signal

from db.errors import StoreError
from db.handoffs import SentBundle
from db.known_keys import KeyOrigin, KnownKeys
from db.own_keys import OwnKeys
from desktop.documents.blocks import Document
from desktop.documents.hand_over import PaperOrder
from desktop.documents.hand_over_record import HandOver, hand_over_record
from desktop.documents.key_papers import fingerprint_form, recovery_paper
from desktop.handoff.answers import Taken, reply_of, take_code, take_down
from desktop.handoff.bundle import FILE_ENDING, OpenedBundle, Sender, Trust
from desktop.handoff.down_content import PlacesOfUnit, Remark
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.key_files import CARD_ENDING, CardFile, write_key_file
from desktop.handoff.key_ring import (
    UnlockedKeys,
    add_own_keys,
    believe,
    card_of,
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
from desktop.handoff.sealing import Order, SealedFile
from desktop.models.workspace import Workspace
from desktop.rules.check import check_file
from desktop.rules.findings import Finding
from desktop.rules.packs import pack_of

_RECEIVER = "hand-over-receiver"
_FIELDS = "hand-over-fields"
_NO_MARKS = re.compile("[^a-z0-9]+")
_LONGEST = 60


class Asked(Struct, frozen=True, kw_only=True):
    """A sealing under way: what the job does, and whose bundle it will be."""

    order: Order
    papers: PaperOrder
    bundle_id: str
    receiver: KnownKeys


class HandOverDesk(QObject):
    """Seals, copies, and takes what comes back; everything noted is durable when it returns.

    Attributes:
        workspace: the open store with what stands beside it.
        unlocked: one's own keys while they are unlocked; they are forgotten with this object.
    """

    changed = Signal()  # bundles, receivers or keys

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._store = workspace.store
        self.unlocked: UnlockedKeys | None = None

    @property
    def card(self) -> Card | None:
        """The office's newest public keys, once they were made."""
        return own_card(self._store)

    @property
    def needs_passphrase(self) -> bool:
        """Whether the newest keys rest under a passphrase."""
        return needs_passphrase(self._store)

    @property
    def pairs(self) -> tuple[OwnKeys, ...]:
        """The office's keys as they rest."""
        return self._store.own_keys.all()

    def unlock_plain(self) -> UnlockedKeys:
        """Unlock keys that rest under no passphrase.

        Raises:
            WrongPassphrase: they do.
            LookupError: no keys were made yet.
        """
        self.unlocked = unlock_own(self._store)
        return self.unlocked

    def next_key_number(self) -> int:
        """Give the number of the keys to be made next.

        Raises:
            InputRefused: the office was not entered yet.
        """
        return next_key_number(self._store)

    def note_made(self, new: NewKeys) -> None:
        """Store keys that were just made, and use them from now on."""
        add_own_keys(self._store, new)
        card = self.card
        if card is not None:
            sender = Sender(id=card.id, name=card.name, keys=new.private)
            older = self.unlocked.identities if self.unlocked is not None else ()
            self.unlocked = UnlockedKeys(sender, (new.private.sealing, *older))
        self.changed.emit()

    def note_rested(self, pairs: tuple[OwnKeys, ...]) -> None:
        """Let keys rest under what was chosen; they are locked again."""
        keep(self._store, pairs)
        self.unlocked = None
        self.changed.emit()

    def revoke_own(self, number: int) -> None:
        """Let an older pair of one's own no longer count."""
        revoke_own(self._store, number)
        self.changed.emit()

    def write_card_file(self, folder: Path, unlocked: UnlockedKeys) -> Path:
        """Write the public keys for the receiver.

        Raises:
            OSError: they could not be written.
        """
        file = own_card_file(self._store, unlocked)
        path = folder / f"{_ascii(file.card.name)}-khoa-{file.card.keys.number}{CARD_ENDING}"
        write_key_file(path, file)
        return path

    def form(self) -> Document | None:
        """Build the form with the fingerprint."""
        card, office = self.card, self.workspace.office
        if card is None or office is None:
            return None
        revoked = sorted(self._store.known_keys.revoked().get(card.id, frozenset()))
        return fingerprint_form(office, card, revoked, self.workspace.today)

    def recovery_paper(self, recovery_key: str) -> Document | None:
        """Build the paper with the recovery key."""
        card, office = self.card, self.workspace.office
        if card is None or office is None:
            return None
        return recovery_paper(office, card, recovery_key, self.workspace.today)

    def known(self) -> tuple[KnownKeys, ...]:
        """List everybody's keys."""
        return self._store.known_keys.all()

    def is_revoked(self, known: KnownKeys) -> bool:
        """Tell whether a key no longer counts."""
        return known.number in self._store.known_keys.revoked().get(known.owner_id, frozenset())

    def believe(self, card: Card, origin: KeyOrigin, revoked: tuple[int, ...] = ()) -> None:
        """Know somebody by these keys, and hand over to them.

        Raises:
            InputRefused: others of this number are known; they stay.
        """
        believe(self._store, card, origin, revoked)
        self._store.handoffs.add_receiver(card.id)
        self.changed.emit()

    def believe_file(self, file: CardFile) -> None:
        """Take over the keys of a file whose fingerprint was compared.

        Raises:
            InputRefused: others of this number are known; they stay.
        """
        self.believe(file.card, KeyOrigin.COMPARED, file.revoked)

    def revoke(self, known: KnownKeys) -> None:
        """Let a key of somebody no longer count."""
        self._store.known_keys.revoke(known.owner_id, (known.number,))
        self.changed.emit()

    @property
    def trust(self) -> Trust:
        """Whom the office knows."""
        return trust_of(self._store)

    @property
    def opening_keys(self) -> OpeningKeys:
        """What opens bundles; nothing while the keys are locked."""
        return OpeningKeys(self.unlocked.identities if self.unlocked is not None else ())

    def desks(self) -> tuple[KnownKeys, ...]:
        """List the newest keys of whom the office hands over to, the one chosen last first."""
        last = self._store.settings.get(_RECEIVER, "")
        owners = sorted(self._store.handoffs.receivers(), key=lambda owner: owner != last)
        newest = (self._store.known_keys.newest_of(owner) for owner in owners)
        return tuple(one for one in newest if one is not None)

    def blocking(self, conference_id: str) -> tuple[Finding, ...]:
        """List the findings that keep a conference from being handed over."""
        file = self._store.conferences.file(conference_id)
        rules = pack_of(file.conference, self.workspace.packs)
        return tuple(one for one in check_file(file, rules) if one.is_binding)

    @property
    def remembered_fields(self) -> tuple[str, ...]:
        """The fields chosen last; empty for the first time."""
        return tuple(self._store.settings.get(_FIELDS, "").split())

    def ask(
        self,
        conference_id: str,
        receiver: KnownKeys,
        fields: tuple[str, ...],
        papers: tuple[str, ...],
        unlocked: UnlockedKeys,
    ) -> Asked:
        """Lay out a sealing.

        Raises:
            OSError: there is no place for the sealed file.
            StoreError: the conference cannot be read.
        """
        file = self._store.conferences.file(conference_id)
        now = self.workspace.clock()
        bundle_id = self.workspace.new_id()
        self._store.handoffs.folder.mkdir(parents=True, exist_ok=True)
        order = Order(
            file=file,
            fields=fields,
            address=Address(
                kind=BundleKind.CONFERENCE,
                recipient=receiver.owner_id,
                subject=conference_id,
                number=self._store.handoffs.next_number(conference_id, receiver.owner_id),
                sealed_on=self.workspace.today,
            ),
            sender=unlocked.sender,
            receiver=card_of(receiver).keys,
            path=self._store.handoffs.folder / f"{bundle_id}{FILE_ENDING}",
        )
        rules = pack_of(file.conference, self.workspace.packs)
        return Asked(
            order=order,
            papers=PaperOrder(keys=papers, made_at=now, rules=rules),
            bundle_id=bundle_id,
            receiver=receiver,
        )

    def note_sealed(self, asked: Asked, sealed: SealedFile) -> SentBundle:
        """Note what was sealed, opened again and found the same.

        Raises:
            StoreError: it was not noted; the sealed file was thrown away.
        """
        address = asked.order.address
        bundle = SentBundle(
            id=asked.bundle_id,
            conference_id=address.subject,
            receiver_id=address.recipient,
            number=address.number,
            content_sha512=sealed.content_sha512,
            sealed_on=address.sealed_on,
            sealed_name=Path(sealed.path).name,
            sealed_sha256=sealed.sha256,
            size_bytes=sealed.size_bytes,
            people=sealed.people,
            pictures=sealed.pictures,
            fields=asked.order.fields,
            papers=sealed.papers,
        )
        try:
            self._store.handoffs.add(bundle)
        except StoreError:
            Path(sealed.path).unlink(missing_ok=True)
            raise
        self._store.settings.set(_RECEIVER, address.recipient)
        self._store.settings.set(_FIELDS, " ".join(asked.order.fields))
        self.changed.emit()
        return bundle

    def bundles(self, conference_id: str) -> tuple[SentBundle, ...]:
        """List what was sealed of a conference, the newest first."""
        return self._store.handoffs.of(conference_id)

    def receiver_name(self, bundle: SentBundle) -> str:
        """Name who a bundle is for."""
        known = self._store.known_keys.of(bundle.receiver_id)
        return known[-1].name if known else bundle.receiver_id

    def kept_file(self, bundle: SentBundle) -> Path | None:
        """Find the sealed file beside the store, unless it was thrown away."""
        if not bundle.sealed_name:
            return None
        path = self._store.handoffs.folder / bundle.sealed_name
        return path if path.exists() else None

    def target(self, bundle: SentBundle, folder: Path) -> Path:
        """Name the file on a stick: ASCII, which every system reads."""
        office = self.workspace.office
        name = _ascii(office.name if office is not None else "")
        return folder / f"{name}-{bundle.conference_id[-6:]}-{bundle.number}{FILE_ENDING}"

    def note_copied(self, bundle: SentBundle, path: Path) -> SentBundle:
        """Note a copy that was read back from its stick.

        Raises:
            StoreError: it was not noted, so nobody may call it checked.
        """
        copied = self._store.handoffs.add_copy(bundle.id, volume_label(path.parent), str(path))
        self.changed.emit()
        return copied

    def record(self, bundle: SentBundle) -> Document | None:
        """Build the hand-over record of a bundle, with the keys that are known now."""
        card, office = self.card, self.workspace.office
        receiver = self._store.known_keys.newest_of(bundle.receiver_id)
        if card is None or office is None or receiver is None:
            return None
        conference = self._store.conferences.get(bundle.conference_id)
        return hand_over_record(
            HandOver(
                office=office,
                conference=conference.title,
                sender=card,
                receiver=card_of(receiver),
                bundle=bundle,
            )
        )

    def take(self, opened: OpenedBundle) -> Taken:
        """Take over what a desk sent down; whoever was believed since it was opened is known.

        Raises:
            InputRefused: it was refused whole.
        """
        header = opened.header
        known = self.trust.known.get(header.sender.id, {})
        is_known = known.get(header.sender.keys.signing) == header.sender.keys.number
        opened = replace(opened, is_known=is_known)
        taken = take_down(self._store, opened, self.workspace.packs, self.workspace.today)
        if taken.packs:
            self.workspace.forget_packs()
        self.changed.emit()
        return taken

    def take_code(self, typed: str) -> SentBundle:
        """Note what a check code says of whichever bundle it belongs to.

        Raises:
            InputRefused: it is no code, or of no bundle from here.
        """
        every = [
            bundle
            for summary in self.workspace.summaries()
            for bundle in self._store.handoffs.of(summary.id)
        ]
        answered = take_code(self._store, every, typed)
        self.changed.emit()
        return answered

    def remarks(self, bundle: SentBundle) -> tuple[Remark, ...]:
        """List what the desk asks to be mended in a bundle."""
        return tuple(
            one
            for down in self._store.handoffs.down()
            if down.kind == BundleKind.REPLY and down.sender_id == bundle.receiver_id
            for one in reply_of(down).remarks
            if (one.subject, one.number) == (bundle.conference_id, bundle.number)
        )

    def places(self) -> tuple[PlacesOfUnit, ...]:
        """List the places in upper conferences that desks gave this office."""
        return tuple(
            one
            for down in self._store.handoffs.down()
            if down.kind == BundleKind.REPLY
            for one in reply_of(down).quotas
        )


def volume_label(folder: Path) -> str:
    """Name the stick a folder is on; empty where it has no label."""
    return QStorageInfo(str(folder)).name()


def _ascii(name: str) -> str:
    """Make a name that every stick can hold: uy-ban-nhan-dan-xa-binh-hoa."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    words = _NO_MARKS.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
    return words[:_LONGEST].rstrip("-") or "don-vi"
