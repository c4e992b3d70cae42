"""Where things lie: the program's own resources, and the officer's data folder."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Name a file or folder that ships with the program."""
    return _RESOURCES.joinpath(*parts)


def data_folder() -> Path:
    """Name the per-user folder of the live store; it may not exist yet."""
    return Path(platformdirs.user_data_dir("hoinghi", appauthor=False, roaming=False))
