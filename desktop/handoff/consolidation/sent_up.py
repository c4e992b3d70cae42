"""Delegates whom offices chose for the conference above: its participants without retyping.

Every one keeps the same id in the upper conference whatever number of the office named them, so
that taking them over again changes nothing. What the upper office wrote itself stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from db.records import (
    Candidate,
    ChoiceOutcome,
    Conference,
    ConferenceFile,
    Delegate,
    GroupKind,
    ParticipantGroup,
    StoredImage,
)
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.offices import OfficeTree
from desktop.handoff.consolidation.received import Received
from desktop.people.names import search_key
from desktop.rules.pack import RulePack
from desktop.rules.unit_names import unit_key

ALTERNATES = "alternates"
_ALTERNATES_NAME = "Đại biểu dự khuyết"
# what the upper office keeps about people by itself
_ITS_OWN = frozenset({"id", "conference_id", "position", "protocol_rank", "badge_number"})


class SentUpKind(StrEnum):
    """What taking someone over does to the upper conference."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"  # no longer chosen, or the office was asked to choose again


class SentUp(Struct, frozen=True, kw_only=True):
    """Someone an office chose, and what becomes of them in the upper conference.

    Attributes:
        delegate: as they will stand on its list; as they stand there for one withdrawn.
        fields: that change; empty for the other kinds.
        is_on_list: false where the office's list does not name the one it chose, so that only
            name, post and unit are known.
    """

    kind: SentUpKind
    sender: str
    office: str
    is_alternate: bool
    delegate: Delegate
    fields: tuple[str, ...] = ()
    is_on_list: bool = True
    picture: StoredImage | None = None


class _Chosen(Struct, frozen=True, kw_only=True):
    is_alternate: bool
    delegate: Delegate
    is_on_list: bool


def sent_up(
    upper: ConferenceFile,
    received: Iterable[Received],
    pack: RulePack | None,
    mergers: Mergers | None = None,
) -> tuple[SentUp, ...]:
    """Say what taking over everybody whom offices chose would change in the upper conference.

    Args:
        upper: as it stands.
        received: of the offices; what was returned sends nobody.
        pack: for the names of units, which the places of the plan go by.
        mergers: old units and what they became.
    """
    known = mergers or Mergers()
    tree = OfficeTree(pack, known, upper.conference.unit_id)
    listed = {one.id: one for one in upper.delegates}
    changes: dict[str, SentUp] = {}
    for one in sorted(received, key=_order):
        office = tree.place_of(one).name
        of_number = _chosen(upper.conference, one.file, one.sender, office, known)
        earlier = one.previous
        before = (
            _chosen(upper.conference, earlier, one.sender, office, known)
            if earlier is not None
            else {}
        )
        pictures = {image.id: image for image in one.file.images}
        for change in _changes(listed, before, of_number, counts=one.counts):
            changes[change.delegate.id] = replace(
                change,
                sender=one.sender,
                office=office,
                picture=pictures.get(change.delegate.photo_id),
            )
    return tuple(changes.values())


def with_sent_up(
    upper: ConferenceFile, changes: Iterable[SentUp], only: Collection[str] | None = None
) -> ConferenceFile:
    """Carry changes out, or only those about some delegates; a group for alternates comes along."""
    chosen = [one for one in changes if only is None or one.delegate.id in only]
    people = {one.id: one for one in upper.delegates}
    images = {one.id: one for one in upper.images}
    position = max((one.position for one in upper.delegates), default=0)
    for change in chosen:
        one = change.delegate
        if change.kind is SentUpKind.WITHDRAWN:
            people.pop(one.id, None)
            continue
        if one.id not in people:
            position += 1
            one = replace(one, position=position)
        people[one.id] = one
        if change.picture is not None:
            images[change.picture.id] = change.picture
    conference = _with_groups(upper.conference, people.values())
    known = {one.id for one in conference.groups}
    delegates = tuple(
        one if one.group_id in known else replace(one, group_id="") for one in people.values()
    )
    return replace(upper, conference=conference, delegates=delegates, images=tuple(images.values()))


def places_taken(file: ConferenceFile) -> tuple[int, int]:
    """Count those whom an office chose for the conference above: officials and alternates."""
    outcomes = [one.outcome for one in file.conference.candidates]
    return outcomes.count(ChoiceOutcome.OFFICIAL), outcomes.count(ChoiceOutcome.ALTERNATE)


def _changes(
    listed: Mapping[str, Delegate],
    before: dict[str, _Chosen],
    of_number: dict[str, _Chosen],
    *,
    counts: bool,
) -> Iterator[SentUp]:
    now = of_number if counts else {}
    for key, chosen in now.items():
        there = listed.get(key)
        if there is None:
            yield _change(SentUpKind.ADDED, chosen)
        elif key in before:
            fields = _news(before[key].delegate, chosen.delegate, there)
            if fields:
                values = {name: getattr(chosen.delegate, name) for name in fields}
                mended = replace(chosen, delegate=replace(there, **values))
                yield _change(SentUpKind.CHANGED, mended, fields)
    for key, gone in (of_number | before).items():
        if key in listed and key not in now:
            yield _change(SentUpKind.WITHDRAWN, replace(gone, delegate=listed[key]))


