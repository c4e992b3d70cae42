"""The places of units beside the people listed: units down, groups and traits across.

A place comes from the plan above, or is given by the office; a plan's own number stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from db.records import Conference, Delegate
from desktop.people.names import sort_key
from desktop.rules.pack import RulePack
from desktop.rules.quota_columns import ColumnKind, CountedPlaces, QuotaColumn
from desktop.rules.unit_names import unit_key


class CellState(StrEnum):
    """How the people listed fill the places given."""

    OPEN = "open"  # no number was given
    UNDER = "under"
    FULL = "full"
    OVER = "over"


class QuotaCell(Struct, frozen=True):
    """The places of one unit in one column.

    Attributes:
        given: None while nobody gave a number.
        used: people listed.
        is_planned: the number is the plan's own.
        is_summed: the number is a sum, of the groups' or of the units'.
        is_partial: people are counted who have no part in that sum, so that nothing can be told.
    """

    given: int | None = None
    used: int = 0
    is_planned: bool = False
    is_summed: bool = False
    is_partial: bool = False

    @property
    def left(self) -> int | None:
        """Places that nobody has yet; negative for people beyond them."""
        return None if self.given is None or self.is_partial else self.given - self.used

    @property
    def state(self) -> CellState:
        """How the places are filled."""
        if self.left is None:
            return CellState.OPEN
        if not self.left:
            return CellState.FULL
        return CellState.UNDER if self.left > 0 else CellState.OVER


class QuotaLine(Struct, frozen=True):
    """One unit, as its name was first written, with a cell per column."""

    unit: str
    cells: tuple[QuotaCell, ...]


class QuotaMatrix(Struct, frozen=True, kw_only=True):
    """The whole table with its sums by column."""

    columns: tuple[QuotaColumn, ...]
    lines: tuple[QuotaLine, ...]
    totals: QuotaLine


def quota_matrix(
    conference: Conference, delegates: Sequence[Delegate], pack: RulePack | None
) -> QuotaMatrix:
    """Lay out the places of the units beside the list.

    Units come in the order of the plan, then as the office entered them, then by name.
    """
    counted = CountedPlaces(conference, delegates, pack)
    columns = counted.columns
    planned = counted.planned_places()
    typed = {
        (unit_key(one.unit), place): one.places
        for one in conference.quotas
        if one.places is not None and (place := counted.place_of(one.group_id, one.trait)) >= 0
    }
    lines = []
    for key, unit in _units(conference, delegates, pack, planned).items():
        used = counted.used.get(key, Counter())
        cells = [
            QuotaCell(
                given=planned.get((key, place), typed.get((key, place))),
                used=used[place],
                is_planned=(key, place) in planned,
            )
            for place in range(len(columns))
        ]
        lines.append(QuotaLine(unit, _with_sum(columns, cells)))
    return QuotaMatrix(columns=columns, lines=tuple(lines), totals=_totals(columns, lines))


def people_of_cell(
    conference: Conference,
    delegates: Sequence[Delegate],
    pack: RulePack | None,
    column: QuotaColumn,
    unit: str | None,
) -> tuple[Delegate, ...]:
    """List the people whom a cell counts, or those of a whole column where no unit is named."""
    counted = CountedPlaces(conference, delegates, pack)
    place = next(
        number
        for number, one in enumerate(counted.columns)
        if (one.kind, one.key) == (column.kind, column.key)
    )
    return tuple(
        person
        for person, places in counted.placed()
        if place in places and (unit is None or unit_key(person.unit) == unit_key(unit))
    )


def _units(
    conference: Conference,
    delegates: Sequence[Delegate],
    pack: RulePack | None,
    planned: Iterable[tuple[str, int]],
) -> dict[str, str]:
    """Name every unit once, by its key."""
    wanted = {key for key, _ in planned}
    units: dict[str, str] = {}
    for unit in pack.units if pack is not None and wanted else ():
        if unit_key(unit.name) in wanted:
            units.setdefault(unit_key(unit.name), unit.name)
    units |= {key: key for key in sorted(wanted - units.keys())}  # named by its key alone
    for quota in conference.quotas:
        units.setdefault(unit_key(quota.unit), quota.unit)
    others: dict[str, str] = {}
    for person in delegates:
        others.setdefault(unit_key(person.unit), person.unit.strip())
    for key in sorted(others, key=lambda key: (not key, sort_key(others[key], others[key]))):
        units.setdefault(key, others[key])
    return units


def _with_sum(columns: Sequence[QuotaColumn], cells: Sequence[QuotaCell]) -> tuple[QuotaCell, ...]:
    """Let the whole unit have the places of its groups where it was given no number itself."""
    whole, *others = cells
    groups = [
        cell
        for column, cell in zip(columns[1:], others, strict=True)
        if column.kind in (ColumnKind.GROUP, ColumnKind.UNGROUPED)
    ]
    if whole.given is None:
        whole = _sum(groups)
    return (whole, *others)


def _totals(columns: Sequence[QuotaColumn], lines: Sequence[QuotaLine]) -> QuotaLine:
    return QuotaLine(
        "", tuple(_sum([line.cells[place] for line in lines]) for place in range(len(columns)))
    )


def _sum(cells: Sequence[QuotaCell]) -> QuotaCell:
    given = [cell.given for cell in cells if cell.given is not None]
    return QuotaCell(
        given=sum(given) if given else None,
        used=sum(cell.used for cell in cells),
        is_summed=True,
        is_partial=bool(given)
        and any(cell.is_partial or (cell.given is None and cell.used) for cell in cells),
    )
