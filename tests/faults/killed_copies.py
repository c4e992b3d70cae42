"""Copies to a stick, each cut off at a random instant: what then stands under the name?

Run as a program with nothing beside it: it forks. It prints what it saw as JSON, and ends with 1
where a half file stood under the final name or a copy that was called checked was not whole.

exFAT replaces in two steps: a stick that is pulled between them has the whole new file under its
temporary name and none under the final one. A bundle with another number has another name, so
only a second copy of the same bundle can meet this, and the sealed one stays in the office.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sys
import time
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop.handoff.stick import copy_to_stick
from tests.faults.disks import exfat_stick

NAME = "hội-nghị-1.hoinghi"
_SIZE = 3 * 1024 * 1024
_MOST_ROUNDS = 20  # for each kill that is wanted: some copies are done before it


def content(number: int) -> bytes:
    """Give what is copied in a round: no two share a word, so a mixture is noticed."""
    return number.to_bytes(4, "big") * (_SIZE // 4)


def whole_number(path: Path) -> int | None:
    """Tell which round's copy stands there whole; 0 where none stands, None for a half one."""
    if not path.exists():
        return 0
    data = path.read_bytes()
    number = int.from_bytes(data[:4], "big")
    return number if number and data == content(number) else None


def begin_copy(path: Path, number: int) -> tuple[int, int]:
    """Copy in a process of its own; give its id and a pipe on which it calls it checked."""
    heard, tells = os.pipe()
    child = os.fork()
    if child:
        os.close(tells)
        return child, heard
    os.close(heard)
    copy_to_stick(path, content(number))
    os.write(tells, b"checked")
    os._exit(0)


def wait_for(heard: int, seconds: float) -> None:
    """Let a copy go on for a while, or until it is called checked."""
    select.select([heard], [], [], seconds)


def end(child: int, heard: int) -> bool:
    """Kill a copy; tell whether it was called checked before."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    is_checked = os.read(heard, 16) == b"checked"
    os.close(heard)
    return is_checked


class Seen(Struct):
    """What was found under the name, over all rounds."""

    cut_off: int = 0
    checked: int = 0
    old: int = 0
    new: int = 0
    half: int = 0
    gone: int = 0  # none stands where one stood
    lies: int = 0  # called checked, and not whole
    left_over: int = 0

    def note(self, path: Path, standing: int, number: int, *, is_checked: bool) -> int:
        """Look at what stands under the name; give whose it is."""
        now = whole_number(path)
        self.cut_off += not is_checked
        self.checked += is_checked
        self.half += now not in (0, standing, number)
        self.gone += now == 0 != standing
        self.lies += is_checked and now != number
        self.new += now == number
        self.old += now == standing
        return now or 0


def killed(folder: Path, kills: int, seed: int) -> Seen:
    """Kill so many copies before they are called checked."""
    path, chance, seen = folder / NAME, random.Random(seed), Seen()  # noqa: S311 - instants
    seconds, standing = timed(path), 1
    for number in range(2, 2 + kills * _MOST_ROUNDS):
        child, heard = begin_copy(path, number)
        wait_for(heard, chance.uniform(0, 1.1 * seconds))
        is_checked = end(child, heard)
        standing = seen.note(path, standing, number, is_checked=is_checked)
        if seen.cut_off >= kills:
            break
    copy_to_stick(path, content(1))
    seen.left_over = sum(one.name != NAME for one in folder.iterdir())
    return seen


def pulled(folder: Path, pulls: int, seed: int, image: Path) -> Seen:
    """Look at the medium itself as it was at an instant of a copy, as if it had been pulled."""
    path, chance, seen = folder / NAME, random.Random(seed), Seen()  # noqa: S311 - instants
    as_pulled = image.with_suffix(".pulled")
    seconds, standing = timed(path), 1
    for number in range(2, 2 + pulls):
        child, heard = begin_copy(path, number)
        wait_for(heard, chance.uniform(0, 1.2 * seconds))
        os.kill(child, signal.SIGSTOP)
        shutil.copyfile(image, as_pulled)
        is_checked = end(child, heard)
        with exfat_stick(as_pulled, image.with_suffix(".mount")) as stick:
            seen.note(stick / NAME, standing, number, is_checked=is_checked)
        standing = whole_number(path) or 0
    return seen


def timed(path: Path) -> float:
    """Copy once without a fault; tell how many seconds it took."""
    began = time.monotonic()
    copy_to_stick(path, content(1))
    return time.monotonic() - began


def main(folder: Path, times: int, seed: int, image: Path | None = None) -> int:
    """Cut so many copies off; report."""
    seen = killed(folder, times, seed) if image is None else pulled(folder, times, seed, image)
    print(msgspec.json.encode(seen).decode())  # noqa: T201 - a program
    return int(bool(seen.half or seen.lies))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *map(Path, sys.argv[4:])))
