"""Where the program's own resources lie, and its data where somebody wants them beside it."""

from __future__ import annotations

import sys
from pathlib import Path

STORE_NAME = "hoinghi.db"
_RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_DATA_BESIDE = "hoinghi-data"  # made by whoever wants the data to travel with the program


def resource(*parts: str) -> Path:
    """Name a file or folder that ships with the program."""
    return _RESOURCES.joinpath(*parts)


def data_beside() -> Path | None:
    """Name the folder for data beside the installed program, where somebody has made one."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).parent / _DATA_BESIDE
    return folder if folder.is_dir() else None
