"""What a plan, and the form of official papers, say of a conference."""

from __future__ import annotations

from collections.abc import Iterable

from db.records import Conference, ConferenceFile, Delegate, Office, WizardStep
from desktop.rules.case import Case
from desktop.rules.committee_checks import check_committees
from desktop.rules.counting import Headcount, count_delegates, count_targets
from desktop.rules.decisions import settled
from desktop.rules.effective import exceptions_of, level_of
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.issue_checks import check_issue
from desktop.rules.number_checks import check_numbers
from desktop.rules.pack import RulePack
from desktop.rules.people_checks import check_people
from desktop.rules.programme_checks import check_programme
from desktop.rules.schedule_checks import check_schedule
from desktop.rules.text_checks import (
    check_assignments,
    check_budget,
    check_composition,
    check_content,
)
from desktop.rules.texts import text_values
from desktop.rules.type_checks import check_type

_CHECKS = (  # in the order of the wizard's pages
    check_type,
    check_content,
    check_schedule,
    check_composition,
    check_numbers,
    check_people,
    check_programme,
    check_committees,
    check_assignments,
    check_budget,
    check_issue,
)


def check(
    conference: Conference,
    delegates: Iterable[Delegate],
    pack: RulePack | None,
    office: Office | None = None,
    headcount: Headcount | None = None,
) -> tuple[Finding, ...]:
    """List the findings in the order of the wizard's pages, those settled by a decision too.

    Args:
        conference: as it stands.
        delegates: on its list.
        pack: None where the conference follows no plan, or its plan is not installed.
        office: without it, nothing is said of its signers but that none was chosen.
        headcount: of the delegates, where they are counted already.
    """
    own_level = pack.level(conference.level_id) if pack is not None else None
    level = level_of(conference, pack)
    form = level.form(conference.form_id) if level is not None else None
    people = tuple(delegates)
    traits = pack.traits if pack is not None else ()
    case = Case(
        conference=conference,
        delegates=people,
        pack=pack,
        level=level,
        exceptions=exceptions_of(conference, own_level) if own_level is not None else (),
        form=form,
        office=office,
        planned=count_targets(conference, traits),
        listed=headcount or count_delegates(conference, people, traits),
        values=text_values(conference, pack, office, form) if pack is not None else {},
    )
    findings = [finding for one_check in _CHECKS for finding in one_check(case)]
    if pack is None:
        findings.insert(0, _without_rules(FindingCode.RULES_MISSING, "rule_pack_id"))
    elif level is None:
        findings.insert(0, _without_rules(FindingCode.LEVEL_UNKNOWN, "level_id"))
    return settled(findings, conference.decisions)


def check_file(file: ConferenceFile, pack: RulePack | None) -> tuple[Finding, ...]:
    """List the findings of a conference file."""
    return check(file.conference, file.delegates, pack, file.office)


def _without_rules(code: FindingCode, field: str) -> Finding:
    return Finding(code=code, severity=Severity.BINDING, step=WizardStep.TYPE, field=field)
