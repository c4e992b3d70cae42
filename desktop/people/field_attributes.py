"""Which attribute of a delegate the columns of a list fill."""

from __future__ import annotations

from desktop.people.headings import Field

_ATTRIBUTES = {
    Field.ORDINAL: "",
    Field.FAMILY_NAME: "name",
    Field.GIVEN_NAME: "name",
    Field.MEN: "birth",
    Field.WOMEN: "birth",
    Field.PARTY: "is_party_member",
    Field.DIRECT_WORKER: "is_direct_worker",
    Field.POST_AND_UNIT: "post",
    Field.UNIT_AND_POST: "unit",
    Field.GROUP: "group_id",
    Field.GROUP_MARK: "group_id",
}


def attribute_of(field: Field | None) -> str:
    """Name the attribute a column taken over as a field fills first; empty for none."""
    return "" if field is None else _ATTRIBUTES.get(field, field.value)


def fields_of(attribute: str) -> tuple[Field, ...]:
    """List the fields that fill an attribute."""
    return tuple(field for field in Field if attribute and attribute_of(field) == attribute)
