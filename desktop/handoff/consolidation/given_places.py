"""The places that each office has at the conference above: of the plan, else as that was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from db.records import Conference, ConferenceFile, ParticipantGroup
from desktop.handoff.consolidation.figures import UpperPlaces
from desktop.handoff.consolidation.offices import OfficeTree
from desktop.rules.effective import level_of
from desktop.rules.pack import RulePack
from desktop.rules.quota_columns import unit_name
from desktop.rules.quota_matrix import quota_matrix
from desktop.rules.unit_names import unit_key

_NOBODY = "0" * 32


def given_places(
    pack: RulePack | None, own: ConferenceFile | None, tree: OfficeTree
) -> Mapping[str, UpperPlaces]:
    """Give the places by the key of each unit's name; units that were merged share theirs."""
    conference = own.conference if own is not None else _bare(pack, tree.own_unit)
    places: Counter[str] = Counter()
    alternates: Counter[str] = Counter()
    matrix = quota_matrix(conference, (), pack)
    for line in matrix.lines:
        # what is said of traits is said of people who have a place already, and so is what is
        # said of some groups where the plan gives a number for more of them
        given = max(
            (
                cell.given
                for column, cell in zip(matrix.columns, line.cells, strict=True)
                if cell.given is not None and not column.has_traits
            ),
            default=None,
        )
        if given is not None:
            places[_key(line.unit, tree)] += given
    level = level_of(conference, pack)
    for rule in level.quotas if level is not None else ():
        for one in rule.units:
            alternates[_key(unit_name(one.unit, pack), tree)] += one.alternates
    return {
        key: UpperPlaces(given=places.get(key), alternates_given=alternates.get(key))
        for key in places.keys() | alternates.keys()
    }


def _key(unit: str, tree: OfficeTree) -> str:
    place = tree.named(unit)
    return unit_key(place.name if place is not None else unit)


def _bare(pack: RulePack | None, own_unit: str) -> Conference:
    """Make up a conference of the desk's own level that nobody has planned yet."""
    unit = pack.unit(own_unit) if pack is not None else None
    level = pack.level(unit.level) if pack is not None and unit is not None else None
    groups = level.groups if level is not None else ()
    return Conference(
        id=_NOBODY,
        office_id=_NOBODY,
        level_id=level.id if level is not None else "",
        unit_id=own_unit,
        groups=tuple(
            ParticipantGroup(id=f"{number:032x}", name=one.name, key=one.key, kind=one.kind)
            for number, one in enumerate(groups, start=1)
        ),
    )
