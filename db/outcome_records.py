"""What is heard and handed over at a conference, and what it came to."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from db.record import Count, Id, Minutes, Money, Record


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
