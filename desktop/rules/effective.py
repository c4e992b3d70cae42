"""Which rules hold for one conference: those of its level, as its unit's exceptions change them."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from db.records import Conference
from desktop.rules.pack import Level, RulePack, UnitException
from desktop.rules.pack_part import Rule

_RULE_LISTS = ("windows", "limits", "shares", "presence", "eligibility", "quotas", "deadlines")
_SINGLE_RULES = ("holding", "attendance", "sessions", "presidium", "committee")

_Rule = TypeVar("_Rule", bound=Rule)


def level_of(conference: Conference, pack: RulePack | None) -> Level | None:
    """Give the rules of a conference's level; None without a pack or a level of it."""
    level = pack.level(conference.level_id) if pack is not None else None
    if level is None:
        return None
    for exception in exceptions_of(conference, level):
        level = _changed(level, exception)
    return level


def exceptions_of(conference: Conference, level: Level) -> tuple[UnitException, ...]:
    """List the exceptions that hold for a conference: its unit's, and the one given to it.

    One that names its units cannot be given to another.
    """
    return tuple(
        exception
        for exception in level.exceptions
        if (exception.id == conference.exception_id and not exception.units)
        or (conference.unit_id and conference.unit_id in exception.units)
    )


def _changed(level: Level, exception: UnitException) -> Level:
    names = ("attendance", "sessions", "windows", "limits", "shares")
    values = {name: getattr(exception, name) for name in names}
    level = msgspec.structs.replace(
        level, **{name: value for name, value in values.items() if value is not None}
    )
    lifted = set(exception.lifts)
    if not lifted:
        return level
    lists = {name: _without(getattr(level, name), lifted) for name in _RULE_LISTS}
    gone = {
        name: None
        for name in _SINGLE_RULES
        if (rule := getattr(level, name)) is not None and rule.id in lifted
    }
    return msgspec.structs.replace(level, **lists, **gone)


def _without(rules: tuple[_Rule, ...], lifted: set[str]) -> tuple[_Rule, ...]:
    return tuple(rule for rule in rules if rule.id not in lifted)
