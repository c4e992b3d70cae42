"""Conferences under the shipped plans: sound ones, to be changed where a test is about something.

`said` tells what the rules say about one matter as pairs of code and clause, so that a table of
rows can stand beside the plan's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from msgspec.structs import replace

from db.records import (
    Attendance,
    Conference,
    Delegate,
    EventDay,
    GroupKind,
    ParticipantGroup,
    PresidiumMember,
    ProgrammeItem,
    Session,
)
from desktop.rules.check import check
from desktop.rules.findings import Finding, FindingCode
from desktop.rules.load import shipped_pack
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_part import Usage
from desktop.rules.proposal import propose
from tests.builders import an_office, ident
from tests.desktop.rules.cases import numbered_ids

Said = list[tuple[FindingCode, str]]  # code and clause

ATTENDANCE = (FindingCode.ATTENDANCE_DIFFERS, FindingCode.ATTENDANCE_UNSAID)
WINDOW = (
    FindingCode.DAY_BEFORE_WINDOW,
    FindingCode.DAY_AFTER_WINDOW,
    FindingCode.DAY_TOO_EARLY_FOR_EVENT,
    FindingCode.DAY_TOO_LATE_FOR_EVENT,
    FindingCode.EVENT_DAY_MISSING,
)
LENGTH = (FindingCode.SESSIONS_TOO_FEW, FindingCode.SESSIONS_TOO_MANY)
LIMITS = (
    FindingCode.TARGETS_OVER_LIMIT,
    FindingCode.TARGETS_UNDER_LIMIT,
    FindingCode.DELEGATES_OVER_LIMIT,
    FindingCode.DELEGATES_UNDER_LIMIT,
)
SHARES = (
    FindingCode.TARGETS_SHARE_HIGH,
    FindingCode.TARGETS_SHARE_LOW,
    FindingCode.DELEGATES_SHARE_HIGH,
    FindingCode.DELEGATES_SHARE_LOW,
)
MEMBERS = (FindingCode.DELEGATES_ABSENT,)
PROGRAMME = (FindingCode.PROGRAMME_ITEM_MISSING, FindingCode.PROGRAMME_ITEM_MISPLACED)
PRESIDIUM = (
    FindingCode.PRESIDIUM_TOO_FEW,
    FindingCode.PRESIDIUM_TOO_MANY,
    FindingCode.PRESIDIUM_SHARE_LOW,
    FindingCode.PRESIDIUM_SHARE_HIGH,
)
SUBCOMMITTEES = (FindingCode.SUBCOMMITTEE_MISSING,)
APPRAISAL = (FindingCode.APPRAISAL_PENDING,)

FAR = date(2026, 1, 1)  # of the events that a conference has to come before
SOUND_DAYS = {
    "binh-hoa-2024": {"commune": date(2025, 3, 20)},
    "kon-tum-2019": {
        "commune": date(2020, 3, 10),
        "district": date(2020, 5, 20),
        "enterprise": date(2020, 5, 20),
        "department": date(2020, 5, 20),
        "province": date(2020, 9, 10),
    },
    "hung-yen-2019": {
        "commune": date(2020, 3, 10),
        "enterprise": date(2020, 3, 10),
        "department": date(2020, 6, 10),
        "district": date(2020, 6, 10),
        "province": date(2020, 8, 20),
    },
    "soc-trang-2019": {
        "commune": date(2020, 3, 10),
        "enterprise": date(2020, 3, 10),
        "department": date(2020, 5, 20),
        "district": date(2020, 5, 20),
        "province": date(2020, 8, 20),
    },
}


class Plan:
    """One shipped plan, and conferences under it."""

    def __init__(self, pack_id: str) -> None:
        pack = shipped_pack(pack_id)
        assert pack is not None, pack_id
        self.pack: RulePack = pack

    def __repr__(self) -> str:
        return self.pack.id

    def level(self, level_id: str) -> Level:
        level = self.pack.level(level_id)
        assert level is not None, level_id
        return level

    def conference(self, level_id: str, day: date | None = None, **fields: Any) -> Conference:
        """Build a conference of a level that agrees with the plan but for these fields."""
        level = self.level(level_id)
        count = level.sessions.at_least if level.sessions else 1
        bare = Conference(
            id=ident(10),
            office_id=ident(1),
            level_id=level_id,
            form_id=level.forms[0].id,
            staff_count=250,
            ordinal=3 if level.forms[0].ordinal is Usage.REQUIRED else None,
            venue="Hội trường",
            event_days=tuple(EventDay(event=one.key, day=FAR) for one in level.events),
            sessions=on(*[day or SOUND_DAYS[self.pack.id][level_id]] * count),
            presidium=presidium(members=6, exemplars=2) if level.presidium else (),
            number=5,
            issued_on=date(2019, 11, 1),
        )
        proposed = propose(replace(bare, **fields), self.pack, an_office(), numbered_ids())
        whole = replace(
            proposed,
            attendance=proposed.attendance or Attendance.DELEGATES,
            groups=with_targets(proposed.groups),
        )
        return replace(whole, **fields)

    def findings(
        self, conference: Conference, people: Iterable[Delegate] = ()
    ) -> tuple[Finding, ...]:
        return check(conference, people, self.pack, an_office())

    def said(
        self,
        about: Sequence[FindingCode],
        conference: Conference,
        people: Iterable[Delegate] = (),
    ) -> Said:
        """Tell what the rules say about one matter, in their order."""
        return [
            (finding.code, finding.clause)
            for finding in self.findings(conference, people)
            if finding.code in about
        ]


def on(*days: date) -> tuple[Session, ...]:
    """Make one half-day session on each of these days."""
    return tuple(
        Session(id=ident(40 + number), day=day, start=time(7, 30))
        for number, day in enumerate(days)
    )


def with_targets(groups: tuple[ParticipantGroup, ...]) -> tuple[ParticipantGroup, ...]:
    """Give the groups that have no target the one an officer may choose, 200 in all.

    Three exemplars to a guest lie within the tolerance of 80:20 and of 70:30.
    """
    return tuple(
        replace(group, target=_chosen_target(group, len(groups))) if group.target is None else group
        for group in groups
    )


def _chosen_target(group: ParticipantGroup, groups: int) -> int:
    if groups != 2:
        return 200 // groups
    return 150 if group.kind is GroupKind.EXEMPLAR else 50


def sharing_out(groups: tuple[ParticipantGroup, ...], total: int) -> tuple[ParticipantGroup, ...]:
    """Bring all groups to a total: one each, the rest to the first."""
    rest = total - len(groups) + 1
    return tuple(replace(group, target=1 if place else rest) for place, group in enumerate(groups))


def presidium(members: int, exemplars: int = 0) -> tuple[PresidiumMember, ...]:
    """Seat a presidium of so many, so many of them exemplars."""
    return tuple(
        PresidiumMember(
            id=ident(60 + seat), name=f"Nguyễn Văn {seat}", is_exemplar=seat < exemplars
        )
        for seat in range(members)
    )


def without(programme: Sequence[ProgrammeItem], key: str) -> tuple[ProgrammeItem, ...]:
    """Leave one item out."""
    return tuple(item for item in programme if item.required_key != key)


def exchanged(programme: Sequence[ProgrammeItem], place: int) -> tuple[ProgrammeItem, ...]:
    """Let an item and the next one change places."""
    items = list(programme)
    items[place], items[place + 1] = items[place + 1], items[place]
    return tuple(items)
