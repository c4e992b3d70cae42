"""What the plan needs before it can be issued: number, date, signer, recipients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from db.records import Office, Signer, SigningForm, WizardStep
from desktop.rules.case import Case
from desktop.rules.deadlines import CountedDays, dated_kinds
from desktop.rules.decree import AUTHORITY_CELL, DATE_CELL, NUMBER_CELL, RECIPIENTS_CELL
from desktop.rules.findings import Fact, Finding, FindingCode, Severity
from desktop.rules.pack_event import TaskKind

# a People's Committee decides as a body; both spellings of its first syllable are in use
_COLLECTIVES = ("ủy ban nhân dân", "uỷ ban nhân dân")
_SIGNS_ITSELF = (SigningForm.HEAD, SigningForm.ON_BEHALF, SigningForm.ACTING, SigningForm.FOR_HEAD)


def check_issue(case: Case) -> Iterator[Finding]:
    """Look for what is missing on the plan's first and last page."""
    conference = case.conference
    if not any(line.strip() for line in conference.recipients):
        yield _issue(
            FindingCode.RECIPIENTS_MISSING, Severity.BINDING, "recipients", RECIPIENTS_CELL
        )
    elif not any(_is_archive_line(line) for line in conference.recipients):
        yield _issue(
            FindingCode.ARCHIVE_LINE_MISSING, Severity.ADVISORY, "recipients", RECIPIENTS_CELL
        )
    if conference.number is None:
        yield _issue(FindingCode.NUMBER_MISSING, Severity.ADVISORY, "number", NUMBER_CELL)
    yield from _check_issue_date(case)
    yield from _check_signer(case)


def _is_archive_line(line: str) -> bool:
    return line.strip().lstrip("- ").casefold().startswith("lưu: vt")


def _check_issue_date(case: Case) -> Iterator[Finding]:
    issued_on = case.conference.issued_on
    if issued_on is None:
        yield _issue(FindingCode.ISSUE_DATE_MISSING, Severity.ADVISORY, "issued_on", DATE_CELL)
        return
    days = [session.day for session in case.main_sessions if session.day is not None]
    if days and issued_on > min(days):
        yield _issue(
            FindingCode.ISSUED_TOO_LATE,
            Severity.ADVISORY,
            "issued_on",
            issued_on=issued_on,
            day=min(days),
        )
    yield from _check_deadline(case, issued_on)


def _check_deadline(case: Case, issued_on: date) -> Iterator[Finding]:
    """Look whether the plan can still reach its addressee in time."""
    rule = dated_kinds(case.level).get(TaskKind.PLAN)
    last = CountedDays(case.conference, case.level).due(rule) if rule is not None else None
    if rule is not None and last is not None and issued_on > last:
        yield _issue(
            FindingCode.ISSUED_AFTER_DEADLINE,
            Severity.ADVISORY,
            "issued_on",
            rule.clause,
            issued_on=issued_on,
            last=last,
            words=rule.words,
        )


def _check_signer(case: Case) -> Iterator[Finding]:
    signer_id, office = case.conference.signer_id, case.office
    signers = office.signers if office is not None else ()
    signer = next((one for one in signers if one.id == signer_id), None)
    if not signer_id or (office is not None and signer is None):
        yield _issue(FindingCode.SIGNER_MISSING, Severity.BINDING, "signer_id", AUTHORITY_CELL)
    elif office is not None and signer is not None and _lacks_collective(office, signer):
        yield _issue(
            FindingCode.SIGNER_WITHOUT_COLLECTIVE,
            Severity.ADVISORY,
            "signer_id",
            AUTHORITY_CELL,
            office=office.name,
            signer=signer.name,
        )


def _lacks_collective(office: Office, signer: Signer) -> bool:
    decides_as_a_body = office.issuer.casefold().replace("\n", " ").startswith(_COLLECTIVES)
    if not decides_as_a_body or signer.form not in _SIGNS_ITSELF:
        return False
    return signer.form is SigningForm.HEAD or not signer.collective.strip()


def _issue(
    code: FindingCode, severity: Severity, field: str, clause: str = "", **params: Fact
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        step=WizardStep.ISSUE,
        field=field,
        clause=clause,
        params=params,
    )
