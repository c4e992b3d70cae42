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
from desktop.documents.badges.run import print_badges, usual_run
from desktop.documents.pdfa import Metadata
from desktop.documents.snapshot import Snapshot
from tests.benchmarks import badge_peers
from tests.benchmarks.bare_badges import draw, draw_archived
from tests.builders import NOON
from tests.desktop.documents.badges.people import a_crowd, with_photos

METADATA = Metadata(title="Thẻ", author="Ủy ban", language="vi-VN", made_at=NOON)
GOAL = 1.3
PEER_GOAL = 10


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def compare(file: ConferenceFile, rounds: int) -> Iterator[str]:
    """Time ours and the bare canvas in turns; the ratios are medians over the rounds."""
    snapshot = Snapshot(file=file, made_at=NOON)
    count = len(file.delegates)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photos = {image.id: folder / f"{image.id}.jpg" for image in file.images}
        for image in file.images:
            photos[image.id].write_bytes(image.data)
        ours, bare = folder / "ours.pdf", folder / "bare.pdf"
        works: dict[str, Callable[[], object]] = {
            "ours": lambda: print_badges(silent, snapshot, usual_run(), ours),
            "bare": lambda: bare.write_bytes(draw(file, photos)),
            "archived": lambda: bare.write_bytes(draw_archived(file, photos, METADATA)),
        }
        times: dict[str, list[float]] = {key: [] for key in works}
        for _ in range(rounds):
            for key, work in works.items():
                times[key].append(seconds(work))
        shown = {key: median(each) for key, each in times.items()}
        plain, like = (
            median(one / other for one, other in zip(times["ours"], times[key], strict=True))
            for key in ("bare", "archived")
        )
        yield (
            f"{count} badges with photos and codes: {shown['ours']:.2f} s, "
            f"{ours.stat().st_size / 1e6:.1f} MB; straight on a canvas {shown['bare']:.2f} s, made "
            f"an archive's PDF as ours is {shown['archived']:.2f} s: {plain:.2f} × the canvas "
            f"alone (goal {GOAL}), {like:.2f} × like for like (goal {GOAL})"
        )
        yield from _peers(file, photos, folder, shown["ours"])


def _peers(
    file: ConferenceFile, photos: dict[str, Path], folder: Path, ours_s: float
) -> Iterator[str]:
    """Time what else an office has, once: it takes long enough to be told apart."""
    count = len(file.delegates)
    peers = (
        ("gLabels", badge_peers.has_glabels(), badge_peers.prepare_glabels),
        ("LibreOffice", badge_peers.has_libreoffice(), badge_peers.prepare_libreoffice),
    )
    for name, is_here, prepare in peers:
        if not is_here:
            yield f"{count} badges, {name}: not installed"
            continue
        command = prepare(file, photos, folder)
        done: list[bool] = []
        took = seconds(lambda: done.append(badge_peers.run(command)))  # noqa: B023 - run at once
        end = "" if done[0] else ", ended unfinished"
        yield (
            f"{count} badges, {name}: {took:.1f} s{end}: ours is {took / ours_s:.0f} × as fast "
            f"(goal {PEER_GOAL})"
        )


def silent(_done: int, _total: int) -> None:
    """Take reports of progress and say nothing."""


def peak_mib(count: int, *, drawn: bool) -> float:
    """Measure the peak memory of a process that prints so many badges, or only holds them.

    Linux only; the peak that getrusage gives would be that of the parent process.
    """
    work = "print_badges(silent, s, usual_run(), Path(folder, 'o.pdf'))" if drawn else "pass"
    code = (
        "from tests.benchmarks.badges import *\n"
        f"s = Snapshot(file=with_photos(a_crowd({count})), made_at=NOON)\n"
        f"with tempfile.TemporaryDirectory() as folder:\n    {work}\n"
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
    for count, rounds in ((300, 7), (3000, 3)):
        yield from compare(with_photos(a_crowd(count)), rounds)
    peaks = []
    for count in (300, 3000):
        held, peak = (peak_mib(count, drawn=drawn) for drawn in (False, True))
        peaks.append(peak)
        yield f"{count} badges: peak {peak:.0f} MiB, {held:.0f} of them the input"
    yield f"peak of 3,000 badges: {peaks[1] / peaks[0]:.2f} × that of 300 (goal 2)"


if __name__ == "__main__":
    main()
