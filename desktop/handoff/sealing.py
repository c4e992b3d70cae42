"""Sealing a conference for its receiver: beside the store first, opened again and compared."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from db.records import ConferenceFile
from desktop.atomic_file import NotWrittenBackError, write_atomically
from desktop.errors import InputRefused
from desktop.handoff.bundle import Sender, Trust, open_bundle, read_bundle, seal
from desktop.handoff.conference_content import ConferenceContent, read_content, write_content
from desktop.handoff.field_choice import ORDER_FIELDS
from desktop.handoff.frame import Address
from desktop.handoff.keys import PublicKeys


class SealedFile(Struct, frozen=True, kw_only=True):
    """A bundle that was written, opened again and found the same.

    Attributes:
        sha256: of the sealed bytes.
        pictures: that travel, the emblem among them.
    """

    path: str
    size_bytes: int
    sha256: str
    content_sha512: str
    people: int
    pictures: int
    papers: tuple[str, ...]


class Order(Struct, frozen=True, kw_only=True):
    """What is to travel, from whom and to whom.

    Attributes:
        fields: of each person, as chosen; see `ORDER_FIELDS`.
        receiver: whose keys it is sealed for.
        path: where the sealed file goes, in a folder that exists.
    """

    file: ConferenceFile
    fields: tuple[str, ...]
    address: Address
    sender: Sender
    receiver: PublicKeys
    path: Path


def seal_file(order: Order, papers: Mapping[str, bytes]) -> SealedFile:
    """Seal, write, open what was written with one's own key, and compare it.

    Raises:
        OSError: the file could not be written.
        NotWrittenBackError: what was written does not open as what was sealed.
    """
    content = write_content(
        ConferenceContent(file=order.file, papers=papers), (*order.fields, *ORDER_FIELDS)
    )
    data = seal(order.address, content, order.sender, order.receiver)
    write_atomically(order.path, data)
    try:
        opened = _opened_again(order)
        told = read_content(opened)
    except InputRefused as refusal:
        order.path.unlink(missing_ok=True)
        raise NotWrittenBackError(str(order.path)) from refusal
    if opened != content:
        order.path.unlink(missing_ok=True)
        raise NotWrittenBackError(str(order.path))
    return SealedFile(
        path=str(order.path),
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        content_sha512=hashlib.sha512(content).hexdigest(),
        people=len(told.file.delegates),
        pictures=len(told.file.images),
        papers=tuple(sorted(told.papers)),
    )


def read_sealed(path: Path, sha256: str) -> bytes:
    """Read a sealed file that was kept, as it was written.

    Raises:
        InputRefused: UNREADABLE.
        NotWrittenBackError: it is no longer what was sealed.
    """
    data = read_bundle(path)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise NotWrittenBackError(str(path))
    return data


def _opened_again(order: Order) -> bytes:
    keys = order.sender.keys
    me = order.sender.id
    trust = Trust(me=me, known={me: {keys.public().signing: keys.number}})
    return open_bundle(read_bundle(order.path), [keys.identity()], trust).content
