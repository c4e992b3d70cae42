"""Plain settings of this machine: window geometry, language, what was open last."""

from __future__ import annotations

from db.connection import Connection

_PUT = """
INSERT INTO setting (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class Settings:
    """Text under keys; no part of the log and no reason for a backup."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: str = "") -> str:
        """Read a setting."""
        value = self._connection.value("SELECT value FROM setting WHERE key = ?", (key,))
        return default if value is None else str(value)

    def set(self, key: str, value: str) -> None:
        """Store a setting; a setting that stays the same costs no write."""
        with self._connection.atomic():
            if self.get(key, "\0") != value:
                self._connection.execute(_PUT, (key, value))
