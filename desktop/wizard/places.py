"""Where on the pages a field of the conference stands."""

from __future__ import annotations

from typing import NamedTuple

from db.records import WizardStep
from desktop.documents.rendered import PaperProblem

_FIELDS: dict[WizardStep, tuple[str, ...]] = {
    WizardStep.TYPE: (
        "rule_pack_id",
        "level_id",
        "unit_id",
        "exception_id",
        "form_id",
        "staff_count",
        "attendance",
        "ordinal",
        "period",
        "next_period",
        "theme",
        "co_organisers",
    ),
    WizardStep.CONTENT: (
        "title",
        "subject",
        "bases",
        "introduction",
        "purposes",
        "requirements",
        "tasks",
        "movements",
    ),
    WizardStep.SCHEDULE: (
        *("venue", "address", "sessions", "event_days", "moves", "done_tasks"),
        *("hall", "doors", "seat_blocks", "hand_seats"),
    ),
    WizardStep.PARTICIPANTS: ("groups", "composition", "delegates", "list_order", "quotas"),
    WizardStep.PROGRAMME: ("programme", "speeches", "script"),
    WizardStep.COMMITTEES: ("presidium", "committee", "assignments"),
    WizardStep.ISSUE: (
        *("budget_source", "budget", "norms", "allowance"),
        *("recipients", "number", "issued_on", "signer_id"),
    ),
    WizardStep.REVIEW: ("decisions", "papers"),
    WizardStep.OUTCOME: (
        "attended",
        "awards",
        "upper_choice",
        "candidates",
        "strengths",
        "shortcomings",
        "lessons",
        "proposals",
    ),
}
_STEPS = {field: step for step, fields in _FIELDS.items() for field in fields}


class Place(NamedTuple):
    """A field of a step; a finding has the same two attributes."""

    step: WizardStep
    field: str


def place_of(problem: PaperProblem) -> Place | None:
    """Find the field that mends a problem; None where it is not on the conference's pages."""
    if problem.delegate_id:
        return Place(WizardStep.PARTICIPANTS, f"delegates:{problem.delegate_id}")
    step = _STEPS.get(problem.field.partition(":")[0])
    return Place(step, problem.field) if step else None
