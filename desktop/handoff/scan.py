"""Look a stick or folder through for bundles; nothing is opened, only names and sizes are seen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.handoff.bundle import FILE_ENDING

MAX_ENTRIES = 50_000
MAX_DEPTH = 6
_PROGRAMS = frozenset({".exe", ".scr", ".pif", ".com", ".bat", ".cmd", ".vbs", ".js", ".wsf"})
_SHORTCUT = ".lnk"
_AUTORUN = "autorun.inf"
_INSTALLER = re.compile(
    r"hoinghi[-_][0-9.]+(-setup\.exe|-portable\.zip|_amd64\.deb)", re.IGNORECASE
)
# folders that systems keep for themselves
_SYSTEM = frozenset({"system volume information", "$recycle.bin", "lost+found"})


class SignKind(StrEnum):
    """What viruses on sticks leave behind."""

    AUTORUN = "autorun"  # starts a program when the stick is plugged in
    MIMIC = "mimic"  # a program or shortcut named as a folder or bundle beside it
    DOUBLE_ENDING = "double-ending"  # list.pdf.exe


class Sign(Struct, frozen=True, order=True):
    """One such file."""

    path: str
    kind: SignKind


class FoundBundle(Struct, frozen=True, order=True):
    """A file that is called a bundle; whether it is one, only opening tells."""

    path: str
    size: int


class Scan(Struct, frozen=True, kw_only=True):
    """What there is.

    Attributes:
        is_cut: there was more than is looked through.
        unreadable: folders that the system did not let in.
        installers: files that are called as installers of this program are.
    """

    bundles: tuple[FoundBundle, ...]
    signs: tuple[Sign, ...]
    is_cut: bool
    unreadable: tuple[str, ...]
    installers: tuple[str, ...] = ()


def scan(folder: Path) -> Scan:
    """Look a folder through; hidden folders are skipped and links are not followed.

    Raises:
        OSError: the folder itself cannot be listed.
    """
    files: list[os.DirEntry[str]] = []
    signs: list[Sign] = []
    unreadable: list[str] = []
    left = MAX_ENTRIES
    open_folders = [(folder, 0)]
    is_cut = False
    while open_folders and left > 0:
        here, depth = open_folders.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            if here == folder:
                raise
            unreadable.append(str(here))
            continue
        is_cut = is_cut or len(entries) > left
        entries = entries[:left]
        left -= len(entries)
        signs.extend(_signs(entries))
        for entry in entries:
            if entry.is_symlink() or entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name.lower() not in _SYSTEM:
                    is_cut = is_cut or depth >= MAX_DEPTH
                    if depth < MAX_DEPTH:
                        open_folders.append((Path(entry.path), depth + 1))
            else:
                files.append(entry)
    bundles = [one for one in files if one.name.lower().endswith(FILE_ENDING)]
    return Scan(
        bundles=tuple(sorted(map(_found, bundles))),
        signs=tuple(sorted(signs)),
        is_cut=is_cut or bool(open_folders),
        unreadable=tuple(sorted(unreadable)),
        installers=tuple(sorted(one.path for one in files if _INSTALLER.fullmatch(one.name))),
    )


def _found(entry: os.DirEntry[str]) -> FoundBundle:
    return FoundBundle(entry.path, entry.stat(follow_symlinks=False).st_size)


def _signs(entries: list[os.DirEntry[str]]) -> Iterator[Sign]:
    names = {entry.name.lower() for entry in entries}
    for entry in entries:
        name = Path(entry.name.lower())
        stem, ending = name.stem, name.suffix
        if entry.name.lower() == _AUTORUN:
            yield Sign(entry.path, SignKind.AUTORUN)
        elif ending in _PROGRAMS or ending == _SHORTCUT:
            if stem in names or f"{stem}{FILE_ENDING}" in names:
                yield Sign(entry.path, SignKind.MIMIC)
            elif "." in stem and not _INSTALLER.fullmatch(name.name):
                yield Sign(entry.path, SignKind.DOUBLE_ENDING)
