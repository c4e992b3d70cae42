"""How far each printer puts things from where they belong, as measured on its test page."""

from __future__ import annotations

from db.changes import Changes
from db.connection import Connection

_PUT = """
INSERT INTO printer_fit (printer, paper, content, measured_at) VALUES (?, ?, ?, ?)
ON CONFLICT (printer, paper) DO UPDATE SET
    content = excluded.content, measured_at = excluded.measured_at
"""


class Printers:
    """What was measured, by printer and paper; the store does not read it."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def fit(self, printer: str, paper: str) -> str:
        """Read what was measured; empty when nothing was."""
        found = self._connection.value(
            "SELECT content FROM printer_fit WHERE printer = ? AND paper = ?", (printer, paper)
        )
        return "" if found is None else str(found)

    def names(self) -> tuple[str, ...]:
        """List the printers that were measured."""
        rows = self._connection.rows("SELECT DISTINCT printer FROM printer_fit ORDER BY printer")
        return tuple(row[0] for row in rows)

    def keep(self, printer: str, paper: str, content: str) -> None:
        """Store what was measured in place of what was measured before; empty forgets it."""
        with self._connection.atomic():
            if content:
                self._connection.execute(_PUT, (printer, paper, content, self._changes.now()))
            else:
                self._connection.execute(
                    "DELETE FROM printer_fit WHERE printer = ? AND paper = ?", (printer, paper)
                )
