"""The one connection to the store's file, and the transactions on it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from db.errors import StoreUnreachable, of_sqlite, of_system

SqlValue = str | int | bytes | None
Row = tuple[Any, ...]

_BEFORE_THE_FIRST_READ = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA locking_mode = EXCLUSIVE",
    # EXTRA set before the journal mode lost and corrupted nothing in a strict crash model; FULL did
    "PRAGMA synchronous = EXTRA",
)
_AFTER_THE_JOURNAL = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


@contextmanager
def as_store_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report about a file into the store's own errors."""
    try:
        yield
    except sqlite3.Error as error:
        named = of_sqlite(error, path)
        if named is None:
            raise
        raise named from error
    except OSError as error:
        raise of_system(error, path) from error


class Connection:
    """SQLite on one file, held for this process alone; one thread at a time uses it.

    Whoever comes in the middle of another thread's step waits for its end.

    Attributes:
        path: the file.
        sqlite: the driver's connection, for what is not offered here.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = RLock()
        self._is_lent = False
        with as_store_errors(path):
            # transactions are begun by hand; a file that is held elsewhere is refused at once
            self.sqlite = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
            try:
                self._harden()
            except BaseException:
                self.sqlite.close()
                raise

    def _harden(self) -> None:
        if sys.version_info >= (3, 12):
            self.sqlite.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - its signature
        for pragma in _BEFORE_THE_FIRST_READ:
            self.sqlite.execute(pragma)

    def start_journal(self) -> None:
        """Take the file for writing; call it once it is known to be ours and not newer."""
        answer = self.value("PRAGMA journal_mode = WAL")
        if answer != "wal":
            raise StoreUnreachable(self.path, f"journal_mode={answer}")
        for pragma in _AFTER_THE_JOURNAL:
            self.execute(pragma)

    def execute(self, sql: str, values: Sequence[SqlValue] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with self._turn, as_store_errors(self.path):
            return self.sqlite.execute(sql, values)

    def execute_many(self, sql: str, rows: Sequence[Sequence[SqlValue]]) -> None:
        """Run one statement for each row."""
        with self._turn, as_store_errors(self.path):
            self.sqlite.executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[SqlValue] = ()) -> list[Row]:
        """Read every row of a query."""
        with self._turn, as_store_errors(self.path):
            return self.sqlite.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[SqlValue] = ()) -> Row | None:
        """Read the first row of a query."""
        with self._turn, as_store_errors(self.path):
            row: Row | None = self.sqlite.execute(sql, values).fetchone()
        return row

    def value(self, sql: str, values: Sequence[SqlValue] = ()) -> Any:  # noqa: ANN401 - any SQL value
        """Read the first column of the first row."""
        row = self.row(sql, values)
        return row[0] if row else None

    @property
    def is_in_step(self) -> bool:
        """Whether something is being written that is not stored yet, or is about to be."""
        return self._is_lent or self.sqlite.in_transaction

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Say that another thread works with it for a while."""
        before, self._is_lent = self._is_lent, True
        try:
            yield
        finally:
            self._is_lent = before

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Store all that is written inside, or none of it; inside another one, join it."""
        with self._turn:
            if self.sqlite.in_transaction:
                yield
                return
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        # SQLite has already rolled back by itself after some errors (disk full, I/O)
        if self.sqlite.in_transaction:
            self.sqlite.execute("ROLLBACK")

    def checkpoint(self) -> None:
        """Move everything into the main file, so that a plain copy of it is complete."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        with as_store_errors(self.path):
            self.sqlite.close()
