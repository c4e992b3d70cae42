"""Limits and shares of participants, counted once as planned and once as listed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from db.records import WizardStep
from desktop.rules.case import Case, weight
from desktop.rules.counting import Headcount, count_by_group
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack_part import Bound, Share, fraction
from desktop.rules.pack_people import LimitRule, ShareRule


class _Reckoning(Struct, frozen=True, kw_only=True):
    """One way of counting, and what its findings are called."""

    heads: Headcount
    field: str
    over: FindingCode
    under: FindingCode
    high: FindingCode
    low: FindingCode


def check_numbers(case: Case) -> Iterator[Finding]:
    """Hold the targets, and the people listed where there are any, against limits and shares."""
    yield from _check_groups(case)
    attendance = case.conference.attendance
    for reckoning in _reckonings(case):
        for limit in case.level.limits if case.level is not None else ():
            if limit.attendance in (None, attendance):
                yield from _check_limit(case, reckoning, limit)
        for share in case.level.shares if case.level is not None else ():
            if share.attendance in (None, attendance):
                yield from _check_share(case, reckoning, share)


def _reckonings(case: Case) -> Iterator[_Reckoning]:
    yield _Reckoning(
        heads=case.planned,
        field="groups",
        over=FindingCode.TARGETS_OVER_LIMIT,
        under=FindingCode.TARGETS_UNDER_LIMIT,
        high=FindingCode.TARGETS_SHARE_HIGH,
        low=FindingCode.TARGETS_SHARE_LOW,
    )
    if case.delegates:
        yield _Reckoning(
            heads=case.listed,
            field="delegates",
            over=FindingCode.DELEGATES_OVER_LIMIT,
            under=FindingCode.DELEGATES_UNDER_LIMIT,
            high=FindingCode.DELEGATES_SHARE_HIGH,
            low=FindingCode.DELEGATES_SHARE_LOW,
        )


def _check_limit(case: Case, reckoning: _Reckoning, rule: LimitRule) -> Iterator[Finding]:
    if rule.value is None or not reckoning.heads.can_count(rule.counts):
        return
    count = reckoning.heads.of(rule.counts)
    slack = rule.tolerance if rule.bound is Bound.ABOUT else 0
    least, most = rule.value - slack, rule.value + slack
    if count > most and rule.bound is not Bound.AT_LEAST:
        code, limit = reckoning.over, most
    elif count < least and rule.bound is not Bound.AT_MOST and reckoning.heads.is_complete:
        code, limit = reckoning.under, least
    else:
        return
    yield Finding(
        code=code,
        severity=weight(is_binding=rule.is_binding),
        step=WizardStep.PARTICIPANTS,
        field=reckoning.field,
        clause=rule.clause,
        params={
            "count": count,
            "limit": limit,
            "counts": case.named(rule.counts),
            "words": rule.words,
        },
    )


def _check_share(case: Case, reckoning: _Reckoning, rule: ShareRule) -> Iterator[Finding]:
    heads = reckoning.heads
    if not heads.is_complete or not heads.can_count((*rule.counts, *rule.base)):
        return
    count, base = heads.share_of(rule.counts, rule.base), heads.of(rule.base)
    if not base:
        return
    least, most = heads_allowed(rule.share, rule.bound, base, rule.tolerance)
    if count > most and rule.bound is not Bound.AT_LEAST:  # groups beside the base may exceed it
        code = reckoning.high
    elif count < least:
        code = reckoning.low
    else:
        return
    yield Finding(
        code=code,
        severity=weight(is_binding=rule.is_binding),
        step=WizardStep.PARTICIPANTS,
        field=reckoning.field,
        clause=rule.clause,
        params={
            "count": count,
            "base": base,
            "counts": case.named(rule.counts),
            "based_on": case.named(rule.base),
            "least": least,
            "most": most,
            "words": rule.words,
        },
    )


def heads_allowed(
    share: Share, bound: Bound, base: int, tolerance: Share = "0%"
) -> tuple[int, int]:
    """Tell the fewest and the most heads of a base that agree with a share of it.

    At most and at least leave the other end open. Where no whole number of heads hits a share
    that is to be met, the nearest on either side will do.
    """
    wanted = fraction(share) * base
    slack = fraction(tolerance) * base if bound is Bound.ABOUT else Fraction(0)
    least, most = math.ceil(wanted - slack), math.floor(wanted + slack)
    if most < least and bound in (Bound.ABOUT, Bound.EXACTLY):
        least, most = math.floor(wanted), math.ceil(wanted)
    if bound is Bound.AT_MOST:
        return 0, most
    if bound is Bound.AT_LEAST:
        return least, max(base, least)
    return max(least, 0), min(most, base)


def _check_groups(case: Case) -> Iterator[Finding]:
    groups = case.conference.groups
    if not groups:
        yield Finding(
            code=FindingCode.GROUPS_MISSING,
            severity=Severity.ADVISORY,
            step=WizardStep.PARTICIPANTS,
            field="groups",
        )
    listed = count_by_group(case.delegates)
    for group in groups:
        count = listed.get(group.id, 0)
        if group.target is None:
            yield Finding(
                code=FindingCode.TARGET_MISSING,
                severity=Severity.ADVISORY,
                step=WizardStep.PARTICIPANTS,
                field=f"groups:{group.id}",
                params={"group": group.name},
            )
        elif count > group.target:
            yield Finding(
                code=FindingCode.DELEGATES_OVER_TARGET,
                severity=Severity.ADVISORY,
                step=WizardStep.PARTICIPANTS,
                field=f"groups:{group.id}",
                params={"group": group.name, "count": count, "target": group.target},
            )
    ungrouped = len(case.delegates) - sum(listed.get(group.id, 0) for group in groups)
    if ungrouped:
        yield Finding(
            code=FindingCode.DELEGATES_UNGROUPED,
            severity=Severity.ADVISORY,
            step=WizardStep.PARTICIPANTS,
            field="delegates",
            params={"count": ungrouped},
        )
