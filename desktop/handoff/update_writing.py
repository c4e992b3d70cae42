"""A desk gives out a newer version of the program: its installers and their signed description."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff.bundle import FILE_ENDING, sign_openly
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.key_ring import UnlockedKeys
from desktop.handoff.stick import copy_to_stick
from desktop.handoff.update_content import (
    MAX_INSTALLER_BYTES,
    Installer,
    Update,
    UpdateRefusal,
    named_version,
    one_version,
    write_update,
)

Report = Callable[[int, int], None]

_SENT = "update-sent"


class WrittenUpdate(Struct, frozen=True, kw_only=True):
    """What was written.

    Attributes:
        path: of the description.
        installers: as it names them.
        is_new: whether it says anything else than the one before.
    """

    path: str
    version: str
    number: int
    installers: tuple[Installer, ...]
    is_new: bool


class _Sent(Struct, frozen=True):
    """The newest description that was signed here."""

    number: int
    content_sha512: str
    sealed_on: date


def copy_installers(
    report: Report, files: Sequence[str], folder: str
) -> tuple[str, tuple[Installer, ...]]:
    """Copy installers of one version to a stick, each read back; a job's function.

    Gives the version, and what its description has to say of them.

    Raises:
        InputRefused: NO_INSTALLER, VERSIONS, DOUBLED, SIZE or UNREADABLE.
        OSError: the stick did not take one of them.
    """
    version = one_version(Path(file).name for file in files)
    installers = []
    for place, file in enumerate(files):
        report(place, len(files))
        data = _read(Path(file))
        form, _ = named_version(Path(file).name)
        copy_to_stick(Path(folder, Path(file).name), data)
        digest = hashlib.sha256(data).hexdigest()
        installers.append(Installer(form=form, file=Path(file).name, size=len(data), sha256=digest))
    report(len(files), len(files))
    return version, tuple(installers)


def write_description(
    store: Store, keys: UnlockedKeys, folder: Path, update: Update, today: date
) -> WrittenUpdate:
    """Sign what a version is and write it beside its installers, for everybody.

    The same once more gets the same number.

    Raises:
        OSError: the stick did not take it; its number is used up.
    """
    content = write_update(update)
    sent, is_new = _numbered(store, content, today)
    address = Address(kind=BundleKind.UPDATE, number=sent.number, sealed_on=sent.sealed_on)
    path = folder / f"ban-moi-{update.version}{FILE_ENDING}"
    copy_to_stick(path, sign_openly(address, content, keys.sender))
    return WrittenUpdate(
        path=str(path),
        version=update.version,
        number=sent.number,
        installers=update.installers,
        is_new=is_new,
    )


def _numbered(store: Store, content: bytes, today: date) -> tuple[_Sent, bool]:
    """Give a content its number, noted before anything leaves: none is ever used for two."""
    digest = hashlib.sha512(content).hexdigest()
    kept = store.settings.get(_SENT)
    before = msgspec.json.decode(kept, type=_Sent) if kept else None
    if before is not None and before.content_sha512 == digest:
        return before, False
    sent = _Sent(before.number + 1 if before is not None else 1, digest, today)
    store.settings.set(_SENT, msgspec.json.encode(sent).decode())
    return sent, True


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_INSTALLER_BYTES + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(UpdateRefusal.UNREADABLE, file=path.name, detail=detail) from error
    if not 0 < len(data) <= MAX_INSTALLER_BYTES:
        raise InputRefused(
            UpdateRefusal.SIZE, file=path.name, size=len(data), expected=MAX_INSTALLER_BYTES
        )
    return data
