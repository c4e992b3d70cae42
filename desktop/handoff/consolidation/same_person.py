"""Search for people who stand on the lists of two offices, in little memory whatever their number.

Of each person only hashes are kept; who shares one is looked at once more and named.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from db.records import BirthDate, Delegate
from desktop.handoff.consolidation.received import Received
from desktop.people.cell_values import tells_one_person
from desktop.people.duplicates import MatchReason
from desktop.people.names import search_key, sort_key

# the hashes are searched a part at a time, so that sorting them takes little memory
_PARTS = 64  # a power of two
_LAST_PART = _PARTS - 1
_PEOPLE_BITS = 20  # of a place: which office, then which of its people
_SAME_CARD = (MatchReason.SAME_CARD,)
_SAME_NAME = (MatchReason.NAME_WITHOUT_ACCENTS, MatchReason.SAME_BIRTH)

_Key = tuple[str, ...] | tuple[str, int, int, int]


class OnList(Struct, frozen=True, kw_only=True):
    """Someone on the list of an office."""

    sender: str
    subject: str
    office: str
    delegate_id: str
    name: str
    birth: BirthDate | None = None
    id_number: str = ""
    post: str = ""
    unit: str = ""
    group: str = ""


class SamePerson(Struct, frozen=True, kw_only=True):
    """People of different offices who may be one, and why."""

    reasons: tuple[MatchReason, ...]
    people: tuple[OnList, ...]


class PeopleSearch:
    """Takes people office by office, and tells afterwards where those are who may be one.

    Attributes:
        unknown: how many people of an office have nothing by which they could be found elsewhere:
            neither the number of a card nor a whole date of birth.
    """

    def __init__(self) -> None:
        self.unknown: dict[int, int] = {}
        self._hashes = [array("q") for _ in range(_PARTS)]
        self._places = [array("Q") for _ in range(_PARTS)]

    def add(self, office: int, people: Collection[Delegate]) -> None:
        """Keep the hashes of an office's people."""
        start = office << _PEOPLE_BITS
        hashes, places = self._hashes, self._places
        unknown = 0
        for place, one in enumerate(people, start):
            if tells_one_person(one.id_number):
                hashed = hash(one.id_number)
                hashes[hashed & _LAST_PART].append(hashed)
                places[hashed & _LAST_PART].append(place)
            birth = one.birth
            if birth is not None and birth.day is not None:
                hashed = hash((search_key(one.name), birth.year, birth.month, birth.day))
                hashes[hashed & _LAST_PART].append(hashed)
                places[hashed & _LAST_PART].append(place)
            elif not one.id_number:
                unknown += 1
        self.unknown[office] = unknown

    def suspects(self, offices: Collection[int]) -> dict[int, set[int]]:
        """Name by office the people who share a hash with somebody of another of these offices."""
        counted = frozenset(offices)
        found: dict[int, set[int]] = {}
        for hashes, places in zip(self._hashes, self._places, strict=True):
            shared = _repeated(hashes)
            if not shared:
                continue
            holders: dict[int, list[int]] = {}
            for hashed, place in zip(hashes, places, strict=True):
                if hashed in shared and place >> _PEOPLE_BITS in counted:
                    holders.setdefault(hashed, []).append(place)
            for held in holders.values():
                if len({place >> _PEOPLE_BITS for place in held}) > 1:
                    for place in held:
                        office = place >> _PEOPLE_BITS
                        found.setdefault(office, set()).add(place - (office << _PEOPLE_BITS))
        return found


class SamePeople:
    """Puts the suspects side by side by what they really share."""

    def __init__(self) -> None:
        self._by_key: dict[_Key, list[OnList]] = {}

    def add(self, received: Received, office: str, places: Collection[int]) -> None:
        """Take the suspects of an office."""
        groups = {one.id: one.name for one in received.file.conference.groups}
        for place in sorted(places):
            one = received.file.delegates[place]
            listed = _listed(received, office, one, groups)
            for key in _keys(one):
                self._by_key.setdefault(key, []).append(listed)

    def found(self) -> tuple[SamePerson, ...]:
        """List them, the surest first; those who share both card and name stand once."""
        reasons: dict[tuple[OnList, ...], tuple[MatchReason, ...]] = {}
        for key, listed in self._by_key.items():
            if len({one.sender for one in listed}) < 2:
                continue
            people = tuple(sorted(listed, key=_place_of))
            why = _SAME_CARD if len(key) == 1 else _SAME_NAME
            reasons[people] = tuple(sorted({*reasons.get(people, ()), *why}, key=_RANK.index))
        return tuple(
            sorted(
                (SamePerson(reasons=why, people=people) for people, why in reasons.items()),
                key=lambda one: (
                    _RANK.index(one.reasons[0]),
                    sort_key(one.people[0].name),
                    [_place_of(person) for person in one.people],
                ),
            )
        )


_RANK = tuple(MatchReason)


def _keys(one: Delegate) -> Iterator[_Key]:
    if tells_one_person(one.id_number):
        yield (one.id_number,)
    birth = one.birth
    if birth is not None and birth.day is not None:
        yield (search_key(one.name), birth.year, birth.month or 0, birth.day)


def _repeated(hashes: array[int]) -> set[int]:
    seen: set[int] = set()
    shared: set[int] = set()
    for hashed in hashes:
        if hashed in seen:
            shared.add(hashed)
        else:
            seen.add(hashed)
    return shared


def _listed(received: Received, office: str, one: Delegate, groups: Mapping[str, str]) -> OnList:
    return OnList(
        sender=received.sender,
        subject=received.subject,
        office=office,
        delegate_id=one.id,
        name=one.name,
        birth=one.birth,
        id_number=one.id_number,
        post=one.post,
        unit=one.unit,
        group=groups.get(one.group_id, ""),
    )


def _place_of(one: OnList) -> tuple[str, str, str]:
    return one.sender, one.subject, one.delegate_id
