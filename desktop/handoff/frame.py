"""What lies under the seal: magic, length, header, signature, content.

That is: 8 bytes HOINGHI1; 2 bytes, the length of the header, big-endian; the header, JSON in
UTF-8; 64 bytes, the Ed25519 signature of "hoinghi bundle header v1", a zero byte and the header;
then the content, whose length and SHA-512 the header names.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from db.records import Id
from desktop.errors import InputRefused
from desktop.handoff.keys import HexKey, PrivateKeys, has_signed
from desktop.handoff.refusals import BundleRefusal

MAGIC = b"HOINGHI1"
VERSION = 1
MAX_HEADER_BYTES = 4 * 1024
SIGNATURE_BYTES = 64
_LENGTH_BYTES = 2
_DOMAIN = b"hoinghi bundle header v1\0"

Sha512 = Annotated[str, Meta(pattern="^[0-9a-f]{128}$")]


class BundleKind(StrEnum):
    """What a bundle carries."""

    CONFERENCE = "conference"  # an office hands its whole conference up
    DOWN = "down"  # a desk sends packs, quotas, remarks and receipts


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is signed: from whom, to whom, which number, and the content by its hash.

    Attributes:
        sender, recipient: ids of offices; a bundle for all has no recipient.
        sender_name: as the receiver's table shows it; nothing is decided by it.
        signing_key, key_number: of the sender, to be held against what is known of them.
        subject: the conference handed over; empty for what goes down.
        number: counts the hand-overs of one subject by one sender.
    """

    kind: BundleKind
    version: int = VERSION
    sender: Id
    sender_name: Annotated[str, Meta(max_length=300)]
    signing_key: HexKey
    key_number: Annotated[int, Meta(ge=1, le=9999)]
    recipient: Annotated[str, Meta(pattern="^([0-9a-f]{32})?$")]
    subject: Annotated[str, Meta(pattern="^([0-9a-f]{32})?$")]
    number: Annotated[int, Meta(ge=1, le=1_000_000)]
    content_length: Annotated[int, Meta(ge=0)]
    content_sha512: Sha512


class _Version(Struct):
    version: int = 0


def write_frame(header: Header, content: bytes, keys: PrivateKeys) -> bytes:
    """Lay out and sign; the header's length and hash are taken from the content."""
    signed = msgspec.structs.replace(
        header,
        signing_key=keys.public().signing,
        key_number=keys.number,
        content_length=len(content),
        content_sha512=hashlib.sha512(content).hexdigest(),
    )
    text = msgspec.json.encode(signed)
    if len(text) > MAX_HEADER_BYTES:
        raise ValueError(len(text))
    length = len(text).to_bytes(_LENGTH_BYTES, "big")
    return b"".join((MAGIC, length, text, keys.sign(_DOMAIN + text), content))


def read_header(frame: bytes) -> tuple[Header, bytes]:
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
    try:
        if msgspec.json.decode(text, type=_Version).version > VERSION:
            value = msgspec.json.decode(text, type=_Version).version
            raise InputRefused(BundleRefusal.NEWER, value=value)
        header = msgspec.json.decode(text, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputRefused(BundleRefusal.HEADER, detail=str(error)) from error
    if not has_signed(header.signing_key, _DOMAIN + text, signature):
        raise InputRefused(BundleRefusal.SIGNATURE)
    return header, frame[end + SIGNATURE_BYTES :]


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
