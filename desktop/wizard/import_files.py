"""Which files are offered as lists, and how the officer names one: picked or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import tr
from desktop.widgets.dropped_files import LIST_SUFFIXES, OWN_KINDS, dropped_files


def choose_list(parent: QWidget) -> Path | None:
    """Let the officer choose a list file."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        tr("Choose the list"),
        "",
        f"{tr('Lists')} ({' '.join(f'*{suffix}' for suffix in LIST_SUFFIXES)});;"
        f"{tr('All files')} (*)",
    )
    return Path(name) if name else None


def dropped_list(data: QMimeData) -> Path | None:
    """Find the one file that is being dropped; what it really is shows when it is read.

    Rule packs, conference files and bundles are left to the window.
    """
    paths = dropped_files(data)
    if len(paths) != 1 or paths[0].suffix.lower() in OWN_KINDS:
        return None
    return paths[0]
