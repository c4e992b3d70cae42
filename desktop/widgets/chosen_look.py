"""How the officer wants the program to look, kept in the store."""

from __future__ import annotations

from desktop.widgets.keepsakes import keep, kept
from desktop.widgets.theme import TEXT_SIZES, Look, wear

_LOOK, _TEXT_SIZE = "look", "text-size"


def wear_as_chosen() -> None:
    """Dress the program as it was left."""
    chosen, size = kept(_LOOK), kept(_TEXT_SIZE)
    look = Look(chosen) if chosen in set(Look) else Look.SYSTEM
    is_known = size.isdecimal() and int(size) in TEXT_SIZES
    wear(look, int(size) if is_known else TEXT_SIZES[0])


def choose_look(look: Look, text_percent: int) -> None:
    """Dress the program like this now and from now on."""
    keep(_LOOK, look)
    keep(_TEXT_SIZE, str(text_percent))
    wear(look, text_percent)
