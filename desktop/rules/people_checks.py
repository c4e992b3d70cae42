"""Who must be there, what each must be, and the places of the units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from db.records import WizardStep
from desktop.rules.case import Case, weight
from desktop.rules.findings import Fact, Finding, FindingCode, Severity
from desktop.rules.pack_people import EligibilityRule, PresenceNeed, PresenceRule, QuotaRule
from desktop.rules.quotas import places_of
from desktop.rules.unit_names import unit_key

_NAMED = 3  # people named in one finding; the others are counted


def check_people(case: Case) -> Iterator[Finding]:
    """Hold the participants against presence, eligibility and quotas."""
    if case.level is None:
        return
    for presence in case.level.presence:
        yield from _check_presence(case, presence)
    for rule in case.level.eligibility:
        yield from _check_eligibility(case, rule)
    for quota in case.level.quotas:
        yield from _check_quota(case, quota)


def _check_presence(case: Case, rule: PresenceRule) -> Iterator[Finding]:
    """Look at the list; while there is none, at the groups, which must leave room."""
    if rule.need is not PresenceNeed.AT_LEAST:
        return
    heads, field = (case.listed, "delegates") if case.delegates else (case.planned, "groups")
    if not heads.can_count(rule.counts) or not heads.is_complete:
        return
    count = heads.of(rule.counts)
    if count < rule.at_least:
        yield _participants(
            FindingCode.DELEGATES_ABSENT,
            weight(is_binding=rule.is_binding),
            field,
            rule.clause,
            count=count,
            limit=rule.at_least,
            counts=case.named(rule.counts),
            words=rule.words,
        )


def _check_eligibility(case: Case, rule: EligibilityRule) -> Iterator[Finding]:
    listed = case.listed
    if not listed.can_count((*rule.of, *rule.any_of)):
        return
    fits = {person.id for person in listed.people_of(rule.any_of)}
    others = [person for person in listed.people_of(rule.of) if person.id not in fits]
    if others:
        yield _participants(
            FindingCode.DELEGATES_NOT_ELIGIBLE,
            weight(is_binding=rule.is_binding),
            f"delegates:{others[0].id}",
            rule.clause,
            count=len(others),
            names=", ".join(person.name for person in others[:_NAMED]),
            counts=case.named(rule.any_of),
            words=rule.words,
        )


def _check_quota(case: Case, rule: QuotaRule) -> Iterator[Finding]:
    """Look at the list by the names of units; units of one name share their places."""
    if not case.delegates or case.pack is None:
        return
    typed: dict[str, str] = {}
    sent: Counter[str] = Counter()
    for person in case.listed.people_of(rule.counts):
        unit = unit_key(person.unit)
        typed.setdefault(unit, person.unit.strip())
        sent[unit] += 1
    names = {unit.id: unit.name for unit in case.pack.units}
    places: Counter[str] = Counter()
    for unit_id, own in places_of(rule).items():
        name = names.get(unit_id, unit_id)
        typed[unit_key(name)] = name
        places[unit_key(name)] += own
    for unit, allotted in places.items():
        count = sent.pop(unit, 0)
        if count == allotted:
            continue
        is_over = count > allotted
        yield _participants(
            FindingCode.QUOTA_OVER if is_over else FindingCode.QUOTA_UNDER,
            weight(is_binding=rule.is_binding and is_over),
            "delegates",
            rule.clause,
            unit=typed[unit],
            count=count,
            places=allotted,
            words=rule.words,
        )
    for unit, count in sorted(sent.items()):
        yield _participants(
            FindingCode.QUOTA_UNIT_UNKNOWN,
            Severity.ADVISORY,
            "delegates",
            rule.clause,
            unit=typed[unit],
            count=count,
            words=rule.words,
        )


def _participants(
    code: FindingCode, severity: Severity, field: str, clause: str, **params: Fact
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        step=WizardStep.PARTICIPANTS,
        field=field,
        clause=clause,
        params=params,
    )
