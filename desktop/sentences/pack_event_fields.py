"""The fields of the rules about the event itself: forms, length, windows, programme, papers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.language import tr
from desktop.rules.pack_event import (
    CommitteeRule,
    DocumentForm,
    EventText,
    Form,
    PaperDeadline,
    PreparatoryRule,
    PresidiumRule,
    ProgrammeRule,
    ProgrammeRuleItem,
    SessionRule,
)
from desktop.rules.windows import DatesWindow, EventWindow, MonthsWindow, QuarterWindow
from desktop.sentences.field_text import FieldText, FieldTexts

EVENT_FIELDS: Mapping[type[Struct], FieldTexts] = {
    Form: {
        "id": lambda: FieldText(
            tr("Id of the form"),
            tr("Its short name within the level: small letters, digits, hyphens."),
        ),
        "name": lambda: FieldText(
            tr("Name of the form"), tr("The exact name that the plan gives.")
        ),
        "ordinal": lambda: FieldText(
            tr("Ordinal (lần thứ)"), tr("Whether the name goes with a number: lần thứ V.")
        ),
        "theme": lambda: FieldText(tr("Theme"), tr("Whether the conference has a theme line.")),
        "co_organisers": lambda: FieldText(
            tr("Co-organisers"), tr("Whether other bodies hold it together with the unit.")
        ),
    },
    DocumentForm: {
        "kind": lambda: FieldText(
            tr("Name of the kind of paper"), tr("Printed as the paper's name: Kế hoạch.")
        ),
        "abbreviation": lambda: FieldText(tr("Abbreviation"), tr("Stands in the symbol: KH.")),
    },
    SessionRule: {
        "at_least": lambda: FieldText(tr("At least sessions"), tr("The fewest half-day sessions.")),
        "at_most": lambda: FieldText(tr("At most sessions"), tr("The most half-day sessions.")),
        "half_day_minutes": lambda: FieldText(
            tr("Minutes of a session"), tr("The programme of a session may take so long.")
        ),
        "preparatory": lambda: FieldText(
            tr("Preparatory session"), tr("Whether there is one, and when.")
        ),
    },
    PreparatoryRule: {
        "usage": lambda: FieldText(
            tr("Preparatory session is"), tr("Required, optional, or not held.")
        ),
        "days_before": lambda: FieldText(
            tr("Days before"), tr("How many days before the main session; 0: the same day.")
        ),
    },
    EventText: {
        "key": lambda: FieldText(
            tr("Key of the event"),
            tr("Its short name within the level, by which windows and deadlines call it."),
        ),
        "name": lambda: FieldText(tr("Name of the event"), tr("As the plan calls it.")),
        "day": lambda: FieldText(
            tr("Day"), tr("If the plan knows it; empty: the officer enters it.")
        ),
    },
    QuarterWindow: {
        "year": lambda: FieldText(tr("Year"), tr("The year of the quarter.")),
        "quarter": lambda: FieldText(tr("Quarter"), tr("From 1 to 4.")),
    },
    MonthsWindow: {
        "first": lambda: FieldText(tr("From month"), tr("Year and month: 2020-03.")),
        "last": lambda: FieldText(
            tr("To month"), tr("Year and month, counted in; the same month for one month.")
        ),
        "part": lambda: FieldText(
            tr("Part of the month"),
            tr("Begins in this part of the first month, and ends in this part of the last."),
        ),
    },
    DatesWindow: {
        "first": lambda: FieldText(tr("From day"), tr("The first day allowed; empty: open.")),
        "last": lambda: FieldText(tr("To day"), tr("The last day allowed; empty: open.")),
    },
    EventWindow: {
        "event": lambda: FieldText(tr("Event"), tr("One of the other events of this level.")),
        "side": lambda: FieldText(
            tr("Before or after"), tr("On which side of the event the conference is.")
        ),
        "at_least_days": lambda: FieldText(
            tr("At least days apart"), tr("The nearest the conference may be to the event.")
        ),
        "at_most_days": lambda: FieldText(
            tr("At most days apart"), tr("The farthest it may be; empty: any.")
        ),
    },
    ProgrammeRule: {
        "is_ordered": lambda: FieldText(
            tr("In this order"), tr("Whether the items have to follow one another as listed.")
        ),
        "items": lambda: FieldText(
            tr("Items"), tr("The items of the programme as the plan names them.")
        ),
    },
    ProgrammeRuleItem: {
        "key": lambda: FieldText(tr("Key of the item"), tr("Its short name within the programme.")),
        "title": lambda: FieldText(
            tr("Title"), tr("As the programme prints it; placeholders in braces are filled in.")
        ),
        "minutes": lambda: FieldText(tr("Minutes"), tr("What a new conference starts with.")),
        "presenter": lambda: FieldText(tr("Presented by"), tr("Who does it, if the plan says so.")),
        "is_required": lambda: FieldText(tr("Required"), tr("Whether the programme must have it.")),
        "is_ordered": lambda: FieldText(
            tr("Keeps its place"), tr("Off: it may stand anywhere in the programme.")
        ),
        "alternatives": lambda: FieldText(tr("Other titles"), tr("Titles that fulfil it as well.")),
    },
    PresidiumRule: {
        "name": lambda: FieldText(tr("What it is called"), tr("Đoàn Chủ tịch, Đoàn Chủ tọa.")),
        "at_least": lambda: FieldText(
            tr("At least members"), tr("Empty: the plan gives no lower number.")
        ),
        "at_most": lambda: FieldText(
            tr("At most members"), tr("Empty: the plan gives no upper number.")
        ),
        "share": lambda: FieldText(
            tr("Share of exemplars"), tr("Of the members: 1/3 or 30%; empty: none asked for.")
        ),
        "share_bound": lambda: FieldText(
            tr("How the share binds"), tr("At least, at most, about, or exactly.")
        ),
        "make_up": lambda: FieldText(
            tr("From which bodies"), tr("Who the members are, as the plan says it, a line each.")
        ),
    },
    CommitteeRule: {
        "name": lambda: FieldText(tr("What it is called"), tr("Ban Tổ chức, as a rule.")),
        "subcommittees": lambda: FieldText(
            tr("Subcommittees"), tr("The ones the plan names, a line each.")
        ),
    },
    PaperDeadline: {
        "id": lambda: FieldText(tr("Id of the deadline"), tr("Its short name within the level.")),
        "task": lambda: FieldText(tr("Usual task"), tr("Which of the usual tasks it dates.")),
        "paper": lambda: FieldText(tr("Paper"), tr("What has to be sent.")),
        "addressee": lambda: FieldText(tr("Sent to"), tr("Who has to have it.")),
        "route": lambda: FieldText(tr("By way of"), tr("Through whom it goes.")),
        "day": lambda: FieldText(
            tr("Last day"), tr("A date, counted in; either this or a number of days.")
        ),
        "days": lambda: FieldText(
            tr("Days from it"),
            tr("Counted from the conference, or from the event where one is chosen."),
        ),
        "event": lambda: FieldText(
            tr("Event"), tr("From which event the days count; empty: from the conference.")
        ),
    },
}
