"""Which column of a table takes the room that the others leave."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView


def fill_room(table: QTableView, column: int, least_px: int) -> None:
    """Let a column fill the table, but never shrink below what its text can be read in.

    A column that Qt stretches shrinks to nothing on a narrow screen; the table scrolls instead.
    """
    header = table.horizontalHeader()
    others = header.length() - header.sectionSize(column)
    header.resizeSection(column, max(table.viewport().width() - others, least_px))
