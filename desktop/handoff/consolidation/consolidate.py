"""Everything the offices handed over, consolidated for the level above them.

One office is looked at after the other, and of its people nothing is kept but hashes and figures.
Neither the order in which offices come nor one that comes again changes the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from db.records import ConferenceFile
from desktop.handoff.consolidation.deliveries import DeliveryState, nothing_came
from desktop.handoff.consolidation.figures import (
    OfficeFigures,
    OfficeLine,
    ProposedAward,
    UpperPlaces,
    figures,
)
from desktop.handoff.consolidation.given_places import given_places
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.offices import OfficeTree, Place
from desktop.handoff.consolidation.received import ReceivedConferences
from desktop.handoff.consolidation.same_person import PeopleSearch, SamePeople, SamePerson
from desktop.rules.make_up_report import MakeUpReport, united
from desktop.rules.pack import RulePack
from desktop.rules.unit_names import unit_key

Progress = Callable[[int, int], None]


class OfficeAward(Struct, frozen=True):
    """An award put forward, with the office that does so."""

    office: str
    award: ProposedAward


class Consolidation(Struct, frozen=True, kw_only=True):
    """The state of all offices on a day.

    Attributes:
        today: against which deadlines are held.
        offices: of the tree in its order; those of the plan that sent nothing too.
        make_up: over all whose people count.
        same_people: who stands on the lists of two offices, to be looked at.
        unknown_people: of those whose people count, how many could not be looked for on other
            lists, because neither the number of their card nor their whole date of birth came.
    """

    today: date
    pack_id: str = ""
    pack_version: int = 0
    offices: tuple[OfficeLine, ...]
    make_up: MakeUpReport
    same_people: tuple[SamePerson, ...]
    unknown_people: int = 0

    @property
    def states(self) -> Mapping[DeliveryState, int]:
        """Count the offices by how they stand."""
        return Counter(one.state for one in self.offices)

    @property
    def received(self) -> tuple[OfficeLine, ...]:
        """The offices that have sent something."""
        return tuple(one for one in self.offices if one.figures is not None)

    @property
    def awards(self) -> Iterator[OfficeAward]:
        """List the awards put forward by those whose people count."""
        for line in self.offices:
            if line.figures is not None and line.figures.counts:
                for award in line.figures.awards:
                    yield OfficeAward(line.place.name, award)


class _Kept(Struct, frozen=True):
    rank: tuple[int, str]
    place: Place
    figures: OfficeFigures
    source: int


def consolidate(
    received: ReceivedConferences,
    pack: RulePack | None,
    today: date,
    *,
    own: ConferenceFile | None = None,
    allotted: Mapping[str, UpperPlaces] | None = None,
    mergers: Mergers | None = None,
    progress: Progress | None = None,
) -> Consolidation:
    """Consolidate what was received.

    Args:
        received: in any order; of several of one sender and subject the greatest number counts,
            and of a fork the one with the lesser hash.
        pack: the rules that the offices follow.
        today: the day against which deadlines are held.
        own: the conference above, for whose places the offices choose delegates.
        allotted: places that the desk sent down, by the office they are for; they go before those
            of the plan.
        mergers: old units and what they became.
        progress: told the offices done and all of them; may raise to stop.
    """
    known = mergers or Mergers()
    tree = OfficeTree(pack, known, own.conference.unit_id if own is not None else "")
    given = given_places(pack, own, tree)
    kept: dict[tuple[str, str], _Kept] = {}
    search = PeopleSearch()
    for number, one in enumerate(received):
        if progress is not None:
            progress(number, len(received))
        key, rank = (one.sender, one.subject), (-one.number, one.content_sha512)
        if key in kept and kept[key].rank <= rank:
            continue
        place = tree.place_of(one)
        places = (allotted or {}).get(one.sender) or given.get(unit_key(place.name), UpperPlaces())
        kept[key] = _Kept(rank, place, figures(one, pack, places, today), number)
        if one.counts:
            search.add(number, one.file.delegates)
    counted = {one.source: one for one in kept.values() if one.figures.counts}
    same = _same_people(received, counted, search)
    if progress is not None:
        progress(len(received), len(received))
    return Consolidation(
        today=today,
        pack_id=pack.id if pack is not None else "",
        pack_version=pack.version if pack is not None else 0,
        offices=_lines(kept, tree, pack, today),
        make_up=united(
            [one.figures.make_up for one in _in_order(counted.values(), tree)], today.year
        ),
        same_people=same,
        unknown_people=sum(search.unknown.get(source, 0) for source in counted),
    )


def _same_people(
    received: ReceivedConferences, counted: Mapping[int, _Kept], search: PeopleSearch
) -> tuple[SamePerson, ...]:
    people = SamePeople()
    for number, places in sorted(search.suspects(counted.keys()).items()):
        people.add(received[number], counted[number].place.name, places)
    return people.found()


def _in_order(kept: Iterable[_Kept], tree: OfficeTree) -> list[_Kept]:
    return sorted(
        kept, key=lambda one: (tree.order(one.place), one.figures.sender, one.figures.subject)
    )


def _lines(
    kept: Mapping[tuple[str, str], _Kept], tree: OfficeTree, pack: RulePack | None, today: date
) -> tuple[OfficeLine, ...]:
    """Put the offices that sent something in their places among all that are expected to."""
    found: dict[str, list[_Kept]] = {}
    for one in _in_order(kept.values(), tree):
        found.setdefault(one.place.unit_id, []).append(one)
    lines: list[OfficeLine] = []
    for place in tree.places:
        lines += map(_line, found.pop(place.unit_id, ()))
        if not lines or lines[-1].place != place:
            came = nothing_came(place.level_id, pack, today)
            lines.append(OfficeLine(place=place, figures=None, deliveries=came))
    lines += [_line(one) for others in found.values() for one in others]
    return tuple(lines)


def _line(kept: _Kept) -> OfficeLine:
    return OfficeLine(place=kept.place, figures=kept.figures, deliveries=kept.figures.deliveries)
