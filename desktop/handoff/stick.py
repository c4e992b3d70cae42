"""A sealed bundle on the stick: room first, whole or not at all, and read back from the medium."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop.atomic_file import (
    NotWrittenBackError,
    clear_unfinished,
    flush_folder,
    write_atomically,
)
from desktop.handoff.medium import read_pieces
from desktop.handoff.sealing import read_sealed

# what the medium's own tables may take besides
_SPARE_BYTES = 256 * 1024
# written, read back before it gets its name, read back after it has it
_TIMES = 3


def _unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


def copy_to_stick(path: Path, data: bytes, report: Callable[[int, int], None] = _unwatched) -> None:
    """Write a bundle, then read it back from the medium itself and compare.

    It is read back once before it gets its name, so that nothing wrong ever bears it, and once
    after. Only after this returns may anybody say that the copy was checked.

    Args:
        path: of the bundle on the stick.
        data: all of it.
        report: told the bytes done and those to be done; may raise to stop.

    Raises:
        OSError: there is no room (ENOSPC, nothing was written), or the medium is read-only, at
            fault or gone; no half file stands under the name.
        NotWrittenBackError: the medium gives back other bytes; the file was taken away again.
    """
    total = _TIMES * len(data)
    clear_unfinished(path)
    # a copy that was killed may have freed room which the medium's own list still calls this file
    flush_folder(path.parent)
    if shutil.disk_usage(path.parent).free < len(data) + _SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    write_atomically(
        path,
        data,
        wrote=lambda done: report(done, total),
        check=lambda part: _compare(part, data, lambda done: report(len(data) + done, total)),
    )
    try:
        _compare(path, data, lambda done: report(2 * len(data) + done, total))
    except NotWrittenBackError:
        with contextlib.suppress(OSError):  # the stick may be gone with it
            path.unlink(missing_ok=True)
        raise
    report(total, total)


def copy_sealed(
    report: Callable[[int, int], None], source: Path, sha256: str, target: Path
) -> None:
    """Copy a sealed file that was kept to the stick; a job's function.

    Raises:
        InputRefused: the kept file cannot be read.
        OSError: as `copy_to_stick`, or the kept file is no longer what was sealed.
    """
    copy_to_stick(target, read_sealed(source, sha256), report)


def _compare(path: Path, data: bytes, compared: Callable[[int], None]) -> None:
    """Hold what the medium gives back against what was written.

    Raises:
        NotWrittenBackError: it differs, or the medium gives nothing back.
    """
    if not _is_same(path, memoryview(data), compared):
        raise NotWrittenBackError(str(path))


def _is_same(path: Path, data: memoryview, compared: Callable[[int], None]) -> bool:
    done = 0
    try:
        for piece in read_pieces(path):
            if piece != data[done : done + len(piece)]:
                return False
            done += len(piece)
            compared(done)
    except OSError:
        return False
    return done == len(data)
