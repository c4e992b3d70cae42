"""The matrix of places as a table model: units down, some of its columns across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.names import search_key
from desktop.rules.quota_columns import QuotaColumn
from desktop.rules.quota_matrix import CellState, QuotaCell, QuotaLine, QuotaMatrix
from desktop.sentences.quotas import cell_text, cell_words, column_name, unit_title

_MOST = 1_000_000
_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MARKS = {
    CellState.UNDER: Mark.SHORT,
    CellState.FULL: Mark.FINE,
    CellState.OVER: Mark.WRONG,
}
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class QuotaRows(FlatTable):
    """Shows the lines of a matrix; a number that was entered is told, and shown once stored."""

    entered = Signal(object)  # dict[tuple[str, QuotaColumn], int | None]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[tuple[int, QuotaColumn], ...] = ()
        self._all: tuple[QuotaLine, ...] = ()
        self._lines: tuple[QuotaLine, ...] = ()
        self._wanted = ""
        self._is_total = False

    def show(self, matrix: QuotaMatrix, *, has_traits: bool) -> None:
        """Show the columns of groups, or those of traits, beside that of everybody."""
        self._lay_out(matrix, has_traits=has_traits, lines=matrix.lines)

    def show_totals(self, matrix: QuotaMatrix, *, has_traits: bool, title: str) -> None:
        """Show the one line of sums instead."""
        self._is_total = True
        self._lay_out(matrix, has_traits=has_traits, lines=(QuotaLine(title, matrix.totals.cells),))

    def search(self, text: str) -> None:
        """Show only units in whose names every word is found, without accents."""
        self._wanted = search_key(text)
        self.beginResetModel()
        self._lines = self._found()
        self.endResetModel()

    def column(self, number: int) -> QuotaColumn:
        """The column shown at a place."""
        return self._columns[number][1]

    def unit(self, row: int) -> str | None:
        """The unit of a row; None for the sum of all."""
        return None if self._is_total else self._lines[row].unit

    def cell(self, row: int, column: int) -> QuotaCell:
        """The numbers of a cell."""
        return self._lines[row].cells[self._columns[column][0]]

    def row_of(self, unit: str) -> int:
        """Find the row of a unit by its name as it is shown; -1 when it is not."""
        return next((row for row, line in enumerate(self._lines) if line.unit == unit), -1)

    def can_enter(self, row: int, column: int) -> bool:
        """Tell whether the office may give the places of a cell."""
        return (
            not self._is_total
            and bool(self._lines[row].unit)
            and self.column(column).can_be_given
            and not self.cell(row, column).is_planned
        )

    def enter(self, numbers: Mapping[tuple[int, int], int | None]) -> bool:
        """Tell new numbers by row and column; those that change nothing are left out."""
        changed = {
            (self._lines[row].unit, self.column(column)): number
            for (row, column), number in numbers.items()
            if self.can_enter(row, column) and number != self._given(row, column)
        }
        if changed:
            self.entered.emit(changed)
        return bool(changed)

    def count(self) -> int:
        """Count the rows."""
        return len(self._lines)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column_name(column) for _, column in self._columns]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name a column or a unit, its whole name as a tip."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return unit_title(self._lines[section].unit)
        return self.titles()[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows or edits."""
        row, number = index.row(), index.column()
        cell = self.cell(row, number)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(cell)
            case Qt.ItemDataRole.EditRole:
                given = self._given(row, number)
                return "" if given is None else str(given)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell_words(cell, self.column(number), self._lines[row].unit)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _CENTRE
            case _ if role == MARK_ROLE:
                return _MARKS.get(cell.state)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a number that was typed; nothing typed takes the number back."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        try:
            number = read_places(str(value))
        except ValueError:
            return False
        return self.enter({(index.row(), index.column()): number})

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_enter = self.can_enter(index.row(), index.column())
        return _READ_ONLY | Qt.ItemFlag.ItemIsEditable if can_enter else _READ_ONLY

    def _given(self, row: int, column: int) -> int | None:
        cell = self.cell(row, column)
        return None if cell.is_summed else cell.given

    def _lay_out(
        self, matrix: QuotaMatrix, *, has_traits: bool, lines: tuple[QuotaLine, ...]
    ) -> None:
        columns = tuple(
            (place, column)
            for place, column in enumerate(matrix.columns)
            if place == 0 or column.has_traits is has_traits
        )
        before = (self._columns, [line.unit for line in self._lines])
        self._all = lines
        found = self._found()
        if before == (columns, [line.unit for line in found]):
            self._lines = found
            if found:
                last = self.index(len(found) - 1, len(columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._columns, self._lines = columns, found
        self.endResetModel()

    def _found(self) -> tuple[QuotaLine, ...]:
        words = self._wanted.split()
        return tuple(
            line for line in self._all if all(word in search_key(line.unit) for word in words)
        )


def read_places(text: str) -> int | None:
    """Read a number of places; nothing is none.

    Raises:
        ValueError: it is no whole number, or too large.
    """
    digits = "".join(text.split()).replace(".", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdecimal()) or int(digits) > _MOST:
        raise ValueError(text)
    return int(digits)
