"""Day, start, place, windows and the number of half-day sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from db.records import Session, WizardStep
from desktop.rules.case import Case, weight
from desktop.rules.findings import Fact, Finding, FindingCode, Severity
from desktop.rules.pack import Level
from desktop.rules.pack_event import PreparatoryRule, TaskKind
from desktop.rules.pack_part import Usage
from desktop.rules.windows import DatedWindow, EventWindow


def check_schedule(case: Case) -> Iterator[Finding]:
    """Hold the sessions against the plan's windows and length."""
    sessions = case.main_sessions
    if not sessions:
        yield _day_missing(case, "sessions")
    for session in sessions:
        yield from _check_session(case, session)
    yield from _check_length(case, len(sessions))
    if case.level is not None:
        yield from _check_events(case, case.level)
        if case.level.sessions is not None:
            yield from _check_preparatory(case, case.level.sessions.preparatory)
    yield from _check_appraisal(case)
    if not case.conference.venue.strip():
        yield _schedule(FindingCode.VENUE_MISSING, Severity.ADVISORY, "venue")
    for move in case.conference.moves:
        if not move.reason.strip():
            yield _schedule(FindingCode.MOVE_UNEXPLAINED, Severity.ADVISORY, f"moves:{move.id}")


def event_day(level: Level, chosen: dict[str, date], event: str) -> date | None:
    """Tell when another event is: as the officer says, else as the plan does."""
    planned = next((one.day for one in level.events if one.key == event), None)
    return chosen.get(event, planned)


def _day_missing(case: Case, field: str) -> Finding:
    windows = case.level.windows if case.level is not None else ()
    return _schedule(
        FindingCode.DAY_MISSING,
        Severity.ADVISORY,
        field,
        windows[0].clause if windows else "",
        words="; ".join(window.words for window in windows),
    )


def _check_session(case: Case, session: Session) -> Iterator[Finding]:
    field = f"sessions:{session.id}"
    if session.day is None:
        yield _day_missing(case, field)
    elif case.level is not None:
        chosen = _chosen_days(case)
        for window in case.level.windows:
            if isinstance(window, EventWindow):
                other = event_day(case.level, chosen, window.event)
                yield from _check_day_beside(case.level, session.day, window, other, field)
            else:
                yield from _check_day(session.day, window, field)
    if session.start is None:
        yield _schedule(FindingCode.START_MISSING, Severity.ADVISORY, field)


def _check_day(day: date, window: DatedWindow, field: str) -> Iterator[Finding]:
    span = window.span()
    if span.first is not None and day < span.first:
        code, edge = FindingCode.DAY_BEFORE_WINDOW, span.first
    elif span.last is not None and day > span.last:
        code, edge = FindingCode.DAY_AFTER_WINDOW, span.last
    else:
        return
    yield _schedule(
        code,
        weight(is_binding=window.is_binding),
        field,
        window.clause,
        day=day,
        edge=edge,
        words=window.words,
    )


def _check_day_beside(
    level: Level, day: date, window: EventWindow, other: date | None, field: str
) -> Iterator[Finding]:
    if other is None:
        return  # asked for once, not for each session
    span = window.span_beside(other)
    if span.first is not None and day < span.first:
        code, edge = FindingCode.DAY_TOO_EARLY_FOR_EVENT, span.first
    elif span.last is not None and day > span.last:
        code, edge = FindingCode.DAY_TOO_LATE_FOR_EVENT, span.last
    else:
        return
    yield _schedule(
        code,
        weight(is_binding=window.is_binding),
        field,
        window.clause,
        day=day,
        edge=edge,
        event=_event_name(level, window.event),
        event_day=other,
        words=window.words,
    )


def _check_events(case: Case, level: Level) -> Iterator[Finding]:
    chosen = _chosen_days(case)
    asked: set[str] = set()
    for window in level.windows:
        if not isinstance(window, EventWindow) or window.event in asked:
            continue
        asked.add(window.event)
        if event_day(level, chosen, window.event) is None:
            yield _schedule(
                FindingCode.EVENT_DAY_MISSING,
                Severity.ADVISORY,
                "event_days",
                window.clause,
                event=_event_name(level, window.event),
                words=window.words,
            )


def _check_preparatory(case: Case, rule: PreparatoryRule) -> Iterator[Finding]:
    sessions = case.preparatory_sessions
    facts: dict[str, Fact] = {"words": rule.words, "days": rule.days_before}
    if rule.usage is Usage.REQUIRED and not sessions:
        yield _schedule(
            FindingCode.PREPARATORY_MISSING, Severity.ADVISORY, "sessions", rule.clause, **facts
        )
    elif rule.usage is Usage.NONE and sessions:
        yield _schedule(
            FindingCode.PREPARATORY_UNWANTED,
            Severity.ADVISORY,
            f"sessions:{sessions[0].id}",
            rule.clause,
            **facts,
        )
    main = min((one.day for one in case.main_sessions if one.day is not None), default=None)
    if rule.usage is not Usage.REQUIRED or main is None:
        return
    for session in sessions:
        if session.day is not None and (main - session.day).days != rule.days_before:
            yield _schedule(
                FindingCode.PREPARATORY_DAY,
                Severity.ADVISORY,
                f"sessions:{session.id}",
                rule.clause,
                day=session.day,
                **facts,
            )


def _check_length(case: Case, count: int) -> Iterator[Finding]:
    rule = case.level.sessions if case.level is not None else None
    if rule is None or not count or rule.at_least <= count <= rule.at_most:
        return
    is_long = count > rule.at_most
    yield _schedule(
        FindingCode.SESSIONS_TOO_MANY if is_long else FindingCode.SESSIONS_TOO_FEW,
        weight(is_binding=rule.is_binding),
        "sessions",
        rule.clause,
        count=count,
        limit=rule.at_most if is_long else rule.at_least,
        words=rule.words,
    )


def _check_appraisal(case: Case) -> Iterator[Finding]:
    if TaskKind.APPRAISAL.value in case.conference.done_tasks:
        return
    for exception in case.exceptions:
        if exception.appraisal is not None:
            yield _schedule(
                FindingCode.APPRAISAL_PENDING,
                Severity.ADVISORY,
                "done_tasks",
                exception.appraisal.clause or exception.clause,
                addressee=exception.appraisal.addressee,
                commented_by=exception.appraisal.commented_by,
                words=exception.appraisal.words,
            )


def _chosen_days(case: Case) -> dict[str, date]:
    return {one.event: one.day for one in case.conference.event_days}


def _event_name(level: Level, event: str) -> str:
    return next((one.name for one in level.events if one.key == event), event)


def _schedule(
    code: FindingCode, severity: Severity, field: str, clause: str = "", **params: Fact
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        step=WizardStep.SCHEDULE,
        field=field,
        clause=clause,
        params=params,
    )
