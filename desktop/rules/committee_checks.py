"""Who presides and who prepares."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import Conference, PresidiumMember, PresidiumRole, WizardStep
from desktop.rules.case import Case, weight
from desktop.rules.findings import Fact, Finding, FindingCode, Severity
from desktop.rules.number_checks import heads_allowed
from desktop.rules.pack_event import CommitteeRule, PresidiumRule


def check_committees(case: Case) -> Iterator[Finding]:
    """Hold presidium and organising committee against the plan."""
    level = case.level
    if level is not None and level.presidium is not None:
        yield from _check_presidium(case, level.presidium)
    if level is not None and level.committee is not None:
        yield from _check_subcommittees(case, level.committee)


def seated(conference: Conference) -> tuple[PresidiumMember, ...]:
    """List the members of the presidium; the secretaries sit beside it, not in it."""
    return tuple(one for one in conference.presidium if one.role is not PresidiumRole.SECRETARY)


def _check_presidium(case: Case, rule: PresidiumRule) -> Iterator[Finding]:
    members = seated(case.conference)
    count = len(members)
    facts: dict[str, Fact] = {"name": rule.name, "words": rule.words}
    if not count:
        yield _committees(
            FindingCode.PRESIDIUM_MISSING, Severity.ADVISORY, "presidium", rule.clause, **facts
        )
        return
    severity = weight(is_binding=rule.is_binding)
    facts["count"] = count
    if rule.at_least is not None and count < rule.at_least:
        yield _committees(
            FindingCode.PRESIDIUM_TOO_FEW,
            severity,
            "presidium",
            rule.clause,
            limit=rule.at_least,
            **facts,
        )
    if rule.at_most is not None and count > rule.at_most:
        yield _committees(
            FindingCode.PRESIDIUM_TOO_MANY,
            severity,
            "presidium",
            rule.clause,
            limit=rule.at_most,
            **facts,
        )
    if rule.share is None:
        return
    exemplars = sum(one.is_exemplar for one in members)
    least, most = heads_allowed(rule.share, rule.share_bound, count)
    if not least <= exemplars <= most:
        is_low = exemplars < least
        yield _committees(
            FindingCode.PRESIDIUM_SHARE_LOW if is_low else FindingCode.PRESIDIUM_SHARE_HIGH,
            severity,
            "presidium",
            rule.clause,
            exemplars=exemplars,
            limit=least if is_low else most,
            **facts,
        )


def _check_subcommittees(case: Case, rule: CommitteeRule) -> Iterator[Finding]:
    committee = case.conference.committee
    if not committee:
        return  # a plan may leave the names to the decision that follows it
    present = {" ".join(one.subcommittee.casefold().split()) for one in committee}
    for name in rule.subcommittees:
        if " ".join(name.casefold().split()) not in present:
            yield _committees(
                FindingCode.SUBCOMMITTEE_MISSING,
                weight(is_binding=rule.is_binding),
                "committee",
                rule.clause,
                name=name,
                words=rule.words,
            )


def _committees(
    code: FindingCode, severity: Severity, field: str, clause: str, **params: Fact
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        step=WizardStep.COMMITTEES,
        field=field,
        clause=clause,
        params=params,
    )
