"""Form, attendance and period."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import WizardStep
from desktop.rules.case import Case
from desktop.rules.findings import Finding, FindingCode, Severity


def check_type(case: Case) -> Iterator[Finding]:
    """Hold the type of the conference against its level."""
    conference, level = case.conference, case.level
    if level is not None:
        if case.form is None:
            yield Finding(
                code=FindingCode.FORM_UNKNOWN,
                severity=Severity.BINDING,
                step=WizardStep.TYPE,
                field="form_id",
                clause=level.clause,
                params={"forms": "; ".join(form.name for form in level.forms)},
            )
        yield from _check_attendance(case)
    for field in ("period", "next_period"):
        period = getattr(conference, field)
        if period is None:
            yield Finding(
                code=FindingCode.PERIOD_MISSING,
                severity=Severity.ADVISORY,
                step=WizardStep.TYPE,
                field=field,
            )
        elif period.last_year < period.first_year:
            yield Finding(
                code=FindingCode.PERIOD_REVERSED,
                severity=Severity.ADVISORY,
                step=WizardStep.TYPE,
                field=field,
                params={"first": period.first_year, "last": period.last_year},
            )


def _check_attendance(case: Case) -> Iterator[Finding]:
    attendance, rule = case.conference.attendance, case.level and case.level.attendance
    if attendance is None:
        yield Finding(
            code=FindingCode.ATTENDANCE_MISSING,
            severity=Severity.ADVISORY,
            step=WizardStep.TYPE,
            field="attendance",
            clause=rule.clause if rule else "",
        )
    elif rule and attendance is not rule.attendance:
        yield Finding(
            code=FindingCode.ATTENDANCE_DIFFERS,
            severity=Severity.BINDING,
            step=WizardStep.TYPE,
            field="attendance",
            clause=rule.clause,
            params={"words": rule.words, "wanted": rule.attendance.value},
        )
