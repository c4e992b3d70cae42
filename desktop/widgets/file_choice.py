"""Files and folders that the officer chooses: each kind begins where it was chosen last.

Without a choice so far that is the Documents folder, never the folder the program works in.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop.widgets.keepsakes import keep, kept


class FileKind(StrEnum):
    """What is chosen."""

    BUNDLE = "bundle"
    CALENDAR = "calendar"
    CARD = "card"  # the background of a badge
    CONFERENCE = "conference"
    CONSOLIDATED = "consolidated"
    EXPORTED_LIST = "exported-list"
    KEYS = "keys"
    LIST = "list"
    MERGERS = "mergers"
    PACK = "pack"
    PAPER = "paper"
    PHOTO = "photo"
    PHOTOS = "photos"
    PICTURE = "picture"
    RECORD = "record"
    REPORT = "report"
    STICK = "stick"
    SUPPORT = "support"


def documents_folder() -> Path:
    """Name the officer's own Documents folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def start_of(kind: FileKind, name: str = "") -> str:
    """Name where a choice begins: the folder, with the name of the file if there is one."""
    last = kept(_key(kind))
    folder = Path(last) if last and Path(last).is_dir() else documents_folder()
    return str(folder / name) if name else str(folder)


def chosen(kind: FileKind, path: str, *, is_folder: bool = False) -> Path | None:
    """Take what a dialog gave, and remember its folder; None where nothing was chosen."""
    if not path:
        return None
    found = Path(path)
    keep(_key(kind), str(found if is_folder else found.parent))
    return found


def choose_file(parent: QWidget, kind: FileKind, title: str, filters: str) -> Path | None:
    """Let a file be chosen that is to be read."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see desktop.app

    name, _ = QFileDialog.getOpenFileName(parent, title, start_of(kind), filters)
    return chosen(kind, name)


def choose_target(
    parent: QWidget, kind: FileKind, title: str, name: str, filters: str
) -> Path | None:
    """Let a file be chosen that is to be written; its name is proposed."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see desktop.app

    path, _ = QFileDialog.getSaveFileName(parent, title, start_of(kind, name), filters)
    return chosen(kind, path)


def choose_folder(parent: QWidget, kind: FileKind, title: str) -> Path | None:
    """Let a folder be chosen."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see desktop.app

    path = QFileDialog.getExistingDirectory(parent, title, start_of(kind))
    return chosen(kind, path, is_folder=True)


def _key(kind: FileKind) -> str:
    return f"folder-of-{kind}"
