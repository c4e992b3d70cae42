"""The two pairs of keys of an office or a desk: one seals, one signs.

Both come from their libraries (age's X25519 by pyrage, Ed25519 by PyNaCl) and are only kept and
named here. The private half rests under a passphrase, if the officer set one, and always under
a recovery key that is printed once.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from typing import Annotated

import msgspec
import pyrage
from msgspec import Meta, Struct
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from desktop.errors import HoinghiError

_KEY_BYTES = 32
_FINGERPRINT_BYTES = 20  # 32 characters of base 32: read aloud in eight groups of four
_GROUP = 4
_TRIES, _TOO_SLOW = 8, "Excessive work"
_RECOVERY_PREFIX = "AGE-SECRET-KEY-1"

# the longest allowed goes with each pattern, because `$` lets a line feed through
HexKey = Annotated[
    str, Meta(pattern="^[0-9a-f]{64}$", max_length=64, description="An Ed25519 key, 32 bytes")
]
AgeRecipient = Annotated[str, Meta(pattern="^age1[02-9ac-hj-np-z]{58}$", max_length=62)]
KeyNumber = Annotated[int, Meta(ge=1, le=9999)]
OfficeId = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]


class WrongPassphrase(HoinghiError):  # noqa: N818 - an outcome, named as one
    """The passphrase or recovery key does not open these keys; nothing was changed."""


class PublicKeys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What others may know: whom to seal for, and whose signature to expect.

    Attributes:
        sealing, recovery: both are sealed for: the second is opened by what was printed.
        number: counts the pairs of one owner; a revocation names it.
    """

    sealing: AgeRecipient
    recovery: AgeRecipient
    signing: HexKey
    number: KeyNumber


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who an office or a desk is, and by which keys.

    Attributes:
        name: as people know it; nothing is decided by it.
    """

    id: OfficeId
    name: Annotated[str, Meta(min_length=1, max_length=300)]
    keys: PublicKeys

    def fingerprint(self) -> str:
        """Name the owner and the keys by eight groups of four, as on the printed form."""
        keys = self.keys
        parts = (self.id, keys.sealing, keys.recovery, keys.signing, str(keys.number))
        text = "\n".join(("hoinghi keys v1", *parts, ""))
        digest = hashlib.sha256(text.encode("ascii")).digest()[:_FINGERPRINT_BYTES]
        letters = base64.b32encode(digest).decode("ascii")
        return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


class PrivateKeys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Both private halves; never logged, never written but through `lock`."""

    sealing: str
    recovery: AgeRecipient  # its private half is on paper only
    signing: HexKey
    number: KeyNumber

    def __repr__(self) -> str:
        """Say nothing of the keys."""
        return f"PrivateKeys(number={self.number})"

    def public(self) -> PublicKeys:
        """Give the public halves."""
        return PublicKeys(
            sealing=str(self.identity().to_public()),
            recovery=self.recovery,
            signing=self._signer().verify_key.encode().hex(),
            number=self.number,
        )

    def identity(self) -> pyrage.x25519.Identity:
        """Give what opens files sealed for these keys."""
        return pyrage.x25519.Identity.from_str(self.sealing)

    def sign(self, message: bytes) -> bytes:
        """Sign a message: 64 bytes of Ed25519."""
        return bytes(self._signer().sign(message).signature)

    def _signer(self) -> SigningKey:
        return SigningKey(bytes.fromhex(self.signing))


class LockedKeys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Private keys at rest, with the public ones in the open.

    Attributes:
        kept: under the passphrase, or in the open when the officer set none.
        recovery: sealed for the recovery key that was printed.
    """

    public: PublicKeys
    has_passphrase: bool
    kept: bytes
    recovery: bytes


class NewKeys(Struct, frozen=True, kw_only=True):
    """Keys just made: to be stored, and what is printed once and then forgotten."""

    private: PrivateKeys
    locked: LockedKeys
    recovery_key: str


def make_keys(passphrase: str = "", number: int = 1) -> NewKeys:
    """Make both pairs, from the operating system's own randomness."""
    recovery = pyrage.x25519.Identity.generate()
    private = PrivateKeys(
        sealing=str(pyrage.x25519.Identity.generate()),
        recovery=str(recovery.to_public()),
        signing=SigningKey.generate().encode().hex(),
        number=number,
    )
    secret = msgspec.json.encode(private)
    locked = LockedKeys(
        public=private.public(),
        has_passphrase=bool(passphrase),
        kept=_under_passphrase(secret, passphrase),
        recovery=pyrage.encrypt(secret, [recovery.to_public()]),
    )
    return NewKeys(private=private, locked=locked, recovery_key=grouped_recovery(str(recovery)))


def unlock(locked: LockedKeys, passphrase: str = "") -> PrivateKeys:
    """Open keys at rest.

    Raises:
        WrongPassphrase: this is not the passphrase.
    """
    if not locked.has_passphrase:
        return _private(locked.kept)
    return _private(_with_passphrase(locked.kept, _same_letters(passphrase)))


def recovery_identity(recovery_key: str) -> pyrage.x25519.Identity:
    """Read what was printed; spaces, line breaks and case do not matter.

    Raises:
        WrongPassphrase: this is no recovery key.
    """
    letters = "".join(recovery_key.split()).replace("-", "").upper()
    text = _RECOVERY_PREFIX + letters.removeprefix(_RECOVERY_PREFIX.replace("-", ""))
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise WrongPassphrase from error


def unlock_with_recovery(locked: LockedKeys, recovery_key: str) -> PrivateKeys:
    """Open keys at rest with what was printed.

    Raises:
        WrongPassphrase: this is not the recovery key of these keys.
    """
    try:
        return _private(pyrage.decrypt(locked.recovery, [recovery_identity(recovery_key)]))
    except pyrage.DecryptError as error:
        raise WrongPassphrase from error


def change_passphrase(locked: LockedKeys, private: PrivateKeys, passphrase: str) -> LockedKeys:
    """Keep the same keys under another passphrase, or under none."""
    return msgspec.structs.replace(
        locked,
        has_passphrase=bool(passphrase),
        kept=_under_passphrase(msgspec.json.encode(private), passphrase),
    )


def has_signed(signing_key: str, message: bytes, signature: bytes) -> bool:
    """Tell whether a public key's owner signed exactly this message."""
    try:
        VerifyKey(bytes.fromhex(signing_key)).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def grouped_recovery(identity: str) -> str:
    """Write a recovery key for paper, in groups of four."""
    letters = identity.removeprefix(_RECOVERY_PREFIX)
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def _under_passphrase(secret: bytes, passphrase: str) -> bytes:
    return pyrage.passphrase.encrypt(secret, _same_letters(passphrase)) if passphrase else secret


def _with_passphrase(kept: bytes, words: str, tries: int = _TRIES) -> bytes:
    try:
        return bytes(pyrage.passphrase.decrypt(kept, words))
    except pyrage.DecryptError as error:
        # the library measures the machine first, and takes a busy one for too slow
        if tries > 1 and _TOO_SLOW in str(error):
            return _with_passphrase(kept, words, tries - 1)
        raise WrongPassphrase from error


def _same_letters(passphrase: str) -> str:
    # two keyboards may compose the same Vietnamese letter differently
    return unicodedata.normalize("NFC", passphrase)


def _private(secret: bytes) -> PrivateKeys:
    return msgspec.json.decode(secret, type=PrivateKeys)
