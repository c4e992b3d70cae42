"""What every part of a rule pack is made of.

The types say too how a value is written and what a key refers to, so that forms can be made from
them: see `desktop.rules.pack_shapes`.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from msgspec import Meta, Struct


class Written(StrEnum):
    """How a value is written, where its plain type does not say it."""

    KEY = "key"
    CLAUSE = "clause"
    SHARE = "share"
    MONTH = "month"
    YEAR = "year"
    DAYS_FROM = "days-from"  # a day counted from another one; negative before it


class Refers(StrEnum):
    """What a key refers to; any other key is the name of the part it stands in."""

    LEVEL = "level"
    UNIT = "unit"
    WHO = "who"  # a kind of participant, a group of the level, or a trait
    EVENT = "event"  # of the level
    RULE = "rule"  # of the level
    COLOUR = "colour"  # of the badge designs


_KEY = {"written": Written.KEY}

Key = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=64, extra=_KEY)]
OptionalKey = Annotated[
    str, Meta(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?\Z", max_length=64, extra=_KEY)
]
LevelKey = Annotated[Key, Meta(extra={"refers": Refers.LEVEL})]
UnitKey = Annotated[Key, Meta(extra={"refers": Refers.UNIT})]
OptionalUnitKey = Annotated[OptionalKey, Meta(extra={"refers": Refers.UNIT})]
WhoKey = Annotated[Key, Meta(extra={"refers": Refers.WHO})]
EventKey = Annotated[Key, Meta(extra={"refers": Refers.EVENT})]
OptionalEventKey = Annotated[OptionalKey, Meta(extra={"refers": Refers.EVENT})]
RuleKey = Annotated[Key, Meta(extra={"refers": Refers.RULE})]
ColourKey = Annotated[Key, Meta(extra={"refers": Refers.COLOUR})]
Line = Annotated[str, Meta(min_length=1, max_length=4000)]
Text = Annotated[str, Meta(max_length=4000)]
Clause = Annotated[Text, Meta(extra={"written": Written.CLAUSE})]
Share = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{1,3}(%|/[1-9][0-9]{0,2})\Z",
        description='A share: "70%" or "1/3"',
        extra={"written": Written.SHARE},
    ),
]
Days = Annotated[int, Meta(ge=0, le=1000)]
DaysFrom = Annotated[int, Meta(ge=-1000, le=1000, extra={"written": Written.DAYS_FROM})]


def fraction(share: Share) -> Fraction:
    """Read a share exactly."""
    if share.endswith("%"):
        return Fraction(int(share[:-1]), 100)
    return Fraction(share)


class PackPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a pack; a key that is not known is refused."""


class Rule(PackPart, frozen=True, kw_only=True):
    """What every rule says beside its figures.

    Attributes:
        id: needed only where an exception lifts the rule.
        clause: of the plan: II.2.1.
        words: the plan's own, kept short.
    """

    id: OptionalKey = ""
    clause: Clause
    words: Text


class Bound(StrEnum):
    """How a number or a share binds."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    ABOUT = "about"
    EXACTLY = "exactly"
    OPEN = "open"  # the plan leaves the number to the unit


class Usage(StrEnum):
    """Whether something is to be there."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"
