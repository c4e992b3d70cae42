"""Which files are offered as lists, and how the officer names one: picked or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.widgets.dropped_files import LIST_SUFFIXES, OWN_KINDS, dropped_files
from desktop.widgets.file_choice import FileKind, choose_file


def choose_list(parent: QWidget) -> Path | None:
    """Let the officer choose a list file."""
    lists = f"{tr('Lists')} ({' '.join(f'*{suffix}' for suffix in LIST_SUFFIXES)})"
    kinds = f"{lists};;{tr('All files')} (*)"
    return choose_file(parent, FileKind.LIST, tr("Choose the list"), kinds)


def dropped_list(data: QMimeData) -> Path | None:
    """Find the one file that is being dropped; what it really is shows when it is read.

    Rule packs, conference files and bundles are left to the window.
    """
    paths = dropped_files(data)
    if len(paths) != 1 or paths[0].suffix.lower() in OWN_KINDS:
        return None
    return paths[0]
