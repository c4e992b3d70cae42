"""What the officer is told when the store, or a file being written, fails."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

from db.errors import (
    BackupUnsound,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreMisplaced,
    StoreNewer,
    StoreReadOnly,
    StoreUnreachable,
)
from desktop.language import tr

STORE_SENTENCES: Mapping[type[StoreError], Callable[[str], str]] = {
    StoreBusy: lambda path: tr(
        "Another window or program is using the data. Nothing is lost. Close the other one, then"
        " try again. ({path})",
        path=path,
    ),
    StoreNewer: lambda path: tr(
        "The data was made by a newer version of this program and was left untouched. Install the"
        " newer version. ({path})",
        path=path,
    ),
    StoreDamaged: lambda path: tr(
        "The data file is damaged; it was not changed. Go back to a backup: none of them is"
        " touched. ({path})",
        path=path,
    ),
    StoreFull: lambda path: tr(
        "The disk is full. Everything saved before is safe. Make room, then try again. ({path})",
        path=path,
    ),
    StoreReadOnly: lambda path: tr(
        "The data may not be written to. Everything saved before is safe. Ask for the right to"
        " write to this folder, then try again. ({path})",
        path=path,
    ),
    StoreUnreachable: lambda path: tr(
        "The disk or folder with the data does not answer. Everything saved before is safe. Check"
        " the disk, then try again. ({path})",
        path=path,
    ),
    StoreMisplaced: lambda path: tr(
        "The data may not lie on a stick, on a network or in a synced folder, where it gets"
        " damaged. Nothing was changed. Choose a folder on this computer's own disk. ({path})",
        path=path,
    ),
    BackupUnsound: lambda path: tr(
        "This backup is damaged or incomplete and was not used. The data is as it was. Choose"
        " another backup. ({path})",
        path=path,
    ),
}


def store_sentence(error: StoreError) -> str:
    """Say what is wrong with the store, what is safe, and what to do."""
    for kind in type(error).__mro__:
        if kind in STORE_SENTENCES:
            return STORE_SENTENCES[kind](str(error.path))
    return tr(
        "The data cannot be used ({cause}). Everything saved before is safe. ({path})",
        cause=error.cause,
        path=error.path,
    )


def write_failure_sentence(error: OSError, path: Path) -> str:
    """Say why a file was not written, and that an older one of its name is still there."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        reason = tr("The disk is full: make room, or choose another place.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        reason = tr("This place may not be written to, or the file is open elsewhere.")
    elif error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EIO):
        reason = tr(
            "The folder is not there, or the disk or stick does not answer: check it, or choose"
            " another place."
        )
    else:
        reason = tr("Choose another place, then try again.")
    return tr(
        "{file} was not written; an older file of this name is unchanged. {reason}",
        file=path.name,
        reason=reason,
    )
