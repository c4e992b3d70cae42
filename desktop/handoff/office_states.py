"""How each office below a desk stands, from the heads of its bundles alone: no content is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from db.received import RETURNED, Fork, ReceivedBundle
from db.records import Conference, Session
from db.reporting_offices import ReportingOffice
from desktop.handoff.consolidation.mergers import Mergers
from desktop.local_time import local_day
from desktop.rules.deadlines import CountedDays
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_event import PaperDeadline, TaskKind
from desktop.rules.unit_names import unit_key

_NO_ID = "0" * 32
# what comes up before the conference; its report comes afterwards
_BEFORE = frozenset({TaskKind.PLAN, TaskKind.DECISION, TaskKind.NAME_LIST, TaskKind.APPRAISAL})


class Standing(StrEnum):
    """How an office stands, what presses most first."""

    OVERDUE = "overdue"  # nothing came, and its day is over
    FORK = "fork"  # one number came with two contents
    RETURNED = "returned"  # with remarks, and nothing newer came
    AGAIN = "again"  # mended, and not looked at yet
    AWAITED = "awaited"  # nothing came, and its day is still to come
    LATE = "late"
    ON_TIME = "on-time"
    RECEIVED = "received"  # it came, and no day was set


class OfficeState(Struct, frozen=True, kw_only=True):
    """One office.

    Attributes:
        key: of the unit, or the id of an office that the plan does not name.
        parent: key of the office above; empty for one right below the desk.
        office_id: empty while nothing came and its keys are not known.
        paper, due: what the plan wants first, and its last day.
        arrived: the day its first number came.
        bundle: what counts of its conference; of several, the one that came last.
        conferences: how many it handed over.
    """

    key: str
    name: str
    parent: str = ""
    office_id: str = ""
    standing: Standing
    paper: str = ""
    due: date | None = None
    arrived: date | None = None
    bundle: ReceivedBundle | None = None
    conferences: int = 0

    @property
    def days_late(self) -> int:
        """By how many days what came was late; 0 where it was not."""
        if self.standing is not Standing.LATE or self.due is None or self.arrived is None:
            return 0
        return (self.arrived - self.due).days


class Known(Struct, frozen=True, kw_only=True):
    """What a desk knows of its offices.

    Attributes:
        bundles: all of them, those that no longer count too.
        accepted: ids of bundles that were looked at.
        mergers: old units and what they became.
    """

    offices: Sequence[ReportingOffice] = ()
    bundles: Sequence[ReceivedBundle] = ()
    forks: Sequence[Fork] = ()
    accepted: frozenset[int] = frozenset()
    mergers: Mergers = Mergers()


def office_states(pack: RulePack | None, known: Known, today: date) -> tuple[OfficeState, ...]:
    """List the offices of a plan below its topmost unit, then those that it does not name."""
    handed = _by_office(pack, known.bundles)
    units = _Units(pack, known.mergers)
    at = {one.office_id: units.unit_of(one) for one in known.offices}
    offices: dict[str, list[str]] = {}
    for office_id in dict.fromkeys((*at, *handed)):
        offices.setdefault(at.get(office_id, ""), []).append(office_id)
    names = {one.office_id: one.name for one in known.offices}
    names |= {one.sender_id: one.sender_name for one in known.bundles if one.sender_id not in names}
    states = []
    top = top_unit(pack)
    for unit in pack.units if pack is not None else ():
        if unit.id == top or unit.id in units.became:
            continue
        level = pack.level(unit.level) if pack is not None else None
        parent = "" if unit.parent == top else unit.parent
        of_unit = offices.get(unit.id) or [""]
        for place, office_id in enumerate(of_unit):
            key = unit.id if not place else office_id
            state = _state(level, handed.get(office_id, ()), known, today)
            states.append(_named(state, key, unit.name, parent, office_id))
    for office_id in offices.get("", ()):
        bundles = handed.get(office_id, ())
        if bundles or pack is None or not pack.units:
            state = _state(None, bundles, known, today)
            states.append(_named(state, office_id, names.get(office_id, office_id), "", office_id))
    return tuple(states)


def top_unit(pack: RulePack | None) -> str:
    """Find the unit that all others are below, which is the desk's own; empty where none is."""
    units = pack.units if pack is not None else ()
    above = {one.parent for one in units} - {""}
    tops = [one.id for one in units if not one.parent and one.id in above]
    return tops[0] if len(tops) == 1 else ""


