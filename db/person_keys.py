"""By what a person is found among all conferences: plain letters, and what makes two entries one.

Accents, case and punctuation do not count, and đ is d.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from db.records import Delegate

_CARD_LENGTHS = frozenset((9, 12))  # CMND, CCCD
_ROUNDED = "E+"


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Give text as plain small letters and digits, its words with one space between."""
    small = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", small)
    letters = (char for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in letters).split()).replace(
        "đ", "d"
    )


def card_key(person: Delegate) -> str:
    """Give the digits of a whole card number; empty where there is none.

    What Excel leaves of a long number, 6.607512E+10, is no number at all.
    """
    if _ROUNDED in person.id_number.upper():
        return ""
    digits = "".join(filter(str.isdecimal, person.id_number))
    return digits if len(digits) in _CARD_LENGTHS else ""


def name_key(person: Delegate) -> str:
    """Give name and year of birth; empty where either is not known."""
    name = folded(person.name).replace(" ", "")
    return f"{name} {person.birth.year}" if name and person.birth is not None else ""


def keys(person: Delegate) -> tuple[str, str, str]:
    """Give card, name and words."""
    return card_key(person), name_key(person), words(person)


def words(person: Delegate) -> str:
    """Give everything a person is searched by, a field a line."""
    name = folded(person.name)
    fields = (person.unit, person.post, person.represents, *person.honours)
    return "\n".join(
        (
            name,
            "".join(word[0] for word in name.split()),
            *("".join(filter(str.isdecimal, each)) for each in (person.id_number, person.phone)),
            *map(folded, fields),
        )
    )
