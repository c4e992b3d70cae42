from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from db.connection import as_store_errors
from db.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnreachable,
)

_FILE = Path("hoinghi.db")


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite words it")
    error.sqlite_errorcode = code
    error.sqlite_errorname = "SQLITE_SOMETHING"
    return error


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), StoreBusy),
        (sqlite_error(sqlite3.SQLITE_BUSY_RECOVERY), StoreBusy),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), StoreDamaged),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), StoreDamaged),
        (sqlite_error(sqlite3.SQLITE_NOTADB), StoreDamaged),
        (sqlite_error(sqlite3.SQLITE_FULL), StoreFull),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), StoreReadOnly),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), StoreUnreachable),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), StoreUnreachable),
        (OSError(errno.ENOSPC, "full"), StoreFull),
        (OSError(errno.EDQUOT, "quota"), StoreFull),
        (OSError(errno.EROFS, "read-only"), StoreReadOnly),
        (PermissionError(errno.EACCES, "denied"), StoreReadOnly),
        (OSError(errno.EIO, "input/output"), StoreUnreachable),
        (OSError("without a number"), StoreUnreachable),
    ],
)
def test_each_failure_is_told_apart(error: Exception, named: type[StoreError]) -> None:
    with pytest.raises(StoreError) as raised, as_store_errors(_FILE):
        raise error
    assert type(raised.value) is named
    assert raised.value.path == _FILE
    assert raised.value.__cause__ is error


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_CHECK),
        sqlite_error(sqlite3.SQLITE_ERROR),
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
    ],
)
def test_a_fault_of_our_own_is_not_blamed_on_the_file(error: sqlite3.Error) -> None:
    with pytest.raises(type(error)) as raised, as_store_errors(_FILE):
        raise error
    assert raised.value is error
