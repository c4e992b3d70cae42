"""The programme as a timetable: clock times from minutes, and required items put in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

import msgspec
from msgspec import Struct

from db.records import Conference, Office, ProgrammeItem, Session, SessionKind
from desktop.rules.effective import level_of
from desktop.rules.fulfilment import with_keys
from desktop.rules.pack import RulePack
from desktop.rules.proposal import propose
from desktop.rules.texts import text_values

_ANY_DAY = date(2000, 1, 1)


class Slot(Struct, frozen=True):
    """When an item begins and ends, as local clock times."""

    start: time
    end: time


def clock_times(
    programme: Sequence[ProgrammeItem], sessions: Sequence[Session]
) -> tuple[Slot | None, ...]:
    """Compute each item's clock times; None where its session has no starting time.

    An item without a session, or of one that is gone, belongs to the first main session.
    """
    main = [session for session in sessions if session.kind is SessionKind.MAIN]
    default = main[0].id if main else ""
    next_start = {session.id: session.start for session in sessions}
    slots: list[Slot | None] = []
    for item in programme:
        session_id = item.session_id if item.session_id in next_start else default
        start = next_start.get(session_id)
        if start is None:
            slots.append(None)
            continue
        end = (datetime.combine(_ANY_DAY, start) + timedelta(minutes=item.minutes)).time()
        slots.append(Slot(start, end))
        next_start[session_id] = end
    return tuple(slots)


def rows_by_session(
    programme: Sequence[ProgrammeItem], sessions: Sequence[Session]
) -> list[tuple[Session | None, list[int]]]:
    """Give the places of the items of each session that has some, told apart as above."""
    main = [session for session in sessions if session.kind is SessionKind.MAIN] or list(sessions)
    known = {session.id: session for session in sessions}
    rows: dict[str, list[int]] = {session.id: [] for session in sessions}
    for row, item in enumerate(programme):
        own = item.session_id if item.session_id in known else main[0].id if main else ""
        rows.setdefault(own, []).append(row)
    return [(known.get(own), places) for own, places in rows.items() if places]


def session_minutes(
    programme: Sequence[ProgrammeItem], sessions: Sequence[Session]
) -> dict[str, int]:
    """Add up the items of each session, by its id, those without one as `clock_times` does."""
    main = [session for session in sessions if session.kind is SessionKind.MAIN]
    minutes = dict.fromkeys((session.id for session in sessions), 0)
    for item in programme:
        place = item.session_id if item.session_id in minutes else main[0].id if main else ""
        if place:
            minutes[place] += item.minutes
    return minutes


def with_missing_items(
    conference: Conference, pack: RulePack, office: Office, new_id: Callable[[], str]
) -> Conference:
    """Put in the required items that the programme lacks, each after the plan's item before it."""
    fresh = propose(msgspec.structs.replace(conference, programme=()), pack, office, new_id)
    rules = level_of(fresh, pack)
    if rules is None:
        return conference
    required = {item.key for item in rules.programme.items if item.is_required}
    values = text_values(conference, pack, office, rules.form(conference.form_id))
    programme = list(with_keys(conference.programme, rules.programme, values))
    present = {item.required_key for item in programme}
    earlier: set[str] = set()
    for item in fresh.programme:
        if item.required_key in required - present:
            places = [place for place, one in enumerate(programme) if one.required_key in earlier]
            programme.insert(places[-1] + 1 if places else 0, item)
        earlier.add(item.required_key)
    return msgspec.structs.replace(conference, programme=tuple(programme))
