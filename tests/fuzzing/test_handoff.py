"""The search through the layers of a bundle, half a minute of it with every run of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzzing.handoff import COUNTS, LAYERS, at_random, attempt, seeds

_SEEDS = range(6)  # one test each: they run side by side
_ROUNDS = 12_000  # in five seconds or so


def test_what_is_sound_reaches_the_end_of_its_layer() -> None:
    used = COUNTS.copy()
    for data in seeds():
        attempt(data)
    reached = {name for (name, outcome) in COUNTS - used if outcome == "used"}
    names = {read.__name__.strip("_") for read, _ in LAYERS}
    assert reached == names - {"code"}  # nobody gave that code


@pytest.mark.parametrize("seed", _SEEDS)
def test_damage_in_any_layer_is_used_or_refused(seed: int, tmp_path: Path) -> None:
    assert at_random(range(_ROUNDS), seed, tmp_path) == 0
    assert list(tmp_path.iterdir()) == []
