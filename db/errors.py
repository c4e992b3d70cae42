"""What can go wrong with the store's file, told apart by what the officer can do about it."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path


class StoreError(Exception):
    """The store's file cannot be used as asked; nothing that was confirmed is lost.

    Attributes:
        path: the file.
        cause: SQLite's or the system's short name of it, for a report to the makers.
    """

    def __init__(self, path: Path, cause: str = "") -> None:
        super().__init__(str(path), cause)
        self.path = path
        self.cause = cause


class StoreBusy(StoreError):  # noqa: N818 - these are named as the states they tell
    """Another window, or another program, holds the file."""


class StoreNewer(StoreError):  # noqa: N818
    """A newer version of this program made the file; it was left as it was."""


class StoreDamaged(StoreError):  # noqa: N818
    """The content is not a sound store: the only case that leads to a rescue."""


class StoreFull(StoreError):  # noqa: N818
    """The disk has no room left."""


class StoreReadOnly(StoreError):  # noqa: N818
    """The file or its folder may not be written."""


class StoreUnreachable(StoreError):  # noqa: N818
    """The disk or the folder does not answer."""


class BackupUnsound(StoreError):  # noqa: N818
    """A backup is not what it should be; the store itself may well be sound."""


class StoreMisplaced(StoreError):  # noqa: N818
    """The folder is no place for a live store; the cause says which kind of place it is."""


class RecordMissing(LookupError):  # noqa: N818
    """No record has this id: a fault of the caller, not of the file."""


_BY_RESULT_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_PROTOCOL: StoreBusy,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
    sqlite3.SQLITE_FORMAT: StoreDamaged,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_CANTOPEN: StoreUnreachable,
    sqlite3.SQLITE_IOERR: StoreUnreachable,
    sqlite3.SQLITE_NOLFS: StoreUnreachable,
}

_BY_ERRNO: dict[int | None, type[StoreError]] = {
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
    errno.EROFS: StoreReadOnly,
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
}


def of_sqlite(error: sqlite3.Error, path: Path) -> StoreError | None:
    """Name what SQLite reports; None when it reports a fault of our own (a constraint, bad SQL)."""
    code = getattr(error, "sqlite_errorcode", None)
    # the low byte is the primary code; the rest only refines it
    kind = None if code is None else _BY_RESULT_CODE.get(code & 0xFF)
    return kind(path, error.sqlite_errorname) if kind else None


def of_system(error: OSError, path: Path) -> StoreError:
    """Name what the system reports about the store's file or folder."""
    kind = _BY_ERRNO.get(error.errno, StoreUnreachable)
    return kind(path, errno.errorcode.get(error.errno or 0, "OSError"))
