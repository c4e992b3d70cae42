"""A PDF held to Nghị định 30/2020: every departure, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.documents.decree30 import NO_OFFICIAL_FORM
from desktop.documents.format_check.appendix import (
    appendix_departures,
    appendix_end_pt,
    appendix_number_departures,
)
from desktop.documents.format_check.body import body_departures
from desktop.documents.format_check.departures import Departure
from desktop.documents.format_check.draft import draft_departures
from desktop.documents.format_check.flow import find_foot, flow
from desktop.documents.format_check.foot import foot_departures
from desktop.documents.format_check.head import Head, head_departures, read_head
from desktop.documents.format_check.overlaps import overlap_departures
from desktop.documents.format_check.page_checks import (
    file_departures,
    legibility_departures,
    page_departures,
)
from desktop.documents.format_check.parts import PartReading, body, parts
from desktop.documents.format_check.reading import Reading, Unreadable
from desktop.errors import InputRefused


class PdfRefusal(StrEnum):
    """Why a file cannot be held to the decree; sentences are in desktop.sentences."""

    UNREADABLE = "pdf-unreadable"
    NOT_PDF = "pdf-not-one"


class FormatReport(Struct, frozen=True):
    """What was found in a PDF.

    Attributes:
        departures: page by page; nothing where all is as it has to be.
        is_official: whether the decree gives it a form; badges and labels have none, and are held
            only to what every print has to keep: embedded fonts, NFC, nothing over anything.
    """

    departures: tuple[Departure, ...]
    is_official: bool = True


def check_file(path: Path) -> FormatReport:
    """Hold a file to its form.

    Raises:
        InputRefused: the file cannot be opened, or is no PDF.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputRefused(PdfRefusal.UNREADABLE, path, detail=detail) from error
    try:
        return check_form(data)
    except Unreadable as error:
        raise InputRefused(PdfRefusal.NOT_PDF, path) from error


def check_form(data: bytes) -> FormatReport:
    """Hold a PDF to its form.

    Raises:
        Unreadable: these bytes cannot be read as a PDF.
    """
    reading = Reading(data)
    is_official = reading.subject != NO_OFFICIAL_FORM
    if is_official:
        found = [*file_departures(reading), *_in_parts(reading)]
    else:
        found = list(legibility_departures(reading))
    for page in reading.pages:
        found += overlap_departures(page)
    ordered = sorted(dict.fromkeys(found), key=lambda one: one.page)
    return FormatReport(tuple(ordered), is_official)


def format_departures(data: bytes) -> tuple[Departure, ...]:
    """List what departs in a PDF; see `check_form`.

    Raises:
        Unreadable: these bytes cannot be read as a PDF.
    """
    return check_form(data).departures


def _in_parts(reading: Reading) -> Iterator[Departure]:
    of_one_paper: list[PartReading] = []  # a file may hold many, such as invitations
    for part in parts(reading):
        yield from page_departures(part)
        if part.is_appendix:
            of_one_paper.append(part)
            yield from _appendix(part)
        else:
            yield from appendix_number_departures(of_one_paper)
            of_one_paper = []
            yield from _paper(part)
    yield from appendix_number_departures(of_one_paper)


def _paper(part: PartReading) -> Iterator[Departure]:
    head = read_head(part)
    yield from head_departures(part, head)
    foot = find_foot(part, head.end_pt)
    lines = flow(part, head.end_pt, foot)
    yield from body_departures(part, lines)
    yield from foot_departures(part, foot, lines, is_issued=head.number is not None)
    yield from draft_departures(part, head)


def _appendix(part: PartReading) -> Iterator[Departure]:
    if not body(part.first):
        return
    yield from appendix_departures(part)
    end_pt = appendix_end_pt(part)
    foot = find_foot(part, end_pt)
    lines = flow(part, end_pt, foot)
    yield from body_departures(part, lines)
    yield from foot_departures(part, foot, lines, is_issued=False)
    yield from draft_departures(part, Head())
