"""What lies under the seal: magic, length, header, signature, content.

That is: 8 bytes HOINGHI1; 2 bytes, the length of the header, big-endian; the header, JSON in
UTF-8; 64 bytes, the Ed25519 signature of "hoinghi bundle header v1", a zero byte and the header;
then the content, whose length and SHA-512 the header names.
"""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.errors import InputRefused
from desktop.handoff.keys import Card, OfficeId, PrivateKeys, has_signed
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.strict_json import StrictJsonError, check_depth, decode_strictly

MAGIC = b"HOINGHI1"
VERSION = 1
MAX_HEADER_BYTES = 4 * 1024
SIGNATURE_BYTES = 64
_LENGTH_BYTES = 2
_DOMAIN = b"hoinghi bundle header v1\0"

Sha512 = Annotated[str, Meta(pattern="^[0-9a-f]{128}$", max_length=128)]
OptionalId = Annotated[str, Meta(pattern="^([0-9a-f]{32})?$", max_length=32)]


class BundleKind(StrEnum):
    """What a bundle carries."""

    CONFERENCE = "conference"  # an office hands its whole conference up; sealed
    RULES = "rules"  # a desk gives plans and its keys to everybody; open, but signed
    REPLY = "reply"  # a desk gives one office its quotas, remarks and receipts; sealed
    UPDATE = "update"  # a desk tells everybody of a newer version of the program; open, but signed


OPEN_KINDS = frozenset((BundleKind.RULES, BundleKind.UPDATE))


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is signed: from whom, to whom, which number, and the content by its hash.

    Attributes:
        sender: with the keys to be held against what is known of them.
        recipient: empty for everybody.
        subject: the conference handed over; empty for what goes down.
        number: counts what one sender sent of one kind to one recipient about one subject.
        sealed_on: by the sender's clock; shown, and nothing is decided by it.
    """

    kind: BundleKind
    version: Annotated[int, Meta(ge=1, le=VERSION)] = VERSION
    sender: Card
    recipient: OptionalId = ""
    subject: OptionalId = ""
    number: Annotated[int, Meta(ge=1, le=1_000_000)]
    sealed_on: date
    content_length: Annotated[int, Meta(ge=0)]
    content_sha512: Sha512

    def __post_init__(self) -> None:
        """Refuse a recipient or subject where the kind has none, and the lack of one."""
        if bool(self.recipient) is (self.kind in OPEN_KINDS):
            raise ValueError("recipient")
        if bool(self.subject) is not (self.kind is BundleKind.CONFERENCE):
            raise ValueError("subject")


class Address(Struct, frozen=True, kw_only=True):
    """What a sender says of a bundle before it is laid out; see `Header`."""

    kind: BundleKind
    recipient: OptionalId = ""
    subject: OptionalId = ""
    number: int
    sealed_on: date


class SignedHeader(Struct, frozen=True, kw_only=True):
    """A header that verified, with the very bytes that were signed: proof for later."""

    header: Header
    text: bytes
    signature: bytes


class _Version(Struct):
    version: int = 0


class _Kind(Struct):
    kind: str = ""


def write_frame(
    address: Address, content: bytes, owner: OfficeId, name: str, keys: PrivateKeys
) -> bytes:
    """Lay out and sign."""
    header = Header(
        kind=address.kind,
        sender=Card(id=owner, name=name, keys=keys.public()),
        recipient=address.recipient,
        subject=address.subject,
        number=address.number,
        sealed_on=address.sealed_on,
        content_length=len(content),
        content_sha512=hashlib.sha512(content).hexdigest(),
    )
    return signed_frame(msgspec.json.encode(header), content, keys)


def signed_frame(text: bytes, content: bytes, keys: PrivateKeys) -> bytes:
    """Sign the text of a header and lay it out before the content."""
    if len(text) > MAX_HEADER_BYTES:
        raise ValueError(len(text))
    length = len(text).to_bytes(_LENGTH_BYTES, "big")
    return b"".join((MAGIC, length, text, keys.sign(_DOMAIN + text), content))


def read_header(frame: bytes) -> tuple[SignedHeader, bytes]:
    """Read and verify the header; the content comes beside it, not yet looked at.

    Raises:
        InputRefused: OTHER_CONTENT, NEWER, HEADER or SIGNATURE.
    """
    start = len(MAGIC) + _LENGTH_BYTES
    if not frame.startswith(MAGIC) or len(frame) < start:
        raise InputRefused(BundleRefusal.OTHER_CONTENT)
    end = start + int.from_bytes(frame[len(MAGIC) : start], "big")
    text, signature = frame[start:end], frame[end : end + SIGNATURE_BYTES]
    if end - start > MAX_HEADER_BYTES or len(signature) < SIGNATURE_BYTES:
        raise InputRefused(BundleRefusal.HEADER, detail="length")
    header = _header(text)
    if not has_signed(header.sender.keys.signing, _DOMAIN + text, signature):
        raise InputRefused(BundleRefusal.SIGNATURE)
    signed = SignedHeader(header=header, text=text, signature=signature)
    return signed, frame[end + SIGNATURE_BYTES :]


def kind_said(frame: bytes) -> str:
    """Give the kind that an open frame says it is of, of which nothing was checked; else nothing.

    Args:
        frame: its beginning does.
    """
    start = len(MAGIC) + _LENGTH_BYTES
    end = start + min(MAX_HEADER_BYTES, int.from_bytes(frame[len(MAGIC) : start], "big"))
    if not frame.startswith(MAGIC):
        return ""
    try:
        check_depth(frame[start:end])
        return msgspec.json.decode(frame[start:end], type=_Kind).kind
    except (StrictJsonError, msgspec.DecodeError, UnicodeError):
        return ""


def check_content(header: Header, content: bytes) -> None:
    """Hold the content against what the header signed.

    Raises:
        InputRefused: HASH.
    """
    if (
        len(content) != header.content_length
        or hashlib.sha512(content).hexdigest() != header.content_sha512
    ):
        raise InputRefused(BundleRefusal.HASH)


def _header(text: bytes) -> Header:
    try:
        check_depth(text)
        # by itself first: what a newer program writes has fields that are unknown here
        version = msgspec.json.decode(text, type=_Version).version
        if version > VERSION:
            raise InputRefused(BundleRefusal.NEWER, value=version)
        return decode_strictly(text, Header)
    except (StrictJsonError, msgspec.DecodeError, UnicodeError) as error:
        raise InputRefused(BundleRefusal.HEADER, detail=str(error)) from error
