"""How long the installed program takes until it is painted, against the same one from a clone."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from installers.smoke.screen import Screen
from installers.smoke.trials import HOME_WINDOW, expect
from installers.steps import start

ROUNDS = 9
LARGEST_RATIO = 1.2


def compare_starts(installed: Sequence[str], clone: Sequence[str], shown: Screen) -> str:
    """Start both in turns, each on a store of its own; give the figures.

    Raises:
        BuildStopped: the installed one is too slow.
    """
    times: dict[str, list[float]] = {"installed": [], "clone": []}
    commands = {"installed": installed, "clone": clone}
    with tempfile.TemporaryDirectory() as data:
        for turn in range(ROUNDS + 1):
            for name, command in commands.items():
                taken = _seconds(command, shown, Path(data, name))
                if turn:  # the first start makes the store, and fills the system's cache
                    times[name].append(taken)
    middle = {name: median(taken) for name, taken in times.items()}
    ratio = middle["installed"] / middle["clone"]
    figures = f"{middle['installed']:.2f} s installed, {middle['clone']:.2f} s from the clone"
    expect(ratio <= LARGEST_RATIO, f"{figures}: {ratio:.2f} times as long")
    return f"{figures}, ratio {ratio:.2f}"


def _seconds(command: Sequence[str], shown: Screen, data: Path) -> float:
    began = time.monotonic()
    surroundings = {
        **shown.told,
        "XDG_DATA_HOME": str(data),
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }
    running = start(command, surroundings)
    shown.wait_until_painted()
    taken = time.monotonic() - began
    shown.close_window(shown.wait_for_window(HOME_WINDOW), running)
    shown.wait_until_empty()
    return taken
