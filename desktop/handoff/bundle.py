"""A bundle from content to sealed bytes, and back in the one order that trusts nothing early."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyrage
from msgspec import Struct

from desktop.errors import InputRefused
from desktop.handoff.age_head import check_age_head
from desktop.handoff.frame import Header, check_content, read_header, write_frame
from desktop.handoff.keys import PrivateKeys, PublicKeys
from desktop.handoff.refusals import BundleRefusal

MAX_BUNDLE_BYTES = 256 * 1024 * 1024
FILE_ENDING = ".hoinghi"


class Trust(Struct, frozen=True, kw_only=True):
    """Whom a reader knows.

    Attributes:
        me: the id of the reader's office.
        known: by sender, the signing keys they are known by.
        revoked: by sender, numbers of keys that no longer count.
    """

    me: str
    known: Mapping[str, frozenset[str]]
    revoked: Mapping[str, frozenset[int]] = {}


class OpenedBundle(Struct, frozen=True, kw_only=True):
    """A bundle whose seal, signature, address and hash hold.

    Attributes:
        is_known: false for a sender never met: their fingerprint is to be compared first.
        content: not yet unpacked.
    """

    header: Header
    is_known: bool
    content: bytes


def seal(
    header: Header, content: bytes, keys: PrivateKeys, receivers: Iterable[PublicKeys]
) -> bytes:
    """Sign and seal for the receivers and for the sender itself."""
    sealing = dict.fromkeys([*(one.sealing for one in receivers), keys.public().sealing])
    recipients = [pyrage.x25519.Recipient.from_str(one) for one in sealing]
    return bytes(pyrage.encrypt(write_frame(header, content, keys), recipients))


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


def open_bundle(data: bytes, keys: Iterable[PrivateKeys], trust: Trust) -> OpenedBundle:
    """Open a bundle: size, seal's head, seal, header, signature, sender, recipient, hash.

    Raises:
        InputRefused: a BundleRefusal; nothing of the bundle was used.
    """
    if len(data) > MAX_BUNDLE_BYTES:
        raise InputRefused(BundleRefusal.TOO_BIG, limit=MAX_BUNDLE_BYTES)
    check_age_head(data)
    header, content = read_header(_unsealed(data, keys))
    is_known = _check_sender(header, trust)
    if header.recipient not in {"", trust.me} and header.sender != trust.me:
        raise InputRefused(BundleRefusal.OTHER_RECIPIENT)
    check_content(header, content)
    return OpenedBundle(header=header, is_known=is_known, content=content)


def _unsealed(data: bytes, keys: Iterable[PrivateKeys]) -> bytes:
    try:
        return bytes(pyrage.decrypt(data, [one.identity() for one in keys]))
    except pyrage.DecryptError as error:
        # the library tells the two apart only by its words
        is_ours = "No matching keys" not in str(error)
        reason = BundleRefusal.DAMAGED if is_ours else BundleRefusal.NOT_FOR_US
        raise InputRefused(reason) from error


def _check_sender(header: Header, trust: Trust) -> bool:
    if header.key_number in trust.revoked.get(header.sender, ()):
        raise InputRefused(BundleRefusal.REVOKED_KEY, number=header.key_number)
    known = trust.known.get(header.sender, frozenset())
    if known and header.signing_key not in known:
        raise InputRefused(BundleRefusal.OTHER_KEY)
    return bool(known)
