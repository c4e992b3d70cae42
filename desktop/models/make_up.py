"""How many take part and of which kind, held beside what the plan allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from db.records import Conference, Delegate
from desktop.rules.counting import Headcount, count_delegates, count_targets
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack import Counted, Level, LimitRule, RulePack, ShareRule, fraction

_PLANNED = frozenset(
    (
        FindingCode.TARGETS_OVER_LIMIT,
        FindingCode.TARGETS_UNDER_LIMIT,
        FindingCode.TARGETS_SHARE_HIGH,
        FindingCode.TARGETS_SHARE_LOW,
    )
)
_LISTED = frozenset(
    (
        FindingCode.DELEGATES_OVER_LIMIT,
        FindingCode.DELEGATES_UNDER_LIMIT,
        FindingCode.DELEGATES_SHARE_HIGH,
        FindingCode.DELEGATES_SHARE_LOW,
    )
)


@dataclass(frozen=True)
class MakeUp:
    """One way of counting the participants.

    Attributes:
        heads: how many there are of each kind, in the order they are drawn.
        limit: the plan's number and how many count towards it.
        share: the plan's share, how many count towards it, and of how many.
        severity: how much what the rules find about these numbers weighs.
    """

    heads: tuple[tuple[Counted, int], ...]
    limit: tuple[LimitRule, int] | None
    share: tuple[ShareRule, int, int] | None
    severity: Severity | None = None

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(count for _, count in self.heads)

    @property
    def full(self) -> int:
        """How many a bar has to have room for."""
        return max(self.total, self.limit[0].value if self.limit else 0)

    @property
    def wanted_heads(self) -> Fraction | None:
        """How many heads the plan's share is of those there are."""
        return fraction(self.share[0].share) * self.share[2] if self.share else None


def planned(conference: Conference, pack: RulePack | None, findings: Sequence[Finding]) -> MakeUp:
    """Count the targets of the groups."""
    heads = count_targets(conference)
    return _make_up(heads, _level(conference, pack), _worst(findings, _PLANNED))


def listed(
    conference: Conference,
    delegates: Sequence[Delegate],
    pack: RulePack | None,
    findings: Sequence[Finding],
) -> MakeUp:
    """Count the people on the list."""
    heads = count_delegates(conference, delegates)
    return _make_up(heads, _level(conference, pack), _worst(findings, _LISTED))


def _worst(findings: Sequence[Finding], codes: frozenset[FindingCode]) -> Severity | None:
    found = {one.severity for one in findings if one.code in codes}
    return next((severity for severity in Severity if severity in found), None)


def _level(conference: Conference, pack: RulePack | None) -> Level | None:
    return pack.level(conference.level_id) if pack else None


def _make_up(heads: Headcount, level: Level | None, severity: Severity | None) -> MakeUp:
    limit = level.limits[0] if level and level.limits else None
    share = level.shares[0] if level and level.shares else None
    return MakeUp(
        heads=tuple((kind, heads.of((kind,))) for kind in Counted),
        limit=(limit, heads.of(limit.counts)) if limit else None,
        share=(share, heads.of(share.counts), heads.of(share.base)) if share else None,
        severity=severity,
    )
