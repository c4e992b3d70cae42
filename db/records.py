"""The one vocabulary: everything that is stored, sent or printed is built from these records.

Frozen msgspec Structs: JSON and JSON Schema are derived from them. Text is plain text in NFC.
Civil dates and clock times are Vietnamese local values (UTC+7, no daylight saving), never
instants; instants (the log, backups) are aware UTC datetimes.
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from db.day_records import BudgetLine, Door, Hall, HandSeat, Norm, ScriptStep, SeatBlock
from db.paper_records import Attended as Attended
from db.paper_records import Award as Award
from db.paper_records import Candidate as Candidate
from db.paper_records import ChoiceOutcome as ChoiceOutcome
from db.paper_records import NumberSeries as NumberSeries
from db.paper_records import PaperChoice as PaperChoice
from db.paper_records import PaperNumber
from db.paper_records import PaperSettings as PaperSettings
from db.paper_records import SigningForm as SigningForm
from db.paper_records import Speech as Speech
from db.paper_records import UpperChoice as UpperChoice
from db.record import Count as Count
from db.record import Id as Id
from db.record import Minutes as Minutes
from db.record import Money as Money
from db.record import Record as Record
from db.record import Year as Year

BadgeNumber = Annotated[int, Meta(ge=1, le=99999)]
ProtocolRank = Annotated[int, Meta(ge=0, le=1_000_000_000)]


class Signer(Record, frozen=True, kw_only=True):
    """Someone who may sign for the office."""

    id: Id
    name: str
    post: str
    form: SigningForm = SigningForm.HEAD
    collective: str = ""  # printed after TM.: ỦY BAN NHÂN DÂN
    head_post: str = ""  # printed after KT./TL./TUQ.: CHỦ TỊCH


class ToneOrder(StrEnum):
    """How the tones follow one another in lists, after the level tone, which is always first."""

    HUYEN_HOI_NGA_SAC_NANG = "huyen-hoi-nga-sac-nang"  # Unicode CLDR
    HUYEN_SAC_HOI_NGA_NANG = "huyen-sac-hoi-nga-nang"
    SAC_HUYEN_HOI_NGA_NANG = "sac-huyen-hoi-nga-nang"


class Office(Record, frozen=True, kw_only=True):
    """The office that owns the store, as its papers name it."""

    id: Id
    name: str  # Ủy ban nhân dân xã Bình Hòa
    issuer: str  # as the header prints it; a line feed breaks the line
    parent_body: str = ""  # the line above the issuer, if any
    place_name: str = ""  # địa danh before the date
    symbol: str = ""  # issuer part of the document symbol: UBND
    archive_symbol: str = ""  # after "Lưu: VT, "
    signers: tuple[Signer, ...] = ()
    logo_id: str = ""  # SHA-256 of a StoredImage
    tone_order: ToneOrder = ToneOrder.HUYEN_HOI_NGA_SAC_NANG


class StoredImage(Record, frozen=True, kw_only=True):
    """A small picture (portrait thumbnail, emblem), named by the SHA-256 of its bytes."""

    id: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
    media_type: str  # image/jpeg or image/png
    data: bytes


class Attendance(StrEnum):
    """Who is summoned: everybody of the unit, or chosen delegates."""

    PLENARY = "plenary"  # hội nghị toàn thể
    DELEGATES = "delegates"  # hội nghị đại biểu


class Period(Record, frozen=True, kw_only=True):
    """A span of years, both included: 2020-2025."""

    first_year: Year
    last_year: Year


class Movement(Record, frozen=True, kw_only=True):
    """An emulation movement by name, with the years it runs, if the plan tells them."""

    name: str
    years: str = ""


class SessionKind(StrEnum):
    """What a session is for."""

    MAIN = "main"
    PREPARATORY = "preparatory"  # phiên trù bị


class Session(Record, frozen=True, kw_only=True):
    """One half-day sitting (buổi)."""

    id: Id
    kind: SessionKind = SessionKind.MAIN
    day: date | None = None
    start: time | None = None


class GroupKind(StrEnum):
    """What the ratio rules count a participant group as."""

    EXEMPLAR = "exemplar"  # đại biểu điển hình tiên tiến
    GUEST = "guest"  # khách mời
    OTHER = "other"  # ban tổ chức, phục vụ, báo chí


class ParticipantGroup(Record, frozen=True, kw_only=True):
    """A group of participants with its target number and the colour of its badges."""

    id: Id
    name: str
    key: str = ""  # the rule pack's key of the group, by which its rules count it
    kind: GroupKind = GroupKind.OTHER
    target: Count | None = None
    badge_label: str = ""  # the words in the badge's band; the name when empty
    colour: str = "red"  # a key of the badge layout's palette
    first_badge: BadgeNumber | None = None  # the badge numbers kept for the group
    last_badge: BadgeNumber | None = None


class Quota(Record, frozen=True, kw_only=True):
    """The places that the office gives one unit; those of the plan above stand in its pack.

    They are meant for one group, for people of one trait, or for the unit as a whole.
    """

    unit: str
    group_id: str = ""
    trait: str = ""  # the key of a trait of the rule pack, or of one that needs no pack
    places: Count | None = None  # None while the unit is only listed
    base: Count = 0  # what the places were shared out by: inhabitants, members


class ProgrammeItem(Record, frozen=True, kw_only=True):
    """One step of the programme."""

    id: Id
    title: str
    minutes: Minutes = 0
    presenter: str = ""
    note: str = ""
    required_key: str = ""  # the rule pack's key of the required item this one fulfils
    session_id: str = ""  # the first main session when empty


class PresidiumRole(StrEnum):
    """Seat in the presidium."""

    CHAIR = "chair"  # chủ trì
    MEMBER = "member"
    SECRETARY = "secretary"


class PresidiumMember(Record, frozen=True, kw_only=True):
    """A member of the presidium (Đoàn Chủ tịch / Chủ tọa)."""

    id: Id
    name: str
    post: str = ""
    role: PresidiumRole = PresidiumRole.MEMBER
    is_exemplar: bool = False


class CommitteeMember(Record, frozen=True, kw_only=True):
    """A member of the organising committee (Ban Tổ chức)."""

    id: Id
    name: str
    post: str = ""
    role: str = ""  # Trưởng ban, Phó Trưởng ban, Ủy viên
    task: str = ""
    subcommittee: str = ""  # Tiểu ban, where the committee has some


class Assignment(Record, frozen=True, kw_only=True):
    """The duties the plan gives to one body."""

    id: Id
    body: str
    duties: tuple[str, ...] = ()


class EventDay(Record, frozen=True, kw_only=True):
    """When another event takes place that a window of the plan is about."""

    event: str  # the rule pack's key of the event: party-congress
    day: date


class Move(Record, frozen=True, kw_only=True):
    """That the conference was put off, or is held elsewhere than first announced."""

    id: Id
    old_day: date | None = None
    old_venue: str = ""
    reason: str
    approver: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """What was decided about one finding: an answer where the plan is silent, or an override.

    It settles the finding only while the finding says the same.
    """

    id: Id
    code: str  # of the finding, with its field and clause
    field: str = ""
    clause: str = ""
    facts: str = ""  # what the finding said, as `desktop.rules.decisions` writes it
    words: str = ""  # of the plan, at that time
    reason: str
    approver: str = ""  # who allowed it; an override of a binding rule needs one
    decided_on: date | None = None


class ListOrder(StrEnum):
    """The order of the delegates on screen and in every paper that lists them."""

    GIVEN_NAME = "given-name"
    FAMILY_NAME = "family-name"
    UNIT = "unit"
    PROTOCOL = "protocol"  # by post, as far as nobody was moved by hand
    BADGE_NUMBER = "badge-number"
    HAND = "hand"  # as entered, or as arranged since


class WizardStep(StrEnum):
    """The steps of the wizard, which are also the sections of the conference window, in order."""

    TYPE = "type"
    CONTENT = "content"
    SCHEDULE = "schedule"
    PARTICIPANTS = "participants"
    PROGRAMME = "programme"
    COMMITTEES = "committees"
    ISSUE = "issue"
    REVIEW = "review"
    OUTCOME = "outcome"  # of the window alone: what it came to is no step of planning


class Conference(Record, frozen=True, kw_only=True):
    """One conference as the officer plans it; its delegates are records of their own."""

    id: Id
    office_id: Id
    # type
    rule_pack_id: str = ""
    rule_pack_version: Count = 0
    level_id: str = ""
    unit_id: str = ""  # the rule pack's key of the unit; empty for one that it does not list
    exception_id: str = ""  # one of the plan's exceptions that the level above gave this unit
    form_id: str = ""
    staff_count: Count | None = None
    attendance: Attendance | None = None
    ordinal: Annotated[int, Meta(ge=1, le=200)] | None = None
    period: Period | None = None  # the years reviewed
    next_period: Period | None = None  # the years launched
    theme: str = ""
    co_organisers: tuple[str, ...] = ()
    # content
    title: str = ""  # Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025
    subject: str = ""  # trích yếu of the plan
    bases: tuple[str, ...] = ()
    introduction: str = ""  # the paragraph between the bases and part I
    purposes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    movements: tuple[Movement, ...] = ()
    # schedule
    venue: str = ""
    address: str = ""
    sessions: tuple[Session, ...] = ()
    event_days: tuple[EventDay, ...] = ()
    moves: tuple[Move, ...] = ()
    done_tasks: tuple[str, ...] = ()  # keys of the tasks that are done
    hall: Hall | None = None
    doors: tuple[Door, ...] = ()
    seat_blocks: tuple[SeatBlock, ...] = ()
    hand_seats: tuple[HandSeat, ...] = ()
    # participants
    groups: tuple[ParticipantGroup, ...] = ()
    composition: tuple[str, ...] = ()  # thành phần: who takes part, a line each
    list_order: ListOrder = ListOrder.GIVEN_NAME
    quotas: tuple[Quota, ...] = ()
    # programme
    programme: tuple[ProgrammeItem, ...] = ()
    script: tuple[ScriptStep, ...] = ()
    speeches: tuple[Speech, ...] = ()
    # committees
    presidium: tuple[PresidiumMember, ...] = ()
    committee: tuple[CommitteeMember, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    # issue
    budget_source: str = ""
    budget: tuple[BudgetLine, ...] = ()
    norms: tuple[Norm, ...] = ()
    allowance: Money | None = None  # đồng that each delegate is handed out against a signature
    recipients: tuple[str, ...] = ()
    number: PaperNumber | None = None
    issued_on: date | None = None
    signer_id: str = ""
    papers: tuple[PaperSettings, ...] = ()
    # what it came to
    awards: tuple[Award, ...] = ()
    upper_choice: UpperChoice = UpperChoice()
    candidates: tuple[Candidate, ...] = ()
    attended: Attended = Attended()
    strengths: tuple[str, ...] = ()
    shortcomings: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    # what was decided about findings, on any page
    decisions: tuple[Decision, ...] = ()
    # progress of the wizard
    step: WizardStep = WizardStep.TYPE  # where the officer left off
    is_planned: bool = False  # the wizard was walked to its end


class Gender(StrEnum):
    """As lists write it: Nam, Nữ."""

    MALE = "male"
    FEMALE = "female"


class BirthDate(Record, frozen=True, kw_only=True):
    """A birth date at the precision the list gave: year, month and year, or day."""

    year: Annotated[int, Meta(ge=1900, le=2100)]
    month: Annotated[int, Meta(ge=1, le=12)] | None = None
    day: Annotated[int, Meta(ge=1, le=31)] | None = None


class Delegate(Record, frozen=True, kw_only=True):
    """A person invited to one conference."""

    id: Id
    conference_id: Id
    position: Count = 0  # order in which the officer entered or arranged the list
    protocol_rank: ProtocolRank | None = None  # only when the officer moved the person by hand
    badge_number: BadgeNumber | None = None
    name: str  # as typed; never re-cased, never split
    given_name: str = ""  # only when the officer corrected the sort name
    gender: Gender | None = None
    birth: BirthDate | None = None
    ethnicity: str = ""
    religion: str = ""
    is_party_member: bool | None = None  # None where nobody said; likewise below
    is_direct_worker: bool | None = None
    id_number: str = ""  # CCCD (12 digits) or CMND (9)
    phone: str = ""
    post: str = ""
    unit: str = ""
    honours: tuple[str, ...] = ()
    achievement: str = ""
    represents: str = ""  # the collective the person stands for
    home_town: str = ""  # quê quán
    schooling: str = ""  # trình độ
    proposed_award: str = ""  # the form of award that the person or collective is put forward for
    group_id: str = ""
    note: str = ""
    photo_id: str = ""  # SHA-256 of a StoredImage


class ConferenceFile(Record, frozen=True, kw_only=True):
    """One conference whole: the sample, the CLI's input, the payload of a bundle."""

    format: Annotated[str, Meta(pattern="^hoinghi-conference$")] = "hoinghi-conference"
    version: Annotated[int, Meta(ge=1, le=1)] = 1
    office: Office
    conference: Conference
    delegates: tuple[Delegate, ...] = ()
    images: tuple[StoredImage, ...] = ()
