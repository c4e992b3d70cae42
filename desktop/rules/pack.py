"""A rule pack: one plan's rules and texts as typed data.

Everything a plan may decide hangs on one of its levels. Rules are counted and compared by
`desktop.rules.check`; texts fill a fresh conference in `desktop.rules.proposal`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta, Struct

from db.records import Attendance, Count, GroupKind, Minutes, Movement, Period
from desktop.rules.windows import Window

Key = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=64)]
Line = Annotated[str, Meta(min_length=1, max_length=4000)]
Share = Annotated[
    str,
    Meta(pattern=r"^[0-9]{1,3}(%|/[1-9][0-9]{0,2})\Z", description='A share: "70%" or "1/3"'),
]


def fraction(share: Share) -> Fraction:
    """Read a share exactly."""
    if share.endswith("%"):
        return Fraction(int(share[:-1]), 100)
    return Fraction(share)


class PackPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a pack; a key that is not known is refused."""


class Cycle(PackPart, frozen=True, kw_only=True):
    """The years a plan looks back on, and those it launches."""

    reviewed: Period
    launched: Period


class Plan(PackPart, frozen=True, kw_only=True):
    """A plan as papers cite it."""

    kind: Line = "Kế hoạch"
    number: str = ""  # 167/KH-UBND; free text, no pattern fits every issuer
    issuer: Line
    issued_on: date | None = None
    subject: str = ""


class Counted(StrEnum):
    """Whom a rule counts."""

    EXEMPLAR = "exemplar"
    GUEST = "guest"
    OTHER = "other"
    UNGROUPED = "ungrouped"  # listed, but in no group yet


class Bound(StrEnum):
    """How a number or a share binds."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    ABOUT = "about"
    EXACTLY = "exactly"


class LimitRule(PackPart, frozen=True, kw_only=True):
    """A number of participants: at most 200."""

    clause: str
    words: str
    is_binding: bool = True
    bound: Bound = Bound.AT_MOST
    value: Count
    tolerance: Count = 0  # people to either side, for ABOUT
    counts: Annotated[tuple[Counted, ...], Meta(min_length=1)]


class ShareRule(PackPart, frozen=True, kw_only=True):
    """A share of some participants in others: exemplars about 70 % of exemplars and guests."""

    clause: str
    words: str
    is_binding: bool = False
    bound: Bound = Bound.ABOUT
    share: Share
    tolerance: Share = "0%"  # of the base, to either side, for ABOUT
    counts: Annotated[tuple[Counted, ...], Meta(min_length=1)]
    base: Annotated[tuple[Counted, ...], Meta(min_length=1)]


class AttendanceRule(PackPart, frozen=True, kw_only=True):
    """Who is summoned, where the plan decides it for everyone."""

    clause: str
    words: str
    attendance: Attendance


class SessionRule(PackPart, frozen=True, kw_only=True):
    """How long the conference lasts, in half-day main sessions."""

    clause: str
    words: str
    is_binding: bool = True
    at_least: Annotated[int, Meta(ge=1, le=20)] = 1
    at_most: Annotated[int, Meta(ge=1, le=20)]
    half_day_minutes: Annotated[int, Meta(ge=30, le=720)] = 240


class Form(PackPart, frozen=True, kw_only=True):
    """A permitted form of conference, by its exact name."""

    id: Key
    name: Line
    clause: str = ""


class GroupText(PackPart, frozen=True, kw_only=True):
    """A group of participants that a fresh conference starts with."""

    name: Line
    kind: GroupKind
    target: Count | None = None
    badge_label: str = ""
    colour: str = "red"


class ProgrammeRuleItem(PackPart, frozen=True, kw_only=True):
    """An item of the programme as the plan names it."""

    key: Key
    title: Line
    minutes: Minutes = 0
    presenter: str = ""
    is_required: bool = True


class ProgrammeRule(PackPart, frozen=True, kw_only=True):
    """The items of the programme."""

    clause: str = ""
    is_binding: bool = True
    is_ordered: bool = True
    items: tuple[ProgrammeRuleItem, ...] = ()


class PaperDeadline(PackPart, frozen=True, kw_only=True):
    """A paper that has to reach someone by a day: a date, or so many days from the conference."""

    id: Key
    clause: str
    words: str
    paper: Line
    addressee: str = ""
    route: str = ""
    day: date | None = None
    days_from_conference: Annotated[int, Meta(ge=-1000, le=1000)] | None = None


class Lines(PackPart, frozen=True, kw_only=True):
    """Texts that a fresh conference starts with, and the clause they come from."""

    clause: str = ""
    lines: tuple[Line, ...] = ()


class Movements(PackPart, frozen=True, kw_only=True):
    """The movements a plan names."""

    clause: str = ""
    items: tuple[Movement, ...] = ()


class Budget(PackPart, frozen=True, kw_only=True):
    """Where the money comes from."""

    clause: str = ""
    source: str = ""


class BodyDuties(PackPart, frozen=True, kw_only=True):
    """What one body has to do."""

    body: Line
    duties: tuple[Line, ...] = ()


class Duties(PackPart, frozen=True, kw_only=True):
    """Who has to do what."""

    clause: str = ""
    bodies: tuple[BodyDuties, ...] = ()


class Texts(PackPart, frozen=True, kw_only=True):
    """What a fresh conference starts with; placeholders are those of `PLACEHOLDERS`."""

    title: str = ""
    subject: str = ""
    introduction: str = ""
    bases: Lines = Lines()
    purposes: Lines = Lines()
    requirements: Lines = Lines()
    tasks: Lines = Lines()
    movements: Movements = Movements()
    composition: Lines = Lines()
    budget: Budget = Budget()
    duties: Duties = Duties()
    recipients: Lines = Lines()
    title_lines: Lines = Lines()  # as the backdrop shows them


class Level(PackPart, frozen=True, kw_only=True):
    """A tier of units, and everything the plan says for it."""

    id: Key
    name: Line
    clause: str = ""
    forms: Annotated[tuple[Form, ...], Meta(min_length=1)]
    attendance: AttendanceRule | None = None
    sessions: SessionRule | None = None
    limits: tuple[LimitRule, ...] = ()
    shares: tuple[ShareRule, ...] = ()
    windows: tuple[Window, ...] = ()  # all of them hold
    deadlines: tuple[PaperDeadline, ...] = ()
    groups: tuple[GroupText, ...] = ()
    programme: ProgrammeRule = ProgrammeRule()
    texts: Texts = Texts()

    def form(self, form_id: str) -> Form | None:
        """Find a form by its id."""
        return next((form for form in self.forms if form.id == form_id), None)


class RulePack(PackPart, frozen=True, kw_only=True):
    """One plan as data."""

    format: Literal["hoinghi-rulepack"]
    format_version: Literal[1]
    id: Key
    version: Annotated[int, Meta(ge=1, le=99999)]
    name: Line
    source: str = ""
    plan: Plan
    upper_plan: Plan | None = None
    upper_event: str = ""  # the event of the level above that this one leads to
    cycle: Cycle
    levels: Annotated[tuple[Level, ...], Meta(min_length=1)]

    def level(self, level_id: str) -> Level | None:
        """Find a level by its id."""
        return next((level for level in self.levels if level.id == level_id), None)


PLACEHOLDERS = (
    "date",
    "form",
    "launched",
    "office",
    "place",
    "reviewed",
    "unit",
    "upper_event",
)
