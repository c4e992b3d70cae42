"""Unit, form, attendance, period, and what a form says of ordinal, theme and co-organisers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from db.records import WizardStep
from desktop.rules.case import Case
from desktop.rules.findings import Fact, Finding, FindingCode, Severity
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_event import Form
from desktop.rules.pack_part import Usage
from desktop.rules.pack_people import FixedAttendance, HoldingRule, ThresholdAttendance


def check_type(case: Case) -> Iterator[Finding]:
    """Hold the type of the conference against its level."""
    level = case.level
    if case.pack is not None:
        yield from _check_version(case, case.pack)
        yield from _check_validity(case, case.pack)
        yield from _check_unit(case, case.pack)
    if level is not None:
        yield from _check_exception(case)
        if level.holding is not None:
            is_asked = isinstance(level.attendance, ThresholdAttendance)
            yield from _check_holding(case, level.holding, is_asked=is_asked)
        if case.form is None:
            forms = "; ".join(form.name for form in level.forms)
            yield _type(
                FindingCode.FORM_UNKNOWN, Severity.BINDING, "form_id", level.clause, forms=forms
            )
        else:
            yield from _check_usages(case, case.form)
        yield from _check_attendance(case, level)
    elif case.conference.attendance is None:
        yield _type(FindingCode.ATTENDANCE_MISSING, Severity.ADVISORY, "attendance")
    for field in ("period", "next_period"):
        yield from _check_period(case, field)


def _check_version(case: Case, pack: RulePack) -> Iterator[Finding]:
    planned_under = case.conference.rule_pack_version
    if planned_under not in (0, pack.version):
        yield _type(
            FindingCode.RULES_OTHER_VERSION,
            Severity.ADVISORY,
            "rule_pack_id",
            planned_under=planned_under,
            version=pack.version,
        )


def _check_validity(case: Case, pack: RulePack) -> Iterator[Finding]:
    days = [session.day for session in case.main_sessions if session.day is not None]
    first, last = pack.validity.first or date.min, pack.validity.last or date.max
    if days and not first <= min(days) <= last:
        yield _type(
            FindingCode.RULES_NOT_VALID,
            Severity.ADVISORY,
            "rule_pack_id",
            day=min(days),
            first=pack.validity.first or "",
            last=pack.validity.last or "",
        )


def _check_unit(case: Case, pack: RulePack) -> Iterator[Finding]:
    unit_id = case.conference.unit_id
    unit = pack.unit(unit_id)
    if unit_id and (unit is None or unit.level != case.conference.level_id):
        yield _type(FindingCode.UNIT_UNKNOWN, Severity.ADVISORY, "unit_id")


def _check_exception(case: Case) -> Iterator[Finding]:
    """Say that an exception the conference counts on is not in the plan, or is not its unit's."""
    wanted = case.conference.exception_id
    if wanted and all(one.id != wanted for one in case.exceptions):
        yield _type(FindingCode.EXCEPTION_UNKNOWN, Severity.ADVISORY, "exception_id")


def _check_holding(case: Case, rule: HoldingRule, *, is_asked: bool) -> Iterator[Finding]:
    """Look whether the unit holds the event; its people are asked for once (`is_asked`)."""
    conference = case.conference
    staff = conference.staff_count
    unit = case.pack.unit(conference.unit_id) if case.pack is not None else None
    facts: dict[str, Fact] = {
        "unit": unit.name if unit is not None else conference.unit_id,
        "words": rule.words,
    }
    if rule.at_least and staff is None and not is_asked:
        yield _type(
            FindingCode.STAFF_COUNT_MISSING,
            Severity.ADVISORY,
            "staff_count",
            rule.clause,
            counted="",
            words=rule.words,
        )
    elif rule.at_least and staff is not None and staff < rule.at_least:
        yield _type(
            FindingCode.UNIT_HOLDS_NONE,
            Severity.BINDING,
            "staff_count",
            rule.clause,
            count=staff,
            limit=rule.at_least,
            **facts,
        )
    if rule.units and conference.unit_id not in rule.units:
        yield _type(FindingCode.UNIT_HOLDS_NONE, Severity.BINDING, "unit_id", rule.clause, **facts)


def _check_usages(case: Case, form: Form) -> Iterator[Finding]:
    conference = case.conference
    for usage, value, field, missing, unwanted in (
        (
            form.ordinal,
            conference.ordinal,
            "ordinal",
            FindingCode.ORDINAL_MISSING,
            FindingCode.ORDINAL_UNWANTED,
        ),
        (
            form.theme,
            conference.theme.strip(),
            "theme",
            FindingCode.THEME_MISSING,
            FindingCode.THEME_UNWANTED,
        ),
        (
            form.co_organisers,
            any(line.strip() for line in conference.co_organisers),
            "co_organisers",
            FindingCode.CO_ORGANISERS_MISSING,
            FindingCode.CO_ORGANISERS_UNWANTED,
        ),
    ):
        if usage is Usage.REQUIRED and not value:
            yield _type(missing, Severity.ADVISORY, field, form.clause, form=form.name)
        elif usage is Usage.NONE and value:
            yield _type(unwanted, Severity.ADVISORY, field, form.clause, form=form.name)


def _check_attendance(case: Case, level: Level) -> Iterator[Finding]:
    attendance, rule = case.conference.attendance, level.attendance
    staff = case.conference.staff_count
    if rule is None or isinstance(rule, FixedAttendance):
        wanted = rule.attendance if rule is not None else None
    elif staff is None:
        yield _type(
            FindingCode.STAFF_COUNT_MISSING,
            Severity.ADVISORY,
            "staff_count",
            rule.clause,
            counted=rule.counted,
            words=rule.words,
        )
        wanted = None
    else:
        wanted = rule.attendance(staff)
        if wanted is None:  # only at the threshold itself
            yield _type(
                FindingCode.ATTENDANCE_UNSAID,
                Severity.UNSAID,
                "attendance",
                rule.clause,
                count=staff,
                counted=rule.counted,
                chosen=attendance.value if attendance is not None else "",
                words=rule.words,
            )
    if attendance is None:
        yield _type(
            FindingCode.ATTENDANCE_MISSING,
            Severity.ADVISORY,
            "attendance",
            rule.clause if rule else "",
        )
    elif rule is not None and wanted is not None and attendance is not wanted:
        counted: dict[str, Fact] = {}
        if isinstance(rule, ThresholdAttendance) and staff is not None:
            counted["count"] = staff  # who allows an exception allows it for so many
        yield _type(
            FindingCode.ATTENDANCE_DIFFERS,
            Severity.BINDING,
            "attendance",
            rule.clause,
            words=rule.words,
            wanted=wanted.value,
            **counted,
        )


def _check_period(case: Case, field: str) -> Iterator[Finding]:
    period = getattr(case.conference, field)
    if period is None:
        yield _type(FindingCode.PERIOD_MISSING, Severity.ADVISORY, field)
    elif period.last_year < period.first_year:
        yield _type(
            FindingCode.PERIOD_REVERSED,
            Severity.ADVISORY,
            field,
            first=period.first_year,
            last=period.last_year,
        )


def _type(
    code: FindingCode, severity: Severity, field: str, clause: str = "", **params: Fact
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        step=WizardStep.TYPE,
        field=field,
        clause=clause,
        params=params,
    )
