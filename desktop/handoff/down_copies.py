"""Copies what was sealed beside the store to a stick, one file after the other; a job's work."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.atomic_file import NotWrittenBackError
from desktop.handoff.stick import copy_to_stick


class Copied(Struct, frozen=True):
    """What became of one file.

    Attributes:
        path: on the stick.
        fault: the system's number of what failed; 0 for a copy that was read back and is the same,
            -1 for one that the stick gives back otherwise.
    """

    path: str
    fault: int = 0


class Copies(Struct, frozen=True):
    """What became of all of them, in their order."""

    all: tuple[Copied, ...]


# what no further file would fare better with
_HOPELESS = frozenset((errno.EROFS, errno.ENODEV, errno.ENXIO, errno.EIO))


def copy_job(report: Callable[[int, int], None], sources: tuple[str, ...], folder: str) -> Copies:
    """Copy files to a folder of a stick, each read back; a job's function.

    After a fault that the others would meet as well, none of them is tried.
    """
    copied: list[Copied] = []
    fault = 0
    for source in map(Path, sources):
        report(len(copied), len(sources))
        target = Path(folder, source.name)
        if fault not in _HOPELESS:
            fault = _fault_of(target, source.read_bytes())
        copied.append(Copied(str(target), fault))
    report(len(sources), len(sources))
    return Copies(tuple(copied))


def _fault_of(target: Path, data: bytes) -> int:
    try:
        copy_to_stick(target, data)
    except NotWrittenBackError:
        return -1
    except OSError as error:
        return error.errno or errno.EIO
    return 0
