"""The register as a table model: searched, filtered and sorted in one pass, edited cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt, Signal

from db.directory import Used
from db.list_keys import KeptKeys
from db.records import Delegate, ListOrder, ParticipantGroup, ToneOrder
from desktop.models.delegate_cell_data import cell_data
from desktop.models.delegate_columns import CellKind, DelegateColumn, delegate_columns
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.people.list_keys import NameKeys
from desktop.people.names import text_key
from desktop.people.people_filter import Choice, Facet, PeopleFilter, Sieve
from desktop.people.person_order import in_order

_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
_TICKABLE = _READ_ONLY | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsUserTristate
_FLAGS = {
    CellKind.FIXED: _READ_ONLY,
    CellKind.TEXT: _EDITABLE,
    CellKind.MANY: _EDITABLE,
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
_CLDR = ToneOrder.HUYEN_HOI_NGA_SAC_NANG
_BY_HAND = (ListOrder.HAND, ListOrder.PROTOCOL)
# what moves a person in some order without an edit of a cell
_PLACES = ("position", "protocol_rank", "badge_number")
# columns of which it is kept what was entered in other conferences
_USED = {
    "unit": Used.UNIT,
    "post": Used.POST,
    "honours": Used.HONOUR,
    "represents": Used.COLLECTIVE,
}
_PEOPLE_MIME = "application/x-hoinghi-people"


class DelegateRows(FlatTable):
    """Shows the delegates of one conference; an edited cell is told, and shown once it is stored.

    An edited row stays where it is until the next sort, search or change of the list.
    """

    edited = Signal(object)  # the changed Delegate
    dropped = Signal(int)  # the selected people shall stand before this row

    def __init__(
        self,
        parent: QObject | None = None,
        words_used: Callable[[Used], Sequence[str]] = lambda _: (),
    ) -> None:
        """Begin empty; `words_used` lists what was entered before in any conference."""
        super().__init__(parent)
        self._words_used = words_used
        self._columns: tuple[DelegateColumn, ...] = ()
        self._laid_out: tuple[object, ...] = ()
        self._all: tuple[Delegate, ...] = ()
        self._keys: Mapping[str, KeptKeys] = {}
        self._groups: tuple[ParticipantGroup, ...] = ()
        self._list_order = ListOrder.HAND
        self._tone_order = _CLDR
        self._rows: list[Delegate] = []
        self._ordered: list[Delegate] = []
        self._in_list_order: list[Delegate] | None = None
        self._sieve: Sieve | None = None
        self._query = ""
        self._wanted = PeopleFilter()
        self._only: frozenset[str] | None = None
        self._sorted_by = -1
        self._sort_order = Qt.SortOrder.AscendingOrder

    @property
    def columns(self) -> tuple[DelegateColumn, ...]:
        """The columns as they are laid out now."""
        return self._columns

    @property
    def shown(self) -> Sequence[Delegate]:
        """The people shown, in their order."""
        return self._rows

    @property
    def everybody(self) -> Sequence[Delegate]:
        """All people in the order of the screen, whether shown or not."""
        return self._ordered

    @property
    def listed(self) -> Sequence[Delegate]:
        """All people in the order of the conference, whatever the screen is sorted by."""
        if self._in_list_order is None:
            self._in_list_order = in_order(
                self._all, self._list_order, self._tone_order, self._names()
            )
        return self._in_list_order

    @property
    def wanted(self) -> PeopleFilter:
        """By what the list is filtered."""
        return self._wanted

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The column it is sorted by, and whether falling; empty in the order of the conference."""
        if self._sorted_by < 0:
            return "", False
        falling = self._sort_order is Qt.SortOrder.DescendingOrder
        return self._columns[self._sorted_by].key, falling

    @property
    def can_be_moved(self) -> bool:
        """Whether rows can be moved by hand in the order they are shown in."""
        return self._sorted_by < 0 and self._list_order in _BY_HAND

    def show(
        self,
        delegates: Sequence[Delegate],
        groups: Sequence[ParticipantGroup],
        this_year: int,
        *,
        keys: Mapping[str, KeptKeys] | None = None,
        list_order: ListOrder = ListOrder.HAND,
        tone_order: ToneOrder = _CLDR,
    ) -> None:
        """Show what the store holds.

        Args:
            delegates: of the conference.
            groups: of the conference.
            this_year: that ages are counted in.
            keys: what the store keeps of each; derived where it is not given.
            list_order: of the conference.
            tone_order: of the office.
        """
        self._lay_out(tuple(groups), this_year, tone_order)
        before, order_before = self._all, (self._list_order, self._tone_order)
        self._all = tuple(delegates)
        self._keys = _derived(self._all, tone_order) if keys is None else keys
        self._list_order, self._tone_order = list_order, tone_order
        self._in_list_order = None
        if order_before != (list_order, tone_order) or not _same_places(before, self._all):
            self._arrange()
            return
        by_id = {one.id: one for one in self._all}
        self._rows = [by_id[one.id] for one in self._rows]
        self._ordered = [by_id[one.id] for one in self._ordered]
        self._sieve = None
        self._repaint()

    def search(self, text: str) -> None:
        """Show only people in whose entries every word is found, without accents."""
        wanted = " ".join(text.split())
        if wanted != self._query:
            self._query = wanted
            self._sift()

    def filter(self, wanted: PeopleFilter) -> None:
        """Show only people who have one of the wanted values of every facet."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._sift()

    def choices(self, facet: Facet) -> list[Choice]:
        """Count the people whom each value of a facet would leave of those shown."""
        return self._sieved().choices(facet, self._wanted, self._query)

    def narrow(self, ids: Iterable[str] | None) -> None:
        """Show only these people, or everybody again; the search goes on among them."""
        self._only = None if ids is None else frozenset(ids)
        self._sift()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, equals as they are listed; column -1 is the conference's order."""
        self._sorted_by, self._sort_order = column, order
        self._arrange()

    def delegate(self, row: int) -> Delegate:
        """The person in a row."""
        return self._rows[row]

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """Find the rows of these people, top first; people not shown are left out."""
        wanted = frozenset(ids)
        return [row for row, one in enumerate(self._rows) if one.id in wanted] if wanted else []

    def column_of(self, key: str) -> int:
        """Find the column of an attribute."""
        return next(number for number, one in enumerate(self._columns) if one.key == key)

    def values_of(self, key: str) -> tuple[str, ...]:
        """List the texts people have in a column by the alphabet, then others entered before."""
        texts: set[str] = set()
        for one in self._all:
            value = getattr(one, key)
            texts.update(value if isinstance(value, tuple) else (value,))
        own = sorted(texts - {""}, key=lambda text: text_key(text, self._tone_order))
        before = self._words_used(_USED[key]) if key in _USED else ()
        return (*own, *(text for text in before if text not in texts))

    def count(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return [column.title for column in self._columns]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, edits or checks."""
        return cell_data(self._columns[index.column()], self._rows[index.row()], role)

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
        """Say what can be done with a cell; dropping between rows moves people."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.can_be_moved else Qt.ItemFlag.NoItemFlags
        flags = _FLAGS[self._columns[index.column()].kind]
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.can_be_moved else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow moving rows."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name the one thing that can be dropped: people of this table."""
        return [_PEOPLE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: ARG002 - Qt's signature
        """Pack nothing but the word that it is people: whom, the selection says."""
        data = QMimeData()
        data.setData(_PEOPLE_MIME, QByteArray(b"people"))
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002 - Qt's signature
        parent: AnyIndex,
    ) -> bool:
        """Tell where people shall stand; false keeps the view from removing their rows."""
        if action is Qt.DropAction.MoveAction and data.hasFormat(_PEOPLE_MIME):
            before = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
            self.dropped.emit(before)
        return False

    def _lay_out(
        self, groups: tuple[ParticipantGroup, ...], this_year: int, tone_order: ToneOrder
    ) -> None:
        laid_out = (groups, this_year, tone_order)
        if laid_out == self._laid_out:
            return
        is_first = not self._columns
        if is_first:
            self.beginResetModel()
        self._laid_out, self._groups, self._sieve = laid_out, groups, None
        self._columns = delegate_columns(groups, this_year, tone_order)
        if is_first:
            self.endResetModel()

    def _arrange(self) -> None:
        """Order everybody, then show those who are wanted."""
        self._ordered = list(self.listed)
        if self._sorted_by >= 0:
            column = self._columns[self._sorted_by]
            self._ordered = _sorted(self._ordered, column, self._names(), self._sort_order)
        self._sieve = None
        self._sift()

    def _names(self) -> dict[str, bytes]:
        return {person_id: keys.sort_key for person_id, keys in self._keys.items()}

    def _sift(self) -> None:
        self.beginResetModel()
        rows = self._sieved().passing(self._wanted, self._query)
        self._rows = rows if self._only is None else [one for one in rows if one.id in self._only]
        self.endResetModel()

    def _sieved(self) -> Sieve:
        if self._sieve is None:
            self._sieve = Sieve(self._ordered, self._keys, [group.id for group in self._groups])
        return self._sieve

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _derived(people: Iterable[Delegate], tone_order: ToneOrder) -> dict[str, KeptKeys]:
    keys = NameKeys()
    return {
        one.id: KeptKeys(keys.sort_key(one, tone_order), keys.search_text(one)) for one in people
    }


def _same_places(before: Sequence[Delegate], after: Sequence[Delegate]) -> bool:
    """Tell whether the same people stand there, and nobody was moved."""
    return len(before) == len(after) and all(
        one is other
        or (
            one.id == other.id
            and all(getattr(one, place) == getattr(other, place) for place in _PLACES)
        )
        for one, other in zip(before, after, strict=True)
    )


def _sorted(
    people: Sequence[Delegate],
    column: DelegateColumn,
    names: Mapping[str, bytes],
    order: Qt.SortOrder,
) -> list[Delegate]:
    """Sort by a column; people whose cell is empty come last whichever way."""
    keyed = [(column.order(one), one) for one in people]
    filled = [(key, one) for key, one in keyed if key is not None]
    if column.by_name:
        filled = [(names[one.id], one) for _, one in filled]
    is_falling = order is Qt.SortOrder.DescendingOrder
    filled.sort(key=lambda pair: pair[0], reverse=is_falling)
    return [*(one for _, one in filled), *(one for key, one in keyed if key is None)]
