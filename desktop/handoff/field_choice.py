"""Which fields of a person travel: what the level above gets as a rule, and what may be added."""

from __future__ import annotations

from desktop.handoff.conference_content import delegate_fields
from desktop.people.field_catalogue import FIELDS, CatalogueField
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import FlagTrait, PersonFlag

# what puts people in order travels with every choice; nobody is asked about it
ORDER_FIELDS = ("protocol_rank", "given_name")
PHOTO_FIELD = "photo_id"
# which sensitive field a plan has to know to count such people
_SENSITIVE_FIELDS = {
    PersonFlag.ETHNIC_MINORITY: "ethnicity",
    PersonFlag.RELIGIOUS: "religion",
    PersonFlag.PARTY_MEMBER: "is_party_member",
}


def choosable_fields() -> tuple[CatalogueField, ...]:
    """List what the officer may choose, in the order of the catalogue; portraits come beside."""
    names = frozenset(delegate_fields())
    return tuple(field for field in FIELDS if field.key in names)


def usual_fields(rules: RulePack | None = None) -> tuple[str, ...]:
    """Name what the level above gets unless something else is chosen.

    Args:
        rules: what is sensitive goes up only where this plan counts it; without one, all of it.
    """
    counted = _counted(rules) if rules is not None else None
    told = (
        field.key
        for field in choosable_fields()
        if field.in_bundle and (counted is None or not field.is_sensitive or field.key in counted)
    )
    return (*told, PHOTO_FIELD)


def _counted(rules: RulePack) -> frozenset[str]:
    flags = {trait.flag for trait in rules.traits if isinstance(trait, FlagTrait)}
    return frozenset(field for flag, field in _SENSITIVE_FIELDS.items() if flag in flags)
