"""What drawing a paper gives: its bytes, and what the officer should know before printing."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class ProblemCode(StrEnum):
    """Why a paper may not look as the officer expects; sentences are in desktop.sentences."""

    MISSING_GLYPH = "missing-glyph"
    TEXT_TOO_LONG = "text-too-long"
    PHOTO_MISSING = "photo-missing"
    PHOTO_UNREADABLE = "photo-unreadable"
    FIELD_EMPTY = "field-empty"
    NO_SEAT = "no-seat"
    SEAT_REFUSED = "seat-refused"


class PaperProblem(Struct, frozen=True, kw_only=True):
    """One thing to mend before printing: where it is, and the text at fault."""

    code: ProblemCode
    field: str
    delegate_id: str = ""
    text: str = ""


class RenderedPaper(Struct, frozen=True, kw_only=True):
    """A finished PDF."""

    data: bytes
    pages: int
    problems: tuple[PaperProblem, ...] = ()
