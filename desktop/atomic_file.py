"""The one way a file reaches a disk or a stick: whole under its final name, or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_IS_WINDOWS = os.name == "nt"
# together about 2.5 s: a scanner or Explorer seldom holds a file longer
_RETRY_PAUSES_S = (
    0.01,
    0.02,
    0.05,
    0.1,
    0.2,
    0.4,
    0.8,
    0.9,
)
# often enough for whoever watches, seldom enough for a slow stick to write at its own speed
_PIECE_BYTES = 4 * 1024 * 1024


class NotWrittenBackError(OSError):
    """The file read back from the medium differs from what was written."""


def write_atomically(
    path: Path,
    data: bytes,
    *,
    read_back: bool = False,
    wrote: Callable[[int], None] | None = None,
    check: Callable[[Path], None] | None = None,
) -> None:
    """Write bytes under a name so that a failure at any step leaves the old file, or none.

    Args:
        path: in a folder that exists.
        data: all of it.
        read_back: compare the file with what was written, at the end.
        wrote: told how many bytes are on the medium so far; may raise to stop.
        check: looks at the file before it gets its name; may raise to refuse it.

    Raises:
        OSError: the medium is full, read-only, gone or at fault; the old file is untouched.
        NotWrittenBackError: the medium accepted the bytes but returns others (with `read_back`).
    """
    with replaced_when_whole(path) as temporary:
        with temporary.open("wb") as stream:
            if wrote is None:
                _write_through(stream, data)
            else:
                _write_in_pieces(stream, data, wrote)
        _expect_size(temporary, len(data))
        if check is not None:
            check(temporary)
    if read_back and hashlib.sha256(path.read_bytes()).digest() != hashlib.sha256(data).digest():
        raise NotWrittenBackError(str(path))


@contextmanager
def replaced_when_whole(path: Path) -> Iterator[Path]:
    """Name a file to write and to flush; without a failure it then takes the place of `path`.

    Raises:
        OSError: it cannot take the place; the old file is untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield temporary
        _replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):  # the medium may be gone; why it failed is told
            temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush(path: Path) -> None:
    """Bring what was written to a file onto its medium.

    Raises:
        OSError: the medium is full, gone or at fault.
    """
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def clear_unfinished(path: Path) -> None:
    """Take away what a process that was killed left while it wrote this file."""
    for one in path.parent.iterdir():
        if one.name.startswith(f".{path.name}.") and one.name.endswith(".part"):
            one.unlink(missing_ok=True)


def _write_through(stream: BinaryIO, data: bytes | memoryview) -> None:
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _write_in_pieces(stream: BinaryIO, data: bytes, wrote: Callable[[int], None]) -> None:
    wrote(0)
    whole = memoryview(data)
    for start in range(0, len(data), _PIECE_BYTES):
        piece = whole[start : start + _PIECE_BYTES]
        _write_through(stream, piece)
        wrote(start + len(piece))


def _expect_size(path: Path, size: int) -> None:
    if path.stat().st_size != size:
        raise NotWrittenBackError(str(path))


def _replace(source: Path, target: Path) -> None:
    for pause_s in _RETRY_PAUSES_S:
        try:
            source.replace(target)
        except PermissionError:
            if not _IS_WINDOWS:
                raise
            time.sleep(pause_s)  # a virus scanner or Explorer holds the file for a moment
        else:
            return
    source.replace(target)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder onto its medium.

    Raises:
        OSError: the medium is gone or at fault.
    """
    if _IS_WINDOWS:
        return  # Windows has no folder handle to flush; NTFS journals the rename
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
