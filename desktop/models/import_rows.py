"""The tables of an import: the people as they would be stored, and plain lists of sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from db.records import Delegate, ParticipantGroup
from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn, delegate_columns
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.import_plan import ImportPlan, key_of
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.import_report import ImportProblem

Item = TypeVar("Item")

_ALWAYS_SHOWN = ("badge_number", "name", "group_id")


class ImportedRows(FlatTable):
    """Everybody a list names, with doubtful cells marked; only columns that hold anything."""

    def __init__(
        self, sentence: Callable[[ImportProblem], str], parent: QObject | None = None
    ) -> None:
        """Take what says a problem as a sentence."""
        super().__init__(parent)
        self._sentence = sentence
        self._columns: tuple[DelegateColumn, ...] = ()
        self._people: tuple[Delegate, ...] = ()
        self._set_aside: frozenset[str] = frozenset()
        self._problems: Mapping[tuple[str, str], ImportProblem] = {}

    @property
    def columns(self) -> tuple[DelegateColumn, ...]:
        """The columns shown."""
        return self._columns

    def show(
        self, plan: ImportPlan | None, groups: Sequence[ParticipantGroup], *, skip_listed: bool
    ) -> None:
        """Show the people of a plan, or nobody."""
        self.beginResetModel()
        self._people = plan.preview.delegates if plan else ()
        self._problems = _by_cell(plan) if plan else {}
        self._set_aside = plan.listed_already if plan and skip_listed else frozenset()
        year = plan.target.this_year if plan else 0
        kept = {one.id: one for one in plan.people(skip_listed=skip_listed)} if plan else {}
        self._people = tuple(kept.get(one.id, one) for one in self._people)
        self._columns = tuple(
            column for column in delegate_columns(groups, year) if self._is_used(column)
        )
        self.endResetModel()

    def row_of(self, delegate_id: str) -> int:
        """Find a person's row; -1 for nobody."""
        return next((row for row, one in enumerate(self._people) if one.id == delegate_id), -1)

    def column_of(self, key: str) -> int:
        """Find the column of an attribute; 0 where it is not shown."""
        return next((number for number, column in enumerate(self._columns) if column.key == key), 0)

    def count(self) -> int:
        """Count the rows."""
        return len(self._people)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column.title for column in self._columns]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, and why it stands out."""
        column = self._columns[index.column()]
        one = self._people[index.row()]
        problem = self._problems.get((one.id, column.key))
        is_set_aside = one.id in self._set_aside
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(column, one, problem, is_set_aside=is_set_aside)
            case Qt.ItemDataRole.ToolTipRole if is_set_aside:
                shown: object = tr("On the list already; not added again")
            case Qt.ItemDataRole.ToolTipRole:
                shown = self._sentence(problem) if problem else None
            case _ if role == MARK_ROLE:
                shown = Mark.SET_ASIDE if is_set_aside else _mark(problem)
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
        place = (problem.delegate_id, key_of(problem, plan.mapping))
        if place not in by_cell or not problem.is_taken:
            by_cell[place] = problem
    return by_cell


def _shown(
    column: DelegateColumn, one: Delegate, problem: ImportProblem | None, *, is_set_aside: bool
) -> str:
    if is_set_aside and column.key == "badge_number":
        return "–"
    text = ("✓" if getattr(one, column.key) else "") if column.kind is CellKind.FLAG else ""
    text = text or ("" if column.kind is CellKind.FLAG else column.show(one))
    if problem is None:
        return text
    if problem.is_taken:
        return f"▲ {text}"
    return f"✖ {problem.value}"


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
