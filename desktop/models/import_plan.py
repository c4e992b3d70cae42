"""What an import would do to a conference, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from db.records import Conference, Delegate
from desktop.people.columns import ColumnMapping
from desktop.people.headings import Field
from desktop.people.import_report import (
    ImportPreview,
    ImportProblem,
    ImportProblemCode,
    ImportTarget,
)
from desktop.people.list_sheet import ListSheet
from desktop.people.names import compact_key, search_key
from desktop.people.participant_groups import match_group

# several columns may be taken over as these: their texts are joined
_JOINED = frozenset({Field.HONOURS, Field.ACHIEVEMENT, Field.NOTE, Field.GROUP_MARK})
_NAMES = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
_KEYS = {
    Field.NAME: "name",
    Field.FAMILY_NAME: "name",
    Field.GIVEN_NAME: "name",
    Field.BIRTH: "birth",
    Field.MEN: "birth",
    Field.WOMEN: "birth",
    Field.PARTY: "is_party_member",
    Field.DIRECT_WORKER: "is_direct_worker",
    Field.POST_AND_UNIT: "post",
    Field.UNIT_AND_POST: "unit",
    Field.GROUP: "group_id",
    Field.GROUP_MARK: "group_id",
}
_KEYS_BY_CODE = {
    ImportProblemCode.GENDER_CONTRADICTED: "gender",
    ImportProblemCode.HIDDEN_ROW: "name",
}


@dataclass(frozen=True)
class ImportPlan:
    """A list as it would be taken over.

    Attributes:
        listed_already: ids of those of the new people who seem to be in the conference.
    """

    preview: ImportPreview
    mapping: ColumnMapping
    target: ImportTarget
    listed_already: frozenset[str] = frozenset()

    @property
    def names_people(self) -> bool:
        """Whether a column holds the names."""
        return any(self.mapping.columns_of(field) for field in _NAMES)

    def people(self, *, skip_listed: bool) -> tuple[Delegate, ...]:
        """List who would be added, numbered without gaps where the list brings no numbers."""
        if not skip_listed or not self.listed_already:
            return self.preview.delegates
        kept = [one for one in self.preview.delegates if one.id not in self.listed_already]
        numbers = [one.badge_number for one in self.preview.delegates]
        if self.mapping.columns_of(Field.BADGE_NUMBER):
            numbers = [one.badge_number for one in kept]
        return tuple(
            msgspec.structs.replace(
                one, position=self.target.start_position + index, badge_number=number
            )
            for index, (one, number) in enumerate(zip(kept, numbers, strict=False))
        )


def target_of(
    conference: Conference,
    delegates: Sequence[Delegate],
    this_year: int,
    default_group_id: str,
    *,
    skips_hidden: bool,
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
        default_group_id=default_group_id,
        skips_hidden=skips_hidden,
    )


def likely_group_id(
    conference: Conference, sheet: ListSheet, path: Path, mapping: ColumnMapping
) -> str:
    """Guess the group of people whose rows name none: by the sheet's name, or the file's.

    A list with a column for the group leaves those people in none.
    """
    for text in (sheet.name, path.stem):
        group = match_group(text, conference.groups)
        if group is not None:
            return group.id
    names_groups = mapping.columns_of(Field.GROUP) or mapping.columns_of(Field.GROUP_MARK)
    return conference.groups[0].id if conference.groups and not names_groups else ""


def taken_over_as(mapping: ColumnMapping, column: int, field: Field | None) -> ColumnMapping:
    """Take a column over as a field; another column that was it before is left out."""
    if field is not None and field not in _JOINED:
        for other in mapping.columns_of(field):
            mapping = mapping.with_field(other, None)
    return mapping.with_field(column, field)


def listed_already(new: Sequence[Delegate], listed: Sequence[Delegate]) -> frozenset[str]:
    """Find those of the new people who are listed: same ID number, or name, birth and unit."""
    cards = {one.id_number for one in listed} - {""}
    people = {_person(one) for one in listed}
    return frozenset(one.id for one in new if (one.id_number in cards) or _person(one) in people)


def _person(one: Delegate) -> tuple[object, ...]:
    return search_key(one.name), one.birth, compact_key(one.unit)


def key_of(problem: ImportProblem, mapping: ColumnMapping) -> str:
    """Name the attribute of the delegate that a problem is about; empty when it is about none."""
    if problem.code in _KEYS_BY_CODE:
        return _KEYS_BY_CODE[problem.code]
    field = next((use.field for use in mapping.columns if use.column == problem.column), None)
    return _KEYS.get(field, field.value) if field is not None else ""
