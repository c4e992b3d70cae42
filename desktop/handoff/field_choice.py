"""Which fields of a person travel: what the level above gets as a rule, and what may be added."""

from __future__ import annotations

from desktop.handoff.conference_content import delegate_fields
from desktop.people.field_catalogue import FIELDS, CatalogueField

# what puts people in order travels with every choice; nobody is asked about it
ORDER_FIELDS = ("protocol_rank", "given_name")
PHOTO_FIELD = "photo_id"


def choosable_fields() -> tuple[CatalogueField, ...]:
    """List what the officer may choose, in the order of the catalogue; portraits come beside."""
    names = frozenset(delegate_fields())
    return tuple(field for field in FIELDS if field.key in names)


def usual_fields() -> tuple[str, ...]:
    """Name what the level above gets unless something else is chosen."""
    told = tuple(field.key for field in choosable_fields() if field.in_bundle)
    return (*told, PHOTO_FIELD)
