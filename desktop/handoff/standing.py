"""How a bundle stands to those that came before it; numbers and hashes decide, never a clock."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Standing(StrEnum):
    """What a bundle is to its receiver."""

    NEW = "new"  # the first about its subject
    SAME = "same"  # here already, to the byte
    NEWER = "newer"  # it counts from now on
    OLDER = "older"  # kept where all are kept; it does not count
    FORK = "fork"  # its number is here already with other content


class Held(Struct, frozen=True, order=True):
    """What is known of a bundle that came before."""

    number: int
    content_sha512: str


def standing_of(number: int, content_sha512: str, held: Iterable[Held]) -> Standing:
    """Compare one bundle with all that are held of the same sender, kind and subject."""
    known = frozenset(held)
    if Held(number, content_sha512) in known:
        return Standing.SAME
    numbers = {one.number for one in known}
    if number in numbers:
        return Standing.FORK
    if not numbers:
        return Standing.NEW
    return Standing.NEWER if number > max(numbers) else Standing.OLDER


def current_of(held: Iterable[Held]) -> tuple[Held, bool]:
    """Pick the one that counts, and tell whether it is one side of a fork.

    Of a fork the lesser hash is taken, so that every order of arrival gives the same.
    """
    known = sorted(frozenset(held), key=lambda one: (-one.number, one.content_sha512))
    return known[0], len(known) > 1 and known[1].number == known[0].number
