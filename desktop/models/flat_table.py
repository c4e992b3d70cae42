"""What every table model shares that has rows and titled columns, and no tree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex


class FlatTable(QAbstractTableModel):
    """A table; a subclass counts its rows, titles its columns and gives its cells."""

    def count(self) -> int:
        """Count the rows."""
        raise NotImplementedError

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Count the rows; a cell has none below it."""
        return 0 if parent is not None and parent.isValid() else self.count()

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Count the columns; a cell has none below it."""
        return 0 if parent is not None and parent.isValid() else len(self.titles())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Title a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.titles()[section]
        return None
