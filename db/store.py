"""The store as a whole: opened safely, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from db.changes import Changes
from db.conferences import Conferences
from db.connection import Connection, as_store_errors
from db.delegates import Delegates
from db.errors import StoreDamaged
from db.images import Images
from db.log import Log
from db.migrations import NAMES, migrations
from db.offices import Offices
from db.settings import Settings
from db.version import applied_names, refuse_newer_unrecovered


class Store:
    """The office's one store, held by this process alone."""

    def __init__(
        self, connection: Connection, clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._connection = connection
        changes = Changes(connection, clock)
        self.offices = Offices(connection, changes)
        self.images = Images(connection, changes)
        self.delegates = Delegates(connection, changes)
        self.conferences = Conferences(
            connection, changes, self.offices, self.delegates, self.images, new_id
        )
        self.settings = Settings(connection)
        self.log = Log(connection, changes, self.conferences, self.delegates)

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> Self:
        """Open the store, made or migrated first where needed.

        Raises:
            StoreError: the file cannot be used; it is as it was.
        """
        with as_store_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        refuse_newer_unrecovered(path)
        connection = Connection(path)
        try:
            applied = applied_names(connection)
            connection.start_journal()
            if applied != frozenset(NAMES):
                _migrate(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, clock, new_id)

    def checkpoint(self) -> None:
        """Make a plain copy of the file complete; worth it after idle and before a hand-off."""
        self._connection.checkpoint()

    def close(self) -> None:
        """Leave one complete file behind."""
        try:
            self._connection.checkpoint()
        finally:
            self._connection.close()


def _migrate(connection: Connection) -> None:
    """Apply the missing steps, all or none.

    Raises:
        StoreDamaged: the outcome is not sound; the file is as it was.
    """
    from sqlite_utils import Database  # noqa: PLC0415 - costs more than the whole start-up

    connection.execute("PRAGMA foreign_keys = OFF")  # a table that others refer to may be rebuilt
    try:
        with as_store_errors(connection.path), connection.atomic():
            database = Database(connection.sqlite, execute_plugins=False)
            migrations().apply(database)
            if connection.rows("PRAGMA foreign_key_check"):
                raise StoreDamaged(connection.path, "foreign_key_check")
            if connection.value("PRAGMA integrity_check") != "ok":
                raise StoreDamaged(connection.path, "integrity_check")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    connection.checkpoint()
