"""Title, subject and the sections of the plan that are plain texts."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import WizardStep
from desktop.rules.case import Case
from desktop.rules.decree import SUBJECT_CELL, TEXT_CELL
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack_texts import Texts


def check_content(case: Case) -> Iterator[Finding]:
    """Look for empty texts, and for a title that does not name the form."""
    conference, form = case.conference, case.form
    if not conference.title.strip():
        yield Finding(
            code=FindingCode.TITLE_MISSING,
            severity=Severity.BINDING,
            step=WizardStep.CONTENT,
            field="title",
        )
    elif form is not None and form.name.casefold() not in conference.title.casefold():
        yield Finding(
            code=FindingCode.TITLE_WITHOUT_FORM,
            severity=Severity.ADVISORY,
            step=WizardStep.CONTENT,
            field="title",
            clause=form.clause,
            params={"form": form.name},
        )
    if not conference.subject.strip():
        yield Finding(
            code=FindingCode.SUBJECT_MISSING,
            severity=Severity.BINDING,
            step=WizardStep.CONTENT,
            field="subject",
            clause=SUBJECT_CELL,
        )
    texts = case.level.texts if case.level is not None else Texts()
    for field, clause in (
        ("bases", TEXT_CELL),
        ("purposes", texts.purposes.clause),
        ("requirements", texts.requirements.clause),
        ("tasks", texts.tasks.clause),
        ("movements", texts.movements.clause),
    ):
        yield from _empty(case, WizardStep.CONTENT, field, clause)


def check_composition(case: Case) -> Iterator[Finding]:
    """Look for a plan that does not say who takes part."""
    texts = case.level.texts if case.level is not None else Texts()
    yield from _empty(case, WizardStep.PARTICIPANTS, "composition", texts.composition.clause)


def check_assignments(case: Case) -> Iterator[Finding]:
    """Look for a plan that gives nobody anything to do."""
    texts = case.level.texts if case.level is not None else Texts()
    yield from _empty(case, WizardStep.COMMITTEES, "assignments", texts.duties.clause)


def check_budget(case: Case) -> Iterator[Finding]:
    """Look for a plan that does not say who pays."""
    texts = case.level.texts if case.level is not None else Texts()
    yield from _empty(case, WizardStep.ISSUE, "budget_source", texts.budget.clause)


def _empty(case: Case, step: WizardStep, field: str, clause: str) -> Iterator[Finding]:
    if not getattr(case.conference, field):
        yield Finding(
            code=FindingCode.SECTION_EMPTY,
            severity=Severity.ADVISORY,
            step=step,
            field=field,
            clause=clause,
        )
