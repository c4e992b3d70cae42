"""Reads a file from the medium itself, past what the system remembers of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

_PIECE_BYTES = 1024 * 1024


def read_pieces(path: Path) -> Iterator[bytes]:
    """Read a file piece by piece, from the medium wherever the system lets us.

    Raises:
        OSError: the medium does not give it back.
    """
    with _Pieces(path) as stream:
        while piece := stream.read():
            yield piece


if sys.platform == "win32":
    import ctypes
    import io
    import mmap
    import msvcrt

    _GENERIC_READ, _SHARE_READ, _OPEN_EXISTING = 0x80000000, 1, 3
    _NO_BUFFERING, _SEQUENTIAL = 0x20000000, 0x08000000

    class _Pieces:
        """Reads whole sectors into memory that is laid out as Windows asks for it."""

        def __init__(self, path: Path) -> None:
            create = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
            create.restype = ctypes.c_void_p
            flags = _NO_BUFFERING | _SEQUENTIAL
            handle = create(
                str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, flags, None
            )
            if handle in (None, ctypes.c_void_p(-1).value):
                raise ctypes.WinError(ctypes.get_last_error())
            self._file = io.FileIO(msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY), "rb")
            self._memory = mmap.mmap(-1, _PIECE_BYTES)
            self._is_at_end = False

        def read(self) -> bytes:
            """Read the next piece; a short one is the last."""
            if self._is_at_end:
                return b""
            count = self._file.readinto(self._memory) or 0
            self._is_at_end = count < _PIECE_BYTES
            return self._memory[:count]

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_exception: object) -> None:
            self._file.close()
            self._memory.close()

else:

    class _Pieces:
        """Reads after the system was told to forget the file."""

        def __init__(self, path: Path) -> None:
            self._file = path.open("rb", buffering=0)
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(self._file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

        def read(self) -> bytes:
            """Read the next piece."""
            return self._file.read(_PIECE_BYTES)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_exception: object) -> None:
            self._file.close()
