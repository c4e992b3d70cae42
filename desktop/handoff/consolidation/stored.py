"""The conferences that a desk holds, as consolidation reads them: each when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar, overload

from msgspec import Struct

from db.received import ReceivedBundle, VerifiedBundle
from db.store import Store
from desktop.handoff.conference_content import ConferenceContent, read_content
from desktop.handoff.consolidation.received import Received, held_papers
from desktop.handoff.receipts import Verdict
from desktop.handoff.standing import Held, current_of
from desktop.local_time import local_day
from desktop.rules.pack_event import TaskKind

_What = TypeVar("_What")


class _Arrival(Struct, frozen=True):
    """A content, and when it came; None where nobody wrote that down."""

    content: ConferenceContent
    day: date | None


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
    forks = {(one.sender_id, one.subject_id, one.number) for one in store.received.forks()}

    def make(bundle: ReceivedBundle) -> Received:
        previous = store.received.previous(bundle)
        earlier = [
            _Arrival(_content(store, one), local_day(one.received_at))
            for one in store.received.of(bundle.sender_id, bundle.subject_id)
            if one.number < bundle.number and (previous is None or one.id != previous.id)
        ]
        if previous is not None:
            arrival = _Arrival(_content(store, previous), local_day(previous.received_at))
            earlier.insert(0, arrival)
        return _received(
            bundle,
            _Arrival(_content(store, bundle), local_day(bundle.received_at)),
            earlier,
            unit_id=units.get(bundle.sender_id, ""),
            verdict=Verdict(bundle.verdict),
            is_fork=(bundle.sender_id, bundle.subject_id, bundle.number) in forks,
        )

    return _OnDemand([_later(make, one) for one in bundles])


def held_conferences(bundles: Iterable[VerifiedBundle]) -> Sequence[Received]:
    """Give the conferences of bundles that were read from a folder; nobody knows when they came."""
    by_subject: dict[tuple[str, str], dict[Held, VerifiedBundle]] = {}
    for one in bundles:
        known = by_subject.setdefault((one.sender_id, one.subject_id), {})
        known[Held(one.number, one.content_sha512)] = one

    def make(subject: tuple[str, str]) -> Received:
        known = by_subject[subject]
        held, is_fork = current_of(known)
        earlier = sorted(
            (one for one in known if one.number < held.number),
            key=lambda one: (-one.number, one.content_sha512),
        )
        return _received(
            known[held],
            _Arrival(read_content(known[held].content), None),
            [_Arrival(read_content(known[one].content), None) for one in earlier],
            unit_id="",
            verdict=None,
            is_fork=is_fork,
        )

    return _OnDemand([_later(make, one) for one in sorted(by_subject)])


def _later(make: Callable[[_What], Received], what: _What) -> Callable[[], Received]:
    return lambda: make(what)


def _content(store: Store, bundle: ReceivedBundle) -> ConferenceContent:
    return read_content(store.received.content(bundle.id))


def _received(
    bundle: ReceivedBundle | VerifiedBundle,
    now: _Arrival,
    earlier: Sequence[_Arrival],
    *,
    unit_id: str,
    verdict: Verdict | None,
    is_fork: bool,
) -> Received:
    """Put a conference together; the first of the earlier ones is the number before it."""
    first_on: dict[TaskKind, date] = {}
    for one in (*earlier, now):
        if one.day is not None:
            for kind in held_papers(one.content.file, one.content.papers):
                first_on[kind] = min(one.day, first_on.get(kind, one.day))
    return Received(
        sender=bundle.sender_id,
        sender_name=bundle.sender_name,
        unit_id=unit_id,
        number=bundle.number,
        received_on=now.day,
        verdict=verdict,
        content_sha512=bundle.content_sha512,
        is_fork=is_fork,
        file=now.content.file,
        previous=earlier[0].content.file if earlier else None,
        first_on=first_on,
        papers=tuple(sorted(now.content.papers)),
    )
