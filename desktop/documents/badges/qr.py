"""QR codes of badge digits: version 1, error correction H, one mask for all.

With version, level and mask fixed, every module is a fixed XOR of the bits of the digits (the
error correction is linear). So segno encodes only the forty single bits, once; a badge's code
is then a few XORs, sixty times faster than encoding each.
"""

from __future__ import annotations

import re
from functools import cache

import segno

from desktop.documents.badges.code import DIGITS

VERSION = 1
MODULES = 21  # a side of version 1
QUIET_MODULES = 4  # ISO/IEC 18004
SIDE_MODULES = MODULES + 2 * QUIET_MODULES
MASK = 3
_TRIPLE = 3  # numeric mode packs three digits into ten bits
_DARK_RUN = re.compile("1+")


def _encoded(digits: str) -> int:
    """Encode with segno; the modules row by row as the bits of one number."""
    matrix = segno.make(
        digits, version=VERSION, error="h", mode="numeric", mask=MASK, boost_error=False
    ).matrix
    return int("".join(str(module) for row in matrix for module in row), 2)


@cache
def _blank() -> int:
    """Encode nothing but zeros."""
    return _encoded("0" * DIGITS)


@cache
def _bit(place: int, weight: int) -> int:
    """Encode what one bit of the triple at this place changes."""
    before, after = "0" * place, "0" * (DIGITS - place - _TRIPLE)
    return _encoded(f"{before}{weight:0{_TRIPLE}}{after}") ^ _blank()


def modules(digits: str) -> int:
    """Encode the digits of a badge: 441 modules, row by row from the top, most significant first.

    Raises:
        ValueError: not exactly as many digits as a badge code has.
    """
    if len(digits) != DIGITS or not digits.isdigit():
        raise ValueError(digits)
    code = _blank()
    for place in range(0, DIGITS, _TRIPLE):
        value = int(digits[place : place + _TRIPLE])
        while value:
            weight = value & -value
            code ^= _bit(place, weight)
            value ^= weight
    return code


def path(digits: str) -> str:
    """Draw the code as PDF operators in module units, origin bottom left: one filled path.

    Neighbouring dark modules of a row are one rectangle; a single path leaves no hairlines
    between rows on any printer.
    """
    bits = f"{modules(digits):0{MODULES * MODULES}b}"
    rows = "|".join(bits[start : start + MODULES] for start in range(0, len(bits), MODULES))
    return " ".join([_rectangle(*run.span()) for run in _DARK_RUN.finditer(rows)]) + " f"


@cache
def _rectangle(start: int, end: int) -> str:
    """Draw a run of dark modules; places count along the rows, each one separator longer."""
    row, column = divmod(start, MODULES + 1)
    return f"{column} {MODULES - 1 - row} {end - start} 1 re"
