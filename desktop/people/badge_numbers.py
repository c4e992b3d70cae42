"""Badge numbers: without gaps, in the numbers kept for each group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from db.records import Delegate, ParticipantGroup

HIGHEST = 99_999  # as db.records has it


class Numbering(Struct, frozen=True):
    """Who gets which number.

    Attributes:
        numbers: by id, of those whose number is another one now.
        crowded: by group, how many found no room in the numbers kept for it and got others.
        unnumbered: how many are left without any, because there are no more.
    """

    numbers: Mapping[str, int | None]
    crowded: Mapping[str, int]
    unnumbered: int = 0


def numbered(
    people: Sequence[Delegate], groups: Sequence[ParticipantGroup], *, anew: bool
) -> Numbering:
    """Give numbers in the order of the list.

    A group has the numbers kept for it; people of other groups have those that nobody keeps.

    Args:
        people: of the whole conference, in order.
        groups: of the conference.
        anew: whether everybody gets a number anew; else only those who have none.
    """
    taken = set() if anew else {one.badge_number for one in people} - {None}
    kept = {group.id: _kept(group) for group in groups if _keeps_numbers(group)}
    own = {group_id: _free(numbers, taken) for group_id, numbers in kept.items()}
    others = _free(range(1, HIGHEST + 1), taken, list(kept.values()))
    numbers: dict[str, int | None] = {}
    crowded: dict[str, int] = {}
    for one in people:
        if one.badge_number is not None and not anew:
            continue
        number = next(own[one.group_id], None) if one.group_id in own else None
        if number is None:
            if one.group_id in own:
                crowded[one.group_id] = crowded.get(one.group_id, 0) + 1
            number = next(others, None)
        if number is not None:
            taken.add(number)
        numbers[one.id] = number
    return Numbering(
        numbers={
            one.id: numbers[one.id]
            for one in people
            if one.id in numbers and numbers[one.id] != one.badge_number
        },
        crowded=crowded,
        unnumbered=sum(number is None for number in numbers.values()),
    )


def overlapping(groups: Sequence[ParticipantGroup]) -> list[tuple[str, str]]:
    """Name the pairs of groups that keep the same numbers."""
    keeping = [(group.id, _kept(group)) for group in groups if _keeps_numbers(group)]
    return [
        (one, other)
        for place, (one, numbers) in enumerate(keeping)
        for other, others in keeping[place + 1 :]
        if max(numbers.start, others.start) < min(numbers.stop, others.stop)
    ]


def next_number(people: Sequence[Delegate], group: ParticipantGroup | None) -> int | None:
    """Give the number of somebody new: the one after the last of the group, or of everybody."""
    taken = {one.badge_number for one in people if one.badge_number is not None}
    if group is not None and _keeps_numbers(group):
        kept = _kept(group)
        last = max((number for number in taken if number in kept), default=kept.start - 1)
        after = next((n for n in range(last + 1, kept.stop) if n not in taken), None)
        if after is not None:
            return after
    highest = max(taken, default=0)
    return highest + 1 if highest < HIGHEST else None


def _keeps_numbers(group: ParticipantGroup) -> bool:
    return group.first_badge is not None or group.last_badge is not None


def _kept(group: ParticipantGroup) -> range:
    first = 1 if group.first_badge is None else group.first_badge
    last = HIGHEST if group.last_badge is None else group.last_badge
    return range(first, last + 1)


def _free(numbers: range, taken: set[int | None], kept: Sequence[range] = ()) -> Iterator[int]:
    """Walk the numbers that nobody has; those taken while walking are passed over too."""
    for number in numbers:
        if number not in taken and not any(number in others for others in kept):
            yield number
