"""A new conference made like an older one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from db.day_records import HandSeat
from db.records import Attended, Conference, Delegate, UpperChoice, WizardStep

_Record = TypeVar("_Record", bound=Struct)


def copy_conference(
    conference: Conference,
    delegates: Sequence[Delegate],
    title: str,
    day: date | None,
    new_id: Callable[[], str],
) -> tuple[Conference, tuple[Delegate, ...]]:
    """Copy a conference and its delegates under new ids.

    All session days move by as much as the first one has to move to fall on `day`. What belongs
    to the old day is left empty: numbers and dates of issue, days of other events, what was put
    off, decided or done, and what it came to.
    """
    ids: dict[str, str] = {}

    def renew(record: _Record) -> _Record:
        old: str = record.id  # type: ignore[attr-defined] # every listed record has an id
        ids[old] = new_id()
        return replace(record, id=ids[old])

    first_day = min((one.day for one in conference.sessions if one.day), default=None)
    shift = day - first_day if day and first_day else timedelta()
    copied = replace(
        conference,
        id=new_id(),
        title=title,
        sessions=tuple(
            replace(renew(one), day=_moved(one.day, shift) if one.day else day)
            for one in conference.sessions
        ),
        groups=tuple(map(renew, conference.groups)),
        presidium=tuple(map(renew, conference.presidium)),
        committee=tuple(map(renew, conference.committee)),
        assignments=tuple(map(renew, conference.assignments)),
        programme=tuple(map(renew, conference.programme)),
        script=tuple(map(renew, conference.script)),
        doors=tuple(map(renew, conference.doors)),
        seat_blocks=tuple(map(renew, conference.seat_blocks)),
        norms=tuple(map(renew, conference.norms)),
        budget=tuple(map(renew, conference.budget)),
        speeches=tuple(map(renew, conference.speeches)),
        papers=tuple(replace(one, number=None, issued_on=None) for one in conference.papers),
        awards=(),
        upper_choice=UpperChoice(),
        candidates=(),
        attended=Attended(),
        strengths=(),
        shortcomings=(),
        lessons=(),
        proposals=(),
        event_days=(),
        moves=(),
        decisions=(),
        done_tasks=(),
        number=None,
        issued_on=None,
        step=WizardStep.TYPE,
    )
    people = tuple(
        replace(renew(one), conference_id=copied.id, group_id=ids.get(one.group_id, ""))
        for one in delegates
    )
    return replace(copied, **_referring(copied, ids, renew)), people


def _referring(
    copied: Conference, ids: Mapping[str, str], renew: Callable[[HandSeat], HandSeat]
) -> dict[str, Any]:
    """Let the copied records refer to each other under their new ids."""

    def renewed(name: str, field: str) -> tuple[Any, ...]:
        return tuple(
            replace(one, **{field: ids.get(getattr(one, field), "")})
            for one in getattr(copied, name)
        )

    return {
        "programme": renewed("programme", "session_id"),
        "script": renewed("script", "item_id"),
        "seat_blocks": renewed("seat_blocks", "group_id"),
        "budget": renewed("budget", "norm_id"),
        "quotas": tuple(
            replace(one, group_id=ids.get(one.group_id, ""))
            for one in copied.quotas
            if not one.group_id or one.group_id in ids
        ),
        "hand_seats": tuple(
            renew(one) for one in renewed("hand_seats", "delegate_id") if one.delegate_id
        ),
    }


def _moved(day: date, shift: timedelta) -> date:
    moved = day.toordinal() + shift.days
    return date.fromordinal(min(max(moved, date.min.toordinal()), date.max.toordinal()))
