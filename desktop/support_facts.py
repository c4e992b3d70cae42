"""Asks the computer what a report for support tells of it."""

from __future__ import annotations

import getpass
import platform
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from db.store import Store
from db.support import SQLITE_VERSION, StoreFacts, TextKind, support_of_file
from desktop.event_log import LOG_NAME
from desktop.language import Language
from desktop.masking import Kind, Secret
from desktop.paths import STORE_NAME
from desktop.rules.load import shipped_packs
from desktop.shipped_parts import program_version
from desktop.support_report import Machine

_QT = "PySide6_Essentials"


class KnownStore(Struct, frozen=True):
    """What a store tells, and the texts that may not be told."""

    facts: StoreFacts
    texts: tuple[tuple[TextKind, str], ...]


def known_of_store(store: Store) -> KnownStore:
    """Read the open store.

    Raises:
        StoreError: its file does not answer.
    """
    return KnownStore(store.support.facts(), tuple(store.support.personal_texts()))


def known_of_file(folder: Path) -> KnownStore | None:
    """Read the store of a folder, or the newest sound backup of it; None without either."""
    read = support_of_file(folder / STORE_NAME)
    return KnownStore(*read) if read is not None else None


def shipped_pack_names() -> list[tuple[str, int]]:
    """List the rule packs that came with the program."""
    return [(pack.id, pack.version) for pack in shipped_packs()]


def machine(
    folder: Path,
    language: Language,
    packs: Iterable[tuple[str, int]] = (),
    screens: Iterable[str] = (),
) -> Machine:
    """Describe this computer and the data folder, which need not exist."""
    return Machine(
        versions=(
            ("Hoinghi", program_version()),
            ("Python", platform.python_version()),
            ("Qt", version(_QT)),
            ("SQLite", SQLITE_VERSION),
        ),
        system=platform.platform(),
        screens=tuple(screens),
        language=language,
        folder=str(folder),
        free_bytes=_free_bytes(folder),
        files=tuple(_files(folder)),
        packs=tuple(packs),
    )


def secrets_of_computer() -> Iterator[Secret]:
    """Give what names the officer on this computer."""
    with suppress(OSError, KeyError, ImportError):  # of a system that knows no accounts
        yield Secret(getpass.getuser(), Kind.ACCOUNT)
    with suppress(RuntimeError):
        yield Secret(str(Path.home()), Kind.FOLDER)
        yield Secret(Path.home().name, Kind.ACCOUNT)
    yield Secret(platform.node(), Kind.ACCOUNT)


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    """Measure what this program writes; what others put there is not named."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.name.startswith((STORE_NAME, LOG_NAME)) and path.is_file():
                yield path.name, path.stat().st_size
        backups = sorted(folder.glob("backups/hoinghi-*.db"))
        yield f"backups/*.db ({len(backups)})", sum(path.stat().st_size for path in backups)
