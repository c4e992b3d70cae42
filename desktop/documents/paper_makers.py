"""How each paper is made; its module is loaded when it is made, for what draws loads slowly."""

# ruff: noqa: PLC0415

from __future__ import annotations

from desktop.documents.blocks import Document
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot


def plan(snapshot: Snapshot) -> Document:
    """Build the plan."""
    from desktop.documents.plan import plan_document

    return plan_document(snapshot)


def programme(snapshot: Snapshot) -> Document:
    """Build the programme."""
    from desktop.documents.programme import programme_document

    return programme_document(snapshot)


def delegate_list(snapshot: Snapshot) -> Document:
    """Build the list of delegates by group."""
    from desktop.documents.delegate_list import delegate_list_document

    return delegate_list_document(snapshot)


def decision(snapshot: Snapshot) -> Document:
    """Build the decision on the organising committee."""
    from desktop.documents.decision_paper import decision_document

    return decision_document(snapshot)


def invitations(snapshot: Snapshot) -> Document:
    """Build the invitations."""
    from desktop.documents.invitations import invitations_document

    return invitations_document(snapshot)


def assignment_table(snapshot: Snapshot) -> Document:
    """Build the table of tasks."""
    from desktop.documents.assignment_table import assignment_table_document

    return assignment_table_document(snapshot)


def speeches(snapshot: Snapshot) -> Document:
    """Build the list of speeches."""
    from desktop.documents.speech_list import speech_list_document

    return speech_list_document(snapshot)


def report_outline(snapshot: Snapshot) -> Document:
    """Build the outline of the review report."""
    from desktop.documents.report_outline import report_outline_document

    return report_outline_document(snapshot)


def minutes(snapshot: Snapshot) -> Document:
    """Build the minutes of choosing delegates upward."""
    from desktop.documents.minutes import minutes_document

    return minutes_document(snapshot)


def awards(snapshot: Snapshot) -> Document:
    """Build the awards list."""
    from desktop.documents.award_list import award_list_document

    return award_list_document(snapshot)


def make_up(snapshot: Snapshot) -> Document:
    """Build the report on the make-up of the delegates."""
    from desktop.documents.make_up_report import make_up_document

    return make_up_document(snapshot)


def result_report(snapshot: Snapshot) -> Document:
    """Build the report on the results."""
    from desktop.documents.result_report import result_report_document

    return result_report_document(snapshot)


def envelopes(snapshot: Snapshot) -> RenderedPaper:
    """Draw the envelopes."""
    from desktop.documents.mailing import render_envelopes

    return render_envelopes(snapshot)


def labels(snapshot: Snapshot) -> RenderedPaper:
    """Draw the address labels."""
    from desktop.documents.mailing import render_labels

    return render_labels(snapshot)


def list_by_unit(snapshot: Snapshot) -> Document:
    """Build the list of delegates by unit."""
    from desktop.documents.arranged_list import list_by_unit_document

    return list_by_unit_document(snapshot)


def list_by_rank(snapshot: Snapshot) -> Document:
    """Build the list of delegates by rank."""
    from desktop.documents.arranged_list import list_by_rank_document

    return list_by_rank_document(snapshot)


def exemplars(snapshot: Snapshot) -> Document:
    """Build the short biographies of exemplars."""
    from desktop.documents.exemplar_lists import exemplars_document

    return exemplars_document(snapshot)


def collectives(snapshot: Snapshot) -> Document:
    """Build the list of collectives."""
    from desktop.documents.exemplar_lists import collectives_document

    return collectives_document(snapshot)


def sign_in(snapshot: Snapshot) -> Document:
    """Build the attendance sheet."""
    from desktop.documents.sign_in import attendance_document

    return attendance_document(snapshot)


def sign_papers(snapshot: Snapshot) -> Document:
    """Build the sheet to sign for papers."""
    from desktop.documents.sign_in import papers_document

    return papers_document(snapshot)


def sign_money(snapshot: Snapshot) -> Document:
    """Build the sheet to sign for money."""
    from desktop.documents.sign_in import money_document

    return money_document(snapshot)


def guests(snapshot: Snapshot) -> Document:
    """Build the guests to introduce."""
    from desktop.documents.guest_list import guests_document

    return guests_document(snapshot)


def script(snapshot: Snapshot) -> Document:
    """Build the running script."""
    from desktop.documents.running_script import script_document

    return script_document(snapshot)


def budget(snapshot: Snapshot) -> Document:
    """Build the budget estimate."""
    from desktop.documents.budget_estimate import budget_document

    return budget_document(snapshot)


def seat_list(snapshot: Snapshot) -> Document:
    """Build the list of seats."""
    from desktop.documents.seating_plan import seat_list_document

    return seat_list_document(snapshot)


def seating(snapshot: Snapshot) -> RenderedPaper:
    """Draw the seating plan."""
    from desktop.documents.seating_plan import seating_plan

    return seating_plan(snapshot)


def timeline(snapshot: Snapshot) -> RenderedPaper:
    """Draw the programme as a timeline."""
    from desktop.documents.timeline import timeline as drawn

    return drawn(snapshot)


def seat_labels(snapshot: Snapshot) -> RenderedPaper:
    """Draw the seat labels."""
    from desktop.documents.seat_labels import seat_labels as drawn

    return drawn(snapshot)


def name_cards(snapshot: Snapshot) -> RenderedPaper:
    """Draw the table name cards."""
    from desktop.documents.name_cards import name_cards as drawn

    return drawn(snapshot)


def backdrop(snapshot: Snapshot) -> RenderedPaper:
    """Draw the backdrop."""
    from desktop.documents.backdrop import backdrop as drawn

    return drawn(snapshot)


def badges(snapshot: Snapshot) -> RenderedPaper:
    """Draw the badges."""
    from desktop.documents.badges import run

    return run.render(snapshot)
