"""Which pages of a paper were printed, where it was not all of them."""

from __future__ import annotations

from sqlite_utils import Database

_SCHEMA = "ALTER TABLE prints ADD COLUMN pages TEXT NOT NULL DEFAULT ''"


def apply(database: Database) -> None:
    """Add the column."""
    database.execute(_SCHEMA)
