"""What papers are made with, and what the conference came to: settings, speeches, awards, votes."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from db.record import Count, Id, Minutes, Money, Record

PaperNumber = Annotated[int, Meta(ge=1, le=99999)]


class SigningForm(StrEnum):
    """Authority under which a paper is signed (Nghị định 30/2020, Phụ lục I, ô 7a)."""

    HEAD = "head"  # the head of a one-man authority signs without a prefix
    ON_BEHALF = "TM"  # for a collective
    ACTING = "Q"  # acting head
    FOR_HEAD = "KT"  # a deputy for the head
    BY_ORDER = "TL"
    BY_AUTHORISATION = "TUQ"


class Speech(Record, frozen=True, kw_only=True):
    """A speech from the floor (tham luận)."""

    id: Id
    title: str
    speaker: str = ""
    post: str = ""
    unit: str = ""
    minutes: Minutes = 0


class Award(Record, frozen=True, kw_only=True):
    """An award handed over at the conference, to a person or a collective."""

    id: Id
    recipient: str
    is_collective: bool = False
    post: str = ""  # of a person
    unit: str = ""
    form: str = ""  # Giấy khen của Chủ tịch Ủy ban nhân dân xã
    decision_number: str = ""  # 45/QĐ-UBND
    decided_on: date | None = None
    money: Money | None = None
    note: str = ""


class ChoiceOutcome(StrEnum):
    """How the choice of delegates to the conference above went for a candidate."""

    OFFICIAL = "official"
    ALTERNATE = "alternate"  # dự khuyết
    NOT_CHOSEN = "not-chosen"


class Candidate(Record, frozen=True, kw_only=True):
    """Someone put up as a delegate to the conference of the level above."""

    id: Id
    name: str
    post: str = ""
    unit: str = ""
    votes: Count | None = None
    outcome: ChoiceOutcome | None = None


class UpperChoice(Record, frozen=True, kw_only=True):
    """How delegates to the conference of the level above were chosen."""

    conference: str = ""  # its name
    places: Count | None = None
    alternate_places: Count | None = None
    method: str = ""  # biểu quyết bằng giơ tay, bỏ phiếu kín
    start: time | None = None
    end: time | None = None
    ballots_given: Count | None = None
    ballots_returned: Count | None = None
    ballots_valid: Count | None = None


class Attended(Record, frozen=True, kw_only=True):
    """What the conference came to, counted on the day and after it."""

    summoned: Count | None = None  # the whole list of delegates when None
    present: Count | None = None
    end: time | None = None
    spent: Money | None = None


class NumberSeries(StrEnum):
    """Whose numbers and symbols a paper has, and so who issues it."""

    OFFICE = "office"
    COUNCIL = "council"  # Hội đồng Thi đua - Khen thưởng
    COMMITTEE = "committee"  # Ban Tổ chức


class PaperChoice(Record, frozen=True, kw_only=True):
    """One choice about a paper that only this paper knows."""

    name: str
    value: str


class PaperSettings(Record, frozen=True, kw_only=True):
    """What the officer chose for one paper; what is empty or None takes the paper's usual value."""

    key: str  # of the registry of papers
    series: NumberSeries | None = None
    symbol: str = ""  # issuer part of the document symbol
    issuer: str = ""  # as the header prints it; a line feed breaks the line
    number: PaperNumber | None = None
    issued_on: date | None = None
    signing_form: SigningForm | None = None
    authority: tuple[str, ...] = ()  # the lines over the signature, where the form's are not right
    signer_id: str = ""  # one of the office's signers
    signer_name: str = ""  # someone else, such as the head of the Ban Tổ chức
    recipients: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()  # keys of the paper's own columns, in order
    choices: tuple[PaperChoice, ...] = ()
