"""Where the program's own resources lie."""

from __future__ import annotations

from pathlib import Path

_RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Name a file or folder that ships with the program."""
    return _RESOURCES.joinpath(*parts)
