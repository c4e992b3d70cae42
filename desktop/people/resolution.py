"""What becomes of people who may be one: decided pair by pair, worked out for the whole list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct

from db.records import Delegate
from desktop.people.duplicates import DuplicatePair, MatchKind
from desktop.people.merged_people import MergeChoice, merged


class Verdict(StrEnum):
    """Whether two are one, and what becomes of the new one."""

    MERGE = "merge"  # one person: what the new record knows is merged into the other
    SKIP = "skip"  # one person: the new record is left out
    DIFFERENT = "different"


class Decision(Struct, frozen=True):
    """What was decided of a pair; `choices` by field, where not as proposed."""

    verdict: Verdict
    choices: Mapping[str, MergeChoice] = {}


PairKey = tuple[str, str]
Decisions = Mapping[PairKey, Decision]


class Twin(Struct, frozen=True):
    """A new record that is not added, because its person is `kept`."""

    new: Delegate
    kept: Delegate
    verdict: Verdict


class Resolution(Struct, frozen=True):
    """A list with its duplicates resolved.

    Attributes:
        added: new people, numbered without gaps where the list brings no numbers.
        merged: people of the conference as they are after the merge; only those who change.
        twins: the records that are not added.
    """

    added: tuple[Delegate, ...] = ()
    merged: tuple[Delegate, ...] = ()
    twins: tuple[Twin, ...] = ()


def key_of(pair: DuplicatePair) -> PairKey:
    """Name a pair, however often it is found anew."""
    return pair.new_id, pair.listed_id


def proposed(pair: DuplicatePair) -> Decision:
    """Propose what to decide: only those who are almost certainly one are merged."""
    return Decision(Verdict.DIFFERENT if pair.kind is MatchKind.NEAR else Verdict.MERGE)


def decision_of(pair: DuplicatePair, decisions: Decisions) -> Decision:
    """Give what was decided of a pair, or is proposed."""
    return decisions.get(key_of(pair)) or proposed(pair)


def undecided(pairs: Sequence[DuplicatePair], decisions: Decisions) -> tuple[DuplicatePair, ...]:
    """List the pairs that are only near and were not looked at."""
    return tuple(
        pair for pair in pairs if pair.kind is MatchKind.NEAR and key_of(pair) not in decisions
    )


def resolve(
    new: Sequence[Delegate],
    listed: Sequence[Delegate],
    pairs: Sequence[DuplicatePair],
    decisions: Decisions,
    *,
    brings_numbers: bool = False,
) -> Resolution:
    """Add, merge or leave out every person of a list.

    Args:
        new: the people of the list, in its order.
        listed: those in the conference.
        pairs: who may be one, the surest of each new person first.
        decisions: what the officer decided; else it is done as proposed.
        brings_numbers: whether the badge numbers stand in the list.
    """
    known = {one.id: one for one in listed}
    people = dict(known)
    became: dict[str, str] = {}  # the one a new record went into, by its own id
    twins: list[tuple[Delegate, str, Verdict]] = []
    by_new: dict[str, list[DuplicatePair]] = {}
    for pair in pairs:
        by_new.setdefault(pair.new_id, []).append(pair)
    for person in new:
        people[person.id] = person
        for pair in by_new.get(person.id, ()):
            decision = decision_of(pair, decisions)
            kept = became.get(pair.listed_id, pair.listed_id)
            if decision.verdict is Verdict.DIFFERENT or kept not in people or kept == person.id:
                continue
            if decision.verdict is Verdict.MERGE:
                people[kept] = merged(people[kept], person, decision.choices)
            became[person.id] = kept
            twins.append((person, kept, decision.verdict))
            break
    return Resolution(
        added=_numbered(
            [people[one.id] for one in new if one.id not in became],
            new,
            brings_numbers=brings_numbers,
        ),
        merged=tuple(people[one.id] for one in listed if people[one.id] != one),
        twins=tuple(Twin(one, people[kept], verdict) for one, kept, verdict in twins),
    )


def _numbered(
    kept: Sequence[Delegate],
    new: Sequence[Delegate],
    *,
    brings_numbers: bool,
) -> tuple[Delegate, ...]:
    if len(kept) == len(new):
        return tuple(kept)
    numbers = [one.badge_number for one in (kept if brings_numbers else new)]
    positions = [one.position for one in new]
    return tuple(
        msgspec.structs.replace(one, position=position, badge_number=number)
        for one, position, number in zip(kept, positions, numbers, strict=False)
    )
