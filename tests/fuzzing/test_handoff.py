"""The search through the layers of a bundle, half a minute of it with every run of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzzing import handoff
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


@pytest.mark.parametrize("place", range(len(LAYERS)))
def test_a_fault_in_any_layer_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError

    readers = ("open_bundle", "read_header", "read_reply", "read_rules", "read_update")
    for name in (*readers, "verdict_of_code"):
        monkeypatch.setattr(handoff, name, stumble)
    monkeypatch.setattr(handoff, "seeds", lambda: [bytes([place]) + LAYERS[place][1]])
    monkeypatch.setattr(handoff, "damaged", lambda data, _: data)
    assert at_random(range(3), _SEEDS[0], tmp_path) == 3
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("seed", _SEEDS)
def test_damage_in_any_layer_is_used_or_refused(seed: int, tmp_path: Path) -> None:
    assert at_random(range(_ROUNDS), seed, tmp_path) == 0
    assert list(tmp_path.iterdir()) == []
