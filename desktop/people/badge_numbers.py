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
    kept = kept_numbers(groups)
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
    keeping = list(kept_numbers(groups).items())
    return [
        (one, other)
        for place, (one, numbers) in enumerate(keeping)
        for other, others in keeping[place + 1 :]
        if max(numbers.start, others.start) < min(numbers.stop, others.stop)
    ]


def next_number(
    people: Sequence[Delegate], groups: Sequence[ParticipantGroup], group_id: str
) -> int | None:
    """Give the number of somebody new: the one after the last of the group, or of the others."""
    taken = {one.badge_number for one in people if one.badge_number is not None}
    kept = kept_numbers(groups)
    every = range(1, HIGHEST + 1)
    own = _after_the_last(kept.get(group_id, range(0)), taken, ())
    return own or _after_the_last(every, taken, tuple(kept.values()))


def _after_the_last(
    numbers: range, taken: set[int], kept_for_others: Sequence[range]
) -> int | None:
    def is_ours(number: int) -> bool:
        return number in numbers and not any(number in others for others in kept_for_others)

    last = max(filter(is_ours, taken), default=numbers.start - 1)
    rest = range(max(last + 1, numbers.start), numbers.stop)
    return next((number for number in rest if is_ours(number)), None)


def kept_numbers(groups: Sequence[ParticipantGroup]) -> dict[str, range]:
    """Give the numbers kept for each group; an open end reaches to the next group's first."""
    keeping = [one for one in groups if one.first_badge is not None or one.last_badge is not None]
    starts = sorted(one.first_badge or 1 for one in keeping)
    kept = {}
    for one in keeping:
        first = one.first_badge or 1
        after = next((start for start in starts if start > first), HIGHEST + 1)
        last = after - 1 if one.last_badge is None else one.last_badge
        kept[one.id] = range(first, last + 1)
    return kept


def _free(numbers: range, taken: set[int | None], kept: Sequence[range] = ()) -> Iterator[int]:
    """Walk the numbers that nobody has; those taken while walking are passed over too."""
    for number in numbers:
        if number not in taken and not any(number in others for others in kept):
            yield number
