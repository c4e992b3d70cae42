"""Places of units as the office enters them, changed in the conference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from db.records import Quota
from desktop.rules.quota_columns import ColumnKind, QuotaColumn
from desktop.rules.quotas import shared_out
from desktop.rules.unit_names import unit_key

Place = tuple[str, QuotaColumn]  # a unit, and a column that can be given places


def with_places(quotas: Sequence[Quota], places: Mapping[Place, int | None]) -> tuple[Quota, ...]:
    """Set numbers, or take them back with None; a unit that was listed stays so."""
    wanted = {_key(unit, *_target(column)): number for (unit, column), number in places.items()}
    names = {_key(unit, *_target(column)): unit for unit, column in places}
    changed = []
    for quota in quotas:
        key = _key(quota.unit, quota.group_id, quota.trait)
        new = replace(quota, places=wanted.pop(key)) if key in wanted else quota
        if new.places is not None or new.base or _lists(new):
            changed.append(new)
    for key, number in wanted.items():
        if number is not None:
            _, group_id, trait = key
            changed.append(
                Quota(unit=names[key].strip(), group_id=group_id, trait=trait, places=number)
            )
    return tuple(changed)


def with_units(quotas: Sequence[Quota], units: Iterable[str]) -> tuple[Quota, ...]:
    """List units that have no places yet; those that are listed stay as they are."""
    known = {unit_key(quota.unit) for quota in quotas}
    added = []
    for unit in units:
        key = unit_key(unit)
        if key and key not in known:
            known.add(key)
            added.append(Quota(unit=unit.strip()))
    return (*quotas, *added)


def without_units(quotas: Sequence[Quota], units: Iterable[str]) -> tuple[Quota, ...]:
    """Take units with all the places the office gave them off."""
    gone = {unit_key(unit) for unit in units}
    return tuple(quota for quota in quotas if unit_key(quota.unit) not in gone)


def with_shares(
    quotas: Sequence[Quota],
    column: QuotaColumn,
    total: int,
    bases: Mapping[str, int],
    floor: int = 0,
) -> tuple[Quota, ...]:
    """Share places out among units by their bases, which are kept for the next time.

    Raises:
        ValueError: the floors take more than there is, or no base says who gets the rest.
    """
    shares = shared_out(total, list(bases.values()), floor)
    changed = with_places(
        quotas, {(unit, column): share for unit, share in zip(bases, shares, strict=True)}
    )
    by_key = {unit_key(unit): base for unit, base in bases.items()}
    target = _target(column)
    return tuple(
        replace(quota, base=by_key[unit_key(quota.unit)])
        if (quota.group_id, quota.trait) == target and unit_key(quota.unit) in by_key
        else quota
        for quota in changed
    )


def bases_of(quotas: Sequence[Quota], column: QuotaColumn) -> dict[str, int]:
    """Give what the places of a column were shared out by, by the key of the unit."""
    target = _target(column)
    return {
        unit_key(quota.unit): quota.base
        for quota in quotas
        if (quota.group_id, quota.trait) == target and quota.base
    }


def _target(column: QuotaColumn) -> tuple[str, str]:
    if not column.can_be_given:
        raise ValueError(f"no places are given in a column of the kind {column.kind}")
    group_id = column.key if column.kind is ColumnKind.GROUP else ""
    return group_id, column.key if column.kind is ColumnKind.TRAIT else ""


def _key(unit: str, group_id: str, trait: str) -> tuple[str, str, str]:
    return unit_key(unit), group_id, trait


def _lists(quota: Quota) -> bool:
    """Tell the record that lists a unit: that of the unit as a whole."""
    return not quota.group_id and not quota.trait
