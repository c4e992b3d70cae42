"""Pictures that are dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from desktop.people.photo_matching import SUFFIXES


def dropped_photos(data: QMimeData) -> list[Path]:
    """List the pictures that are being dropped, or the one folder; nothing of anything else."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if len(paths) != len(urls):
        return []
    if len(paths) == 1 and paths[0].is_dir():
        return paths
    return paths if all(path.suffix.lower() in SUFFIXES for path in paths) else []
