"""In which order and under which headings a paper names people: the one place that decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from db.records import ConferenceFile, Delegate, GroupKind, ListOrder
from desktop.documents.paper_settings import choice, chosen_settings
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare
from desktop.people.person_order import in_order

NO_GROUP = "Chưa xếp thành phần"
NO_UNIT = "Chưa ghi đơn vị"
ARRANGEMENT = "arrangement"  # the name of the choice in the settings of a paper


class Arrangement(StrEnum):
    """What stands together."""

    GROUP = "group"
    UNIT = "unit"
    RANK = "rank"  # one list, the highest first


class Gathered(Struct, frozen=True):
    """People under one heading; `field` is where the heading was entered."""

    title: str
    people: tuple[Delegate, ...]
    field: str = ""


def arrangement_of(snapshot: Snapshot, paper: str, usual: Arrangement) -> Arrangement:
    """Give the arrangement chosen for a paper."""
    settings = chosen_settings(snapshot.file.conference, paper)
    chosen = choice(settings, ARRANGEMENT, usual.value)
    return Arrangement(chosen) if chosen in set(Arrangement) else usual


def in_list_order(file: ConferenceFile, people: Iterable[Delegate]) -> list[Delegate]:
    """Sort people as the general list does."""
    return in_order(people, file.conference.list_order, file.office.tone_order)


def in_rank_order(file: ConferenceFile, people: Iterable[Delegate]) -> list[Delegate]:
    """Sort people as they are named at the conference: by post, as far as nobody was moved."""
    return in_order(people, ListOrder.PROTOCOL, file.office.tone_order)


def gathered(
    file: ConferenceFile, people: Iterable[Delegate], arrangement: Arrangement
) -> list[Gathered]:
    """Put people under their headings; headings without people are left out."""
    return _GATHERERS[arrangement](file, list(people))


def guests(file: ConferenceFile) -> list[Delegate]:
    """List the guests in the order in which they are introduced."""
    kinds = {one.id: one.kind for one in file.conference.groups}
    invited = [one for one in file.delegates if kinds.get(one.group_id) is GroupKind.GUEST]
    return in_rank_order(file, invited)


def _by_group(file: ConferenceFile, people: list[Delegate]) -> list[Gathered]:
    groups = {one.id: bare(one.name) for one in file.conference.groups}
    members: dict[str, list[Delegate]] = {one: [] for one in groups}
    for one in in_list_order(file, people):
        members.setdefault(one.group_id if one.group_id in groups else "", []).append(one)
    return [
        Gathered(groups.get(one, NO_GROUP), tuple(listed), f"groups:{one}")
        for one, listed in members.items()
        if listed
    ]


def _by_unit(file: ConferenceFile, people: list[Delegate]) -> list[Gathered]:
    """Put units in the order in which the office entered them."""
    members: dict[str, list[Delegate]] = {}
    for one in sorted(people, key=lambda each: (not each.unit.strip(), each.position, each.id)):
        members.setdefault(bare(one.unit), []).append(one)
    return [
        Gathered(unit or NO_UNIT, tuple(in_list_order(file, listed)), "unit")
        for unit, listed in members.items()
    ]


def _by_rank(file: ConferenceFile, people: list[Delegate]) -> list[Gathered]:
    return [Gathered("", tuple(in_rank_order(file, people)))] if people else []


_GATHERERS: Mapping[Arrangement, Callable[[ConferenceFile, list[Delegate]], list[Gathered]]] = {
    Arrangement.GROUP: _by_group,
    Arrangement.UNIT: _by_unit,
    Arrangement.RANK: _by_rank,
}
