"""Whose badges are printed: some delegates, and blanks with numbers of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import md5

from msgspec import Struct

from db.records import Delegate
from desktop.documents.badges.code import NUMBER_DIGITS
from desktop.errors import InputRefused

HIGHEST_NUMBER = 10**NUMBER_DIGITS - 1


class Blanks(Struct, frozen=True, kw_only=True):
    """Badges without a name, to be written on by hand at the door.

    Attributes:
        first: the first of their numbers; none of them may be a delegate's.
        group_id: whose colour and words they bear.
    """

    count: int
    first: int
    group_id: str = ""


def chosen(delegates: Iterable[Delegate], ids: Collection[str] | None) -> tuple[Delegate, ...]:
    """Keep those delegates whose ids are asked for; all when nothing is asked."""
    return tuple(each for each in delegates if ids is None or each.id in ids)


def next_free_number(delegates: Iterable[Delegate], reserved: Iterable[int] = ()) -> int:
    """Give the number behind every one that is taken."""
    return 1 + max([*(each.badge_number or 0 for each in delegates), *reserved], default=0)


def blank_delegates(
    conference_id: str, delegates: Iterable[Delegate], blanks: Blanks
) -> tuple[Delegate, ...]:
    """Make the bearers of blank badges; the same blanks are always the same records.

    Raises:
        InputRefused: blank-number-taken or blank-number-high; the fact `number` says which.
    """
    taken = {each.badge_number for each in delegates}
    numbers = range(blanks.first, blanks.first + blanks.count)
    for number in numbers:
        if number in taken:
            raise InputRefused("blank-number-taken", number=number)
        if not 1 <= number <= HIGHEST_NUMBER:
            raise InputRefused("blank-number-high", number=number, limit=HIGHEST_NUMBER)
    return tuple(
        Delegate(
            id=md5(f"{conference_id} {number}".encode(), usedforsecurity=False).hexdigest(),
            conference_id=conference_id,
            badge_number=number,
            name="",
            group_id=blanks.group_id,
        )
        for number in numbers
    )
