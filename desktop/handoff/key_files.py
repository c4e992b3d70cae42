"""Keys as files: the public ones for whoever is to know them, one's own for the command line."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from desktop.atomic_file import write_atomically
from desktop.errors import InputRefused
from desktop.handoff.bundle import Sender
from desktop.handoff.keys import (
    Card,
    KeyNumber,
    LockedKeys,
    OfficeId,
    PrivateKeys,
    has_signed,
    unlock,
)
from desktop.handoff.strict_json import StrictJsonError, decode_strictly

CARD_ENDING = ".hoinghi-key"
OWN_ENDING = ".hoinghi-own-key"
_MAX_BYTES = 64 * 1024
_HEADING = "hoinghi card v1"


class KeyFileRefusal(StrEnum):
    """Reasons of InputRefused for a file of keys."""

    UNREADABLE = "key-file-unreadable"  # facts: detail
    NO_KEYS = "key-file-no-keys"  # it is something else, or damaged
    SIGNATURE = "key-file-signature"  # it was changed after it was written
    NUMBER_TAKEN = "key-file-number-taken"  # facts: number; known here with other keys
    NO_NAME = "key-file-no-name"  # whoever makes keys has to say who they are


class CardFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Public keys as they travel, signed with themselves: that shows damage, and proves no owner.

    Attributes:
        revoked: numbers of the owner's keys that no longer count.
        signature: Ed25519, hex.
    """

    card: Card
    revoked: Annotated[tuple[KeyNumber, ...], Meta(max_length=200)] = ()
    signature: Annotated[str, Meta(pattern="^[0-9a-f]{128}$", max_length=128)]


class OwnKeyFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One's own keys at rest in a file, as the command line keeps them."""

    id: OfficeId
    name: Annotated[str, Meta(min_length=1, max_length=300)]
    locked: LockedKeys

    def card(self) -> Card:
        """Give what others may know."""
        return Card(id=self.id, name=self.name, keys=self.locked.public)

    def sender(self, passphrase: str) -> Sender:
        """Unlock.

        Raises:
            WrongPassphrase: this is not the passphrase.
        """
        return Sender(id=self.id, name=self.name, keys=unlock(self.locked, passphrase))


T = TypeVar("T", CardFile, OwnKeyFile)


def card_file(card: Card, keys: PrivateKeys, revoked: tuple[int, ...] = ()) -> CardFile:
    """Sign a card for its way."""
    signature = keys.sign(_signed(card, revoked)).hex()
    return CardFile(card=card, revoked=revoked, signature=signature)


def write_key_file(path: Path, file: CardFile | OwnKeyFile) -> None:
    """Write keys and read them back.

    Raises:
        OSError: they could not be written.
    """
    write_atomically(path, msgspec.json.encode(file) + b"\n", read_back=True)


def read_card_file(path: Path) -> CardFile:
    """Read the keys of somebody; whose they are, only the fingerprint tells.

    Raises:
        InputRefused: UNREADABLE, NO_KEYS or SIGNATURE.
    """
    file = _read(path, CardFile)
    signature = bytes.fromhex(file.signature)
    if not has_signed(file.card.keys.signing, _signed(file.card, file.revoked), signature):
        raise InputRefused(KeyFileRefusal.SIGNATURE, path)
    return file


def read_own_key_file(path: Path) -> OwnKeyFile:
    """Read one's own keys.

    Raises:
        InputRefused: UNREADABLE or NO_KEYS.
    """
    return _read(path, OwnKeyFile)


def _read(path: Path, kind: type[T]) -> T:
    try:
        with path.open("rb") as stream:
            text = stream.read(_MAX_BYTES)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(KeyFileRefusal.UNREADABLE, path, detail=detail) from error
    try:
        return decode_strictly(text, kind)
    except StrictJsonError as error:
        raise InputRefused(KeyFileRefusal.NO_KEYS, path) from error


def _signed(card: Card, revoked: tuple[int, ...]) -> bytes:
    keys = card.keys
    numbers = ",".join(str(number) for number in revoked)
    parts = (card.id, keys.sealing, keys.recovery, keys.signing, str(keys.number), numbers)
    return "\n".join((_HEADING, *parts, card.name, "")).encode("utf-8")
