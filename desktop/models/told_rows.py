"""A table over plain records: each column says what it tells of one, and how that stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.marks import MARK_ROLE, Mark

Item = TypeVar("Item")

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _unmarked(_item: object) -> Mark | None:
    return None


def _unexplained(_item: object) -> str:
    return ""


@dataclass(frozen=True)
class Told(Generic[Item]):
    """One column.

    Attributes:
        text: what stands in the cell.
        mark: why it stands out, if it does.
        tip: said of it beside; empty for nothing.
        key: what the column is sorted by; its text where none is given.
    """

    title: str
    text: Callable[[Item], str]
    mark: Callable[[Item], Mark | None] = _unmarked
    tip: Callable[[Item], str] = _unexplained
    is_number: bool = False
    key: Callable[[Item], Any] | None = None


class ToldRows(FlatTable, Generic[Item]):
    """A row for each record; its texts are made when they are looked at."""

    def __init__(self, columns: Sequence[Told[Item]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._items: tuple[Item, ...] = ()
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show(self, items: Sequence[Item]) -> None:
        """Show these records, sorted as before."""
        self.beginResetModel()
        self._items = tuple(items)
        if self._order is not None:
            self._items = self._sorted(*self._order)
        self.endResetModel()

    @property
    def items(self) -> tuple[Item, ...]:
        """The records, as they stand one below the other."""
        return self._items

    def item(self, row: int) -> Item:
        """The record of a row."""
        return self._items[row]

    def count(self) -> int:
        """Count the rows."""
        return len(self._items)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column.title for column in self._columns]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell, its tip, its mark and on which side it stands."""
        column, item = self._columns[index.column()], self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(item)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(item) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.text(item)}"
            case Qt.ItemDataRole.TextAlignmentRole if column.is_number:
                return _RIGHT
            case _ if role == MARK_ROLE:
                return column.mark(item)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; records that are equal in it keep their order."""
        self.beginResetModel()
        self._order = (column, order) if column >= 0 else None
        if self._order is not None:
            self._items = self._sorted(*self._order)
        self.endResetModel()

    def _sorted(self, place: int, order: Qt.SortOrder) -> tuple[Item, ...]:
        column = self._columns[place]
        key = column.key or column.text
        is_down = order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(self._items, key=key, reverse=is_down))
