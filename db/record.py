"""What every stored value is made of."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

# the longest allowed goes with each pattern, because `$` lets a line feed through
Id = Annotated[
    str,
    Meta(pattern="^[0-9a-f]{32}$", max_length=32, description="A random UUID as 32 hex digits"),
]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Minutes = Annotated[int, Meta(ge=0, le=24 * 60)]
Money = Annotated[int, Meta(ge=0, le=1_000_000_000_000)]  # đồng
Year = Annotated[int, Meta(ge=1900, le=2200)]


# frozen values hold no cycles: without `gc` 10,000 of them cost the collector nothing
class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A stored value; unknown JSON keys are refused, defaults are left out of JSON."""
