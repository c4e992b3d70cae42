from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from msgspec import NODEFAULT, Struct

from desktop.rules.pack import Level, RulePack, Unit, UnitException
from desktop.rules.pack_part import Refers, Written
from desktop.rules.pack_people import LimitRule, Trait
from desktop.rules.pack_shapes import (
    ChoiceShape,
    FieldShape,
    FixedShape,
    ListShape,
    NumberShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    pack_shape,
    record_shape,
    shape_of,
)
from desktop.rules.pack_types import enum_types, struct_types
from desktop.rules.windows import MonthsWindow, Window


def _inside(shape: Shape) -> Iterator[Shape]:
    yield shape
    if isinstance(shape, RecordShape):
        for field in shape.fields:
            yield from _inside(field.shape)
    elif isinstance(shape, ListShape):
        yield from _inside(shape.item)
    elif isinstance(shape, UnionShape):
        for kind in shape.kinds.values():
            yield from _inside(kind)


def _field(kind: type[Struct], name: str) -> FieldShape:
    field = record_shape(kind).field(name)
    assert field is not None
    return field


def test_every_struct_and_every_choice_of_the_format_has_its_shape() -> None:
    shapes = tuple(_inside(pack_shape()))
    assert {one.type for one in shapes if isinstance(one, RecordShape)} == set(struct_types())
    assert {one.type for one in shapes if isinstance(one, ChoiceShape)} == set(enum_types())


@pytest.mark.parametrize("kind", struct_types())
def test_every_field_of_a_struct_has_its_shape_once(kind: type[Struct]) -> None:
    names = [field.name for field in record_shape(kind).fields]
    assert sorted(names) == sorted(kind.__struct_fields__)


def test_a_field_says_whether_it_may_be_left_out_and_what_it_is_then() -> None:
    assert _field(LimitRule, "counts").is_required
    assert _field(LimitRule, "value").is_optional
    assert _field(LimitRule, "value").default is None
    assert _field(LimitRule, "is_binding").default is True
    assert _field(Unit, "id").default is NODEFAULT


def test_a_label_is_found_by_the_type_that_declares_the_field() -> None:
    assert _field(LimitRule, "words").owner.__name__ == "Rule"
    assert _field(UnitException, "id").owner is UnitException


def test_a_part_is_filled_in_from_its_name_to_its_key() -> None:
    assert [field.name for field in record_shape(Unit).fields] == ["name", "level", "parent", "id"]
    names = [field.name for field in record_shape(LimitRule).fields]
    assert names[0] == "bound"
    assert names[-4:] == ["is_binding", "clause", "words", "id"]


def test_values_carry_their_range_and_the_way_they_are_written() -> None:
    quota = _field(Level, "quotas").shape
    assert isinstance(quota, ListShape)
    first = _field(MonthsWindow, "first").shape
    assert isinstance(first, TextShape)
    assert first.written is Written.MONTH
    level = _field(Unit, "level").shape
    assert isinstance(level, TextShape)
    assert level.refers is Refers.LEVEL
    version = _field(RulePack, "version").shape
    assert isinstance(version, NumberShape)
    assert (version.least, version.most) == (1, 99999)
    heading = _field(RulePack, "format").shape
    assert isinstance(heading, FixedShape)
    assert heading.value == "hoinghi-rulepack"


def test_a_union_knows_its_kinds_by_their_tag() -> None:
    windows, traits = shape_of(Window), shape_of(Trait)
    assert isinstance(windows, UnionShape)
    assert isinstance(traits, UnionShape)
    assert list(windows.kinds) == ["quarter", "months", "dates", "event"]
    assert list(traits.kinds) == ["flag", "honours", "age"]
    assert windows.tag_field == "kind"


def test_a_type_that_no_form_knows_is_told() -> None:
    with pytest.raises(TypeError):
        shape_of(datetime)
    with pytest.raises(TypeError):
        shape_of(int | str)
