"""Changes a file in a few places, as a bad medium or an attacker does."""

from __future__ import annotations

import random

PIECES = (
    b"\0",
    b"\xff\xfe",
    b'"',
    b"]",
    b"{",
    b"-1",
    b"1e999",
    b"9" * 30,
    b"\xcc\x81" * 50,
    b"<!--",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Change a few places of a file: bits, cuts, repeats, pieces that readers trip over."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        place = chance.randrange(len(changed) + 1)
        match chance.randrange(6):
            case 0 if place < len(changed):
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                del changed[place : place + chance.choice((1, 8, 200))]
            case 2:
                changed[place:place] = chance.choice(PIECES)
            case 3:
                changed[place:place] = changed[place : place + chance.choice((10, 500))]
            case 4 if chance.randrange(10) == 0:
                del changed[place:]
            case _:
                changed[place : place + 1] = bytes([chance.randrange(256)])
    return bytes(changed)
