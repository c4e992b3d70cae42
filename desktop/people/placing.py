"""Moving people by hand: few numbers change, and there is room for the next move."""

from __future__ import annotations

from collections.abc import Sequence

_STEP = 16  # between two places where nothing stands in the way


def placed(
    places: Sequence[int], moved: Sequence[int], before: int, highest: int
) -> dict[int, int]:
    """Give new places to rows so that the moved ones stand together before another row.

    Numbers that need not change stay; equal numbers may stand in a row before, but not where a
    moved row is put between them.

    Args:
        places: the number of each row, in the present order, rising; equal ones may follow.
        moved: indexes of the rows to move, in their order.
        before: index of the row they shall stand before; the count of rows for the end.
        highest: the largest number there is.

    Returns:
        new numbers by row index, of the moved rows and of those that had to make room.

    Raises:
        ValueError: there are more rows than numbers.
    """
    chosen = set(moved)
    kept = [row for row in range(len(places)) if row not in chosen]
    gap = sum(row < before for row in kept)
    order = [*kept[:gap], *moved, *kept[gap:]]
    numbers = [places[row] for row in order]
    first, last = _window(numbers, gap, gap + len(moved), highest)
    low, high = _bounds(numbers, first, last, highest)
    size = last - first
    if high - low - 1 < size:
        raise ValueError("more rows than numbers")
    if last == len(order):  # at the end there is no need to use all the room
        high = min(high, low + _STEP * (size + 1))
    spread = [low + (high - low) * place // (size + 1) for place in range(1, size + 1)]
    return {
        row: number
        for row, number in zip(order[first:last], spread, strict=True)
        if places[row] != number
    }


def _window(numbers: Sequence[int], first: int, last: int, highest: int) -> tuple[int, int]:
    """Find the fewest rows that get new numbers: those moved, and some on one side of them."""
    for more in range(len(numbers)):
        for start, end in ((first, min(len(numbers), last + more)), (max(0, first - more), last)):
            low, high = _bounds(numbers, start, end, highest)
            if high - low - 1 >= end - start:
                return start, end
    return 0, len(numbers)


def _bounds(numbers: Sequence[int], first: int, last: int, highest: int) -> tuple[int, int]:
    """Give the numbers that stand before and after a window of rows."""
    low = numbers[first - 1] if first else -1
    return low, numbers[last] if last < len(numbers) else highest + 1
