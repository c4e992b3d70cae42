"""Ages as reports count them: in bands, and the oldest and the youngest by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

import msgspec
from msgspec import Struct

from db.records import BirthDate, Delegate
from desktop.paths import resource


class AgeBand(Struct, frozen=True):
    """Ages in years counted together, both ends included; an end may be open."""

    at_least: int | None = None
    at_most: int | None = None

    def holds(self, age: int) -> bool:
        """Tell whether an age belongs here."""
        least, most = self.at_least, self.at_most
        return (least is None or age >= least) and (most is None or age <= most)


class _Bands(Struct, frozen=True, forbid_unknown_fields=True):
    up_to: tuple[int, ...]


@cache
def age_bands() -> tuple[AgeBand, ...]:
    """List the bands that come with the program, the youngest first."""
    data = resource("people", "age-bands.toml").read_bytes()
    ends = msgspec.toml.decode(data, type=_Bands).up_to
    edges: list[int | None] = [None, *ends, None]
    return tuple(
        AgeBand(below + 1 if below is not None else None, above) for below, above in pairwise(edges)
    )


def oldest(delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
    """Name everybody who may be the oldest, as far as births are known."""
    spans = _born_in(min, delegates)
    bound = min((latest for _, _, latest in spans), default=())
    return tuple(one for one, earliest, _ in spans if earliest <= bound)


def youngest(delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
    """Name everybody who may be the youngest, as far as births are known."""
    spans = _born_in(max, delegates)
    bound = max((earliest for _, earliest, _ in spans), default=())
    return tuple(one for one, _, latest in spans if latest >= bound)


_Day = tuple[int, ...]


def _born_in(
    pick: Callable[[Iterable[int]], int], delegates: Sequence[Delegate]
) -> list[tuple[Delegate, _Day, _Day]]:
    """Give those born in the first or the last year of all, with the days they may be born on."""
    dated = [(one, one.birth) for one in delegates if one.birth is not None]
    if not dated:
        return []
    year = pick(birth.year for _, birth in dated)
    return [(one, *_span(birth)) for one, birth in dated if birth.year == year]


def _span(birth: BirthDate) -> tuple[_Day, _Day]:
    """Give the first and the last day a birth may have been on, as year, month and day."""
    if birth.month is None:
        return (birth.year, 1, 1), (birth.year, 12, 31)
    month = birth.year, birth.month
    return (*month, birth.day or 1), (*month, birth.day or 31)
