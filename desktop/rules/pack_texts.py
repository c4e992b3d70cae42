"""What a fresh conference starts with: texts of the plan, each with its clause.

Placeholders such as {unit} are filled by `desktop.rules.texts`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta

from db.records import Movement
from desktop.rules.pack_part import Clause, Line, PackPart, Text

PLACEHOLDERS = (
    "co_organisers",
    "date",
    "form",
    "launched",
    "office",
    "ordinal",
    "place",
    "reviewed",
    "theme",
    "unit",
    "upper_event",
)
PARTS_WITH_PLACEHOLDERS = ("texts", "programme")  # of a level


class Lines(PackPart, frozen=True, kw_only=True):
    """Texts, and the clause they come from."""

    clause: Clause = ""
    lines: tuple[Line, ...] = ()


class Movements(PackPart, frozen=True, kw_only=True):
    """The movements a plan names."""

    clause: Clause = ""
    items: tuple[Movement, ...] = ()


class SpendingNorm(PackPart, frozen=True, kw_only=True):
    """The most that may be spent on something, in đồng, and the paper that says so."""

    name: Line
    unit: Text = ""
    most: Annotated[int, Meta(ge=0, le=1_000_000_000_000)]
    source: Line
    issued_on: date | None = None


class Budget(PackPart, frozen=True, kw_only=True):
    """Where the money comes from, and by which norms it is spent."""

    clause: Clause = ""
    source: Text = ""
    norms: tuple[SpendingNorm, ...] = ()


class BodyDuties(PackPart, frozen=True, kw_only=True):
    """What one body has to do."""

    body: Line
    duties: tuple[Line, ...] = ()


class Duties(PackPart, frozen=True, kw_only=True):
    """Who has to do what."""

    clause: Clause = ""
    bodies: tuple[BodyDuties, ...] = ()


class OutlinePart(PackPart, frozen=True, kw_only=True):
    """One part of a report, with its heads."""

    title: Line
    heads: tuple[Line, ...] = ()


class Outline(PackPart, frozen=True, kw_only=True):
    """The heads of the review report (báo cáo tổng kết)."""

    clause: Clause = ""
    parts: tuple[OutlinePart, ...] = ()


class Texts(PackPart, frozen=True, kw_only=True):
    """Everything a conference can start with."""

    title: Text = ""
    subject: Text = ""
    introduction: Text = ""
    bases: Lines = Lines()
    purposes: Lines = Lines()
    requirements: Lines = Lines()
    tasks: Lines = Lines()
    movements: Movements = Movements()
    composition: Lines = Lines()
    budget: Budget = Budget()
    duties: Duties = Duties()
    recipients: Lines = Lines()
    title_lines: Lines = Lines()  # as the backdrop shows them
    report: Outline = Outline()
    speeches: Lines = Lines()  # what the plan asks of each tham luận
    side_activities: Lines = Lines()
    steps: Lines = Lines()  # in which the plan has the conference prepared