def _change(kind: SentUpKind, chosen: _Chosen, fields: tuple[str, ...] = ()) -> SentUp:
    return SentUp(
        kind=kind,
        sender="",
        office="",
        is_alternate=chosen.is_alternate,
        delegate=chosen.delegate,
        fields=fields,
        is_on_list=chosen.is_on_list,
    )


def _news(before: Delegate, now: Delegate, there: Delegate) -> tuple[str, ...]:
    """Name what the office says anew and the upper list does not say yet."""
    return tuple(
        name
        for name in Delegate.__struct_fields__
        if name not in _ITS_OWN
        and getattr(before, name) != getattr(now, name)
        and getattr(there, name) != getattr(now, name)
    )


def _chosen(
    upper: Conference, file: ConferenceFile, sender: str, office: str, mergers: Mergers
) -> dict[str, _Chosen]:
    people = _by_name(file.delegates)
    found: dict[str, _Chosen] = {}
    for candidate in file.conference.candidates:
        if candidate.outcome not in (ChoiceOutcome.OFFICIAL, ChoiceOutcome.ALTERNATE):
            continue
        person = _on_list(people, candidate, mergers)
        is_alternate = candidate.outcome is ChoiceOutcome.ALTERNATE
        delegate = _delegate(
            person or Delegate(id=candidate.id, conference_id=upper.id, name=candidate.name),
            candidate,
            upper=upper,
            office=office,
            mergers=mergers,
        )
        delegate = replace(
            delegate,
            id=_id(upper.id, sender, candidate.id),
            conference_id=upper.id,
            group_id=_group(upper, file.conference, delegate.group_id, is_alternate=is_alternate),
        )
        found[delegate.id] = _Chosen(
            is_alternate=is_alternate, delegate=delegate, is_on_list=person is not None
        )
    return found


def _delegate(
    person: Delegate, candidate: Candidate, *, upper: Conference, office: str, mergers: Mergers
) -> Delegate:
    """Let someone stand for the office; the part of it they come from goes to their post."""
    post = candidate.post.strip() or person.post.strip()
    own = mergers.name_now(candidate.unit or person.unit)
    is_part = bool(own) and not unit_key(office).endswith(unit_key(own))
    own_fields: dict[str, Any] = {
        "name": candidate.name.strip() or person.name,
        "post": ", ".join(filter(None, (post, own if is_part else ""))),
        "unit": office,
        "position": 0,
        "protocol_rank": None,
        "badge_number": None,
        "conference_id": upper.id,
        "note": "",  # the office's own remarks stay with it
    }
    return replace(person, **own_fields)


def _by_name(people: Iterable[Delegate]) -> dict[str, list[Delegate]]:
    found: dict[str, list[Delegate]] = {}
    for one in people:
        found.setdefault(search_key(one.name), []).append(one)
    return found


def _on_list(
    people: Mapping[str, list[Delegate]], candidate: Candidate, mergers: Mergers
) -> Delegate | None:
    """Find the one chosen on the office's list; of several with the name, by unit and post."""
    named = people.get(search_key(candidate.name), [])
    if len(named) < 2:
        return named[0] if named else None
    unit = unit_key(mergers.name_now(candidate.unit))
    there = [one for one in named if unit_key(mergers.name_now(one.unit)) == unit]
    posted = [one for one in there or named if unit_key(one.post) == unit_key(candidate.post)]
    fitting = posted or there
    return fitting[0] if len(fitting) == 1 else None


def _group(upper: Conference, own: Conference, group_id: str, *, is_alternate: bool) -> str:
    """Choose a group of the upper conference: of the same key, else of the same kind."""
    if is_alternate:
        return _alternates_id(upper)
    group = next((one for one in own.groups if one.id == group_id), None)
    kind = group.kind if group is not None else GroupKind.EXEMPLAR
    key = group.key if group is not None else ""
    fitting = [one for one in upper.groups if key and one.key == key]
    fitting += [one for one in upper.groups if one.kind is kind and one.key != ALTERNATES]
    return fitting[0].id if fitting else ""


def _alternates_id(upper: Conference) -> str:
    group = next((one for one in upper.groups if one.key == ALTERNATES), None)
    return group.id if group is not None else _id(upper.id, ALTERNATES)


def _with_groups(upper: Conference, people: Iterable[Delegate]) -> Conference:
    """Give the alternates a group of their own, which no rule counts among the official."""
    group_id = _alternates_id(upper)
    is_there = any(one.id == group_id for one in upper.groups)
    if is_there or all(one.group_id != group_id for one in people):
        return upper
    group = ParticipantGroup(
        id=group_id, name=_ALTERNATES_NAME, key=ALTERNATES, kind=GroupKind.OTHER, colour="grey"
    )
    return replace(upper, groups=(*upper.groups, group))


def _id(*parts: str) -> str:
    return hashlib.sha256("\n".join(("hoinghi sent up", *parts)).encode()).hexdigest()[:32]


def _order(one: Received) -> tuple[str, str, int, str]:
    return one.sender, one.subject, one.number, one.content_sha512
