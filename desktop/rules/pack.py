"""A rule pack: one plan's rules and texts as typed data.

Everything a plan may decide hangs on one of its levels; an exception changes it for some units.
Rules are counted and compared by `desktop.rules.check`; texts fill a fresh conference in
`desktop.rules.proposal`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from db.records import Period
from desktop.rules.pack_event import (
    CommitteeRule,
    DocumentForm,
    EventText,
    Form,
    PaperDeadline,
    PresidiumRule,
    ProgrammeRule,
    SessionRule,
)
from desktop.rules.pack_part import (
    Clause,
    Key,
    LevelKey,
    Line,
    OptionalUnitKey,
    PackPart,
    Rule,
    RuleKey,
    Text,
    UnitKey,
)
from desktop.rules.pack_people import (
    AttendanceRule,
    EligibilityRule,
    GroupText,
    HoldingRule,
    LimitRule,
    PresenceRule,
    QuotaRule,
    ShareRule,
    Trait,
)
from desktop.rules.pack_texts import Duties, Texts
from desktop.rules.windows import Window

FORMAT = "hoinghi-rulepack"
FORMAT_VERSION = 1


class Cycle(PackPart, frozen=True, kw_only=True):
    """The years a plan looks back on, and those it launches."""

    reviewed: Period
    launched: Period


class Plan(PackPart, frozen=True, kw_only=True):
    """A plan as papers cite it.

    Attributes:
        number: 167/KH-UBND; free text, no pattern fits every issuer.
        signed_by: authority and post: TM. Ủy ban nhân dân, Chủ tịch.
        recipients: who got it.
    """

    kind: Line = "Kế hoạch"
    number: Text = ""
    issuer: Line
    issued_on: date | None = None
    subject: Text = ""
    signed_by: Text = ""
    recipients: tuple[Line, ...] = ()


class Validity(PackPart, frozen=True, kw_only=True):
    """The days on which the plan's conferences are held; either end may stay open."""

    first: date | None = None
    last: date | None = None


class Unit(PackPart, frozen=True, kw_only=True):
    """A unit that the plan knows by name."""

    id: Key
    name: Line
    level: LevelKey
    parent: OptionalUnitKey = ""


class ExceptionKind(StrEnum):
    """Why a unit follows other rules."""

    PILOT = "pilot"  # chỉ đạo điểm
    EXCEPTION = "exception"


class Appraisal(PackPart, frozen=True, kw_only=True):
    """Who looks at a plan before the conference is held."""

    clause: Clause = ""
    words: Text = ""
    addressee: Line
    commented_by: Text = ""


class UnitException(Rule, frozen=True, kw_only=True):
    """What is different for some units of a level; what is not named here stays.

    Attributes:
        units: empty where the level above names the unit later, and the officer says so.
        lifts: ids of rules that do not hold.
        windows, limits, shares: stand in the place of the level's own, when given.
    """

    id: Key
    kind: ExceptionKind = ExceptionKind.EXCEPTION
    units: tuple[UnitKey, ...] = ()
    lifts: tuple[RuleKey, ...] = ()
    attendance: AttendanceRule | None = None
    sessions: SessionRule | None = None
    windows: tuple[Window, ...] | None = None
    limits: tuple[LimitRule, ...] | None = None
    shares: tuple[ShareRule, ...] | None = None
    appraisal: Appraisal | None = None
    may_invite_peers: bool = False


class Level(PackPart, frozen=True, kw_only=True):
    """A tier of units, and everything the plan says for it."""

    id: Key
    name: Line
    clause: Clause = ""
    forms: Annotated[tuple[Form, ...], Meta(min_length=1)]
    document: DocumentForm = DocumentForm()
    holding: HoldingRule | None = None
    attendance: AttendanceRule | None = None
    sessions: SessionRule | None = None
    events: tuple[EventText, ...] = ()
    windows: tuple[Window, ...] = ()  # all of them hold
    groups: tuple[GroupText, ...] = ()
    limits: tuple[LimitRule, ...] = ()
    shares: tuple[ShareRule, ...] = ()
    presence: tuple[PresenceRule, ...] = ()
    eligibility: tuple[EligibilityRule, ...] = ()
    quotas: tuple[QuotaRule, ...] = ()
    programme: ProgrammeRule = ProgrammeRule()
    presidium: PresidiumRule | None = None
    committee: CommitteeRule | None = None
    deadlines: tuple[PaperDeadline, ...] = ()
    exceptions: tuple[UnitException, ...] = ()
    texts: Texts = Texts()

    def form(self, form_id: str) -> Form | None:
        """Find a form by its id."""
        return next((form for form in self.forms if form.id == form_id), None)


class RulePack(PackPart, frozen=True, kw_only=True):
    """One plan as data.

    Attributes:
        upper_event: the event of the level above that these conferences lead to.
        roles: what the plan has its own bodies do.
    """

    format: Literal["hoinghi-rulepack"]
    format_version: Literal[1]
    id: Key
    version: Annotated[int, Meta(ge=1, le=99999)]
    name: Line
    source: Text = ""
    plan: Plan
    upper_plan: Plan | None = None
    upper_event: Text = ""
    cycle: Cycle
    validity: Validity = Validity()
    roles: Duties = Duties()
    traits: tuple[Trait, ...] = ()
    levels: Annotated[tuple[Level, ...], Meta(min_length=1)]
    units: tuple[Unit, ...] = ()

    def level(self, level_id: str) -> Level | None:
        """Find a level by its id."""
        return next((level for level in self.levels if level.id == level_id), None)

    def unit(self, unit_id: str) -> Unit | None:
        """Find a unit by its id."""
        return next((unit for unit in self.units if unit.id == unit_id), None)
