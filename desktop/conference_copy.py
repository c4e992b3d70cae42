"""A new conference made like an older one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from db.records import Conference, Delegate, WizardStep

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
    to the old day is left empty: number and date of issue, days of other events, what was put
    off, decided or done.
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
        event_days=(),
        moves=(),
        decisions=(),
        done_tasks=(),
        number=None,
        issued_on=None,
        step=WizardStep.TYPE,
    )
    copied = replace(
        copied,
        programme=tuple(
            replace(item, session_id=ids.get(item.session_id, "")) for item in copied.programme
        ),
        quotas=tuple(
            replace(one, group_id=ids.get(one.group_id, ""))
            for one in copied.quotas
            if not one.group_id or one.group_id in ids
        ),
    )
    return copied, tuple(
        replace(one, id=new_id(), conference_id=copied.id, group_id=ids.get(one.group_id, ""))
        for one in delegates
    )


def _moved(day: date, shift: timedelta) -> date:
    moved = day.toordinal() + shift.days
    return date.fromordinal(min(max(moved, date.min.toordinal()), date.max.toordinal()))
