"""What every part of a rule pack is made of."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from msgspec import Meta, Struct

Key = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=64)]
OptionalKey = Annotated[str, Meta(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?\Z", max_length=64)]
Line = Annotated[str, Meta(min_length=1, max_length=4000)]
Text = Annotated[str, Meta(max_length=4000)]
Share = Annotated[
    str,
    Meta(pattern=r"^[0-9]{1,3}(%|/[1-9][0-9]{0,2})\Z", description='A share: "70%" or "1/3"'),
]
Days = Annotated[int, Meta(ge=0, le=1000)]


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
    clause: Text
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
