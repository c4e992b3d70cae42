"""Whether a file is ours, how old it is, and whether a newer program made it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db import migrations
from db.connection import Connection
from db.errors import StoreDamaged, StoreNewer

APPLICATION_ID = 0x484E6769  # "HNgi"; written by the first migration
_SIDE_FILES = ("-wal", "-journal")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_APPLIED = f"SELECT name FROM {migrations.TABLE} WHERE migration_set = ?"  # noqa: S608 - a constant


def applied_names(connection: Connection) -> frozenset[str]:
    """Read which migrations made the file; none for a file without content.

    Raises:
        StoreDamaged: the content is no store of this program.
        StoreNewer: a migration is unknown here.
    """
    tables = {row[0] for row in connection.rows(_TABLES)}
    names = frozenset(
        row[0]
        for row in (
            connection.rows(_APPLIED, (migrations.SET_NAME,)) if migrations.TABLE in tables else ()
        )
    )
    if not names and not tables - {migrations.TABLE}:
        return names
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        raise StoreDamaged(connection.path, "application_id")
    if newer := names - set(migrations.NAMES):
        raise StoreNewer(connection.path, max(newer))
    return names


def refuse_newer_unrecovered(path: Path) -> None:
    """Refuse a newer program's file that was left open, before SQLite recovers it.

    Opening such a file would write the left-over journal into it, so a copy is asked. Any other
    finding is left to the real opening, which also sees whether somebody holds the file. The main
    file is copied by SQLite, because a plain close would drop the locks of this process on it.

    Raises:
        StoreNewer: a migration is unknown here.
    """
    import shutil  # noqa: PLC0415 - a start after a clean close does without
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="hoinghi-") as folder:
        copy = Path(folder, path.name)
        try:
            as_it_lies = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            with (
                closing(sqlite3.connect(as_it_lies, uri=True)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
            for suffix in _SIDE_FILES:
                if (side := _beside(path, suffix)).exists():
                    shutil.copyfile(side, _beside(copy, suffix))
            with closing(sqlite3.connect(copy)) as recovered:
                rows = recovered.execute(_APPLIED, (migrations.SET_NAME,)).fetchall()
        except (OSError, sqlite3.Error):
            return
    if newer := {name for (name,) in rows} - set(migrations.NAMES):
        raise StoreNewer(path, max(newer))


def was_left_open(path: Path) -> bool:
    """Tell whether the last program that held the file did not come to close it."""
    sides = (_beside(path, suffix) for suffix in _SIDE_FILES)
    return any(side.exists() and side.stat().st_size > 0 for side in sides)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
