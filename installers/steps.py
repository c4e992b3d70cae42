"""The steps of a build: said with their time, and stopped with a sentence where one fails."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_LAST_LINES = 30


class BuildStopped(Exception):  # noqa: N818 - a stop with a sentence, not a fault
    """A build cannot go on; the text says why."""


@contextmanager
def step(meaning: str) -> Iterator[None]:
    """Say what is done, and how long it took."""
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:7.1f} s  {meaning}", file=sys.stderr, flush=True)


def run(
    command: Sequence[str | Path],
    folder: Path | None = None,
    surroundings: Mapping[str, str] | None = None,
    timeout_s: float = 900.0,
) -> str:
    """Run a command without input and give its output.

    Raises:
        BuildStopped: it failed, or took too long; the text ends with what it said last.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise BuildStopped(f"{words[0]} was not done after {timeout_s:.0f} s") from late
    if done.returncode != 0:
        last = "\n".join(done.stdout.splitlines()[-_LAST_LINES:])
        raise BuildStopped(f"{' '.join(words)}\nended with {done.returncode}:\n{last}")
    return done.stdout


def start(
    command: Sequence[str | Path], surroundings: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start a command and leave it running; nobody reads what it says."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        command, env=surroundings, stdin=nothing, stdout=nothing, stderr=nothing
    )


def size_mb(path: Path) -> float:
    """Measure a file, or a folder with all within it, in millions of bytes."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(file.stat().st_size for file in files if not file.is_symlink()) / 1e6
