"""The register as a table model: searched and sorted in one pass, edited cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from db.records import Delegate, ParticipantGroup
from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn, delegate_columns
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.names import search_key, sort_key

_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
_TICKABLE = _READ_ONLY | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsUserTristate
_FLAGS = {
    CellKind.FIXED: _READ_ONLY,
    CellKind.TEXT: _EDITABLE,
    CellKind.BIRTH: _EDITABLE,
    CellKind.CHOICE: _EDITABLE,
    CellKind.FLAG: _TICKABLE,
}
# a box half ticked is one that nobody said anything of
_SAID = {
    Qt.CheckState.Checked: True,
    Qt.CheckState.Unchecked: False,
    Qt.CheckState.PartiallyChecked: None,
}
_SEARCHED = ("name", "unit", "post", "id_number", "phone", "note")


class DelegateRows(FlatTable):
    """Shows the delegates of one conference; an edited cell is told, and shown once it is stored.

    An edited row stays where it is until the next sort, search or change of the list.
    """

    edited = Signal(object)  # the changed Delegate

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[DelegateColumn, ...] = ()
        self._groups: tuple[ParticipantGroup, ...] = ()
        self._this_year = 0
        self._all: tuple[Delegate, ...] = ()
        self._rows: list[Delegate] = []
        self._wanted = ""
        self._only: frozenset[str] | None = None
        self._sorted_by = -1
        self._sort_order = Qt.SortOrder.AscendingOrder
        self._searched: dict[str, tuple[Delegate, str]] = {}

    @property
    def columns(self) -> tuple[DelegateColumn, ...]:
        """The columns as they are laid out now."""
        return self._columns

    def show(
        self, delegates: Sequence[Delegate], groups: Sequence[ParticipantGroup], this_year: int
    ) -> None:
        """Show what the store holds."""
        self._lay_out(tuple(groups), this_year)
        before = self._all
        self._all = tuple(delegates)
        if [one.id for one in before] != [one.id for one in self._all]:
            self._arrange()
            return
        by_id = {one.id: one for one in self._all}
        self._rows = [by_id[one.id] for one in self._rows]
        self._repaint()

    def search(self, text: str) -> None:
        """Show only people in whose entries every word is found, without accents."""
        wanted = search_key(text).strip()
        if wanted != self._wanted:
            self._wanted = wanted
            self._arrange()

    def narrow(self, ids: Iterable[str] | None) -> None:
        """Show only these people, or everybody again; the search goes on among them."""
        self._only = None if ids is None else frozenset(ids)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, equals by name; column -1 is the officer's own order."""
        self._sorted_by, self._sort_order = column, order
        self._arrange()

    def delegate(self, row: int) -> Delegate:
        """The person in a row."""
        return self._rows[row]

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Find the rows of these people, top first; people not shown are left out."""
        wanted = frozenset(ids)
        return [row for row, one in enumerate(self._rows) if one.id in wanted]

    def column_of(self, key: str) -> int:
        """Find the column of an attribute."""
        return next(number for number, one in enumerate(self._columns) if one.key == key)

    def values_of(self, key: str) -> tuple[str, ...]:
        """List the different texts people have in a column, in the order of the alphabet."""
        texts = {str(getattr(one, key)) for one in self._all} - {""}
        return tuple(sorted(texts, key=lambda text: sort_key(text, text)))

    def count(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column.title for column in self._columns]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, edits or checks."""
        column = self._columns[index.column()]
        one = self._rows[index.row()]
        give = _BY_ROLE.get(role)
        return give(column, one) if give else None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edited cell; a value the person cannot have is refused."""
        column = self._columns[index.column()]
        one = self._rows[index.row()]
        if (role == Qt.ItemDataRole.CheckStateRole) is not (column.kind is CellKind.FLAG):
            return False
        if column.kind is CellKind.FLAG:
            value = _SAID[Qt.CheckState(value)]
        elif value == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        try:
            new = column.read(value)
        except ValueError:
            return False
        if new == getattr(one, column.key):
            return False
        self.edited.emit(msgspec.structs.replace(one, **{column.key: new}))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS[self._columns[index.column()].kind]

    def _lay_out(self, groups: tuple[ParticipantGroup, ...], this_year: int) -> None:
        if groups == self._groups and this_year == self._this_year and self._columns:
            return
        columns = delegate_columns(groups, this_year)
        self._groups, self._this_year = groups, this_year
        if self._columns:
            self._columns = columns
            return
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._wanted.split()
        rows = [one for one in self._all if self._has(one, words)] if words else list(self._all)
        if self._only is not None:
            rows = [one for one in rows if one.id in self._only]
        if self._sorted_by >= 0:
            rows.sort(key=lambda one: sort_key(one.name, one.given_name))
            rows.sort(
                key=self._columns[self._sorted_by].order,
                reverse=self._sort_order is Qt.SortOrder.DescendingOrder,
            )
        self._rows = rows
        self.endResetModel()

    def _has(self, one: Delegate, words: Sequence[str]) -> bool:
        known = self._searched.get(one.id)
        if known is None or known[0] != one:
            parts = [search_key(getattr(one, key)) for key in _SEARCHED]
            known = (one, "\n".join((*parts, str(one.badge_number or ""))))
            self._searched[one.id] = known
        return all(word in known[1] for word in words)

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _shown(column: DelegateColumn, one: Delegate) -> str:
    if column.kind is CellKind.FLAG:
        return ""  # the box says it
    text = column.show(one)
    return text or (tr("name missing") if column.key == "name" else "")


def _edited(column: DelegateColumn, one: Delegate) -> object:
    if column.kind is CellKind.CHOICE:
        return getattr(one, column.key) or ""
    return column.show(one)


def _check_state(column: DelegateColumn, one: Delegate) -> object:
    if column.kind is not CellKind.FLAG:
        return None
    said = getattr(one, column.key)
    return next(state for state, meant in _SAID.items() if meant is said)


def _spoken(column: DelegateColumn, one: Delegate) -> str:
    return f"{column.title}: {_shown(column, one) or column.show(one)}"


def _mark(column: DelegateColumn, one: Delegate) -> Mark | None:
    return Mark.WRONG if column.key == "name" and not one.name else None


def _alignment(column: DelegateColumn, one: Delegate) -> object:  # noqa: ARG001 - one of a table
    if column.kind is not CellKind.FIXED:
        return None
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_BY_ROLE: dict[int, Callable[[DelegateColumn, Delegate], object]] = {
    Qt.ItemDataRole.DisplayRole: _shown,
    Qt.ItemDataRole.EditRole: _edited,
    Qt.ItemDataRole.CheckStateRole: _check_state,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    MARK_ROLE: _mark,
}
