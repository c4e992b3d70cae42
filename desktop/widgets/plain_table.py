"""A table to read, with rows of one height."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.widgets.column_room import give_widths
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.theme import scaled

ONE_LINE, TWO_LINES, THREE_LINES = 30, 48, 66


class PlainTable(QTableView):
    """Shows a model's rows; the last column takes the room that is left."""

    def __init__(
        self,
        rows: QAbstractTableModel,
        name: str,
        parent: QWidget | None = None,
        *,
        row_height: int = TWO_LINES,
    ) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setItemDelegate(MarkedCells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(row_height > ONE_LINE)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(row_height))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(row_height > ONE_LINE)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def widths(self, *widths: int) -> None:
        """Give the first columns these widths."""
        give_widths(self.horizontalHeader(), dict(enumerate(widths)))

    def fit(self, *widths: int) -> None:
        """Give every column its width; those of 0 share the room that is left."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for column, width in enumerate(widths):
            if not width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        give_widths(header, {column: width for column, width in enumerate(widths) if width})

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() is QAbstractItemView.State.EditingState
