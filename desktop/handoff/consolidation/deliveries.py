"""Who sent what by when, held against the deadlines of the plan; days are given, none is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from db.records import Conference
from desktop.handoff.consolidation.received import Received, held_papers
from desktop.handoff.receipts import Verdict
from desktop.rules.deadlines import CountedDays
from desktop.rules.effective import level_of
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_event import PaperDeadline, TaskKind


class DeliveryState(StrEnum):
    """How a paper stands, or an office; the worst of several is the first here."""

    RETURNED = "returned"  # it came and was sent back to be mended
    MISSING = "missing"  # its day is over
    INCOMPLETE = "incomplete"  # of an office that sent some papers, and misses others
    LATE = "late"
    AWAITED = "awaited"  # its day is still to come, or hangs on one that is not known
    ON_TIME = "on-time"
    RECEIVED = "received"  # it came, and no day was set


class Delivery(Struct, frozen=True, kw_only=True):
    """One paper that the plan wants from an office.

    Attributes:
        paper: as the plan names it; empty for the conference itself where the plan names none.
        due: the last day; None while it hangs on a day that is not known.
        came_on: None while it has not come, or nobody wrote down when.
    """

    key: str = ""
    paper: str = ""
    clause: str = ""
    due: date | None = None
    came_on: date | None = None
    state: DeliveryState

    @property
    def days_late(self) -> int:
        """By how many days it came too late; 0 where it did not, or did not come."""
        if self.state is not DeliveryState.LATE or self.due is None or self.came_on is None:
            return 0
        return (self.came_on - self.due).days


def deliveries(received: Received, pack: RulePack | None, today: date) -> tuple[Delivery, ...]:
    """Hold what an office sent against the deadlines of its level."""
    conference = received.file.conference
    level = level_of(conference, pack)
    days = CountedDays(conference, level)
    held = held_papers(received.file, received.papers)
    asked = _asked(level)
    if not asked:
        return (Delivery(came_on=_first_day(received), state=_arrived(received)),)
    return tuple(
        _delivery(
            rule,
            days.due(rule),
            received.first_on.get(rule.task, received.received_on),
            came=rule.task in held or rule.task in received.first_on,
            returned=received.verdict is Verdict.RETURNED,
            today=today,
        )
        for rule in asked
    )


def nothing_came(level_id: str, pack: RulePack | None, today: date) -> tuple[Delivery, ...]:
    """Say what is missing of an office that has sent nothing."""
    level = pack.level(level_id) if pack is not None else None
    days = CountedDays(Conference(id="0" * 32, office_id="0" * 32), level)
    asked = tuple(
        _delivery(rule, days.due(rule), None, came=False, returned=False, today=today)
        for rule in _asked(level)
    )
    return asked or (Delivery(state=DeliveryState.AWAITED),)


def overall(papers: Sequence[Delivery], *, came: bool) -> DeliveryState:
    """Tell how an office stands: as the worst of its papers.

    Of one that sent something, what is still to come says nothing.
    """
    found = {one.state for one in papers}
    state = next(state for state in DeliveryState if state in found)
    if came and state is DeliveryState.MISSING:
        return DeliveryState.INCOMPLETE
    if came and state is DeliveryState.AWAITED:
        others = found - {state}
        return next((one for one in DeliveryState if one in others), DeliveryState.RECEIVED)
    return state


def _asked(level: Level | None) -> tuple[PaperDeadline, ...]:
    """Leave out what no file can show to have come."""
    rules = level.deadlines if level is not None else ()
    return tuple(rule for rule in rules if rule.task is not TaskKind.OTHER)


def _delivery(
    rule: PaperDeadline,
    due: date | None,
    came_on: date | None,
    *,
    came: bool,
    returned: bool,
    today: date,
) -> Delivery:
    if came and returned:
        state = DeliveryState.RETURNED
    elif came:
        state = _judged(due, came_on)
    else:
        state = DeliveryState.MISSING if due is not None and due < today else DeliveryState.AWAITED
    return Delivery(
        key=rule.id,
        paper=rule.paper,
        clause=rule.clause,
        due=due,
        came_on=came_on if came else None,
        state=state,
    )


def _judged(due: date | None, came_on: date | None) -> DeliveryState:
    if due is None or came_on is None:
        return DeliveryState.RECEIVED
    return DeliveryState.LATE if came_on > due else DeliveryState.ON_TIME


def _arrived(received: Received) -> DeliveryState:
    is_back = received.verdict is Verdict.RETURNED
    return DeliveryState.RETURNED if is_back else DeliveryState.RECEIVED


def _first_day(received: Received) -> date | None:
    return min(_days(received), default=None)


def _days(received: Received) -> Iterator[date]:
    yield from received.first_on.values()
    if received.received_on is not None:
        yield received.received_on
