"""The tables of an import: the people as they would be stored, and plain lists of sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from db.records import Delegate, ParticipantGroup
from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn, delegate_columns
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.import_plan import ImportPlan
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.import_report import ImportProblem
from desktop.people.names import sort_key

Item = TypeVar("Item")

_ALWAYS_SHOWN = ("badge_number", "name", "group_id")


class ImportedRows(FlatTable):
    """Everybody a list names, doubtful cells marked; only columns that hold anything.

    A cell is mended in place: the model shows what was typed and tells of it.
    """

    mended = Signal(int, str, object)  # row of the file, attribute, value

    def __init__(
        self, sentence: Callable[[ImportProblem], str], parent: QObject | None = None
    ) -> None:
        """Take what says a problem as a sentence."""
        super().__init__(parent)
        self._sentence = sentence
        self._columns: tuple[DelegateColumn, ...] = ()
        self._people: list[Delegate] = []
        self._rows: tuple[int, ...] = ()
        self._set_aside: Mapping[str, str] = {}
        self._problems: Mapping[tuple[str, str], ImportProblem] = {}

    @property
    def columns(self) -> tuple[DelegateColumn, ...]:
        """The columns shown."""
        return self._columns

    def show(self, plan: ImportPlan | None, groups: Sequence[ParticipantGroup]) -> None:
        """Show the people of a plan, or nobody."""
        self.beginResetModel()
        self._problems = _by_cell(plan) if plan else {}
        self._set_aside = (
            {twin.new.id: twin.kept.name for twin in plan.resolution.twins} if plan else {}
        )
        year = plan.worked.target.this_year if plan else 0
        kept = {one.id: one for one in plan.resolution.added} if plan else {}
        people = plan.preview.delegates if plan else ()
        self._people = [kept.get(one.id, one) for one in people]
        self._rows = plan.preview.rows if plan else ()
        self._columns = tuple(
            column for column in delegate_columns(groups, year) if self._is_used(column)
        )
        self.endResetModel()

    def values_of(self, key: str) -> tuple[str, ...]:
        """List the different texts people have in a column, in the order of the alphabet."""
        texts = {str(getattr(one, key)) for one in self._people} - {""}
        return tuple(sorted(texts, key=lambda text: sort_key(text, text)))

    def row_of(self, delegate_id: str) -> int:
        """Find a person's row; -1 for nobody."""
        return next((row for row, one in enumerate(self._people) if one.id == delegate_id), -1)

    def file_row(self, row: int) -> int:
        """Number the row of the file that a person comes from."""
        return self._rows[row]

    def column_of(self, key: str) -> int:
        """Find the column of an attribute; 0 where it is not shown."""
        return next((number for number, column in enumerate(self._columns) if column.key == key), 0)

    def person(self, row: int) -> Delegate:
        """The person in a row."""
        return self._people[row]

    def count(self) -> int:
        """Count the rows."""
        return len(self._people)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column.title for column in self._columns]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        kind = self._columns[index.column()].kind
        if kind is CellKind.FLAG:
            return shown | Qt.ItemFlag.ItemIsUserCheckable
        return shown if kind is CellKind.FIXED else shown | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a mended cell; a value the person cannot have is refused."""
        column = self._columns[index.column()]
        one = self._people[index.row()]
        if (role == Qt.ItemDataRole.CheckStateRole) is not (column.kind is CellKind.FLAG):
            return False
        if column.kind is CellKind.FLAG:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        try:
            new = column.read(value)
        except ValueError:
            return False
        problem = self._problems.get((one.id, column.key))
        if new == getattr(one, column.key) and problem is None:
            return False
        self._people[index.row()] = msgspec.structs.replace(one, **{column.key: new})
        self._problems = {
            place: problem
            for place, problem in self._problems.items()
            if place != (one.id, column.key)
        }
        self.dataChanged.emit(index, index)
        self.mended.emit(self._rows[index.row()], column.key, new)
        return True

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, edits or checks, and why it stands out."""
        column = self._columns[index.column()]
        one = self._people[index.row()]
        problem = self._problems.get((one.id, column.key))
        kept = self._set_aside.get(one.id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(column, one, problem, is_set_aside=kept is not None)
            case Qt.ItemDataRole.EditRole:
                return _edited(column, one, problem)
            case Qt.ItemDataRole.CheckStateRole if column.kind is CellKind.FLAG:
                is_set = getattr(one, column.key)
                shown: object = Qt.CheckState.Checked if is_set else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = f"{column.title}: {column.show(one)}"
            case Qt.ItemDataRole.ToolTipRole if kept is not None:
                shown = tr("The same person as {name}; not added again", name=kept)
            case Qt.ItemDataRole.ToolTipRole:
                shown = self._sentence(problem) if problem else None
            case _ if role == MARK_ROLE:
                shown = Mark.SET_ASIDE if kept is not None else _mark(problem)
            case Qt.ItemDataRole.TextAlignmentRole if column.kind is CellKind.FIXED:
                shown = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                shown = None
        return shown

    def _is_used(self, column: DelegateColumn) -> bool:
        if column.key == "given_name":
            return any(one.given_name for one in self._people)
        return (
            column.key in _ALWAYS_SHOWN
            or any(getattr(one, column.key) for one in self._people)
            or any(key == column.key for _, key in self._problems)
        )


def _by_cell(plan: ImportPlan) -> dict[tuple[str, str], ImportProblem]:
    """Give each cell the problem that weighs most."""
    by_cell: dict[tuple[str, str], ImportProblem] = {}
    for problem in plan.preview.problems:
        place = (problem.delegate_id, problem.key)
        if place not in by_cell or not problem.is_taken:
            by_cell[place] = problem
    return by_cell


def _shown(
    column: DelegateColumn, one: Delegate, problem: ImportProblem | None, *, is_set_aside: bool
) -> str:
    if is_set_aside and column.key == "badge_number":
        return "–"
    if column.kind is CellKind.FLAG:  # the box says it
        return "" if problem is None else f"▲ {problem.value}"
    text = column.show(one)
    if problem is None:
        return text
    if problem.is_taken:
        return f"▲ {text}"
    return f"✖ {problem.value}"


def _edited(column: DelegateColumn, one: Delegate, problem: ImportProblem | None) -> object:
    if column.kind is CellKind.CHOICE:
        return getattr(one, column.key) or ""
    text = column.show(one)
    # what could not be read is the best beginning of what can
    return problem.value if problem is not None and not text else text


def _mark(problem: ImportProblem | None) -> Mark | None:
    if problem is None:
        return None
    return Mark.DOUBT if problem.is_taken else Mark.WRONG


class SentenceRows(FlatTable, Generic[Item]):
    """A plain table of texts, made when they are looked at."""

    def __init__(
        self,
        titles: Sequence[str],
        write: Callable[[Item], tuple[str, ...]],
        parent: QObject | None = None,
    ) -> None:
        """Take the titles of the columns and what writes an item's row."""
        super().__init__(parent)
        self._titles = tuple(titles)
        self._write = write
        self._items: Sequence[Item] = ()

    def show(self, items: Sequence[Item]) -> None:
        """Show a row for each of these."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, row: int) -> Item:
        """The item of a row."""
        return self._items[row]

    def count(self) -> int:
        """Count the rows."""
        return len(self._items)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return self._titles

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._write(self._items[index.row()])[index.column()]
        return None
