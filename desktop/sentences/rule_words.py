"""What a rule of a plan asks for, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from desktop.language import tr
from desktop.rules.case import named
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_event import PaperDeadline, SessionRule
from desktop.rules.pack_part import Bound, Rule, fraction
from desktop.rules.pack_people import (
    EligibilityRule,
    FixedAttendance,
    HoldingRule,
    LimitRule,
    PresenceNeed,
    PresenceRule,
    QuotaMethod,
    QuotaRule,
    ShareRule,
    ThresholdAttendance,
    UnitQuota,
)
from desktop.rules.quotas import places_of
from desktop.rules.windows import (
    DatesWindow,
    EventWindow,
    MonthsWindow,
    QuarterWindow,
    Side,
    Span,
)
from desktop.sentences.counted import counted_words
from desktop.sentences.pack_names import choice_name
from desktop.sentences.shown import shown_day


class Names(Struct, frozen=True):
    """What the keys of a pack stand for, at one of its levels."""

    pack: RulePack
    level: Level | None = None

    def who(self, keys: Iterable[str]) -> str:
        """Name kinds of participants, groups and traits."""
        return counted_words(named(keys, self.level, self.pack.traits))

    def unit(self, key: str) -> str:
        """Name a unit."""
        unit = self.pack.unit(key)
        return unit.name if unit is not None else key

    def of(self, field: str, key: str) -> str:
        """Name what the key in some field stands for; other text stays as it is."""
        if field in ("units", "parent"):
            return self.unit(key)
        if field == "level":
            level = self.pack.level(key)
            return level.name if level is not None else key
        return self._rule(key) if field == "lifts" else key

    def event(self, key: str) -> str:
        """Name another event; without a key the conference itself."""
        events = self.level.events if self.level is not None else ()
        return next((one.name for one in events if one.key == key), key or tr("the conference"))

    def _rule(self, key: str) -> str:
        values = msgspec.structs.asdict(self.level).values() if self.level is not None else ()
        rules = [one for some in values for one in (some if isinstance(some, tuple) else (some,))]
        found = (one.words for one in rules if isinstance(one, Rule) and one.id == key)
        return tr("“{text}”", text=next(found, key))


def rule_words(rule: Struct, names: Names) -> str:
    """Say what a rule asks for; empty for a kind of record that has no words of its own."""
    say = _WORDS.get(type(rule))
    return say(rule, names) if say is not None else ""


def _fixed(rule: FixedAttendance, _: Names) -> str:
    return choice_name(rule.attendance)


def _threshold(rule: ThresholdAttendance, _: Names) -> str:
    at = tr("the plan does not say, so the officer is asked")
    return tr(
        "below {threshold} {counted}: {below}; exactly {threshold}: {at}; above: {above}",
        threshold=rule.threshold,
        counted=rule.counted,
        below=_small(choice_name(rule.below)),
        at=_small(choice_name(rule.at)) if rule.at is not None else at,
        above=_small(choice_name(rule.above)),
    )


def _holding(rule: HoldingRule, names: Names) -> str:
    words = []
    if rule.at_least:
        words.append(tr("units with at least {count} people", count=rule.at_least))
    if rule.units:
        words.append(tr("only {units}", units=", ".join(map(names.unit, rule.units))))
    return "; ".join(words) or tr("every unit")


def _sessions(rule: SessionRule, _: Names) -> str:
    facts = {"least": rule.at_least, "most": rule.at_most, "minutes": rule.half_day_minutes}
    if rule.at_least == rule.at_most:
        return tr("half-day sessions: {most}, of {minutes} minutes each", **facts)
    return tr("half-day sessions: {least} to {most}, of {minutes} minutes each", **facts)


def _window(window: QuarterWindow | MonthsWindow | DatesWindow, _: Names) -> str:
    span: Span = window.span()
    if span.first is None:
        return tr("up to {last}", last=shown_day(span.last)) if span.last else tr("any day")
    if span.last is None:
        return tr("from {first} on", first=shown_day(span.first))
    return tr("from {first} to {last}", first=shown_day(span.first), last=shown_day(span.last))


def _event_window(window: EventWindow, names: Names) -> str:
    facts = {
        "near": window.at_least_days,
        "far": window.at_most_days,
        "event": names.event(window.event),
    }
    if window.side is Side.BEFORE:
        if window.at_most_days is None:
            return tr("at least {near} days before {event}", **facts)
        return tr("{near} to {far} days before {event}", **facts)
    if window.at_most_days is None:
        return tr("at least {near} days after {event}", **facts)
    return tr("{near} to {far} days after {event}", **facts)


def _limit(rule: LimitRule, names: Names) -> str:
    facts = {"value": rule.value, "who": names.who(rule.counts), "tolerance": rule.tolerance}
    match rule.bound:
        case Bound.AT_MOST:
            words = tr("at most {value}: {who}", **facts)
        case Bound.AT_LEAST:
            words = tr("at least {value}: {who}", **facts)
        case Bound.EXACTLY:
            words = tr("exactly {value}: {who}", **facts)
        case Bound.ABOUT if rule.tolerance:
            words = tr("about {value}, give or take {tolerance}: {who}", **facts)
        case Bound.ABOUT:
            words = tr("about {value}: {who}", **facts)
        case _:
            words = tr("left to the unit: {who}", **facts)
    return "; ".join(filter(None, (words, _only_for(rule), _decided_by(rule))))


def _share(rule: ShareRule, names: Names) -> str:
    facts = {
        "share": rule.share,
        "who": names.who(rule.counts),
        "base": names.who(rule.base),
        "tolerance": rule.tolerance,
    }
    match rule.bound:
        case Bound.AT_MOST:
            words = tr("at most {share} of {base}: {who}", **facts)
        case Bound.AT_LEAST:
            words = tr("at least {share} of {base}: {who}", **facts)
        case Bound.ABOUT if fraction(rule.tolerance):
            words = tr("about {share} of {base}, give or take {tolerance}: {who}", **facts)
        case Bound.ABOUT:
            words = tr("about {share} of {base}: {who}", **facts)
        case _:
            words = tr("exactly {share} of {base}: {who}", **facts)
    return "; ".join(filter(None, (words, _only_for(rule))))


def _only_for(rule: LimitRule | ShareRule) -> str:
    if rule.attendance is None:
        return ""
    return tr("only for: {attendance}", attendance=_small(choice_name(rule.attendance)))


def _decided_by(rule: LimitRule) -> str:
    return tr("decided by {who}", who=rule.decided_by) if rule.decided_by else ""


def _presence(rule: PresenceRule, names: Names) -> str:
    who = names.who(rule.counts)
    match rule.need:
        case PresenceNeed.AT_LEAST:
            return tr("at least {value}: {who}", value=rule.at_least, who=who)
        case PresenceNeed.IF_ANY:
            return tr("if there are any: {who}", who=who)
        case _:
            return tr("to be stressed: {who}", who=who)


def _eligibility(rule: EligibilityRule, names: Names) -> str:
    facts = {"who": names.who(rule.of), "any_of": names.who(rule.any_of)}
    return tr("each of {who} is one of these at least: {any_of}", **facts)


def _quota(rule: QuotaRule, names: Names) -> str:
    places = places_of(rule)
    units = "; ".join(_unit_places(one, places[one.unit], names) for one in rule.units)
    facts = {"who": names.who(rule.counts), "total": sum(places.values()), "units": units}
    if rule.method is QuotaMethod.TYPED:
        return tr("{total} places of {who}: {units}", **facts)
    shared = {"base": rule.base_name or tr("the base"), "floor": rule.floor}
    return tr(
        "{total} places of {who}, shared out by {base}, at least {floor} each: {units}",
        **facts,
        **shared,
    )


def _unit_places(one: UnitQuota, places: int, names: Names) -> str:
    facts = {"unit": names.unit(one.unit), "places": places, "alternates": one.alternates}
    if one.alternates:
        return tr("{unit} {places} (alternates: {alternates})", **facts)
    return tr("{unit} {places}", **facts)


def _deadline(deadline: PaperDeadline, names: Names) -> str:
    way = [deadline.paper]
    if deadline.addressee:
        way.append(tr("to {addressee}", addressee=deadline.addressee))
    if deadline.route:
        way.append(deadline.route)
    return ", ".join((*way, _by(deadline, names)))


def _by(deadline: PaperDeadline, names: Names) -> str:
    if deadline.day is not None:
        return tr("by {day}", day=shown_day(deadline.day))
    days = deadline.days or 0
    facts = {"days": abs(days), "event": names.event(deadline.event)}
    if not days:
        return tr("on the day of {event}", **facts)
    if days < 0:
        return tr("{days} days before {event}", **facts)
    return tr("{days} days after {event}", **facts)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


_WORDS: Mapping[type, Callable[[Any, Names], str]] = {
    FixedAttendance: _fixed,
    ThresholdAttendance: _threshold,
    HoldingRule: _holding,
    SessionRule: _sessions,
    QuarterWindow: _window,
    MonthsWindow: _window,
    DatesWindow: _window,
    EventWindow: _event_window,
    LimitRule: _limit,
    ShareRule: _share,
    PresenceRule: _presence,
    EligibilityRule: _eligibility,
    QuotaRule: _quota,
    PaperDeadline: _deadline,
}
