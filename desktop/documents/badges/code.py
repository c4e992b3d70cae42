"""The digits that stand for a badge: in its QR code, under it, and typed by a scanner.

Twelve digits: six for the conference (its id modulo a million), five for the badge number, one
check digit (ISO/IEC 7064, MOD 11,10), which finds every single wrong digit and nearly every
swap of two neighbours. Digits only, because a scanner that types letters through a Vietnamese
keyboard (Telex, VNI) would see them changed.
"""

from __future__ import annotations

from msgspec import Struct

from desktop.errors import InputRefused

CONFERENCE_DIGITS = 6
NUMBER_DIGITS = 5
DIGITS = CONFERENCE_DIGITS + NUMBER_DIGITS + 1
_CONFERENCES = 1_000_000  # what six digits tell apart


class BadgeCode(Struct, frozen=True):
    """What the digits of a badge say."""

    conference_part: int
    badge_number: int


def conference_part(conference_id: str) -> int:
    """Shorten the id of a conference to what its badges carry."""
    return int(conference_id, 16) % _CONFERENCES


def check_digit(digits: str) -> str:
    """Compute the check digit of ISO/IEC 7064, MOD 11,10."""
    remainder = 10
    for digit in digits:
        remainder = (remainder + int(digit)) % 10 or 10
        remainder = remainder * 2 % 11
    return str((11 - remainder) % 10)


def badge_digits(conference_id: str, badge_number: int) -> str:
    """Write the digits of one badge."""
    body = f"{conference_part(conference_id):0{CONFERENCE_DIGITS}}{badge_number:0{NUMBER_DIGITS}}"
    return body + check_digit(body)


def grouped(digits: str) -> str:
    """Space the digits out as they are printed: conference, number, check digit."""
    return f"{digits[:CONFERENCE_DIGITS]} {digits[CONFERENCE_DIGITS:-1]} {digits[-1]}"


def parse(text: str) -> BadgeCode:
    """Read the digits of a badge back; spaces do not matter.

    Raises:
        InputRefused: badge-code-length, badge-code-letters or badge-code-check.
    """
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdigit()):
        raise InputRefused("badge-code-letters", text=text)
    if len(digits) != DIGITS:
        raise InputRefused("badge-code-length", text=text, expected=DIGITS)
    if check_digit(digits[:-1]) != digits[-1]:
        raise InputRefused("badge-code-check", text=text)
    return BadgeCode(int(digits[:CONFERENCE_DIGITS]), int(digits[CONFERENCE_DIGITS:-1]))
