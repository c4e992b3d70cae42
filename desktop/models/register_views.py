"""Views of the register under a name: what is filtered, how it is sorted, which columns show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from db.records import GroupKind, ParticipantGroup
from db.settings import Settings
from desktop.language import tr
from desktop.people.names import compact_key
from desktop.people.people_filter import FIELDS_WITH_GAPS, NEEDED, NONE, PeopleFilter

_VIEWS, _COLUMNS = "register-views", "register-columns"
MAX_VIEWS = 50
_Kept = TypeVar("_Kept")


class ColumnPlace(Struct, frozen=True):
    """A column where it stands: in the order of a row, as wide as it was drawn."""

    key: str
    width: int
    is_shown: bool = True


class RegisterView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A view that can be taken again, in any conference.

    Attributes:
        groups: names of groups; NONE for people in none.
        kinds: of groups, beside those named.
        units, honours, missing, twice: as PeopleFilter has them.
        sorted_by: key of a column; empty for the order of the conference.
        columns: empty where the view leaves them as they are.
    """

    name: str
    groups: tuple[str, ...] = ()
    kinds: tuple[GroupKind, ...] = ()
    units: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    twice: bool = False
    sorted_by: str = ""
    is_falling: bool = False
    columns: tuple[ColumnPlace, ...] = ()

    def filter(self, groups: Sequence[ParticipantGroup]) -> PeopleFilter:
        """Give what the view filters in a conference with these groups.

        A group that the conference does not have lets nobody by.
        """
        wanted = {compact_key(name): name for name in self.groups if name}
        found = {
            group.id
            for group in groups
            if group.kind in self.kinds or compact_key(group.name) in wanted
        }
        known = {compact_key(group.name) for group in groups}
        unknown = {name for key, name in wanted.items() if key not in known}
        if self.kinds and not found:
            unknown.update(kind.value for kind in self.kinds)
        if NONE in self.groups:
            found.add(NONE)
        return PeopleFilter(
            groups=frozenset(found | unknown),
            units=frozenset(self.units),
            honours=frozenset(self.honours),
            missing=frozenset(self.missing) & frozenset(FIELDS_WITH_GAPS),
            twice=self.twice,
        )


def view_of(
    name: str,
    wanted: PeopleFilter,
    groups: Sequence[ParticipantGroup],
    sorting: tuple[str, bool],
    columns: Sequence[ColumnPlace],
) -> RegisterView:
    """Put what is shown now under a name."""
    names = {group.id: group.name for group in groups} | {NONE: NONE}
    return RegisterView(
        name=name,
        groups=tuple(sorted(names.get(value, value) for value in wanted.groups)),
        units=tuple(sorted(wanted.units)),
        honours=tuple(sorted(wanted.honours)),
        missing=tuple(sorted(wanted.missing)),
        twice=wanted.twice,
        sorted_by=sorting[0],
        is_falling=sorting[1],
        columns=tuple(columns),
    )


def ready_views() -> tuple[RegisterView, ...]:
    """Give the views that come with the program."""
    return (
        RegisterView(name=tr("Data missing"), missing=tuple(sorted(NEEDED))),
        RegisterView(name=tr("Exemplars"), kinds=(GroupKind.EXEMPLAR,)),
        RegisterView(name=tr("Guests"), kinds=(GroupKind.GUEST,)),
    )


class ViewShelf:
    """The views and the columns that the officer keeps, in the settings of this machine."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def views(self) -> tuple[RegisterView, ...]:
        """List the officer's own views; what another program wrote and this cannot read is none."""
        return _read(self._settings.get(_VIEWS), tuple[RegisterView, ...], ())

    def keep(self, view: RegisterView) -> None:
        """Keep a view, in the place of one of its name."""
        others = [one for one in self.views() if one.name != view.name]
        self._write(_VIEWS, [*others[1 - MAX_VIEWS :], view])

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._write(_VIEWS, [one for one in self.views() if one.name != name])

    def columns(self) -> tuple[ColumnPlace, ...]:
        """Give the columns as they were left; none where they never were."""
        return _read(self._settings.get(_COLUMNS), tuple[ColumnPlace, ...], ())

    def keep_columns(self, columns: Sequence[ColumnPlace]) -> None:
        """Keep the columns as they are now."""
        self._write(_COLUMNS, list(columns))

    def _write(self, key: str, value: object) -> None:
        self._settings.set(key, msgspec.json.encode(value).decode())


def _read(text: str, kind: type[_Kept], default: _Kept) -> _Kept:
    try:
        return msgspec.json.decode(text, type=kind) if text else default
    except msgspec.DecodeError:
        return default
