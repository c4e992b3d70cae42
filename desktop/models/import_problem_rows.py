"""The doubts of an import as a table: whom it is about, what it is, and the value to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from desktop.language import tr
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.import_rows import ImportedRows
from desktop.models.marks import MARK_ROLE
from desktop.people.import_report import ImportProblem

PERSON, SENTENCE, VALUE = range(3)


class ProblemRows(FlatTable):
    """A row for each doubt; its last column is the very cell of the person, and edits it."""

    def __init__(
        self,
        people: ImportedRows,
        sentence: Callable[[ImportProblem], str],
        parent: QObject | None = None,
    ) -> None:
        """Take the people, and what says a problem as a sentence."""
        super().__init__(parent)
        self._people = people
        self._sentence = sentence
        self._problems: Sequence[ImportProblem] = ()
        self._rows: dict[str, int] = {}
        people.dataChanged.connect(self._repaint)

    def show(self, problems: Sequence[ImportProblem]) -> None:
        """Show these, values that were not taken first."""
        self.beginResetModel()
        self._problems = sorted(problems, key=lambda problem: problem.is_taken)
        self._rows = (
            {self._people.person(row).id: row for row in range(self._people.count())}
            if problems
            else {}
        )
        self.endResetModel()

    def cell(self, index: AnyIndex) -> QModelIndex:
        """Find the cell of the people that a doubt is about; none for one without."""
        problem = self._problems[index.row()]
        row = self._rows.get(problem.delegate_id, -1)
        column = self._people.column_of(problem.key)
        is_its_own = row >= 0 and self._people.columns[column].key == problem.key
        return self._people.index(row, column) if is_its_own else QModelIndex()

    def person_cell(self, index: AnyIndex) -> QModelIndex:
        """Find the cell of a doubt, or the person's first where it is about none."""
        cell = self.cell(index)
        row = self._rows.get(self._problems[index.row()].delegate_id, -1)
        return cell if cell.isValid() or row < 0 else self._people.index(row, 0)

    def count(self) -> int:
        """Count the rows."""
        return len(self._problems)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return tr("Person"), tr("What to check"), tr("Stored as")

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let the value be mended as in the table of the people."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        cell = self.cell(index) if index.column() == VALUE else QModelIndex()
        if cell.isValid():
            return self._people.flags(cell)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Mend the value."""
        return self._people.setData(self.cell(index), value, role)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell."""
        problem = self._problems[index.row()]
        if index.column() == VALUE:
            cell = self.cell(index)
            if not cell.isValid() or role in (MARK_ROLE, Qt.ItemDataRole.TextAlignmentRole):
                return None
            return self._people.data(cell, role)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == PERSON:
            row = self._rows.get(problem.delegate_id, -1)
            return self._people.person(row).name if row >= 0 else ""
        sign = "▲" if problem.is_taken else "✖"
        return f"{sign}  {self._sentence(problem)}"

    def _repaint(self) -> None:
        if self._problems:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._problems) - 1, VALUE))
