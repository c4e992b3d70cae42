"""What an import would do to a conference, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.records import Conference, Delegate
from desktop.people.columns import ColumnMapping
from desktop.people.duplicates import DuplicatePair
from desktop.people.headings import Field
from desktop.people.import_desk import WorkedList
from desktop.people.import_report import ImportPreview, ImportTarget
from desktop.people.resolution import Decisions, Resolution, resolve, undecided

_NAMES = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)


@dataclass(frozen=True)
class ImportPlan:
    """A list as it would be taken over, with its duplicates resolved."""

    worked: WorkedList
    listed: tuple[Delegate, ...]
    decisions: Decisions
    resolution: Resolution

    @property
    def preview(self) -> ImportPreview:
        """Every row of the list."""
        return self.worked.preview

    @property
    def mapping(self) -> ColumnMapping:
        """What the columns are taken over as."""
        return self.worked.mapping

    @property
    def names_people(self) -> bool:
        """Whether a column holds the names."""
        return any(self.mapping.columns_of(field) for field in _NAMES)

    @property
    def undecided(self) -> tuple[DuplicatePair, ...]:
        """Pairs that are only near and were not looked at."""
        return undecided(self.worked.pairs, self.decisions)

    @property
    def does_anything(self) -> bool:
        """Whether the import would change the conference."""
        return bool(self.resolution.added or self.resolution.merged)

    def after(self) -> tuple[Delegate, ...]:
        """List everybody as the conference would be afterwards."""
        changed = {one.id: one for one in self.resolution.merged}
        return (
            *(changed.get(one.id, one) for one in self.listed),
            *self.resolution.added,
        )


def plan_of(worked: WorkedList, listed: Sequence[Delegate], decisions: Decisions) -> ImportPlan:
    """Work out what an import does with what was decided of its duplicates."""
    found = resolve(
        worked.preview.delegates,
        listed,
        worked.pairs,
        decisions,
        brings_numbers=bool(worked.mapping.columns_of(Field.BADGE_NUMBER)),
    )
    return ImportPlan(worked, tuple(listed), decisions, found)


def target_of(
    conference: Conference, delegates: Sequence[Delegate], this_year: int
) -> ImportTarget:
    """Say where new people go: behind those who are in the conference already."""
    badges = frozenset(one.badge_number for one in delegates if one.badge_number)
    return ImportTarget(
        conference_id=conference.id,
        groups=conference.groups,
        this_year=this_year,
        start_position=1 + max((one.position for one in delegates), default=0),
        start_badge=1 + max(badges, default=0),
        taken_badges=badges,
    )
