from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.handoff.standing import Held, Standing, current_of, standing_of

HELD = (Held(2, "aa"), Held(3, "bb"))
some_held = st.lists(st.builds(Held, st.integers(1, 4), st.sampled_from("abc")), min_size=1)


@pytest.mark.parametrize(
    ("number", "content", "standing"),
    [
        (3, "bb", Standing.SAME),
        (2, "aa", Standing.SAME),
        (3, "aa", Standing.FORK),
        (4, "bb", Standing.NEWER),
        (1, "aa", Standing.OLDER),
    ],
)
def test_a_bundle_stands_by_its_number_and_content(
    number: int, content: str, standing: Standing
) -> None:
    assert standing_of(number, content, HELD) is standing
    assert standing_of(number, content, ()) is Standing.NEW


@given(some_held, st.randoms())
def test_the_newest_counts_in_any_order_of_arrival(held: list[Held], chance: object) -> None:
    current, is_fork = current_of(held)
    assert current.number == max(one.number for one in held)
    assert is_fork == (len({one for one in held if one.number == current.number}) > 1)
    assert current_of(reversed(held)) == current_of([*held, *held]) == (current, is_fork)
