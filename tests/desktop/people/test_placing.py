from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.placing import placed


@st.composite
def moves(draw: st.DrawFn) -> tuple[list[int], list[int], int]:
    places = sorted(draw(st.lists(st.integers(0, 12), min_size=1, max_size=9)))
    rows = range(len(places))
    moved = sorted(draw(st.sets(st.sampled_from(rows), min_size=1)))
    return places, moved, draw(st.integers(0, len(places)))


@given(moves())
def test_the_moved_rows_stand_where_they_were_put_and_all_others_keep_their_order(
    move: tuple[list[int], list[int], int],
) -> None:
    places, moved, before = move
    changed = placed(places, moved, before, highest=1000)
    after = [changed.get(row, place) for row, place in enumerate(places)]
    rest = [row for row in range(len(places)) if row not in moved]
    gap = sum(row < before for row in rest)
    wanted = [*rest[:gap], *moved, *rest[gap:]]
    # a stable sort by the numbers gives the wanted order, and no tie hangs on a moved row
    assert all(after[one] <= after[other] for one, other in pairwise(wanted))
    assert all(
        after[one] < after[other]
        for one, other in pairwise(wanted)
        if one in moved or other in moved
    )
    assert all(0 <= number <= 1000 for number in after)
    assert all(places[row] != number for row, number in changed.items())


def test_between_two_rows_with_room_only_the_moved_row_changes() -> None:
    assert placed([10, 20, 30], [2], 1, 1000) == {2: 15}


def test_without_room_as_few_rows_as_can_be_make_some() -> None:
    changed = placed(list(range(1, 1001)), [999], 500, 1_000_000)
    assert len(changed) <= 501
    after = [changed.get(row, row + 1) for row in range(1000)]
    assert after[499] < after[999] < after[500]


def test_the_next_move_to_the_same_place_finds_room() -> None:
    places = list(range(1, 101))
    changed = placed(places, [0], 99, 1_000_000)
    places = sorted(changed.get(row, place) for row, place in enumerate(places))
    assert len(placed(places, [5], 99, 1_000_000)) == 1


def test_at_the_end_the_numbers_do_not_run_away() -> None:
    assert placed([1, 2, 3], [0], 3, 1_000_000_000) == {0: 19}


def test_more_rows_than_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="more rows"):
        placed([0, 1, 1], [0], 3, highest=1)
