"""How wide the columns of a table are, and which of them takes the room that is left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.widgets.theme import scaled


def fill_room(table: QTableView, column: int, least_px: int) -> None:
    """Let a column fill the table, but never shrink below what its text can be read in.

    A column that Qt stretches shrinks to nothing on a narrow screen; the table scrolls instead.
    """
    header = table.horizontalHeader()
    others = header.length() - header.sectionSize(column)
    has_room = table.viewport().width() - others >= least_px
    stretch, fixed = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
    wanted = stretch if has_room else fixed
    if header.sectionResizeMode(column) != wanted:
        header.setSectionResizeMode(column, wanted)
    if not has_room:
        header.resizeSection(column, least_px)


def give_widths(header: QHeaderView, widths: Mapping[int, int]) -> None:
    """Give columns these widths, at the usual size of text, or more where titles need it."""
    header.ensurePolished()  # else the titles are measured in a font that is not theirs
    for column, width in widths.items():
        header.resizeSection(column, max(scaled(width), header.sectionSizeHint(column)))
