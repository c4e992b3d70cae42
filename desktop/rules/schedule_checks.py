"""Day, start, place, windows and the number of half-day sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from db.records import Session, WizardStep
from desktop.rules.case import Case, weight
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.windows import Window


def check_schedule(case: Case) -> Iterator[Finding]:
    """Hold the sessions against the plan's windows and length."""
    sessions = case.main_sessions
    if not sessions:
        yield _day_missing(case, "sessions")
    for session in sessions:
        yield from _check_session(case, session)
    yield from _check_length(case, len(sessions))
    if not case.conference.venue.strip():
        yield Finding(
            code=FindingCode.VENUE_MISSING,
            severity=Severity.ADVISORY,
            step=WizardStep.SCHEDULE,
            field="venue",
        )


def _day_missing(case: Case, field: str) -> Finding:
    windows = case.level.windows if case.level is not None else ()
    return Finding(
        code=FindingCode.DAY_MISSING,
        severity=Severity.ADVISORY,
        step=WizardStep.SCHEDULE,
        field=field,
        clause=windows[0].clause if windows else "",
        params={"words": "; ".join(window.words for window in windows)},
    )


def _check_session(case: Case, session: Session) -> Iterator[Finding]:
    field = f"sessions:{session.id}"
    if session.day is None:
        yield _day_missing(case, field)
    else:
        for window in case.level.windows if case.level is not None else ():
            yield from _check_day(session.day, window, field)
    if session.start is None:
        yield Finding(
            code=FindingCode.START_MISSING,
            severity=Severity.ADVISORY,
            step=WizardStep.SCHEDULE,
            field=field,
        )


def _check_day(day: date, window: Window, field: str) -> Iterator[Finding]:
    span = window.span()
    if span.first is not None and day < span.first:
        code, edge = FindingCode.DAY_BEFORE_WINDOW, span.first
    elif span.last is not None and day > span.last:
        code, edge = FindingCode.DAY_AFTER_WINDOW, span.last
    else:
        return
    yield Finding(
        code=code,
        severity=weight(is_binding=window.is_binding),
        step=WizardStep.SCHEDULE,
        field=field,
        clause=window.clause,
        params={"day": day, "edge": edge, "words": window.words},
    )


def _check_length(case: Case, count: int) -> Iterator[Finding]:
    rule = case.level.sessions if case.level is not None else None
    if rule is None or not count or rule.at_least <= count <= rule.at_most:
        return
    is_long = count > rule.at_most
    yield Finding(
        code=FindingCode.SESSIONS_TOO_MANY if is_long else FindingCode.SESSIONS_TOO_FEW,
        severity=weight(is_binding=rule.is_binding),
        step=WizardStep.SCHEDULE,
        field="sessions",
        clause=rule.clause,
        params={
            "count": count,
            "limit": rule.at_most if is_long else rule.at_least,
            "words": rule.words,
        },
    )
