"""A table model over a tuple of records: edit a cell, move a row, get the new tuple."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.people.text import typed
from desktop.people.typed_days import parse_date

_TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROWS_MIME = "application/x-hoinghi-rows"


class ColumnKind(Enum):
    """How a cell is edited."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DAY = "day"
    FLAG = "flag"
    COMPUTED = "computed"


@dataclass(frozen=True)
class Column:
    """One column of a record table.

    Attributes:
        key: the record's attribute; any name for a computed column.
        width: logical pixels; the first column with 0 takes the rest.
        compute: text of a computed cell, from all rows and the row's index.
        is_figure: whether a computed text is a number, which stands to the right.
        suggest: texts to choose from while typing; others may be typed.
    """

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 0
    choices: Sequence[tuple[Any, str]] = ()
    least: int = 0
    most: int = 1_000_000
    optional: bool = False
    compute: Callable[[Sequence[Any], int], str] | None = None
    is_figure: bool = False
    suggest: Callable[[], Sequence[str]] | None = None


class RecordRows(FlatTable):
    """The rows of one list of the conference."""

    edited = Signal(object)  # tuple of records

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Struct, ...] = ()

    @property
    def rows(self) -> tuple[Struct, ...]:
        """The records, in order."""
        return self._rows

    def show(self, rows: tuple[Struct, ...]) -> None:
        """Show stored records; cells that stay the same keep their selection."""
        if rows == self._rows:
            return
        same_records = [_id(row) for row in rows] == [_id(row) for row in self._rows]
        if same_records:
            self._rows = rows
            self._repaint()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def insert(self, index: int, record: Struct) -> None:
        """Put a record before the row of this index."""
        self.beginInsertRows(QModelIndex(), index, index)
        self._rows = (*self._rows[:index], record, *self._rows[index:])
        self.endInsertRows()
        self._tell()

    def remove(self, indexes: Sequence[int]) -> None:
        """Take rows out."""
        for index in sorted(indexes, reverse=True):
            self.beginRemoveRows(QModelIndex(), index, index)
            self._rows = (*self._rows[:index], *self._rows[index + 1 :])
            self.endRemoveRows()
        if indexes:
            self._tell()

    def move(self, source: int, target: int) -> bool:
        """Move the row at `source` so that it stands at `target`; tell whether it moved."""
        count = len(self._rows)
        if source == target or not (0 <= source < count and 0 <= target < count):
            return False
        before = target + 1 if target > source else target
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), before)
        rows = list(self._rows)
        rows.insert(target, rows.pop(source))
        self._rows = tuple(rows)
        self.endMoveRows()
        self._tell()
        return True

    def _tell(self) -> None:
        self._repaint()
        self.edited.emit(self._rows)

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def count(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column.title for column in self.columns]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Title a column, number a row."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return super().headerData(section, orientation, role)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, edits or checks."""
        column = self.columns[index.column()]
        if column.kind is ColumnKind.COMPUTED:
            return self._computed(column, index.row(), role)
        value = getattr(self._rows[index.row()], column.key)
        if column.kind is ColumnKind.FLAG:
            return _check_state(role, is_set=bool(value))
        match role:
            case Qt.ItemDataRole.EditRole:
                return _shown(column, value) if column.kind is ColumnKind.DAY else _plain(value)
            case Qt.ItemDataRole.DisplayRole:
                return _shown(column, value)
            case Qt.ItemDataRole.TextAlignmentRole if column.kind is ColumnKind.NUMBER:
                return _TO_THE_RIGHT
        return None

    def _computed(self, column: Column, row: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_figure:
            return _TO_THE_RIGHT
        if role != Qt.ItemDataRole.DisplayRole or column.compute is None:
            return None
        return column.compute(self._rows, row)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edited cell; a value the record cannot hold is refused."""
        rows = self.with_cell(index.row(), index.column(), value, role)
        if rows == self._rows:
            return False
        self._rows = rows
        self._tell()
        return True

    def with_cell(
        self, row: int, column: int, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> tuple[Struct, ...]:
        """Give the records as they would be with a cell edited; unchanged by a wrong value."""
        edited = self.columns[column]
        try:
            new = _typed(edited, value, role)
        except ValueError:
            return self._rows
        record = self._rows[row]
        if new == getattr(record, edited.key):
            return self._rows
        changed = msgspec.structs.replace(record, **{edited.key: new})
        return (*self._rows[:row], changed, *self._rows[row + 1 :])

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say what can be done with a cell; dropping between rows moves a row."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )
        kind = self.columns[index.column()].kind
        if kind is ColumnKind.FLAG:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        if kind is not ColumnKind.COMPUTED:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow moving rows."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name the one thing that can be dropped: a row of this table."""
        return [_ROWS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the dragged row's number."""
        data = QMimeData()
        row = min(index.row() for index in indexes)
        data.setData(_ROWS_MIME, QByteArray(str(row).encode()))
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002 - Qt's signature
        parent: AnyIndex,
    ) -> bool:
        """Move the dragged row; false keeps the view from removing it a second time."""
        if action is not Qt.DropAction.MoveAction or not data.hasFormat(_ROWS_MIME):
            return False
        source = int(bytes(data.data(_ROWS_MIME).data()))
        before = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
        self.move(source, before - 1 if before > source else before)
        return False


def _plain(value: object) -> object:
    return "" if value is None else value


def _shown(column: Column, value: object) -> str:
    if column.kind is ColumnKind.CHOICE:
        return next((name for choice, name in column.choices if choice == value), str(value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _check_state(role: int, *, is_set: bool) -> Qt.CheckState | None:
    if role != Qt.ItemDataRole.CheckStateRole:
        return None
    return Qt.CheckState.Checked if is_set else Qt.CheckState.Unchecked


def _id(record: Struct) -> object:
    return getattr(record, "id", record)


def _typed(column: Column, value: object, role: int) -> object:
    """Turn what an editor gives into what the record holds."""
    if column.kind is ColumnKind.FLAG:
        if role != Qt.ItemDataRole.CheckStateRole:
            raise ValueError(value)
        return Qt.CheckState(value) is Qt.CheckState.Checked
    if role != Qt.ItemDataRole.EditRole:
        raise ValueError(value)
    if column.kind is ColumnKind.CHOICE:
        return _chosen(column, value)
    text = typed(str(value))
    if column.kind is ColumnKind.DAY:
        return parse_date(text)
    if column.kind is ColumnKind.NUMBER:
        if not text and column.optional:
            return None
        number = int(text.replace(".", "").replace(" ", ""))
        if not column.least <= number <= column.most:
            raise ValueError(text)
        return number
    return text


def _chosen(column: Column, value: object) -> object:
    for choice, _ in column.choices:
        if choice == value or (choice is None and value == ""):  # as an editor gives nothing
            return choice
    raise ValueError(value)
