"""Badges against the same drawing on a bare canvas: time as a ratio, and memory.

Run: python -m tests.benchmarks.badges
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from db.records import ConferenceFile
from desktop.documents.badges.run import render
from desktop.documents.pdfa import Metadata, finish
from desktop.documents.snapshot import Snapshot
from tests.benchmarks.bare_badges import draw
from tests.builders import NOON
from tests.desktop.documents.badges.people import a_crowd, with_photos

ROUNDS = 9
METADATA = Metadata(title="Thẻ", author="Ủy ban", language="vi-VN", made_at=NOON)
GOAL = 1.3


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def compare(name: str, file: ConferenceFile, rounds: int) -> str:
    """Time ours and the bare canvas in turns; the ratios are medians over the rounds."""
    snapshot = Snapshot(file=file, made_at=NOON)
    with tempfile.TemporaryDirectory() as folder:
        photos = {image.id: Path(folder, f"{image.id}.jpg") for image in file.images}
        for image in file.images:
            photos[image.id].write_bytes(image.data)
        works: dict[str, Callable[[], object]] = {
            "ours": lambda: render(snapshot),
            "bare": lambda: draw(file, photos),
            "bare and PDF/A": lambda: finish(draw(file, photos), METADATA),
        }
        times: dict[str, list[float]] = {key: [] for key in works}
        for _ in range(rounds):
            for key, work in works.items():
                times[key].append(seconds(work))
    ours, bare, archived = (median(times[key]) * 1000 for key in works)
    like_for_like, against_bare = (
        median(one / other for one, other in zip(times["ours"], times[key], strict=True))
        for key in ("bare and PDF/A", "bare")
    )
    return (
        f"{name}: ours {ours:.0f} ms, bare canvas {bare:.0f} ms, with PDF/A {archived:.0f} ms; "
        f"{like_for_like:.2f} × like for like (goal {GOAL}), {against_bare:.2f} × without PDF/A"
    )


def peak_mib(count: int, *, drawn: bool) -> float:
    """Measure the peak memory of a process that draws so many badges, or only holds them.

    Linux only; the peak that getrusage gives would be that of the parent process.
    """
    code = (
        "from tests.benchmarks.badges import *\n"
        f"s = Snapshot(file=with_photos(a_crowd({count})), made_at=NOON)\n"
        f"{'render(s)' if drawn else ''}\n"
        "print(Path('/proc/self/status').read_text())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


def figures() -> Iterator[str]:
    """Measure everything, a line each."""
    yield compare("200 badges, 3 photos", a_crowd(200), ROUNDS)
    yield compare("200 badges, each its photo", with_photos(a_crowd(200)), ROUNDS)
    yield compare("3,000 badges, each its photo", with_photos(a_crowd(3000)), 3)
    for count in (300, 3000):
        held, peak = (peak_mib(count, drawn=drawn) for drawn in (False, True))
        yield f"{count} badges with photos: peak {peak:.0f} MiB, {held:.0f} of them the input"


if __name__ == "__main__":
    main()
