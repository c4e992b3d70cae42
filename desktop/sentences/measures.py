"""What a gauge says of one number: how many, of how many, and what the plan wants."""

from __future__ import annotations

from fractions import Fraction

from db.records import Conference
from desktop.language import tr
from desktop.rules.committee_checks import seated
from desktop.rules.findings import Severity
from desktop.rules.make_up import Measure
from desktop.rules.pack_event import PresidiumRule
from desktop.rules.pack_part import Bound, fraction
from desktop.rules.pack_people import CountedKind, LimitRule, PresenceNeed, PresenceRule, ShareRule
from desktop.sentences.counted import counted_words

_SIGNS = {Severity.BINDING: "✖ ", Severity.ADVISORY: "▲ ", Severity.UNSAID: "? "}
_EVERYBODY = frozenset((CountedKind.EXEMPLAR.value, CountedKind.GUEST.value))


def measure_words(measure: Measure) -> str:
    """Say one number beside the plan's; a share of nobody says nothing."""
    rule = measure.rule
    if isinstance(rule, LimitRule):
        words = _limit(measure, rule)
    elif isinstance(rule, ShareRule):
        words = _share(measure, rule)
    else:
        words = _presence(measure, rule)
    sign = _SIGNS[measure.severity] if measure.severity is not None else ""
    return f"{sign}{words}" if words else ""


def presidium_words(rule: PresidiumRule, conference: Conference) -> str:
    """Say how many preside, and what the plan wants."""
    members = seated(conference)
    return tr(
        "{name}: {count} members, {exemplars} of them exemplars. The plan says: {words} ({clause})",
        name=rule.name,
        count=len(members),
        exemplars=sum(one.is_exemplar for one in members),
        words=rule.words,
        clause=rule.clause,
    )


def percent_text(share: Fraction) -> str:
    """Write a share in percent with one decimal, none where it is zero."""
    tenths = round(share * 1000)
    whole, tenth = divmod(tenths, 10)
    return tr("{whole}.{tenth} %", whole=whole, tenth=tenth) if tenth else f"{whole} %"


def _limit(measure: Measure, rule: LimitRule) -> str:
    is_everybody = set(rule.counts) >= _EVERYBODY
    who = tr("people") if is_everybody else counted_words(measure.counted)
    facts = {"who": who, "count": measure.count, "limit": rule.value}
    if rule.value is None:
        return tr("{count} {who}; the plan leaves the number to the unit", **facts)
    if rule.bound is Bound.AT_MOST and measure.count > rule.value:
        return tr(
            "{count} {who}: {over} over the limit of {limit}",
            over=measure.count - rule.value,
            **facts,
        )
    match rule.bound:
        case Bound.AT_MOST:
            return tr("{count} of at most {limit} {who}", **facts)
        case Bound.AT_LEAST:
            return tr("{count} {who}, at least {limit}", **facts)
        case Bound.ABOUT:
            return tr("{count} of about {limit} {who}", **facts)
        case _:
            return tr("{count} of exactly {limit} {who}", **facts)


def _share(measure: Measure, rule: ShareRule) -> str:
    if not measure.base:
        return ""
    facts = {
        "counts": counted_words(measure.counted),
        "count": measure.count,
        "base": measure.base,
        "based_on": counted_words(measure.based_on),
        "percent": percent_text(Fraction(measure.count, measure.base)),
        "share": percent_text(fraction(rule.share)),
    }
    match rule.bound:
        case Bound.AT_MOST:
            return tr(
                "{counts}: {count} of {base} ({based_on}) = {percent}, plan at most {share}",
                **facts,
            )
        case Bound.AT_LEAST:
            return tr(
                "{counts}: {count} of {base} ({based_on}) = {percent}, plan at least {share}",
                **facts,
            )
        case _:
            return tr("{counts}: {count} of {base} ({based_on}) = {percent}, plan {share}", **facts)


def _presence(measure: Measure, rule: PresenceRule) -> str:
    facts = {"counts": counted_words(measure.counted), "count": measure.count}
    match rule.need:
        case PresenceNeed.AT_LEAST:
            return tr("{counts}: {count}, at least {limit}", limit=rule.at_least, **facts)
        case PresenceNeed.IF_ANY:
            return tr("{counts}: {count}, to be invited if there are any", **facts)
        case _:
            return tr("{counts}: {count}, to be given weight", **facts)
