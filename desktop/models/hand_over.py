"""What an office hands over, and what comes back: the store and the keys as a window needs them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QStorageInfo

from db.errors import StoreError
from db.handoffs import SentBundle
from db.known_keys import KnownKeys
from desktop.documents.added_papers import AddedPaper
from desktop.documents.blocks import Document
from desktop.documents.hand_over import PaperOrder
from desktop.documents.hand_over_record import HandOver, hand_over_record
from desktop.folder_names import ascii_name
from desktop.handoff.answers import Taken, all_places, reply_of, take_code, take_down
from desktop.handoff.bundle import FILE_ENDING, OpenedBundle
from desktop.handoff.down_content import PlacesOfUnit, Remark, read_asked_fields
from desktop.handoff.field_choice import PHOTO_FIELD, choosable_fields, usual_fields
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.key_ring import (
    UnlockedKeys,
    card_of,
)
from desktop.handoff.sealing import Order, SealedFile
from desktop.models.key_desk import OFFICE, KeyDesk
from desktop.rules.check import check_file
from desktop.rules.findings import Finding
from desktop.rules.packs import pack_of

_RECEIVER = "hand-over-receiver"
_FIELDS = "hand-over-fields"
_ANSWERED = "hand-over-fields-asked"  # what had been asked for when they were chosen
_EXPORTED = "bundle"  # in the log of what left the program


class Asked(Struct, frozen=True, kw_only=True):
    """A sealing under way: what the job does, and whose bundle it will be."""

    order: Order
    papers: PaperOrder
    bundle_id: str
    receiver: KnownKeys


class HandOverDesk(KeyDesk):
    """Seals, copies, and takes what comes back; everything noted is durable when it returns."""

    def desks(self) -> tuple[KnownKeys, ...]:
        """List the newest keys of whom the office hands over to, the one chosen last first."""
        last = self.store.settings.get(_RECEIVER, "")
        owners = sorted(self.store.handoffs.receivers(), key=lambda owner: owner != last)
        newest = (self.store.known_keys.newest_of(owner) for owner in owners)
        return tuple(one for one in newest if one is not None)

    def blocking(self, conference_id: str) -> tuple[Finding, ...]:
        """List the findings that keep a conference from being handed over."""
        file = self.store.conferences.file(conference_id)
        rules = pack_of(file.conference, self.workspace.packs)
        return tuple(one for one in check_file(file, rules) if one.is_binding)

    def asked_fields(self, receiver_id: str) -> tuple[str, ...]:
        """Name what a receiver asks for of each person; none where it leaves that to the plan."""
        rules = self.store.handoffs.down_of(receiver_id, BundleKind.RULES)
        asked = frozenset(read_asked_fields(rules.content)) if rules is not None else frozenset()
        return tuple(one.key for one in choosable_fields() if one.key in asked)

    def proposed_fields(self, conference_id: str, receiver_id: str = "") -> tuple[str, ...]:
        """Name the fields to be told.

        As chosen last, unless the receiver asks for others since; else what the plan counts.
        """
        asked = self.asked_fields(receiver_id)
        chosen = tuple(self.store.settings.get(_FIELDS, "").split())
        if chosen and (not asked or " ".join(asked) == self.store.settings.get(_ANSWERED, "")):
            return chosen
        conference = self.store.conferences.get(conference_id)
        usual = usual_fields(pack_of(conference, self.workspace.packs))
        if not asked:
            return usual
        has_photos = PHOTO_FIELD in (chosen or usual)
        return (*asked, PHOTO_FIELD) if has_photos else asked

    def ask(
        self,
        conference_id: str,
        receiver: KnownKeys,
        fields: tuple[str, ...],
        papers: tuple[str, ...],
        unlocked: UnlockedKeys,
        added: Sequence[AddedPaper] = (),
    ) -> Asked:
        """Lay out a sealing.

        Args:
            conference_id: what travels.
            receiver: whom it is sealed for.
            fields: of each person.
            papers: the keys of those that are drawn.
            unlocked: one's own keys.
            added: papers that are PDFs already.

        Raises:
            OSError: there is no place for the sealed file.
            StoreError: the conference cannot be read.
        """
        file = self.store.conferences.file(conference_id)
        now = self.workspace.clock()
        bundle_id = self.workspace.new_id()
        self._tidy_folder()
        order = Order(
            file=file,
            fields=fields,
            address=Address(
                kind=BundleKind.CONFERENCE,
                recipient=receiver.owner_id,
                subject=conference_id,
                number=self.store.handoffs.next_number(conference_id, receiver.owner_id),
                sealed_on=self.workspace.today,
            ),
            sender=unlocked.sender,
            receiver=card_of(receiver).keys,
            path=self.store.handoffs.folder / f"{bundle_id}{FILE_ENDING}",
        )
        rules = pack_of(file.conference, self.workspace.packs)
        return Asked(
            order=order,
            papers=PaperOrder(
                keys=papers,
                added={one.name: one.data for one in added},
                made_at=now,
                rules=rules,
            ),
            bundle_id=bundle_id,
            receiver=receiver,
        )

    def _tidy_folder(self) -> None:
        """Make the folder of sealed files; throw out what a cut-off sealing left there."""
        folder = self.store.handoffs.folder
        folder.mkdir(parents=True, exist_ok=True)
        named = self.store.handoffs.sealed_names()
        for path in folder.iterdir():
            if path.name not in named:
                path.unlink(missing_ok=True)

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
            self.store.handoffs.add(bundle)
        except StoreError:
            Path(sealed.path).unlink(missing_ok=True)
            raise
        self.store.settings.set(_RECEIVER, address.recipient)
        self.store.settings.set(_FIELDS, " ".join(asked.order.fields))
        answered = self.asked_fields(asked.receiver.owner_id)
        self.store.settings.set(_ANSWERED, " ".join(answered))
        self.changed.emit()
        return bundle

    def bundles(self, conference_id: str) -> tuple[SentBundle, ...]:
        """List what was sealed of a conference, the newest first."""
        return self.store.handoffs.of(conference_id)

    def receiver_name(self, bundle: SentBundle) -> str:
        """Name who a bundle is for."""
        known = self.store.known_keys.of(bundle.receiver_id)
        return known[-1].name if known else bundle.receiver_id

    def kept_file(self, bundle: SentBundle) -> Path | None:
        """Find the sealed file beside the store, unless it was thrown away."""
        if not bundle.sealed_name:
            return None
        path = self.store.handoffs.folder / bundle.sealed_name
        return path if path.exists() else None

    def target(self, bundle: SentBundle, folder: Path) -> Path:
        """Name the file on a stick: ASCII, which every system reads."""
        office = self.workspace.office
        name = ascii_name(office.name if office is not None else "", OFFICE)
        return folder / f"{name}-{bundle.conference_id[-6:]}-{bundle.number}{FILE_ENDING}"

    def note_copied(self, bundle: SentBundle, path: Path) -> SentBundle:
        """Note a copy that was read back from its stick.

        Raises:
            StoreError: it was not noted, so nobody may call it checked.
        """
        place, volume = str(path), volume_label(path.parent)
        with self.store.atomic():
            copied = self.store.handoffs.add_copy(bundle.id, volume, place)
            self.store.exports.add(
                bundle.conference_id, _EXPORTED, place, bundle.people, bundle.fields
            )
        self.changed.emit()
        return copied

    def record(self, bundle: SentBundle) -> Document | None:
        """Build the hand-over record of a bundle, with the keys that are known now."""
        card, office = self.card, self.workspace.office
        known = self.store.known_keys.of(bundle.receiver_id)
        if card is None or office is None or not known:
            return None
        conference = self.store.conferences.get(bundle.conference_id)
        return hand_over_record(
            HandOver(
                office=office,
                conference=conference.title,
                sender=card,
                receiver=card_of(known[-1]),
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
        taken = take_down(self.store, opened, self.workspace.packs, self.workspace.today)
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
            for bundle in self.store.handoffs.of(summary.id)
        ]
        answered = take_code(self.store, every, typed)
        self.changed.emit()
        return answered

    def remarks(self, bundle: SentBundle) -> tuple[Remark, ...]:
        """List what the desk asks to be mended in a bundle."""
        return tuple(
            one
            for down in self.store.handoffs.down()
            if down.kind == BundleKind.REPLY and down.sender_id == bundle.receiver_id
            for one in reply_of(down).remarks
            if (one.subject, one.number) == (bundle.conference_id, bundle.number)
        )

    def remark_texts(self, bundle: SentBundle) -> tuple[str, ...]:
        """Say what the desk asks to be mended in a bundle, with whom it is about."""
        remarks = self.remarks(bundle)
        people = self.store.delegates.some(one.delegate for one in remarks if one.delegate)
        names = {one.id: one.name for one in people}
        return tuple(
            f"{names[one.delegate]}: {one.text}" if one.delegate in names else one.text
            for one in remarks
        )

    def places(self) -> tuple[PlacesOfUnit, ...]:
        """List the places in upper conferences that desks gave this office."""
        return all_places(self.store)


def volume_label(folder: Path) -> str:
    """Name the stick a folder is on; empty where it has no label."""
    return QStorageInfo(str(folder)).name()
