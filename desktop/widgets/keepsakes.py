"""Small things that windows keep from day to day: widths, places, folders, how they are dressed.

They go to the settings of the open store. Where none is open, nothing is kept.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol

from db.errors import StoreError


class Settings(Protocol):
    """Text under keys."""

    def get(self, key: str, default: str = "") -> str:
        """Read a setting."""

    def set(self, key: str, value: str) -> None:
        """Store a setting."""


class _Chest:
    settings: Settings | None = None


def keep_in(settings: Settings | None) -> None:
    """Keep things there from now on, or nowhere."""
    _Chest.settings = settings


def kept(key: str) -> str:
    """Give what was kept, or nothing."""
    if _Chest.settings is not None:
        with suppress(StoreError):
            return _Chest.settings.get(key)
    return ""


def keep(key: str, value: str) -> None:
    """Keep something; a disk that refuses it is told of by what the officer would miss."""
    if _Chest.settings is not None:
        with suppress(StoreError):
            _Chest.settings.set(key, value)
