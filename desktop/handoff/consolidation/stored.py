"""The conferences that a desk holds, as consolidation reads them: each when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import overload

from msgspec import Struct

from db.received import ReceivedBundle
from db.records import ConferenceFile
from db.store import Store
from desktop.handoff.consolidation.figures import UpperPlaces
from desktop.handoff.consolidation.received import Received, held_papers
from desktop.handoff.parcels import read_again
from desktop.handoff.receipts import Verdict
from desktop.local_time import local_day
from desktop.rules.pack_event import TaskKind


class _Arrival(Struct, frozen=True):
    """A content with the names of its papers, and the day on which it came."""

    file: ConferenceFile
    papers: tuple[str, ...]
    day: date


class _OnDemand(Sequence[Received]):
    """Makes each conference when it is asked for, so that one at a time is in memory."""

    def __init__(self, make: Sequence[Callable[[], Received]]) -> None:
        self._make = make

    def __len__(self) -> int:
        return len(self._make)

    @overload
    def __getitem__(self, place: int) -> Received: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Received]: ...

    def __getitem__(self, place: int | slice) -> Received | Sequence[Received]:
        if isinstance(place, slice):
            return _OnDemand(self._make[place])
        return self._make[place]()


def stored_conferences(store: Store) -> Sequence[Received]:
    """Give what the desk has received and what counts of it; days are those of its own calendar.

    What people said of an office goes before what its bundles say of themselves.
    """
    bundles = store.received.current()
    units = {one.office_id: one.unit for one in store.reporting_offices.all() if one.is_settled}
    forks = {(one.sender_id, one.subject_id, one.number): one for one in store.received.forks()}

    def chosen(bundle: ReceivedBundle) -> str | None:
        """Name the content that people chose for a number that came with several, "" for none."""
        fork = forks.get((bundle.sender_id, bundle.subject_id, bundle.number))
        return fork.chosen if fork is not None else None

    def make(bundle: ReceivedBundle) -> Received:
        # the number before it first, and of that number what people chose
        earlier = sorted(
            (one for one in _of_subject(store, bundle) if one.number < bundle.number),
            key=lambda one: (
                -one.number,
                chosen(one) != one.content_sha512,
                one.content_sha512,
            ),
        )
        return _received(
            bundle,
            _arrival(store, bundle),
            [_arrival(store, one) for one in earlier],
            unit_id=units.get(bundle.sender_id, ""),
            is_fork=chosen(bundle) == "",
        )

    return _OnDemand([partial(make, one) for one in bundles])


def allotted_places(store: Store, pack_id: str) -> Mapping[str, UpperPlaces]:
    """Give the places of a plan that the desk sent down, by office."""
    return {
        one.office_id: UpperPlaces(given=one.places, alternates_given=one.alternates)
        for one in store.replies.places()
        if one.pack_id == pack_id
    }


def _of_subject(store: Store, bundle: ReceivedBundle) -> tuple[ReceivedBundle, ...]:
    # nothing comes before the first number, as most bundles are
    return store.received.of(bundle.sender_id, bundle.subject_id) if bundle.number > 1 else ()


def _arrival(store: Store, bundle: ReceivedBundle) -> _Arrival:
    file, papers = read_again(store.received.content(bundle.id))
    return _Arrival(file, papers, local_day(bundle.received_at))


def _received(
    bundle: ReceivedBundle,
    now: _Arrival,
    earlier: Sequence[_Arrival],
    *,
    unit_id: str,
    is_fork: bool,
) -> Received:
    """Put a conference together; the first of the earlier ones is the number before it."""
    first_on: dict[TaskKind, date] = {}
    for one in (*earlier, now):
        for kind in held_papers(one.file, one.papers):
            first_on[kind] = min(one.day, first_on.get(kind, one.day))
    return Received(
        sender=bundle.sender_id,
        sender_name=bundle.sender_name,
        unit_id=unit_id,
        number=bundle.number,
        received_on=now.day,
        verdict=Verdict(bundle.verdict),
        content_sha512=bundle.content_sha512,
        is_fork=is_fork,
        file=now.file,
        previous=earlier[0].file if earlier else None,
        first_on=first_on,
        papers=tuple(sorted(now.papers)),
    )
