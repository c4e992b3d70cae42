from __future__ import annotations

import msgspec

from desktop.rules.pack_types import enum_types, struct_types
from tests.desktop.rules.every_shape import every_shape, records


def test_every_field_of_the_format_is_said_once_at_least() -> None:
    said = {
        (type(record), field.name)
        for record in records(every_shape())
        for field in msgspec.structs.fields(record)
        if field.required or getattr(record, field.name) != field.default
    }
    every = {(struct, name) for struct in struct_types() for name in struct.__struct_fields__}
    assert every - said == set()


def test_the_format_is_walked_to_its_ends() -> None:
    names = {one.__name__ for one in (*struct_types(), *enum_types())}
    assert {"Period", "Movement", "UnitQuota", "EventWindow", "AgeTrait", "Appraisal"} <= names
    assert {"Attendance", "GroupKind", "MonthPart", "PersonFlag", "TaskKind", "Side"} <= names
