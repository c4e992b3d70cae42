"""The offices of a plan as a tree, and the place of each conference in it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.received import Received
from desktop.people.names import search_key, text_key
from desktop.rules.pack import RulePack, Unit
from desktop.rules.unit_names import unit_key


class Place(Struct, frozen=True, kw_only=True):
    """Where an office stands.

    Attributes:
        unit_id: of the plan; empty for an office that the plan does not name.
        name: of the unit as it is called today.
        depth: 0 for those right below the desk.
    """

    unit_id: str = ""
    name: str
    level_id: str = ""
    level: str = ""
    depth: int = 0


class OfficeTree:
    """Every unit of the plan that is below one of them, in the order of the plan.

    Attributes:
        own_unit: the desk's; empty where the plan does not say.
        places: every office that the desk expects something from.
    """

    def __init__(self, pack: RulePack | None, mergers: Mergers, own_unit: str = "") -> None:
        """Take the plan, and which of its units the desk is; for none of them the one above all."""
        self._levels = {one.id: one.name for one in pack.levels} if pack is not None else {}
        self._units = pack.units if pack is not None else ()
        self._mergers = mergers
        self._children: dict[str, list[Unit]] = {}
        for unit in self._units:
            self._children.setdefault(unit.parent, []).append(unit)
        is_known = any(one.id == own_unit for one in self._units)
        self.own_unit = own_unit if is_known else _top(self._units)
        self._places = {
            unit.id: Place(
                unit_id=unit.id,
                name=mergers.name_now(unit.name),
                level_id=unit.level,
                level=self._levels.get(unit.level, unit.level),
                depth=depth,
            )
            for unit, depth in self._below(self.own_unit, 0)
        }
        names = {unit_key(place.name): place for place in self._places.values()}
        # a unit that still bears its own name goes before one that was merged into it
        names |= {
            unit_key(unit.name): self._places[unit.id]
            for unit in self._units
            if unit.id in self._places
            and unit_key(mergers.name_now(unit.name)) == unit_key(unit.name)
        }
        self._by_name = names
        self._plain = {search_key(place.name): place for place in names.values()}
        # one for units that were merged into each other
        self.places = tuple(dict.fromkeys(self._standing(one) for one in self._places.values()))
        self._numbers = {place.unit_id: number for number, place in enumerate(self.places)}

    def order(self, place: Place) -> tuple[int, int, bytes]:
        """Give what places are sorted by: as in the plan, then by level, then by name."""
        if place.unit_id in self._numbers:
            return (self._numbers[place.unit_id], 0, b"")
        levels = list(self._levels)
        level = levels.index(place.level_id) if place.level_id in levels else len(levels)
        return (len(self._places), level, text_key(place.name))

    def place_of(self, received: Received) -> Place:
        """Find an office: as the desk said, as the conference says, by its name as it is today."""
        conference, office = received.file.conference, received.file.office
        for unit_id in (received.unit_id, conference.unit_id):
            if unit_id in self._places:
                return self._standing(self._places[unit_id])
        for name in (office.name, received.sender_name):
            found = self.named(name)
            if found is not None:
                return found
        name = office.name.strip() or received.sender_name.strip() or received.sender
        level_id = conference.level_id
        return Place(
            name=self._mergers.name_now(name),
            level_id=level_id,
            level=self._levels.get(level_id, level_id),
        )

    def named(self, name: str) -> Place | None:
        """Find a unit of the plan by a name, that of its committee too: UBND xã Bình Hòa."""
        for text in _shorter(name):
            key = self._mergers.name_now(text)
            found = self._by_name.get(unit_key(key)) or self._plain.get(search_key(key))
            if found is not None:
                return self._standing(found)
        return None

    def _standing(self, place: Place) -> Place:
        return self._by_name.get(unit_key(place.name), place)

    def _below(self, parent: str, depth: int) -> Iterator[tuple[Unit, int]]:
        for unit in self._children.get(parent, ()):
            if unit.id != self.own_unit:
                yield unit, depth
                yield from self._below(unit.id, depth + 1)


def _top(units: tuple[Unit, ...]) -> str:
    parents = {one.parent for one in units} - {""}
    tops = [one.id for one in units if not one.parent and one.id in parents]
    return tops[0] if len(tops) == 1 else ""


def _shorter(name: str) -> Iterator[str]:
    """Give a name, and what is left of it without each of its first words."""
    words = name.split()
    for start in range(len(words)):
        yield " ".join(words[start:])
