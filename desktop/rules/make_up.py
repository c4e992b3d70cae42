"""How many take part and of which kind, held beside what the plan allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from db.records import Conference, Delegate
from desktop.rules.case import named
from desktop.rules.counting import Headcount, count_delegates, count_targets
from desktop.rules.effective import level_of
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_part import fraction
from desktop.rules.pack_people import CountedKind, LimitRule, PresenceRule, ShareRule

_PLANNED = frozenset(
    (
        FindingCode.TARGETS_OVER_LIMIT,
        FindingCode.TARGETS_UNDER_LIMIT,
        FindingCode.TARGETS_SHARE_HIGH,
        FindingCode.TARGETS_SHARE_LOW,
        FindingCode.DELEGATES_ABSENT,
    )
)
_LISTED = frozenset(
    (
        FindingCode.DELEGATES_OVER_LIMIT,
        FindingCode.DELEGATES_UNDER_LIMIT,
        FindingCode.DELEGATES_SHARE_HIGH,
        FindingCode.DELEGATES_SHARE_LOW,
        FindingCode.DELEGATES_ABSENT,
    )
)
_EVERYBODY = frozenset((CountedKind.EXEMPLAR.value, CountedKind.GUEST.value))


@dataclass(frozen=True)
class Measure:
    """One rule about numbers, and the numbers as they are.

    Attributes:
        count: of those the rule counts.
        base: what a share is taken of; 0 for other rules.
        counted, based_on: whom, as `desktop.rules.case.named` writes them.
        severity: how much what the rules find here weighs; None also where it was decided about.
    """

    rule: LimitRule | ShareRule | PresenceRule
    count: int
    counted: str
    base: int = 0
    based_on: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class MakeUp:
    """One way of counting the participants.

    Attributes:
        heads: how many there are of each kind, in the order they are drawn.
        measures: what the plan says of numbers, as far as it can be counted this way.
    """

    heads: tuple[tuple[CountedKind, int], ...]
    measures: tuple[Measure, ...] = ()

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(count for _, count in self.heads)

    @property
    def limit(self) -> int | None:
        """The plan's number for all who take part, if it gives one."""
        for measure in self.measures:
            if isinstance(measure.rule, LimitRule) and set(measure.rule.counts) >= _EVERYBODY:
                return measure.rule.value
        return None

    @property
    def full(self) -> int:
        """How many a bar has to have room for."""
        return max(self.total, self.limit or 0)

    @property
    def exemplars_wanted(self) -> tuple[Fraction, Fraction] | None:
        """How many heads the plan's share of exemplars is of those there are, and the share."""
        for measure in self.measures:
            rule = measure.rule
            if isinstance(rule, ShareRule) and rule.counts == (CountedKind.EXEMPLAR,):
                share = fraction(rule.share)
                return (share * measure.base, share) if measure.base else None
        return None

    @property
    def severity(self) -> Severity | None:
        """How much the worst of what the rules find here weighs."""
        found = {measure.severity for measure in self.measures}
        return next((severity for severity in Severity if severity in found), None)


def planned(conference: Conference, pack: RulePack | None, findings: Sequence[Finding]) -> MakeUp:
    """Count the targets of the groups."""
    heads = count_targets(conference, pack.traits if pack else ())
    return _make_up(conference, heads, pack, _open_ones(findings, _PLANNED, "groups"))


def listed(
    conference: Conference,
    delegates: Sequence[Delegate],
    pack: RulePack | None,
    findings: Sequence[Finding],
    headcount: Headcount | None = None,
) -> MakeUp:
    """Count the people on the list, unless they are counted already."""
    heads = headcount or count_delegates(conference, delegates, pack.traits if pack else ())
    return _make_up(conference, heads, pack, _open_ones(findings, _LISTED, "delegates"))


def _open_ones(
    findings: Sequence[Finding], codes: frozenset[FindingCode], field: str
) -> list[Finding]:
    """Pick the findings about one way of counting that nobody has decided about."""
    return [
        one for one in findings if one.code in codes and one.field == field and not one.decision_id
    ]


def _make_up(
    conference: Conference, heads: Headcount, pack: RulePack | None, findings: Sequence[Finding]
) -> MakeUp:
    level = level_of(conference, pack)
    return MakeUp(
        heads=tuple((kind, heads.of((kind.value,))) for kind in CountedKind),
        measures=tuple(_measure(rule, heads, level, pack, findings) for rule in rules)
        if level is not None and (rules := _rules(conference, level, heads))
        else (),
    )


def _rules(
    conference: Conference, level: Level, heads: Headcount
) -> list[LimitRule | ShareRule | PresenceRule]:
    numbers: list[LimitRule | ShareRule] = [*level.limits, *level.shares]
    rules: list[LimitRule | ShareRule | PresenceRule] = [
        rule for rule in numbers if rule.attendance in (None, conference.attendance)
    ]
    return [rule for rule in [*rules, *level.presence] if heads.can_count(_names(rule))]


def _names(rule: LimitRule | ShareRule | PresenceRule) -> tuple[str, ...]:
    return (*rule.counts, *rule.base) if isinstance(rule, ShareRule) else rule.counts


def _measure(
    rule: LimitRule | ShareRule | PresenceRule,
    heads: Headcount,
    level: Level,
    pack: RulePack | None,
    findings: Sequence[Finding],
) -> Measure:
    traits = pack.traits if pack else ()
    base = rule.base if isinstance(rule, ShareRule) else ()
    return Measure(
        rule=rule,
        count=heads.share_of(rule.counts, base) if base else heads.of(rule.counts),
        counted=named(rule.counts, level, traits),
        base=heads.of(base),
        based_on=named(base, level, traits),
        severity=next(
            (
                one.severity
                for one in findings
                if one.clause == rule.clause and one.params.get("words") == rule.words
            ),
            None,
        ),
    )
