"""People known from other conferences as a table model; those ticked stay ticked in a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop.language import tr
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.births import birth_text
from desktop.people.known_people import KnownPerson
from desktop.sentences.directory import post_and_unit

NAME = 0
_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class DirectoryRows(FlatTable):
    """Shows people; who is on the list already cannot be ticked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[KnownPerson, ...] = ()
        self._conferences: Mapping[str, str] = {}
        self._chosen: dict[str, KnownPerson] = {}

    @property
    def chosen(self) -> tuple[KnownPerson, ...]:
        """Who is ticked, in the order of ticking, shown now or not."""
        return tuple(self._chosen.values())

    def show(self, people: Sequence[KnownPerson], conferences: Mapping[str, str]) -> None:
        """Show people, with the names of conferences by their ids."""
        self.beginResetModel()
        self._people, self._conferences = tuple(people), conferences
        self.endResetModel()

    def person(self, row: int) -> KnownPerson:
        """The person of a row."""
        return self._people[row]

    def toggle(self, row: int) -> None:
        """Tick a person, or take the tick away."""
        person = self._people[row]
        if person.is_listed:
            return
        # the same person may have been ticked by another entry
        ticked = self._ticked(person)
        if ticked is None:
            self._chosen[person.source.id] = person
        else:
            del self._chosen[ticked]
        last = len(self.titles()) - 1
        self.dataChanged.emit(self.index(row, NAME), self.index(row, last))
        self.ticked.emit()

    def count(self) -> int:
        """Count the rows."""
        return len(self._people)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return (
            tr("Full name"),
            tr("Born"),
            tr("Post, unit"),
            tr("Represents"),
            tr("Honours"),
            tr("Known from"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        person = self._people[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(person)[index.column()]
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME:
                if person.is_listed:
                    return None
                is_ticked = self._ticked(person) is not None
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            case _ if role == MARK_ROLE:
                return Mark.SET_ASIDE if person.is_listed else None
            case _:
                return None

    def setData(
        self,
        index: AnyIndex,
        value: object,  # noqa: ARG002 - a tick knows only its opposite
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a person, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self.toggle(index.row())
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_tick = index.column() == NAME and not self._people[index.row()].is_listed
        return _READ_ONLY | Qt.ItemFlag.ItemIsUserCheckable if can_tick else _READ_ONLY

    def _ticked(self, person: KnownPerson) -> str | None:
        return next((one.id for one in person.entries if one.id in self._chosen), None)

    def _texts(self, person: KnownPerson) -> tuple[str, ...]:
        one = person.source
        known_from = self._conferences[one.conference_id]
        return (
            one.name or tr("(no name)"),
            birth_text(one.birth),
            post_and_unit(one),
            one.represents,
            "; ".join(person.honours),
            tr("– On this list already; {where}", where=known_from)
            if person.is_listed
            else known_from,
        )
