"""A bundle from content to sealed bytes, and back in the one order that trusts nothing early."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyrage
from msgspec import Struct

from desktop.errors import InputRefused
from desktop.handoff.age_head import check_age_head
from desktop.handoff.frame import (
    MAGIC,
    OPEN_KINDS,
    Address,
    Header,
    SignedHeader,
    check_content,
    read_header,
    write_frame,
)
from desktop.handoff.keys import Card, OfficeId, PrivateKeys, PublicKeys
from desktop.handoff.refusals import BundleRefusal

MAX_BUNDLE_BYTES = 256 * 1024 * 1024
FILE_ENDING = ".hoinghi"


class Trust(Struct, frozen=True, kw_only=True):
    """Whom a reader knows.

    Attributes:
        me: the id of the reader's office.
        known: by owner, the signing keys they are known by and the number of each; the reader's
            own belong among them.
        revoked: by owner, numbers of keys that no longer count.
    """

    me: OfficeId
    known: Mapping[str, Mapping[str, int]]
    revoked: Mapping[str, frozenset[int]] = {}


class OpenedBundle(Struct, frozen=True, kw_only=True):
    """A bundle whose seal, signature, address and hash hold.

    Attributes:
        is_known: false for a sender never met: their fingerprint is to be compared first.
        content: not yet unpacked.
    """

    signed: SignedHeader
    is_known: bool
    content: bytes

    @property
    def header(self) -> Header:
        """What was signed."""
        return self.signed.header


class Sender(Struct, frozen=True, kw_only=True):
    """Who seals: an office or a desk with its private keys."""

    id: OfficeId
    name: str
    keys: PrivateKeys

    def card(self) -> Card:
        """Give what others may know."""
        return Card(id=self.id, name=self.name, keys=self.keys.public())


def seal(address: Address, content: bytes, sender: Sender, receiver: PublicKeys) -> bytes:
    """Sign, and seal for the receiver and for the sender itself, for the recovery keys of both."""
    frame = write_frame(address, content, sender.id, sender.name, sender.keys)
    return seal_frame(frame, (receiver, sender.keys.public()))


def seal_frame(frame: bytes, receivers: Iterable[PublicKeys]) -> bytes:
    """Seal a frame that was signed already."""
    names = dict.fromkeys(name for one in receivers for name in (one.sealing, one.recovery))
    recipients = [pyrage.x25519.Recipient.from_str(name) for name in names]
    return bytes(pyrage.encrypt(frame, recipients))


def sign_openly(address: Address, content: bytes, sender: Sender) -> bytes:
    """Sign what everybody may read."""
    return write_frame(address, content, sender.id, sender.name, sender.keys)


def read_bundle(path: Path) -> bytes:
    """Read the bytes of a bundle, no more than one may have.

    Raises:
        InputRefused: UNREADABLE or TOO_BIG.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BUNDLE_BYTES + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(BundleRefusal.UNREADABLE, path, detail=detail) from error
    if len(data) > MAX_BUNDLE_BYTES:
        raise InputRefused(BundleRefusal.TOO_BIG, path, limit=MAX_BUNDLE_BYTES)
    return data


def open_bundle(
    data: bytes, identities: Iterable[pyrage.x25519.Identity], trust: Trust
) -> OpenedBundle:
    """Open a bundle: size, seal's head, seal, header, signature, sender, recipient, hash.

    Raises:
        InputRefused: a BundleRefusal; nothing of the bundle was used.
    """
    if len(data) > MAX_BUNDLE_BYTES:
        raise InputRefused(BundleRefusal.TOO_BIG, limit=MAX_BUNDLE_BYTES)
    is_open = data.startswith(MAGIC)
    signed, content = read_header(data if is_open else _unsealed(data, identities))
    header = signed.header
    if is_open is not (header.kind in OPEN_KINDS):
        raise InputRefused(BundleRefusal.UNSEALED)
    is_known = _check_sender(header, trust)
    if header.recipient not in {"", trust.me} and header.sender.id != trust.me:
        raise InputRefused(BundleRefusal.OTHER_RECIPIENT)
    check_content(header, content)
    return OpenedBundle(signed=signed, is_known=is_known, content=content)


def _unsealed(data: bytes, identities: Iterable[pyrage.x25519.Identity]) -> bytes:
    check_age_head(data)
    try:
        return bytes(pyrage.decrypt(data, list(identities)))
    except pyrage.DecryptError as error:
        # the library tells the two apart only by its words
        if "No matching keys" in str(error):
            raise InputRefused(BundleRefusal.NOT_FOR_US) from error
        raise InputRefused(BundleRefusal.DAMAGED) from error


def _check_sender(header: Header, trust: Trust) -> bool:
    sender = header.sender
    revoked = trust.revoked.get(sender.id, frozenset())
    known = trust.known.get(sender.id, {})
    # the number is what the key is known by, not what its thief says it is
    number = known.get(sender.keys.signing, sender.keys.number)
    if number in revoked:
        raise InputRefused(BundleRefusal.REVOKED_KEY, number=number)
    if known and known.get(sender.keys.signing) != sender.keys.number:
        raise InputRefused(BundleRefusal.OTHER_KEY)
    return bool(known)
