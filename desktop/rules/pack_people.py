"""Rules about who takes part: how many, in which shares, who must be there, quotas per unit.

Whom a rule counts is a list of names, each a kind of group (`CountedKind`), the key of one of the
level's groups, or the key of a trait; a person who fits several of them is counted once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from db.records import Attendance, Count, GroupKind
from desktop.rules.pack_part import (
    Bound,
    ColourKey,
    Key,
    Line,
    OptionalKey,
    PackPart,
    Rule,
    Share,
    Text,
    UnitKey,
    WhoKey,
)

Who = Annotated[tuple[WhoKey, ...], Meta(min_length=1)]


class CountedKind(StrEnum):
    """Whom a rule counts without the pack saying more."""

    EXEMPLAR = "exemplar"
    GUEST = "guest"
    OTHER = "other"
    UNGROUPED = "ungrouped"  # listed, but in no group yet


class PersonFlag(StrEnum):
    """What the list of delegates tells of a person by itself."""

    WOMAN = "woman"
    ETHNIC_MINORITY = "ethnic-minority"  # every group but Kinh
    RELIGIOUS = "religious"
    PARTY_MEMBER = "party-member"
    DIRECT_WORKER = "direct-worker"  # công nhân, nông dân, người trực tiếp sản xuất
    COLLECTIVE = "collective"  # stands for a collective
    INDIVIDUAL = "individual"  # stands for nobody else


class TraitRule(PackPart, frozen=True, kw_only=True, tag_field="kind"):
    """What every trait has: the key that rules name, and what people call it."""

    key: Key
    name: Line


class FlagTrait(TraitRule, frozen=True, kw_only=True, tag="flag"):
    """Read from the list."""

    flag: PersonFlag


class HonourTrait(TraitRule, frozen=True, kw_only=True, tag="honours"):
    """Holders of any of some honours, each named in full or by the words that several begin with.

    "Chiến sĩ thi đua" stands for those of every level; lists may abbreviate honours of the law.
    """

    any_of: Annotated[tuple[Line, ...], Meta(min_length=1)]


Age = Annotated[int, Meta(ge=0, le=150)]


class AgeTrait(TraitRule, frozen=True, kw_only=True, tag="age"):
    """People of an age, in years, in the year of the conference; both ends included."""

    at_least: Age | None = None
    at_most: Age | None = None


Trait = FlagTrait | HonourTrait | AgeTrait


class FixedAttendance(Rule, frozen=True, kw_only=True, tag_field="kind", tag="fixed"):
    """Who is summoned, where the plan decides it for everyone."""

    attendance: Attendance


class ThresholdAttendance(Rule, frozen=True, kw_only=True, tag_field="kind", tag="threshold"):
    """Who is summoned, by the number of people in the unit.

    Attributes:
        counted: what the plan counts: cán bộ, người lao động, hội viên, nhân khẩu.
        at: for the threshold itself; None where the plan does not say.
    """

    counted: Line = "người"
    threshold: Annotated[int, Meta(ge=1, le=1_000_000)]
    below: Attendance
    at: Attendance | None = None
    above: Attendance

    def attendance(self, people: int) -> Attendance | None:
        """Tell who is summoned in a unit of so many."""
        if people == self.threshold:
            return self.at
        return self.below if people < self.threshold else self.above


AttendanceRule = FixedAttendance | ThresholdAttendance


class HoldingRule(Rule, frozen=True, kw_only=True):
    """Which units hold the event at all.

    Attributes:
        at_least: people in the unit.
        units: keys of the only units that do; empty for any.
    """

    at_least: Count = 0
    units: tuple[UnitKey, ...] = ()


class LimitRule(Rule, frozen=True, kw_only=True):
    """A number of participants: at most 200.

    Attributes:
        value: left out where the bound is open.
        tolerance: people to either side, for ABOUT.
        attendance: the rule is about such conferences only.
        decided_by: who fixes the number, on whose proposal.
    """

    is_binding: bool = True
    bound: Bound = Bound.AT_MOST
    value: Count | None = None
    tolerance: Count = 0
    counts: Who
    attendance: Attendance | None = None
    decided_by: Text = ""


class ShareRule(Rule, frozen=True, kw_only=True):
    """A share: exemplars about 70 % of exemplars and guests; guests at most 1/3 of the official.

    Attributes:
        share: of the base.
        tolerance: of the base, to either side, for ABOUT.
        base: whom the share is taken of; groups counted need not be among them, but people counted
            by a trait are.
    """

    is_binding: bool = False
    bound: Bound = Bound.ABOUT
    share: Share
    tolerance: Share = "0%"
    counts: Who
    base: Who
    attendance: Attendance | None = None


class PresenceNeed(StrEnum):
    """How much a plan asks for somebody's presence."""

    AT_LEAST = "at-least"
    IF_ANY = "if-any"  # nếu có
    STRESSED = "stressed"  # chú trọng: counted and shown, never missed


class PresenceRule(Rule, frozen=True, kw_only=True):
    """Who has to be among the participants."""

    is_binding: bool = False
    need: PresenceNeed = PresenceNeed.AT_LEAST
    at_least: Annotated[int, Meta(ge=1, le=1_000_000)] = 1
    counts: Who


class EligibilityRule(Rule, frozen=True, kw_only=True):
    """What each of some participants must be, at least one of it."""

    is_binding: bool = True
    of: Who
    any_of: Who


class QuotaMethod(StrEnum):
    """How the places of the units come about."""

    TYPED = "typed"
    SHARED = "shared"  # by a base, with the largest remainder


class UnitQuota(PackPart, frozen=True, kw_only=True):
    """The places of one unit.

    Attributes:
        base: what its share goes by, for SHARED.
        places: for TYPED.
        alternates: đại biểu dự khuyết besides.
    """

    unit: UnitKey
    base: Count = 0
    places: Count = 0
    alternates: Count = 0


class QuotaRule(Rule, frozen=True, kw_only=True):
    """How many participants each unit sends.

    Attributes:
        total: all places; may be left out where they are typed.
        base_name: what is counted for the shares: dân số, đoàn viên.
        floor: the least places of a unit, for SHARED.
        counts: whose places they are.
    """

    is_binding: bool = True
    method: QuotaMethod = QuotaMethod.TYPED
    total: Count | None = None
    base_name: Text = ""
    floor: Count = 0
    counts: Who = ("exemplar", "guest")
    units: Annotated[tuple[UnitQuota, ...], Meta(min_length=1)]


class GroupText(PackPart, frozen=True, kw_only=True):
    """A group of participants that a fresh conference starts with."""

    key: OptionalKey = ""
    name: Line
    kind: GroupKind
    target: Count | None = None
    badge_label: Text = ""
    colour: ColourKey = "red"
