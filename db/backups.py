"""Backups: whole copies made by SQLite itself, verified before they count."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from db.connection import Connection, as_store_errors
from db.errors import BackupUnsound, StoreDamaged, StoreError, of_sqlite
from db.migrations import SET_NAME, TABLE
from db.retention import kept
from db.version import APPLICATION_ID

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = r"hoinghi-(\d{8}T\d{6}Z)-([a-z]+)(?:-(\d+))?\.db"
_PART = ".part"


class Reason(StrEnum):
    """Why a backup was made."""

    START = "start"
    PERIODIC = "periodic"
    EXIT = "exit"
    IMPORT = "import"  # before one
    BULK = "bulk"
    MIGRATION = "migration"
    RESTORE = "restore"
    PURGE = "purge"
    UPDATE = "update"  # before a newer version of the program is installed


class Content(Struct, frozen=True, kw_only=True):
    """What a store or a backup holds, as far as two of them are compared."""

    migrations: tuple[str, ...]
    revision: int  # number of the newest entry in the log
    conferences: int
    delegates: int


class Backup(Struct, frozen=True, kw_only=True):
    """A backup in the folder.

    Attributes:
        content: None when the file is not sound.
    """

    path: Path
    made_at: datetime
    reason: Reason
    size_bytes: int
    content: Content | None


_CONTENT = (
    "SELECT (SELECT coalesce(max(id), 0) FROM change_log), "
    "(SELECT count(*) FROM conference WHERE deleted_at IS NULL), "
    "(SELECT count(*) FROM delegate)"
)
_MIGRATIONS = f"SELECT name FROM {TABLE} WHERE migration_set = ? ORDER BY name"  # noqa: S608 - a constant


class Backups:
    """Makes and lists the backups of the open store.

    Attributes:
        folder: where they lie.
    """

    def __init__(self, connection: Connection, clock: Callable[[], datetime], folder: Path) -> None:
        self.folder = folder
        self._connection = connection
        self._clock = clock

    def list(self) -> tuple[Backup, ...]:
        """List the backups, newest first."""
        return backups_in(self.folder)

    def any(self) -> bool:
        """Tell whether there is one, sound or not."""
        return next(_named(self.folder), None) is not None

    def make_if_changed(self, reason: Reason) -> Backup | None:
        """Make a backup unless the newest one already holds everything that was logged."""
        newest = next(_named(self.folder), None)
        if newest is not None and _content_if_sound(newest[0]) == self._content():
            return None
        return self.make(reason)

    def make(self, reason: Reason) -> Backup:
        """Make a backup, then thin out the older ones.

        Raises:
            StoreError: it could not be made; the older ones are all there.
            BackupUnsound: the copy is not what it was made from.
        """
        made_at = self._clock().astimezone(UTC).replace(microsecond=0)
        with as_store_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._clear_parts()
            path = self._free_name(made_at, reason)
            part = path.with_name(path.name + _PART)
            self._connection.execute("VACUUM INTO ?", (str(part),))
            flush(part)
            content = read_content(part)
            if content != self._content():
                raise BackupUnsound(part, "content")
            part.replace(path)
            flush_folder(self.folder)
            size_bytes = path.stat().st_size
        self._thin_out(made_at)
        return Backup(
            path=path, made_at=made_at, reason=reason, size_bytes=size_bytes, content=content
        )

    def _content(self) -> Content:
        return _content_of(self._connection.sqlite)

    def _free_name(self, made_at: datetime, reason: Reason) -> Path:
        stem = f"hoinghi-{made_at.strftime(_STAMP)}-{reason}"
        path = self.folder / f"{stem}.db"
        number = 1
        while path.exists():
            number += 1
            path = self.folder / f"{stem}-{number}.db"
        return path

    def _clear_parts(self) -> None:
        for part in self.folder.glob(f"*{_PART}"):
            part.unlink()  # of a backup that was cut short

    def _thin_out(self, newest: datetime) -> None:
        every = tuple(_named(self.folder))
        keep = kept((made_at for _, made_at, _ in every), newest)
        for path, made_at, _ in every:
            if made_at not in keep:
                with suppress(OSError):  # one that somebody holds goes with the next backup
                    path.unlink()


def folder_of(store: Path) -> Path:
    """Name the folder that holds the backups of a store."""
    return store.parent / "backups"


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """List the backups of a folder, newest first, while no store need be open."""
    return tuple(
        Backup(
            path=path,
            made_at=made_at,
            reason=reason,
            size_bytes=path.stat().st_size,
            content=_content_if_sound(path),
        )
        for path, made_at, reason in _named(folder)
    )


def read_content(path: Path) -> Content:
    """Check a backup from end to end.

    Raises:
        BackupUnsound: it is damaged, or no store of this program.
        StoreError: it cannot be read.
    """
    with as_store_errors(path), closing(open_unchanging(path)) as copy:
        try:
            sound = (
                copy.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
                and copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                and not copy.execute("PRAGMA foreign_key_check").fetchall()
            )
            content = _content_of(copy)
        except sqlite3.Error as error:
            if _is_about_content(error, path):
                raise BackupUnsound(path, error.sqlite_errorname) from error
            raise
    if not sound:
        raise BackupUnsound(path, "check")
    return content


def flush(path: Path) -> None:
    """Make a file that is not the live store reach the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename reach the disk."""
    if os.name == "nt":
        return  # Windows has no folder handle to flush; NTFS journals the rename
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _named(folder: Path) -> Iterator[tuple[Path, datetime, Reason]]:
    """Walk the backups by their names alone, newest first."""
    found = []
    for path in folder.glob("hoinghi-*.db"):
        parts = re.fullmatch(_NAME, path.name)
        if parts and parts[2] in set(Reason):
            made_at = datetime.fromisoformat(parts[1])  # strptime costs a start 3 ms
            found.append((made_at, int(parts[3] or 1), path, Reason(parts[2])))
    for made_at, _, path, reason in sorted(found, reverse=True):
        yield path, made_at, reason


def open_unchanging(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes, for reading."""
    # nobody writes a backup, so SQLite need neither lock it nor put files beside it
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _content_of(connection: sqlite3.Connection) -> Content:
    names = connection.execute(_MIGRATIONS, (SET_NAME,)).fetchall()
    revision, conferences, delegates = connection.execute(_CONTENT).fetchone()
    return Content(
        migrations=tuple(name for (name,) in names),
        revision=revision,
        conferences=conferences,
        delegates=delegates,
    )


def _content_if_sound(path: Path) -> Content | None:
    try:
        return read_content(path)
    except StoreError:
        return None


def _is_about_content(error: sqlite3.Error, path: Path) -> bool:
    named = of_sqlite(error, path)
    return named is None or isinstance(named, StoreDamaged)
