"""Ways back to a working store while it is closed: set a file aside, restore a backup.

Nothing here opens the store's own file, which may be damaged, and nothing is ever deleted.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from db.backups import flush, flush_folder, read_content
from db.connection import as_store_errors

_SIDE_FILES = ("-wal", "-shm", "-journal")


def set_aside(store: Path, at: datetime) -> Path | None:
    """Move the closed store's files into a folder of their own, so that the next start is fresh.

    Returns:
        The folder; None when there was nothing to move.

    Raises:
        StoreError: they could not be moved.
    """
    with as_store_errors(store):
        if not store.exists():
            return None
        folder = _new_folder(store, at)
        _move_side_files(store, folder)
        store.replace(folder / store.name)
        flush_folder(store.parent)
    return folder


def restore(backup: Path, store: Path, at: datetime) -> Path | None:
    """Put a backup in the place of the closed store, which is set aside.

    At every moment there is a file under the store's name, the old one or the new one.

    Returns:
        The folder the old file went to; None when there was none.

    Raises:
        BackupUnsound: the backup is not sound; nothing was changed.
        StoreError: the disk is full, read-only or gone; the old file is in its place.
    """
    read_content(backup)
    part = store.with_name(f"{store.name}.part")
    with as_store_errors(store):
        store.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(backup, part)
            flush(part)
            read_content(part)
            folder = _new_folder(store, at) if store.exists() else None
            if folder:
                _copy_name(store, folder / store.name)
                _move_side_files(store, folder)
            part.replace(store)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        flush_folder(store.parent)
    return folder


def _new_folder(store: Path, at: datetime) -> Path:
    stem = f"set-aside-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    folder = store.with_name(stem)
    number = 1
    while folder.exists():
        number += 1
        folder = store.with_name(f"{stem}-{number}")
    folder.mkdir()
    return folder


def _move_side_files(store: Path, folder: Path) -> None:
    for suffix in _SIDE_FILES:
        side = store.with_name(store.name + suffix)
        if side.exists():
            side.replace(folder / side.name)


def _copy_name(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)  # reads nothing, so a damaged disk cannot stop it
    except OSError:
        shutil.copyfile(source, target)  # a file system without links
