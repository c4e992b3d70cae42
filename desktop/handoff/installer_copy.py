"""An installer from the stick to this computer: only what has the hash that was signed."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop.atomic_file import clear_unfinished, replaced_when_whole
from desktop.errors import InputRefused
from desktop.handoff.medium import read_pieces
from desktop.handoff.update_content import (
    Installer,
    UpdateRefusal,
    named_version,
    version_key,
)

Report = Callable[[int, int], None]

_PIECE_BYTES = 1024 * 1024
_SPARE_BYTES = 16 * 1024 * 1024  # what a disk should have left afterwards
_FOR_US_ALONE = 0o700
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_AS_IT_IS = getattr(os, "O_BINARY", 0)
# copied, then read back
_TIMES = 2


def _unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


def copy_installer(report: Report, source: str, folder: str, installer: Installer) -> str:
    """Copy an installer, read the copy back, and name it; a job's function.

    It gets its name only once every byte is there and is what was signed.

    Raises:
        InputRefused: LINK, MISSING, UNREADABLE, SIZE or HASH.
        OSError: this computer's disk did not take it; nothing stands under the name.
    """
    place = Path(folder)
    place.mkdir(mode=_FOR_US_ALONE, parents=True, exist_ok=True)
    target = place / installer.file
    clear_unfinished(target)
    if shutil.disk_usage(place).free < installer.size + _SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
    total = _TIMES * installer.size
    digest = hashlib.sha256()
    with replaced_when_whole(target) as part, part.open("wb") as stream:
        done = 0
        for piece in _pieces_of(Path(source), installer):
            stream.write(piece)
            digest.update(piece)
            done += len(piece)
            report(done, total)
        if digest.hexdigest() != installer.sha256:
            raise InputRefused(UpdateRefusal.HASH, file=installer.file)
        stream.flush()
        os.fsync(stream.fileno())
    check_copy(target, installer, lambda done: report(installer.size + done, total))
    return str(target)


def check_beside(path: Path, installer: Installer) -> None:
    """See that a file may be the installer, by what the folder says of it.

    Raises:
        InputRefused: MISSING, LINK, UNREADABLE or SIZE.
    """
    try:
        found = path.lstat()
    except FileNotFoundError as error:
        raise InputRefused(UpdateRefusal.MISSING, file=installer.file) from error
    except OSError as error:
        raise _unreadable(error, installer.file) from error
    _check(found, installer)


def check_copy(
    path: Path, installer: Installer, looked: Callable[[int], None] | None = None
) -> None:
    """See that a copy is still what was signed, to the last byte.

    Args:
        path: of the copy.
        installer: as it was signed.
        looked: told how many bytes were read; may raise to stop.

    Raises:
        InputRefused: MISSING, LINK, UNREADABLE, SIZE or HASH.
    """
    check_beside(path, installer)
    digest, done = hashlib.sha256(), 0
    try:
        for piece in read_pieces(path):
            digest.update(piece)
            done += len(piece)
            if looked is not None:
                looked(done)
    except OSError as error:
        raise _unreadable(error, installer.file) from error
    if digest.hexdigest() != installer.sha256:
        raise InputRefused(UpdateRefusal.HASH, file=installer.file)


def clear_installed(folder: Path, version: str) -> None:
    """Throw away copies of installers that are not newer than what runs, and unfinished ones."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.endswith(".part") or _is_done_with(path.name, version):
            try:
                path.unlink()
            except OSError:  # the installer itself may still be open: next time
                continue
    with suppress(OSError):  # it holds something else
        folder.rmdir()


def _is_done_with(name: str, version: str) -> bool:
    try:
        _, brought = named_version(name)
    except InputRefused:
        return False
    return version_key(brought) <= version_key(version)


def _pieces_of(source: Path, installer: Installer) -> Iterator[bytes]:
    """Read exactly as much as was signed, from the very file that was looked at."""
    check_beside(source, installer)
    try:
        handle = os.open(source, os.O_RDONLY | _NO_LINKS | _AS_IT_IS)
    except OSError as error:
        raise _unreadable(error, installer.file) from error
    with os.fdopen(handle, "rb") as stream:
        _check(os.fstat(handle), installer)
        left = installer.size
        while left:
            try:
                piece = stream.read(min(left, _PIECE_BYTES))
            except OSError as error:
                raise _unreadable(error, installer.file) from error
            if not piece:
                raise _other_size(installer, installer.size - left)
            left -= len(piece)
            yield piece


def _check(found: os.stat_result, installer: Installer) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise InputRefused(UpdateRefusal.LINK, file=installer.file)
    if found.st_size != installer.size:
        raise _other_size(installer, found.st_size)


def _other_size(installer: Installer, size: int) -> InputRefused:
    return InputRefused(UpdateRefusal.SIZE, file=installer.file, size=size, expected=installer.size)


def _unreadable(error: OSError, file: str) -> InputRefused:
    detail = error.strerror or type(error).__name__
    return InputRefused(UpdateRefusal.UNREADABLE, file=file, detail=detail)
