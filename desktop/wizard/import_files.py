"""Which files are offered as lists, and how the officer names one: picked or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.widgets.file_choice import FileKind, choose_file

LIST_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".csv", ".tsv", ".txt")


def choose_list(parent: QWidget) -> Path | None:
    """Let the officer choose a list file."""
    lists = f"{tr('Lists')} ({' '.join(f'*{suffix}' for suffix in LIST_SUFFIXES)})"
    kinds = f"{lists};;{tr('All files')} (*)"
    return choose_file(parent, FileKind.LIST, tr("Choose the list"), kinds)


def dropped_list(data: QMimeData) -> Path | None:
    """Find the one file that is being dropped; what it really is shows when it is read."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
