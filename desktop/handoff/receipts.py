"""What the desk says of a bundle: signed for the stick, and as sixteen digits for the telephone.

Both depend on nothing but the bundle and the verdict, so that they can be given again at any time.
The digits come from the hash of the content as a secret: only who has opened the bundle knows it.
"""

from __future__ import annotations

import hashlib
import hmac
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.errors import InputRefused
from desktop.handoff.frame import Header, Sha512
from desktop.handoff.keys import OfficeId, PrivateKeys, has_signed

CODE_DIGITS = 16
_GROUP = 4
_HEADING = "hoinghi receipt v1"
_CODE_DOMAIN = b"hoinghi check code v1\0"


class Verdict(StrEnum):
    """What became of a bundle."""

    RECEIVED = "received"
    RETURNED = "returned"  # with remarks, to be mended and sent again


class ReceiptRefusal(StrEnum):
    """Reasons of InputRefused for a receipt."""

    SIGNATURE = "receipt-signature"  # the desk did not sign it
    CODE_LENGTH = "check-code-length"  # facts: count, expected
    CODE_CHECK = "check-code-check"  # a digit mistyped or two exchanged
    CODE_OTHER = "check-code-other"  # sound, but of another bundle


class Receipt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which bundle, by its identity, and the verdict of its receiver."""

    receiver: OfficeId
    sender: OfficeId
    subject: OfficeId
    number: Annotated[int, Meta(ge=1, le=1_000_000)]
    content_sha512: Sha512
    verdict: Verdict

    def text(self) -> bytes:
        """Lay out what is signed: a heading and every field, each on a line of its own."""
        fields = (str(getattr(self, name)) for name in self.__struct_fields__)
        return "\n".join((_HEADING, *fields, "")).encode("ascii")


class SignedReceipt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A receipt with the Ed25519 signature of its receiver, in hex."""

    receipt: Receipt
    signature: Annotated[str, Meta(pattern="^[0-9a-f]{128}$", max_length=128)]


def receipt_for(header: Header, verdict: Verdict) -> Receipt:
    """Make the receipt of a bundle of an office."""
    return Receipt(
        receiver=header.recipient,
        sender=header.sender.id,
        subject=header.subject,
        number=header.number,
        content_sha512=header.content_sha512,
        verdict=verdict,
    )


def sign_receipt(receipt: Receipt, keys: PrivateKeys) -> SignedReceipt:
    """Sign; the same receipt and keys give the same bytes."""
    return SignedReceipt(receipt=receipt, signature=keys.sign(receipt.text()).hex())


def check_receipt(signed: SignedReceipt, signing_key: str) -> None:
    """See that the desk signed it.

    Raises:
        InputRefused: SIGNATURE.
    """
    if not has_signed(signing_key, signed.receipt.text(), bytes.fromhex(signed.signature)):
        raise InputRefused(ReceiptRefusal.SIGNATURE)


def check_code(receipt: Receipt) -> str:
    """Give the code to read out: four groups of four digits, the last one checks the others."""
    secret = bytes.fromhex(receipt.content_sha512)
    digest = hmac.digest(secret, _CODE_DOMAIN + receipt.text(), hashlib.sha256)
    number = int.from_bytes(digest, "big") % 10 ** (CODE_DIGITS - 1)
    digits = str(number).zfill(CODE_DIGITS - 1)
    whole = digits + _check_digit(digits)
    return " ".join(whole[at : at + _GROUP] for at in range(0, CODE_DIGITS, _GROUP))


def verdict_of_code(typed: str, receipt: Receipt) -> Verdict:
    """Tell what a code typed in says of a bundle that was handed over.

    Args:
        typed: however it is grouped.
        receipt: of that bundle, with any verdict.

    Raises:
        InputRefused: CODE_LENGTH, CODE_CHECK or CODE_OTHER.
    """
    digits = "".join(letter for letter in typed if letter.isalnum())
    if len(digits) != CODE_DIGITS or not (digits.isascii() and digits.isdigit()):
        count = len(digits)
        raise InputRefused(ReceiptRefusal.CODE_LENGTH, count=count, expected=CODE_DIGITS)
    if _check_digit(digits[:-1]) != digits[-1]:
        raise InputRefused(ReceiptRefusal.CODE_CHECK)
    for verdict in Verdict:
        expected = check_code(msgspec.structs.replace(receipt, verdict=verdict))
        if hmac.compare_digest(expected.replace(" ", ""), digits):
            return verdict
    raise InputRefused(ReceiptRefusal.CODE_OTHER)


def _check_digit(digits: str) -> str:
    """Compute Damm's digit: finds every single slip and every exchange of two neighbours."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return str(interim)


# a quasigroup without any a * b = b * a, and with a * a = 0 (H. M. Damm, 2004)
_DAMM = tuple(
    tuple(map(int, row))
    for row in (
        *("0317598642", "7092154863", "4206871359", "1750983426", "6123045978"),
        *("3674209581", "5869720134", "8945362017", "9438617205", "2581436790"),
    )
)
