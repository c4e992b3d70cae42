"""The fields of the texts that a fresh conference starts with."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from db.records import Movement
from desktop.language import tr
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
from desktop.sentences.field_text import FieldText, FieldTexts

TEXT_FIELDS: Mapping[type[Struct], FieldTexts] = {
    Lines: {
        "lines": lambda: FieldText(
            tr("Lines"), tr("A line each; placeholders in braces are filled in.")
        ),
    },
    Movements: {
        "items": lambda: FieldText(
            tr("Movements"), tr("The emulation movements that the plan names.")
        ),
    },
    Movement: {
        "name": lambda: FieldText(tr("Name of the movement"), tr("Exactly as it was launched.")),
        "years": lambda: FieldText(
            tr("Years"), tr("The years it runs, if the plan tells them: 2023-2030.")
        ),
    },
    Budget: {
        "source": lambda: FieldText(tr("Where the money comes from"), tr("As papers say it.")),
        "norms": lambda: FieldText(
            tr("Norms of spending"), tr("What the budget of a conference is held against.")
        ),
    },
    SpendingNorm: {
        "name": lambda: FieldText(tr("For what"), tr("Such as drinks between the items.")),
        "unit": lambda: FieldText(tr("Per"), tr("Such as person and session.")),
        "most": lambda: FieldText(tr("At most, in đồng"), tr("The highest unit price.")),
        "source": lambda: FieldText(tr("Source"), tr("The paper that sets it.")),
        "issued_on": lambda: FieldText(tr("Issued on"), tr("The day of that paper.")),
    },
    BodyDuties: {
        "body": lambda: FieldText(tr("Body"), tr("Who has to do it.")),
        "duties": lambda: FieldText(tr("Duties"), tr("What it has to do, a line each.")),
    },
    Duties: {
        "bodies": lambda: FieldText(
            tr("Bodies and their duties"), tr("Everybody whom the plan gives something to do.")
        ),
    },
    OutlinePart: {
        "title": lambda: FieldText(tr("Title of the part"), tr("As the report heads it.")),
        "heads": lambda: FieldText(tr("Heads"), tr("What the part deals with, a line each.")),
    },
    Outline: {
        "parts": lambda: FieldText(tr("Parts"), tr("The parts of the review report, in order.")),
    },
    Texts: {
        "title": lambda: FieldText(
            tr("Name of the conference"), tr("Placeholders in braces are filled in.")
        ),
        "subject": lambda: FieldText(
            tr("What the paper is about"), tr("The line under the name of the paper.")
        ),
        "introduction": lambda: FieldText(
            tr("Opening paragraph"), tr("Between the legal bases and part I.")
        ),
        "bases": lambda: FieldText(tr("Legal bases"), tr("The acts that the paper rests on.")),
        "purposes": lambda: FieldText(tr("Purposes"), tr("What the conference is for.")),
        "requirements": lambda: FieldText(
            tr("Requirements"), tr("How it has to be prepared and held.")
        ),
        "tasks": lambda: FieldText(
            tr("Tasks"), tr("What is done before and around the conference.")
        ),
        "movements": lambda: FieldText(
            tr("Emulation movements"), tr("The movements that the plan names.")
        ),
        "composition": lambda: FieldText(
            tr("Who takes part"), tr("The composition of the participants, a line each.")
        ),
        "budget": lambda: FieldText(tr("Budget"), tr("Where the money comes from.")),
        "duties": lambda: FieldText(
            tr("Assignments"), tr("What the unit's own bodies have to do.")
        ),
        "recipients": lambda: FieldText(
            tr("Recipients"), tr("Who gets the paper; the last line is the archive.")
        ),
        "title_lines": lambda: FieldText(
            tr("Lines on the backdrop"), tr("The title of the event as the hall shows it.")
        ),
        "report": lambda: FieldText(
            tr("Outline of the report"), tr("The heads of the review report.")
        ),
        "speeches": lambda: FieldText(
            tr("Speeches from the floor"), tr("What the plan asks of each of them.")
        ),
        "side_activities": lambda: FieldText(
            tr("Side activities"),
            tr("What goes with the conference: exhibitions, meetings, broadcasts."),
        ),
        "steps": lambda: FieldText(
            tr("Steps"), tr("In which the plan has the conference prepared.")
        ),
    },
}
