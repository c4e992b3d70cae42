"""Rules about the event itself: forms, length, programme, presidium, committees, papers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from db.records import Minutes
from desktop.rules.pack_part import (
    Bound,
    Clause,
    DaysFrom,
    Key,
    Line,
    OptionalEventKey,
    PackPart,
    Rule,
    Share,
    Text,
    Usage,
)


class Form(PackPart, frozen=True, kw_only=True):
    """A permitted form of conference, by its exact name."""

    id: Key
    name: Line
    clause: Clause = ""
    ordinal: Usage = Usage.OPTIONAL  # lần thứ
    theme: Usage = Usage.OPTIONAL
    co_organisers: Usage = Usage.OPTIONAL


class DocumentForm(PackPart, frozen=True, kw_only=True):
    """What kind of document orders the conference (Nghị định 30/2020, Phụ lục III)."""

    kind: Line = "Kế hoạch"
    abbreviation: Line = "KH"
    clause: Clause = ""


class PreparatoryRule(PackPart, frozen=True, kw_only=True):
    """A preparatory session (phiên trù bị)."""

    clause: Clause = ""
    words: Text = ""
    usage: Usage = Usage.OPTIONAL
    days_before: Annotated[int, Meta(ge=0, le=30)] = 1  # the main session


class SessionRule(Rule, frozen=True, kw_only=True):
    """How long the conference lasts, in half-day main sessions."""

    is_binding: bool = True
    at_least: Annotated[int, Meta(ge=1, le=20)] = 1
    at_most: Annotated[int, Meta(ge=1, le=20)]
    half_day_minutes: Annotated[int, Meta(ge=30, le=720)] = 240
    preparatory: PreparatoryRule = PreparatoryRule()


class EventText(PackPart, frozen=True, kw_only=True):
    """Another event that a window is about; its day, if the plan knows it."""

    key: Key
    name: Line
    day: date | None = None


class ProgrammeRuleItem(PackPart, frozen=True, kw_only=True):
    """An item of the programme as the plan names it.

    Attributes:
        alternatives: other titles that fulfil it as well.
        is_ordered: false where it may stand anywhere.
    """

    key: Key
    title: Line
    minutes: Minutes = 0
    presenter: Text = ""
    is_required: bool = True
    is_ordered: bool = True
    alternatives: tuple[Line, ...] = ()


class ProgrammeRule(PackPart, frozen=True, kw_only=True):
    """The items of the programme."""

    clause: Clause = ""
    is_binding: bool = True
    is_ordered: bool = True
    items: tuple[ProgrammeRuleItem, ...] = ()


class PresidiumRule(Rule, frozen=True, kw_only=True):
    """Who presides.

    Attributes:
        name: Đoàn Chủ tịch, Đoàn Chủ tọa.
        share: of the exemplars among the members; empty where the plan asks for none.
        make_up: from which bodies, as the plan says it.
    """

    is_binding: bool = True
    name: Line = "Đoàn Chủ tịch"
    at_least: Annotated[int, Meta(ge=1, le=200)] | None = None
    at_most: Annotated[int, Meta(ge=1, le=200)] | None = None
    share: Share | None = None
    share_bound: Bound = Bound.AT_LEAST
    make_up: tuple[Line, ...] = ()


class CommitteeRule(Rule, frozen=True, kw_only=True):
    """Who prepares: the organising committee and its subcommittees."""

    is_binding: bool = True
    name: Line = "Ban Tổ chức"
    subcommittees: tuple[Line, ...] = ()


class TaskKind(StrEnum):
    """The work before and after a conference that every office has."""

    PLAN = "plan"  # sent up
    DECISION = "decision"  # on the organising committee
    NAME_LIST = "name-list"
    APPRAISAL = "appraisal"  # of a pilot's plan
    INVITATIONS = "invitations"
    BADGES = "badges"
    REHEARSAL = "rehearsal"
    REPORT = "report"  # of the results
    OTHER = "other"


class PaperDeadline(Rule, frozen=True, kw_only=True):
    """A paper that has to reach someone by a day: a date, or so many days from an event.

    Attributes:
        task: which of the usual tasks this dates.
        day: the last one, included.
        days: from the conference, or from `event`; negative before it.
    """

    id: Key
    task: TaskKind = TaskKind.OTHER
    paper: Line
    addressee: Text = ""
    route: Text = ""
    day: date | None = None
    days: DaysFrom | None = None
    event: OptionalEventKey = ""
