"""Places shared out among units by a base: the largest remainder, above a floor."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.rules.pack_people import QuotaMethod, QuotaRule


def shared_out(total: int, bases: Sequence[int], floor: int = 0) -> tuple[int, ...]:
    """Share places out so that their sum is exactly the total.

    Every unit has its floor first. What is left goes by the bases; the places that remain after
    the whole parts go to the largest remainders, and between equal ones to the larger base, then
    to the unit that stands first.

    Raises:
        ValueError: the floors take more than there is, or no base says who gets the rest.
    """
    rest = total - floor * len(bases)
    whole = sum(bases)
    if rest < 0:
        raise ValueError("the floors take more than the total")
    if rest and not whole:
        raise ValueError("there is nothing to share by")
    if not rest:
        return (floor,) * len(bases)
    parts = [divmod(rest * base, whole) for base in bases]
    left = rest - sum(part for part, _ in parts)
    ranked = sorted(range(len(bases)), key=lambda place: (-parts[place][1], -bases[place], place))
    extra = set(ranked[:left])
    return tuple(floor + part + (place in extra) for place, (part, _) in enumerate(parts))


def places_of(rule: QuotaRule) -> dict[str, int]:
    """Give each unit's places, by its key; the rule is one of a valid pack."""
    if rule.method is QuotaMethod.TYPED:
        return {one.unit: one.places for one in rule.units}
    shares = shared_out(rule.total or 0, [one.base for one in rule.units], rule.floor)
    return {one.unit: places for one, places in zip(rule.units, shares, strict=True)}
