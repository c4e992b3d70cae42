"""Files dropped on a window: what is taken of them, and what is said where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.language import tr

PACK, CONFERENCE, BUNDLE = ".toml", ".json", ".hoinghi"
OWN_KINDS = (PACK, CONFERENCE, BUNDLE)  # by their endings; a list may have any other
LIST_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".csv", ".tsv", ".txt")


def dropped_files(data: QMimeData) -> list[Path]:
    """List what is dropped; nothing if any of it is not on this computer."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) else []


def is_list(path: Path) -> bool:
    """Tell whether a file may be a list of people; what it really is shows when it is read."""
    return path.suffix.lower() in LIST_SUFFIXES


def welcome_files(event: QDragEnterEvent) -> None:
    """Let files be dropped; texts and addresses of the web are not."""
    if dropped_files(event.mimeData()):
        event.acceptProposedAction()


def take_file(
    event: QDropEvent, take: Callable[[Path], object], refuse: Callable[[str], object]
) -> None:
    """Take the one file that was dropped, or say why none is taken.

    Args:
        event: the drop; it is done with afterwards.
        take: given the file.
        refuse: given a sentence; nothing was changed.
    """
    files = dropped_files(event.mimeData())
    if not files:
        event.ignore()
        return
    # never as a move: whoever dragged would then take its file away
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    if len(files) > 1:
        refuse(
            tr(
                "{count} files were dropped together, and none was opened. Drop one at a time.",
                count=len(files),
            )
        )
    elif files[0].is_dir():
        refuse(
            tr(
                "“{name}” is a folder, and nothing was opened. Open it and drop the file itself.",
                name=files[0].name,
            )
        )
    else:
        QTimer.singleShot(0, partial(take, files[0]))  # whoever dragged waits for the drop
