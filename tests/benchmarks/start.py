"""From nothing to a usable home window, against a bare PySide6 window: time as a ratio.

Whole processes, started in turns: loading, store, window, painting, until Qt has nothing left to
do. The store holds the sample, as an office's store would.

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
from time import perf_counter

from desktop.app import open_workspace
from desktop.demo import numbered_ids

ROUNDS = 15
GOAL = 1.5

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Hoinghi"))
window.show()
while not window.isVisible() or window.windowHandle() is None:
    application.processEvents()
application.processEvents()
"""
OURS = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
def until_idle(*_):
    QApplication.processEvents()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown, "no window came up"
    return 0
QApplication.exec = until_idle
from desktop.app import run_window
run_window(folder=Path(sys.argv[1]))
"""


def seconds(script: str, folder: Path) -> float:
    """Time one process."""
    started = perf_counter()
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True)
    return perf_counter() - started


def figures(rounds: int = ROUNDS) -> Iterator[str]:
    """Time both in turns and give lines to read."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        workspace = open_workspace(folder, lambda: datetime.now(UTC), numbered_ids())
        workspace.add_sample()
        workspace.store.close()
        times = [(seconds(BARE, folder), seconds(OURS, folder)) for _ in range(rounds + 1)][1:]
    bare, ours = (median(column) for column in zip(*times, strict=True))
    ratio = median(mine / other for other, mine in times)
    platform = os.environ.get("QT_QPA_PLATFORM", "the screen")
    yield (
        f"start on {platform}: bare window {bare * 1000:.0f} ms, home window {ours * 1000:.0f} ms, "
        f"ratio {ratio:.2f} (at most {GOAL})"
    )


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
