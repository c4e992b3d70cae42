"""What the columns of a list can be taken over as, named for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr
from desktop.people.headings import Field


def list_field_name(field: Field) -> str:
    """Name a field of a list."""
    return _NAMES[field]()


# in the order they are offered
_NAMES: Mapping[Field, Callable[[], str]] = {
    Field.NAME: lambda: tr("Full name"),
    Field.FAMILY_NAME: lambda: tr("Family and middle name"),
    Field.GIVEN_NAME: lambda: tr("Given name"),
    Field.GROUP: lambda: tr("Group"),
    Field.GROUP_MARK: lambda: tr("Group by a mark (x)"),
    Field.POST: lambda: tr("Post"),
    Field.UNIT: lambda: tr("Unit"),
    Field.POST_AND_UNIT: lambda: tr("Post, then unit"),
    Field.UNIT_AND_POST: lambda: tr("Unit, then post"),
    Field.BIRTH: lambda: tr("Birth date or year"),
    Field.MEN: lambda: tr("Men: birth or mark"),
    Field.WOMEN: lambda: tr("Women: birth or mark"),
    Field.GENDER: lambda: tr("Gender"),
    Field.ETHNICITY: lambda: tr("Ethnicity"),
    Field.RELIGION: lambda: tr("Religion"),
    Field.PARTY: lambda: tr("Party member"),
    Field.DIRECT_WORKER: lambda: tr("Direct worker"),
    Field.HONOURS: lambda: tr("Honours"),
    Field.ACHIEVEMENT: lambda: tr("Achievement"),
    Field.REPRESENTS: lambda: tr("Represents"),
    Field.HOME_TOWN: lambda: tr("Home town"),
    Field.SCHOOLING: lambda: tr("Schooling"),
    Field.PROPOSED_AWARD: lambda: tr("Proposed award"),
    Field.ID_NUMBER: lambda: tr("ID number"),
    Field.PHONE: lambda: tr("Phone"),
    Field.BADGE_NUMBER: lambda: tr("Badge number"),
    Field.NOTE: lambda: tr("Note"),
    Field.ORDINAL: lambda: tr("Row number"),
}

LIST_FIELDS: tuple[Field, ...] = tuple(_NAMES)
