"""What an officer chooses for each paper."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from db.record import Record

PaperNumber = Annotated[int, Meta(ge=1, le=99999)]


class SigningForm(StrEnum):
    """Authority under which a paper is signed (Nghị định 30/2020, Phụ lục I, ô 7a)."""

    HEAD = "head"  # the head of a one-man authority signs without a prefix
    ON_BEHALF = "TM"  # for a collective
    ACTING = "Q"  # acting head
    FOR_HEAD = "KT"  # a deputy for the head
    BY_ORDER = "TL"
    BY_AUTHORISATION = "TUQ"


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
