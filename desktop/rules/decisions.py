"""Decisions about findings: answers where the plan is silent, overrides of what binds.

A decision settles its finding only while the finding says the same: when a number grows beyond
what was allowed, it is open again.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from db.records import Conference, Decision
from desktop.rules.decree import cites_decree
from desktop.rules.findings import Finding, Severity

_WORDS = "words"  # of the plan; a new version of a pack may shorten them differently
_NAMING = frozenset(("unit", "group", "key", "name"))  # facts that tell findings of a code apart


def can_be_decided(finding: Finding) -> bool:
    """Tell whether an officer may decide about it instead of mending it.

    Advice needs no decision, and what the decree or the program asks for has none above it.
    """
    if finding.severity is Severity.UNSAID:
        return True
    is_of_the_plan = bool(finding.clause) and not cites_decree(finding.clause)
    return finding.severity is Severity.BINDING and is_of_the_plan


def needs_approver(finding: Finding) -> bool:
    """Tell whether somebody above has to allow it: an override of a binding rule."""
    return finding.severity is Severity.BINDING


def facts_of(finding: Finding) -> str:
    """Write what a finding says, to be compared with what it says later."""
    facts = sorted((name, value) for name, value in finding.params.items() if name != _WORDS)
    return "; ".join(f"{name}={value}" for name, value in facts)


def decide(conference: Conference, finding: Finding, decision: Decision) -> Conference:
    """Put a decision about a finding in the place of any earlier one about the same."""
    others = tuple(one for one in conference.decisions if not _is_about(one, finding))
    made = msgspec.structs.replace(
        decision,
        code=finding.code.value,
        field=finding.field,
        clause=finding.clause,
        facts=facts_of(finding),
        words=str(finding.params.get(_WORDS, "")),
    )
    return msgspec.structs.replace(conference, decisions=(*others, made))


def withdraw(conference: Conference, finding: Finding) -> Conference:
    """Take back what was decided about a finding."""
    kept = tuple(one for one in conference.decisions if not _is_about(one, finding))
    return msgspec.structs.replace(conference, decisions=kept)


def decision_about(conference: Conference, finding: Finding) -> Decision | None:
    """Find what was decided about a finding, for what it says now or for what it said before."""
    about = [one for one in conference.decisions if _is_about(one, finding)]
    return about[-1] if about else None


def _is_about(decision: Decision, finding: Finding) -> bool:
    if (decision.code, decision.field, decision.clause) != _place(finding):
        return False
    # one field may break one clause several times: for each unit, for each missing item
    names = _NAMING & finding.params.keys()
    return all(f"{name}={finding.params[name]}" in decision.facts.split("; ") for name in names)


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.code.value, finding.field, finding.clause


def settled(findings: Iterable[Finding], decisions: Iterable[Decision]) -> tuple[Finding, ...]:
    """Mark the findings that a decision settles."""
    known: dict[tuple[str, ...], Decision] = {
        (one.code, one.field, one.clause, one.facts): one for one in decisions if one.reason.strip()
    }
    return tuple(_settled(finding, known) for finding in findings)


def _settled(finding: Finding, known: dict[tuple[str, ...], Decision]) -> Finding:
    if not known or not can_be_decided(finding):
        return finding
    decision = known.get((*_place(finding), facts_of(finding)))
    if decision is None or (needs_approver(finding) and not decision.approver.strip()):
        return finding
    return msgspec.structs.replace(finding, decision_id=decision.id)


def in_force(findings: Iterable[Finding], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """List the decisions that settle something, in their order; others are no longer needed."""
    used = {finding.decision_id for finding in findings}
    return tuple(one for one in decisions if one.id in used)
