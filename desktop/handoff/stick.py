"""A sealed bundle on the stick: room first, whole or not at all, and read back from the medium."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from desktop.atomic_file import NotWrittenBackError, write_atomically

# what the medium's own tables may take besides
_SPARE_BYTES = 256 * 1024


def copy_to_stick(path: Path, data: bytes) -> None:
    """Write a bundle, then read it back from the medium itself and compare.

    Only after this returns may anybody say that the copy was checked.

    Raises:
        OSError: there is no room (ENOSPC, nothing was written), or the medium is read-only, at
            fault or gone; no half file stands under the name.
        NotWrittenBackError: the medium gives back other bytes; the file was taken away again.
    """
    if shutil.disk_usage(path.parent).free < len(data) + _SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    write_atomically(path, data)
    try:
        is_same = _read_from_medium(path) == data
    except OSError:
        is_same = False
    if not is_same:
        path.unlink(missing_ok=True)
        raise NotWrittenBackError(str(path))


def _read_from_medium(path: Path) -> bytes:
    with path.open("rb", buffering=0) as stream:
        # else the system answers from its memory what it was told to write
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream.readall()
