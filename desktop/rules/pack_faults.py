"""What types alone cannot say of a rule pack: keys that mean nothing, spans that end too early."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from desktop.rules.pack import Level, RulePack, UnitException
from desktop.rules.pack_part import Bound, Share, fraction
from desktop.rules.pack_people import (
    AgeTrait,
    CountedKind,
    LimitRule,
    QuotaMethod,
    QuotaRule,
    ShareRule,
)
from desktop.rules.pack_texts import PARTS_WITH_PLACEHOLDERS
from desktop.rules.quotas import places_of
from desktop.rules.texts import has_stray_brace, is_known, placeholders
from desktop.rules.windows import EventWindow, Span, Window

Fault = tuple[str, str, str]  # key of the place, reason, value
_Tree = object
_KINDS = frozenset(kind.value for kind in CountedKind)


def faults(pack: RulePack) -> Iterator[Fault]:
    """Find every fault, with the key of its place."""
    yield from _doubles("levels", (level.id for level in pack.levels))
    yield from _doubles("units", (unit.id for unit in pack.units))
    yield from _doubles("traits", (trait.key for trait in pack.traits))
    yield from _unit_faults(pack)
    for name, period in (("reviewed", pack.cycle.reviewed), ("launched", pack.cycle.launched)):
        if period.last_year < period.first_year:
            yield f"cycle.{name}", "pack-reversed", f"{period.first_year}-{period.last_year}"
    yield from _span_fault("validity", Span(pack.validity.first, pack.validity.last))
    for place, trait in enumerate(pack.traits):
        if trait.key in _KINDS:
            yield f"traits[{place}].key", "pack-double-id", trait.key
        if isinstance(trait, AgeTrait):
            yield from _age_faults(f"traits[{place}]", trait)
    units, traits = {unit.id: unit.level for unit in pack.units}, {one.key for one in pack.traits}
    for place, level in enumerate(pack.levels):
        for key, reason, value in _LevelFaults(level, units, traits).all():
            yield f"levels[{place}].{key}", reason, value


def _unit_faults(pack: RulePack) -> Iterator[Fault]:
    levels = {level.id for level in pack.levels}
    parents = {unit.id: unit.parent for unit in pack.units}
    for place, unit in enumerate(pack.units):
        if unit.level not in levels:
            yield f"units[{place}].level", "pack-unknown-key", unit.level
        if unit.parent and unit.parent not in parents:
            yield f"units[{place}].parent", "pack-unknown-key", unit.parent
    in_rings = _in_rings(parents)
    for place, unit in enumerate(pack.units):
        if unit.id in in_rings:
            yield f"units[{place}].parent", "pack-units-in-a-ring", unit.id


def _in_rings(parents: Mapping[str, str]) -> set[str]:
    """Find the units that stand above themselves; each unit is walked through once."""
    rings: set[str] = set()
    seen: set[str] = set()
    for unit in parents:
        way: dict[str, int] = {}
        above = unit
        while above and above not in seen:
            seen.add(above)
            way[above] = len(way)
            above = parents.get(above, "")
        if above in way:
            rings.update(list(way)[way[above] :])
    return rings


class _LevelFaults:
    """The faults of one level; keys are relative to it."""

    def __init__(self, level: Level, units: Mapping[str, str], traits: AbstractSet[str]) -> None:
        self._level = level
        self._units = units.keys()
        self._others = {unit for unit, its_level in units.items() if its_level != level.id}
        self._traits = traits
        self._groups = [group.key for group in level.groups if group.key]
        self._names = {*_KINDS, *self._traits, *self._groups}
        self._events = {event.key for event in level.events}

    def all(self) -> Iterator[Fault]:
        """Find them in the order of the fields."""
        level = self._level
        yield from _doubles("forms", (form.id for form in level.forms))
        yield from _doubles("events", (event.key for event in level.events))
        yield from _doubles("programme.items", (item.key for item in level.programme.items))
        yield from _doubles("deadlines", (deadline.id for deadline in level.deadlines))
        yield from _doubles("exceptions", (exception.id for exception in level.exceptions))
        yield from self._group_names()
        sessions = level.sessions
        if sessions is not None and sessions.at_most < sessions.at_least:
            yield "sessions", "pack-reversed", f"{sessions.at_least}-{sessions.at_most}"
        if level.holding is not None:
            yield from self._own_units("holding.units", level.holding.units)
        yield from self._windows("windows", level.windows)
        yield from self._numbers("", level.limits, level.shares)
        for place, presence in enumerate(level.presence):
            yield from self._who(f"presence[{place}].counts", presence.counts)
        for place, rule in enumerate(level.eligibility):
            yield from self._who(f"eligibility[{place}].of", rule.of)
            yield from self._who(f"eligibility[{place}].any_of", rule.any_of)
        for place, quota in enumerate(level.quotas):
            yield from self._quota(f"quotas[{place}]", quota)
        yield from self._presidium()
        yield from self._deadlines()
        for place, exception in enumerate(level.exceptions):
            yield from self._exception(f"exceptions[{place}]", exception)
        yield from _unknown_placeholders(level)

    def _group_names(self) -> Iterator[Fault]:
        seen: set[str] = {*_KINDS, *self._traits}
        for place, group in enumerate(self._level.groups):
            if group.key in seen:
                yield f"groups[{place}].key", "pack-double-id", group.key
            if group.key:
                seen.add(group.key)

    def _unknown(self, key: str, names: Sequence[str], known: AbstractSet[str]) -> Iterator[Fault]:
        for name in names:
            if name not in known:
                yield key, "pack-unknown-key", name

    def _own_units(self, key: str, names: Sequence[str]) -> Iterator[Fault]:
        """Find units that the rule could never be about: no conference of the level is theirs."""
        yield from self._unknown(key, names, self._units)
        for name in names:
            if name in self._others:
                yield key, "pack-unit-of-other-level", name

    def _who(self, key: str, names: Sequence[str]) -> Iterator[Fault]:
        yield from self._unknown(key, names, self._names)

    def _windows(self, key: str, windows: Sequence[Window]) -> Iterator[Fault]:
        for place, window in enumerate(windows):
            where = f"{key}[{place}]"
            if isinstance(window, EventWindow):
                yield from self._unknown(f"{where}.event", (window.event,), self._events)
                most = window.at_most_days
                if most is not None and most < window.at_least_days:
                    yield where, "pack-reversed", f"{window.at_least_days}-{most}"
                continue
            span = window.span()
            if span == Span(None, None):
                yield where, "pack-window-open", window.words
            yield from _span_fault(where, span)

    def _numbers(
        self, key: str, limits: Sequence[LimitRule], shares: Sequence[ShareRule]
    ) -> Iterator[Fault]:
        for place, limit in enumerate(limits):
            where = f"{key}limits[{place}]"
            yield from self._who(f"{where}.counts", limit.counts)
            if (limit.value is None) != (limit.bound is Bound.OPEN):
                yield f"{where}.value", "pack-limit-value", limit.words
        for place, rule in enumerate(shares):
            where = f"{key}shares[{place}]"
            yield from _whole_share(f"{where}.share", rule.share)
            yield from _whole_share(f"{where}.tolerance", rule.tolerance)
            yield from self._who(f"{where}.counts", rule.counts)
            yield from self._who(f"{where}.base", rule.base)
            if rule.bound is Bound.OPEN:
                yield f"{where}.bound", "pack-share-open", rule.words

    def _quota(self, key: str, rule: QuotaRule) -> Iterator[Fault]:
        yield from self._who(f"{key}.counts", rule.counts)
        yield from _doubles(f"{key}.units", (one.unit for one in rule.units))
        for place, one in enumerate(rule.units):
            yield from self._unknown(f"{key}.units[{place}].unit", (one.unit,), self._units)
        if rule.method is QuotaMethod.SHARED and rule.total is None:
            yield f"{key}.total", "pack-quota-total", rule.words
            return
        try:
            places = sum(places_of(rule).values())
        except ValueError:
            yield f"{key}.floor", "pack-quota-floor", str(rule.total)
            return
        are_single = len({one.unit for one in rule.units}) == len(rule.units)
        if are_single and rule.total is not None and places != rule.total:
            yield f"{key}.total", "pack-quota-sum", f"{places}/{rule.total}"

    def _presidium(self) -> Iterator[Fault]:
        rule = self._level.presidium
        if rule is None:
            return
        least, most = rule.at_least, rule.at_most
        if least is not None and most is not None and most < least:
            yield "presidium", "pack-reversed", f"{least}-{most}"
        if rule.share is not None:
            yield from _whole_share("presidium.share", rule.share)
        if rule.share_bound is Bound.OPEN:
            yield "presidium.share_bound", "pack-share-open", rule.words

    def _deadlines(self) -> Iterator[Fault]:
        for place, deadline in enumerate(self._level.deadlines):
            where = f"deadlines[{place}]"
            if (deadline.day is None) == (deadline.days is None):
                yield where, "pack-deadline-day", deadline.id
            if deadline.event:
                yield from self._unknown(f"{where}.event", (deadline.event,), self._events)

    def _exception(self, key: str, exception: UnitException) -> Iterator[Fault]:
        yield from self._own_units(f"{key}.units", exception.units)
        yield from self._unknown(f"{key}.lifts", exception.lifts, self._rule_ids())
        yield from self._windows(f"{key}.windows", exception.windows or ())
        yield from self._numbers(f"{key}.", exception.limits or (), exception.shares or ())
        sessions = exception.sessions
        if sessions is not None and sessions.at_most < sessions.at_least:
            yield f"{key}.sessions", "pack-reversed", f"{sessions.at_least}-{sessions.at_most}"

    def _rule_ids(self) -> set[str]:
        level = self._level
        lists = (level.windows, level.limits, level.shares, level.presence, level.eligibility)
        singles = (level.holding, level.attendance, level.sessions, level.presidium)
        ids = {rule.id for rules in (*lists, level.quotas, level.deadlines) for rule in rules}
        ids |= {rule.id for rule in (*singles, level.committee) if rule is not None}
        return ids - {""}


def _span_fault(key: str, span: Span) -> Iterator[Fault]:
    if span.first is not None and span.last is not None and span.last < span.first:
        yield key, "pack-reversed", f"{span.first} - {span.last}"


def _age_faults(key: str, trait: AgeTrait) -> Iterator[Fault]:
    least, most = trait.at_least, trait.at_most
    if least is None and most is None:
        yield key, "pack-open-age", trait.key
    elif least is not None and most is not None and most < least:
        yield key, "pack-reversed", f"{least}-{most}"


def _whole_share(key: str, share: Share) -> Iterator[Fault]:
    if fraction(share) > 1:
        yield key, "pack-share-over-one", share


def _doubles(key: str, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, name in enumerate(ids):
        if name in seen:
            yield f"{key}[{place}]", "pack-double-id", name
        seen.add(name)


def _unknown_placeholders(level: Level) -> Iterator[Fault]:
    for part in PARTS_WITH_PLACEHOLDERS:
        for key, text in _all_texts(msgspec.to_builtins(getattr(level, part)), part):
            for name in placeholders(text):
                if not is_known(name):
                    yield key, "pack-unknown-placeholder", name
            if has_stray_brace(text):
                yield key, "pack-stray-brace", text


def _all_texts(tree: _Tree, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield key, tree
    elif isinstance(tree, dict):
        for name, value in tree.items():
            yield from _all_texts(value, f"{key}.{name}")
    elif isinstance(tree, list | tuple):
        for place, value in enumerate(tree):
            yield from _all_texts(value, f"{key}[{place}]")
