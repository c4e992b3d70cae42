"""From nothing to a usable home window, against a bare PySide6 window: time as a ratio.

Whole processes, started in turns: interpreter, loading, store, window, painting, until Qt has
nothing left to do. The store holds the sample, as an office's store would. Without a display the
windows are drawn in memory.

Run: python -m tests.benchmarks.start
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import monotonic

from desktop.app import open_workspace
from desktop.demo import numbered_ids

ROUNDS = 15
GOAL = 1.5

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Hoinghi"))
window.show()
application.processEvents()
print(time.monotonic())
"""
OURS = """
import sys, time
sys.modules["typing_extensions"] = None  # not there for users; msgspec loads it where it is
def until_idle(*_):
    QApplication.processEvents()
    print(time.monotonic())
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return 0
class WhenQtIsWanted:  # not sooner: the order in which the program loads is part of its start
    def find_spec(self, name, *_):
        if name == "desktop.app":
            global QApplication
            from PySide6.QtWidgets import QApplication
            QApplication.exec = until_idle
sys.meta_path.insert(0, WhenQtIsWanted())
from desktop.__main__ import main
main()
"""


def seconds(script: str, surroundings: dict[str, str]) -> float:
    """Time one process from its start until it says that its window stands."""
    started = monotonic()  # the same clock in every process of a machine
    command = [sys.executable, "-c", script]
    told = subprocess.run(
        command, check=True, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return float(told.stdout) - started


def figures(rounds: int = ROUNDS) -> Iterator[str]:
    """Time both in turns and give lines to read."""
    surroundings = dict(os.environ)
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # an office's PC keeps what it compiled
    if sys.platform == "linux" and "DISPLAY" not in surroundings:
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as temporary:
        surroundings["XDG_DATA_HOME"] = temporary  # where the program looks for its store
        folder = Path(temporary) / "hoinghi"
        workspace = open_workspace(folder, lambda: datetime.now(UTC), numbered_ids())
        workspace.add_sample()
        workspace.store.close()
        times = [
            tuple(seconds(script, surroundings) for script in (BARE, OURS))
            for _ in range(rounds + 1)
        ][1:]
    bare, ours = (median(column) for column in zip(*times, strict=True))
    platform = surroundings.get("QT_QPA_PLATFORM", "the screen")
    yield (
        f"start on {platform}: bare window {bare * 1000:.0f} ms, home window {ours * 1000:.0f} ms, "
        f"ratio {ours / bare:.2f} (goal {GOAL})"
    )


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