class _Units:
    """The units of a plan, found by what is said of an office."""

    def __init__(self, pack: RulePack | None, mergers: Mergers) -> None:
        units = pack.units if pack is not None else ()
        self._pack_id = pack.id if pack is not None else ""
        self._ids = {unit.id for unit in units}
        self._mergers = mergers
        names = {unit_key(unit.name): unit.id for unit in reversed(units)}
        now = {unit.id: names.get(unit_key(mergers.name_now(unit.name))) for unit in units}
        # of units that went into another one of the plan
        self.became = {key: new for key, new in now.items() if new is not None and new != key}
        self._names = {name: self.became.get(key, key) for name, key in names.items()}

    def unit_of(self, office: ReportingOffice) -> str:
        """Find an office's unit: as it was said, or by its name: Ủy ban nhân dân xã Bình Hòa."""
        if office.pack_id == self._pack_id and office.unit in self._ids:
            return self.became.get(office.unit, office.unit)
        if office.is_settled and office.pack_id == self._pack_id:
            return ""
        words = office.name.split()
        ends = (
            unit_key(self._mergers.name_now(" ".join(words[start:]))) for start in range(len(words))
        )
        return next((self._names[end] for end in ends if end in self._names), "")


def _by_office(
    pack: RulePack | None, bundles: Iterable[ReceivedBundle]
) -> Mapping[str, list[ReceivedBundle]]:
    handed: dict[str, list[ReceivedBundle]] = {}
    for one in bundles:
        if pack is None or one.pack_id in ("", pack.id):
            handed.setdefault(one.sender_id, []).append(one)
    return handed


def _state(
    level: Level | None, bundles: Sequence[ReceivedBundle], known: Known, today: date
) -> OfficeState:
    current = [one for one in bundles if one.is_current]
    latest = max(current, key=lambda one: (one.received_at, one.id), default=None)
    asked = min(_dues(level, latest), default=None, key=lambda one: one[0])
    due, paper = (asked[0], asked[1].paper) if asked is not None else (None, "")
    days = [local_day(one.received_at) for one in bundles]
    state = OfficeState(
        key="",
        name="",
        standing=Standing.RECEIVED,
        paper=paper,
        due=due,
        arrived=min(days, default=None),
        bundle=latest,
        conferences=len(current),
    )
    return _standing(state, bundles, known, today)


def _standing(
    state: OfficeState, bundles: Sequence[ReceivedBundle], known: Known, today: date
) -> OfficeState:
    current, due, arrived = state.bundle, state.due, state.arrived
    if current is None:
        standing = Standing.OVERDUE if due is not None and due < today else Standing.AWAITED
    elif _is_forked(current, known.forks):
        standing = Standing.FORK
    elif current.verdict == RETURNED:
        standing = Standing.RETURNED
    elif current.id not in known.accepted and any(
        one.verdict == RETURNED and one.subject_id == current.subject_id for one in bundles
    ):
        standing = Standing.AGAIN
    elif due is None or arrived is None:
        standing = Standing.RECEIVED
    else:
        standing = Standing.LATE if arrived > due else Standing.ON_TIME
    return replace(state, standing=standing)


def _is_forked(bundle: ReceivedBundle, forks: Iterable[Fork]) -> bool:
    return any(
        not fork.chosen
        and (fork.sender_id, fork.subject_id, fork.number)
        == (bundle.sender_id, bundle.subject_id, bundle.number)
        for fork in forks
    )


def _dues(
    level: Level | None, bundle: ReceivedBundle | None
) -> Iterator[tuple[date, PaperDeadline]]:
    held_on = bundle.held_on if bundle is not None else None
    sessions = (Session(id=_NO_ID, day=held_on),) if held_on is not None else ()
    days = CountedDays(Conference(id=_NO_ID, office_id=_NO_ID, sessions=sessions), level)
    for rule in level.deadlines if level is not None else ():
        due = days.due(rule) if rule.task in _BEFORE else None
        if due is not None:
            yield due, rule


def _named(state: OfficeState, key: str, name: str, parent: str, office_id: str) -> OfficeState:
    return replace(state, key=key, name=name, parent=parent, office_id=office_id)
