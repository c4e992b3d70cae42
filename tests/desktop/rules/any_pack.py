"""Strategies for any sound rule pack, read from the types, and for any conference under one.

`desktop.rules.pack_faults` says what the types cannot. So a pack is first drawn as the types allow,
with numbers in the place of names of other parts; then it is brought into agreement with itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from db.records import Conference, Delegate, Period
from desktop.rules.pack import Level, RulePack, Unit, UnitException, Validity
from desktop.rules.pack_event import (
    EventText,
    Form,
    PaperDeadline,
    PresidiumRule,
    ProgrammeRuleItem,
    SessionRule,
)
from desktop.rules.pack_part import Bound, Rule
from desktop.rules.pack_people import (
    AgeTrait,
    CountedKind,
    EligibilityRule,
    FlagTrait,
    GroupText,
    HoldingRule,
    LimitRule,
    PresenceRule,
    QuotaMethod,
    QuotaRule,
    ShareRule,
    UnitQuota,
)
from desktop.rules.pack_texts import PLACEHOLDERS
from desktop.rules.windows import DatesWindow, EventWindow, MonthsWindow
from tests.db.any_records import any_of

Strategy = st.SearchStrategy[Any]
Names = dict[str, Sequence[str]]
_KINDS = tuple(kind.value for kind in CountedKind)
_MOST = 2  # of anything in a list


def _as_loaded(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


# what a file may say: no control character but the end of a line, and no surrogate
_letters = st.one_of(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}"),
    st.sampled_from("ằữ \n\"\\'#=[]"),
)
_words = st.text(_letters, max_size=8)
_placeholders = st.sampled_from([*("",) * 20, *(f" {{{name}}}" for name in PLACEHOLDERS)])
texts = st.builds(lambda words, more: _as_loaded(words + more), _words, _placeholders)
lines = texts.map(lambda text: text or "Dòng")
keys = st.text("abcdz0189", min_size=1, max_size=5).map(
    lambda key: f"{key[:2]}-{key[2:]}" if key[2:] else key
)
shares = st.one_of(
    st.integers(0, 100).map(lambda percent: f"{percent}%"),
    st.tuples(st.integers(1, 12), st.integers(0, 12)).map(lambda pair: f"{min(pair)}/{max(pair)}"),
)
_numbers = st.sampled_from("0123456")  # of another part, until its name is known


@st.composite
def any_pack(draw: st.DrawFn) -> RulePack:
    """Draw a pack that loads."""
    return sound(draw(_any_record(RulePack)))


@st.composite
def any_conference(draw: st.DrawFn, pack: RulePack | None) -> tuple[Conference, list[Delegate]]:
    """Draw a conference with its delegates; most of what it names is in the pack."""

    def name(known: Iterable[str]) -> Strategy:
        return st.sampled_from(["", "unheard-of", *known])

    levels = pack.levels if pack is not None else ()
    units = pack.units if pack is not None else ()
    level = draw(st.sampled_from(levels)) if levels else None
    conference: Conference = draw(
        any_of(
            Conference,
            texts=texts,
            rule_pack_id=name([pack.id] if pack else []),
            level_id=st.just(level.id) if level else name([]),
            unit_id=name(unit.id for unit in units),
            form_id=name(form.id for form in (level.forms if level else ())),
            exception_id=name(one.id for one in (level.exceptions if level else ())),
        )
    )
    group_keys = [group.key for group in (level.groups if level else ())]
    item_keys = [item.key for item in (level.programme.items if level else ())]
    conference = replace(
        conference,
        groups=tuple(replace(one, key=draw(name(group_keys))) for one in conference.groups),
        programme=tuple(
            replace(one, required_key=draw(name(item_keys))) for one in conference.programme
        ),
    )
    people = any_of(
        Delegate,
        texts=texts,
        group_id=name(group.id for group in conference.groups),
        unit=name(unit.name for unit in units),
    )
    return conference, draw(st.lists(people, max_size=4))


@cache
def _any_record(struct: type[Struct]) -> Strategy:
    """Build a record; what may be left out is left out every other time."""
    fields = {}
    for field in msgspec.structs.fields(struct):
        kind = _REFERENCES.get((struct, field.name))
        strategy = _any(field.type) if kind is None else _reference(field.type)
        if not field.required:
            strategy = st.one_of(st.just(_default(field)), strategy)
        fields[field.name] = strategy
    return st.builds(struct, **fields)


def _default(field: msgspec.structs.FieldInfo) -> object:
    factory: Any = field.default_factory
    return factory() if field.default is msgspec.NODEFAULT else field.default


def _reference(hint: Any) -> Strategy:
    is_list = any(get_origin(one) is tuple for one in (hint, *get_args(hint)))
    return st.lists(_numbers, min_size=1, max_size=3).map(tuple) if is_list else _numbers


def _any(hint: Any) -> Strategy:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.just(parts[0])
    if origin is Annotated:
        return _within(*parts[:2])
    if origin in {Union, UnionType}:
        return st.one_of([_any(part) for part in parts])
    if origin is tuple:
        return _lists(parts[0], 0)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return _any_record(hint) if issubclass(hint, Struct) else _PLAIN[hint]


def _lists(item: Any, least: int) -> Strategy:
    kinds = get_args(item) or (item,)
    name = _NAMES.get(kinds[0])
    unique_by = (lambda record: getattr(record, name)) if name else None
    return st.lists(_any(item), min_size=least, max_size=_MOST, unique_by=unique_by).map(tuple)


def _within(kind: Any, limits: msgspec.Meta) -> Strategy:
    if get_origin(kind) is tuple:
        return _lists(get_args(kind)[0], limits.min_length or 0)
    if kind is int:
        lowest, highest = (int(limit) for limit in (limits.ge, limits.le) if limit is not None)
        return st.integers(lowest, highest)
    pattern = str(limits.pattern or "")
    if not pattern:
        return lines if limits.min_length else texts
    if "%" in pattern:
        return shares
    if pattern.startswith("^2"):
        return st.dates(date(2000, 1, 1), date(2999, 12, 31)).map(lambda day: f"{day:%Y-%m}")
    return st.one_of(st.just(""), keys) if pattern.startswith("^(") else keys


_PLAIN: dict[Any, Strategy] = {
    NoneType: st.none(),
    bool: st.booleans(),
    date: st.dates(),
    str: texts,
}

# by what each is the only one of its list
_NAMES: dict[Any, str] = {
    Level: "id",
    Unit: "id",
    Form: "id",
    EventText: "key",
    ProgrammeRuleItem: "key",
    PaperDeadline: "id",
    UnitException: "id",
    FlagTrait: "key",
}

# fields that name another part of the pack
_REFERENCES: dict[tuple[type, str], str] = {
    (Unit, "level"): "levels",
    (Unit, "parent"): "above",
    (LimitRule, "counts"): "who",
    (ShareRule, "counts"): "who",
    (ShareRule, "base"): "who",
    (PresenceRule, "counts"): "who",
    (EligibilityRule, "of"): "who",
    (EligibilityRule, "any_of"): "who",
    (QuotaRule, "counts"): "who",
    (HoldingRule, "units"): "own units",
    (UnitException, "units"): "own units",
    (UnitException, "lifts"): "rules",
    (UnitQuota, "unit"): "units",
    (EventWindow, "event"): "events",
    (PaperDeadline, "event"): "events or none",
}


def sound(pack: RulePack) -> RulePack:
    """Bring a pack that the types allow into agreement with itself."""
    traits = tuple(trait for trait in pack.traits if trait.key not in _KINDS)
    unit_ids = [unit.id for unit in pack.units]
    names: Names = {
        "levels": [level.id for level in pack.levels],
        "units": unit_ids,
        "who": [*_KINDS, *(trait.key for trait in traits)],
    }
    units = tuple(
        _mended(unit, names | {"above": ["", *unit_ids[:place]]})  # never in a ring
        for place, unit in enumerate(pack.units)
    )
    levels = tuple(
        _sound_level(
            level, names | {"own units": [unit.id for unit in units if unit.level == level.id]}
        )
        for level in pack.levels
    )
    mended: RulePack = _mended(replace(pack, traits=traits, units=units, levels=levels), {})
    return mended


def _sound_level(level: Level, names: Names) -> Level:
    groups: list[GroupText] = []
    for group in level.groups:
        taken = {*names["who"], *(one.key for one in groups)}
        groups.append(replace(group, key="") if group.key in taken else group)
    events = [event.key for event in level.events]
    names = names | {
        "who": [*names["who"], *(group.key for group in groups if group.key)],
        "events": events,
        "events or none": ["", *events],
    }
    exceptions = level.exceptions
    level = _mended(replace(level, groups=tuple(groups), exceptions=()), names)
    names["rules"] = sorted(_rule_ids(level))
    return replace(level, exceptions=tuple(_mended(one, names) for one in exceptions))


def _rule_ids(level: Level) -> set[str]:
    values = [getattr(level, name) for name in level.__struct_fields__]
    every = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    return {one.id for one in every if isinstance(one, Rule)} - {""}


def _mended(record: Any, names: Names) -> Any:
    """Mend a record and all that is in it; what names are not given for stays as it is."""
    values = {}
    for field in record.__struct_fields__:
        value = getattr(record, field)
        kind = _REFERENCES.get((type(record), field), "")
        if kind in names:
            value = _named(value, names[kind])
        elif isinstance(value, Struct):
            value = _mended(value, names)
        elif isinstance(value, tuple):
            value = tuple(
                _mended(one, names) if isinstance(one, Struct) else one
                for one in value
                if _can_be_said(one, names)
            )
        values[field] = value
    return _MENDED.get(type(record), lambda same: same)(type(record)(**values))


def _named(value: Any, known: Sequence[str]) -> Any:
    """Put names in the place of numbers; a default has its names already."""
    if isinstance(value, str):
        return known[int(value) % len(known)] if value.isdecimal() else value
    return tuple(dict.fromkeys(_named(one, known) for one in value)) if known else ()


def _can_be_said(item: object, names: Names) -> bool:
    if isinstance(item, EventWindow):
        return bool(names.get("events", [item.event]))
    return not isinstance(item, QuotaRule) or bool(names.get("units", item.units))


def _in_order(first: str, last: str) -> Callable[[Any], Any]:
    def mend(record: Any) -> Any:
        ends = (getattr(record, first), getattr(record, last))
        if None in ends or ends[0] <= ends[1]:
            return record
        return replace(record, **{first: ends[1], last: ends[0]})

    return mend


def _limit(rule: LimitRule) -> LimitRule:
    return replace(rule, value=None if rule.bound is Bound.OPEN else rule.value or 0)


def _share(rule: ShareRule) -> ShareRule:
    return replace(rule, bound=Bound.ABOUT) if rule.bound is Bound.OPEN else rule


def _presidium(rule: PresidiumRule) -> PresidiumRule:
    bound = Bound.EXACTLY if rule.share_bound is Bound.OPEN else rule.share_bound
    mended: PresidiumRule = _in_order("at_least", "at_most")(replace(rule, share_bound=bound))
    return mended


def _quota(rule: QuotaRule) -> QuotaRule:
    single = {one.unit: replace(one, places=one.places % 1000) for one in rule.units}
    units = tuple(single.values())
    if rule.method is QuotaMethod.TYPED:
        total = sum(one.places for one in units)
        return replace(rule, units=units, total=None if rule.total is None else total)
    floor = rule.floor % 1000
    rest = (rule.total or 0) % 5000 if any(one.base for one in units) else 0
    return replace(rule, units=units, floor=floor, total=floor * len(units) + rest)


def _deadline(rule: PaperDeadline) -> PaperDeadline:
    return replace(rule, days=rule.days or 0 if rule.day is None else None)


def _dates(window: DatesWindow) -> DatesWindow:
    if window.first is None and window.last is None:
        return replace(window, last=date(2025, 3, 31))
    ordered: DatesWindow = _in_order("first", "last")(window)
    return ordered


def _age(trait: AgeTrait) -> AgeTrait:
    if trait.at_least is None and trait.at_most is None:
        return replace(trait, at_most=35)
    ordered: AgeTrait = _in_order("at_least", "at_most")(trait)
    return ordered


# what the types alone cannot say
_MENDED: dict[type, Callable[[Any], Any]] = {
    Period: _in_order("first_year", "last_year"),
    Validity: _in_order("first", "last"),
    SessionRule: _in_order("at_least", "at_most"),
    EventWindow: _in_order("at_least_days", "at_most_days"),
    MonthsWindow: _in_order("first", "last"),
    DatesWindow: _dates,
    LimitRule: _limit,
    ShareRule: _share,
    PresidiumRule: _presidium,
    QuotaRule: _quota,
    PaperDeadline: _deadline,
    AgeTrait: _age,
}
