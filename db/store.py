"""The store as a whole: opened safely, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from db import migrations
from db.backups import Backups, Reason, folder_of
from db.changes import Changes
from db.conferences import Conferences
from db.connection import Connection, as_store_errors
from db.delegates import Delegates
from db.directory import Directory
from db.errors import StoreDamaged
from db.exports import Exports
from db.images import Images
from db.list_keys import ListKeys
from db.log import Log
from db.offices import Offices
from db.pack_drafts import PackDrafts
from db.rule_packs import RulePacks
from db.settings import Settings
from db.version import applied_names, refuse_newer_unrecovered, was_left_open

if TYPE_CHECKING:
    from db.badge_designs import BadgeDesigns
    from db.brought_people import BroughtPeople
    from db.handoffs import Handoffs
    from db.known_keys import KnownKeyRing
    from db.own_keys import OwnKeyRing
    from db.printers import Printers
    from db.prints import Prints
    from db.received import Received
    from db.replies import Replies
    from db.reporting_offices import ReportingOffices
    from db.support import Support

_KEYS_VERSION = "list-keys"


class Store:
    """The office's one store, held by this process alone.

    Attributes:
        offices: the office itself, and those that came in with files.
        conferences: what is planned, with all its lists.
        delegates: the people of each conference.
        directory: the people of all conferences, searched.
        images: portraits and emblems.
        log: what was done, and undo and redo.
        exports: what was handed out.
        rule_packs: plans as data that this office installed.
        pack_drafts: plans as data that are being written.
        settings: plain text under keys.
        backups: whole copies beside the store.
    """

    def __init__(
        self,
        connection: Connection,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        keys: ListKeys,
    ) -> None:
        self._connection = connection
        self._changes = changes = Changes(connection, clock)
        self.delegates = Delegates(connection, changes, keys)
        self.offices = Offices(connection, changes, self.delegates)
        self.images = Images(connection, changes)
        self.conferences = Conferences(
            connection, changes, self.offices, self.delegates, self.images, new_id
        )
        self.directory = Directory(connection, self.delegates)
        self.rule_packs = RulePacks(connection, changes)
        self.pack_drafts = PackDrafts(connection, changes)
        self.settings = Settings(connection)
        self.exports = Exports(connection, changes)
        self.backups = Backups(connection, clock, folder_of(connection.path))
        self.log = Log(connection, changes, self.conferences, self.delegates)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        keys: ListKeys,
    ) -> Self:
        """Open the store, made or migrated first where needed.

        Args:
            path: of the file.
            clock: gives the present instant, aware.
            new_id: makes the id of a record that comes in under one that is taken.
            keys: derives what is kept beside each person.

        Raises:
            StoreError: the file cannot be used; it is as it was.
        """
        with as_store_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            existed = path.exists()
            size_bytes = path.stat().st_size if existed else 0
            left_open = was_left_open(path)
            if left_open:
                refuse_newer_unrecovered(path)
        connection = Connection(path)
        try:
            applied = applied_names(connection)
            store = cls(connection, clock, new_id, keys)
            if existed and not applied:
                store._refuse_emptied()
            connection.start_journal()
            _check(connection, "quick_check")
            if applied and not left_open:
                _check_size(connection, size_bytes)
            if applied != frozenset(migrations.NAMES):
                if applied:
                    store.backups.make(Reason.MIGRATION)
                _migrate(connection)
            store._keep_keys(keys.version)
        except BaseException:
            connection.close()
            raise
        return store

    def _refuse_emptied(self) -> None:
        # a first start that was cut short leaves an empty file too, but no backups
        if self.backups.any():
            raise StoreDamaged(self._connection.path, "empty")

    def _keep_keys(self, version: str) -> None:
        """Derive all keys anew where another program wrote them, or none did."""
        if self.settings.get(_KEYS_VERSION) != version:
            with self._connection.atomic():
                self.delegates.rewrite_keys()
                self.settings.set(_KEYS_VERSION, version)

    # what is printed and what travels is asked for late, and no start waits for it

    @cached_property
    def badge_designs(self) -> BadgeDesigns:
        """The badge designs and sheets that this office made its own."""
        from db.badge_designs import BadgeDesigns  # noqa: PLC0415

        return BadgeDesigns(self._connection, self._changes)

    @cached_property
    def printers(self) -> Printers:
        """How far each printer is off."""
        from db.printers import Printers  # noqa: PLC0415

        return Printers(self._connection, self._changes)

    @cached_property
    def prints(self) -> Prints:
        """What was printed."""
        from db.prints import Prints  # noqa: PLC0415

        return Prints(self._connection, self._changes)

    @cached_property
    def own_keys(self) -> OwnKeyRing:
        """The keys of this office, at rest."""
        from db.own_keys import OwnKeyRing  # noqa: PLC0415

        return OwnKeyRing(self._connection, self._changes)

    @cached_property
    def known_keys(self) -> KnownKeyRing:
        """The keys of others, and which were revoked."""
        from db.known_keys import KnownKeyRing  # noqa: PLC0415

        return KnownKeyRing(self._connection, self._changes)

    @cached_property
    def handoffs(self) -> Handoffs:
        """What was handed over, and what came back."""
        from db.handoffs import Handoffs  # noqa: PLC0415

        return Handoffs(self._connection, self._changes)

    @cached_property
    def brought_people(self) -> BroughtPeople:
        """People who come to a conference from those of offices below."""
        from db.brought_people import BroughtPeople  # noqa: PLC0415

        return BroughtPeople(
            self._connection, self._changes, self.conferences, self.delegates, self.images
        )

    @cached_property
    def received(self) -> Received:
        """What offices below handed up."""
        from db.received import Received  # noqa: PLC0415

        return Received(self._connection, self._changes)

    @cached_property
    def reporting_offices(self) -> ReportingOffices:
        """The offices below, and their places in the tree of a plan."""
        from db.reporting_offices import ReportingOffices  # noqa: PLC0415

        return ReportingOffices(self._connection, self._changes)

    @cached_property
    def replies(self) -> Replies:
        """What goes down to the offices below."""
        from db.replies import Replies  # noqa: PLC0415

        return Replies(self._connection, self._changes)

    @cached_property
    def support(self) -> Support:
        """What a report for whoever helps needs."""
        from db.support import Support  # noqa: PLC0415

        return Support.of_store(self._connection)

    @property
    def is_in_step(self) -> bool:
        """Whether something is being written that is not stored yet, or is about to be."""
        return self._connection.is_in_step

    def atomic(self) -> AbstractContextManager[None]:
        """Store all that is written inside as one action of the officer, or none of it."""
        return self._connection.atomic()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Say that another thread works with the store for a while.

        Whatever else is asked of it meanwhile waits for the end of the step under way.
        """
        with self._connection.lent():
            yield

    def checkpoint(self) -> None:
        """Make a plain copy of the file complete; worth it after idle and before a hand-off."""
        self._connection.checkpoint()

    def close(self) -> None:
        """Leave one complete file behind, and a backup if anything was done since the last.

        Raises:
            StoreError: the backup failed; the store is closed all the same and complete.
        """
        with closing(self._connection):
            self._connection.checkpoint()
            self.backups.make_if_changed(Reason.EXIT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def _check(connection: Connection, how: str) -> None:
    if connection.value(f"PRAGMA {how}") != "ok":
        raise StoreDamaged(connection.path, how)


def _check_size(connection: Connection, size_bytes: int) -> None:
    # SQLite reads the missing rest of a cut last page as zeros
    pages, page_bytes = (connection.value(f"PRAGMA {name}") for name in ("page_count", "page_size"))
    if size_bytes < pages * page_bytes:
        raise StoreDamaged(connection.path, "size")


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
            migrations.gather().apply(database)
            if connection.rows("PRAGMA foreign_key_check"):
                raise StoreDamaged(connection.path, "foreign_key_check")
            _check(connection, "integrity_check")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    connection.checkpoint()
