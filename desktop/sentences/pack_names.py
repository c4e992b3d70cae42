"""What the parts of a rule pack and the choices in it are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from msgspec import Struct

from db.records import Attendance, GroupKind, Movement, Period
from desktop.language import tr
from desktop.rules.pack import (
    Appraisal,
    Cycle,
    ExceptionKind,
    Level,
    Plan,
    RulePack,
    Unit,
    UnitException,
    Validity,
)
from desktop.rules.pack_event import (
    CommitteeRule,
    DocumentForm,
    EventText,
    Form,
    PaperDeadline,
    PreparatoryRule,
    PresidiumRule,
    ProgrammeRule,
    ProgrammeRuleItem,
    SessionRule,
    TaskKind,
)
from desktop.rules.pack_part import Bound, Usage
from desktop.rules.pack_people import (
    AgeTrait,
    CountedKind,
    EligibilityRule,
    FixedAttendance,
    FlagTrait,
    GroupText,
    HoldingRule,
    HonourTrait,
    LimitRule,
    PersonFlag,
    PresenceNeed,
    PresenceRule,
    QuotaMethod,
    QuotaRule,
    ShareRule,
    ThresholdAttendance,
    UnitQuota,
)
from desktop.rules.pack_texts import (
    BodyDuties,
    Budget,
    Duties,
    Lines,
    Movements,
    Outline,
    OutlinePart,
    SpendingNorm,
    Texts,
)
from desktop.rules.windows import (
    DatesWindow,
    EventWindow,
    MonthPart,
    MonthsWindow,
    QuarterWindow,
    Side,
)


def part_name(part: type[Struct]) -> str:
    """Name a type of record, as the heading of one of them."""
    return _PARTS[part]()


def choice_name(choice: Enum) -> str:
    """Name one of the values that a field may be given."""
    return _CHOICES[choice]()


_PARTS: Mapping[type[Struct], Callable[[], str]] = {
    RulePack: lambda: tr("Rule pack"),
    Plan: lambda: tr("Plan as papers cite it"),
    Cycle: lambda: tr("Cycle"),
    Period: lambda: tr("Period"),
    Validity: lambda: tr("Validity"),
    Unit: lambda: tr("Unit"),
    Level: lambda: tr("Level"),
    UnitException: lambda: tr("Exception"),
    Appraisal: lambda: tr("Appraisal of a plan"),
    Form: lambda: tr("Form of conference"),
    DocumentForm: lambda: tr("Kind of paper"),
    SessionRule: lambda: tr("Length"),
    PreparatoryRule: lambda: tr("Preparatory session"),
    EventText: lambda: tr("Other event"),
    QuarterWindow: lambda: tr("Window: a quarter"),
    MonthsWindow: lambda: tr("Window: one or several months"),
    DatesWindow: lambda: tr("Window: from day to day"),
    EventWindow: lambda: tr("Window: before or after an event"),
    ProgrammeRule: lambda: tr("Programme"),
    ProgrammeRuleItem: lambda: tr("Item of the programme"),
    PresidiumRule: lambda: tr("Presidium"),
    CommitteeRule: lambda: tr("Organising committee"),
    PaperDeadline: lambda: tr("Deadline of a paper"),
    FlagTrait: lambda: tr("Trait: from the list"),
    HonourTrait: lambda: tr("Trait: holders of honours"),
    AgeTrait: lambda: tr("Trait: people of an age"),
    FixedAttendance: lambda: tr("Attendance: the same for all"),
    ThresholdAttendance: lambda: tr("Attendance: by the size of the unit"),
    HoldingRule: lambda: tr("Who holds a conference"),
    LimitRule: lambda: tr("Number of participants"),
    ShareRule: lambda: tr("Share of participants"),
    PresenceRule: lambda: tr("Who has to be there"),
    EligibilityRule: lambda: tr("What participants must be"),
    QuotaRule: lambda: tr("Places per unit"),
    UnitQuota: lambda: tr("Places of one unit"),
    GroupText: lambda: tr("Group of participants"),
    Lines: lambda: tr("Lines of text"),
    Movements: lambda: tr("Movements of the plan"),
    Movement: lambda: tr("Emulation movement"),
    SpendingNorm: lambda: tr("Norm of spending"),
    Budget: lambda: tr("Budget"),
    BodyDuties: lambda: tr("Duties of one body"),
    Duties: lambda: tr("Assignments"),
    OutlinePart: lambda: tr("Part of the report"),
    Outline: lambda: tr("Outline of the report"),
    Texts: lambda: tr("Texts"),
}

_CHOICES: Mapping[Enum, Callable[[], str]] = {
    Bound.AT_MOST: lambda: tr("At most"),
    Bound.AT_LEAST: lambda: tr("At least"),
    Bound.ABOUT: lambda: tr("About"),
    Bound.EXACTLY: lambda: tr("Exactly"),
    Bound.OPEN: lambda: tr("Left to the unit"),
    Usage.REQUIRED: lambda: tr("Required"),
    Usage.OPTIONAL: lambda: tr("Optional"),
    Usage.NONE: lambda: tr("Not used"),
    Side.BEFORE: lambda: tr("Before it"),
    Side.AFTER: lambda: tr("After it"),
    MonthPart.WHOLE: lambda: tr("The whole month"),
    MonthPart.FIRST_HALF: lambda: tr("First half"),
    MonthPart.SECOND_HALF: lambda: tr("Second half"),
    MonthPart.EARLY: lambda: tr("The first ten days"),
    MonthPart.MIDDLE: lambda: tr("The middle ten days"),
    MonthPart.LATE: lambda: tr("The last ten days"),
    PersonFlag.WOMAN: lambda: tr("Women"),
    PersonFlag.ETHNIC_MINORITY: lambda: tr("Ethnic minorities"),
    PersonFlag.RELIGIOUS: lambda: tr("Followers of a religion"),
    PersonFlag.PARTY_MEMBER: lambda: tr("Party members"),
    PersonFlag.DIRECT_WORKER: lambda: tr("Direct workers"),
    PersonFlag.COLLECTIVE: lambda: tr("Standing for a collective"),
    PersonFlag.INDIVIDUAL: lambda: tr("Standing for themselves"),
    PresenceNeed.AT_LEAST: lambda: tr("At least so many"),
    PresenceNeed.IF_ANY: lambda: tr("If there are any"),
    PresenceNeed.STRESSED: lambda: tr("To be stressed"),
    QuotaMethod.TYPED: lambda: tr("Typed unit by unit"),
    QuotaMethod.SHARED: lambda: tr("Shared out by a base"),
    ExceptionKind.PILOT: lambda: tr("Pilot"),
    ExceptionKind.EXCEPTION: lambda: tr("Other exception"),
    TaskKind.PLAN: lambda: tr("The unit's plan"),
    TaskKind.DECISION: lambda: tr("Decision on the organising committee"),
    TaskKind.NAME_LIST: lambda: tr("List of delegates"),
    TaskKind.APPRAISAL: lambda: tr("Appraisal of the plan"),
    TaskKind.INVITATIONS: lambda: tr("Invitations"),
    TaskKind.BADGES: lambda: tr("Badges"),
    TaskKind.REHEARSAL: lambda: tr("Rehearsal"),
    TaskKind.REPORT: lambda: tr("Report on the results"),
    TaskKind.OTHER: lambda: tr("Something else"),
    Attendance.PLENARY: lambda: tr("Plenary"),
    Attendance.DELEGATES: lambda: tr("Chosen delegates"),
    GroupKind.EXEMPLAR: lambda: tr("Exemplar"),
    GroupKind.GUEST: lambda: tr("Guest"),
    GroupKind.OTHER: lambda: tr("Neither exemplar nor guest"),
    CountedKind.EXEMPLAR: lambda: tr("Exemplars"),
    CountedKind.GUEST: lambda: tr("Guests"),
    CountedKind.OTHER: lambda: tr("Neither exemplars nor guests"),
    CountedKind.UNGROUPED: lambda: tr("In no group"),
}
