from __future__ import annotations

from enum import Enum

import pytest
from msgspec import Struct

from desktop.language import Language, speak
from desktop.rules.pack_types import enum_types, struct_types
from desktop.sentences.field_text import FieldText
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import choice_name, part_name

FIELDS = [(struct, name) for struct in struct_types() for name in struct.__struct_fields__]


@pytest.fixture(params=Language, autouse=True)
def _spoken(request: pytest.FixtureRequest) -> None:
    speak(request.param)


@pytest.mark.parametrize(("struct", "field"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_every_field_has_a_label_and_one_sentence_that_says_what_to_enter(
    struct: type[Struct], field: str
) -> None:
    label, hint = pack_field(struct, field)
    assert label[0].isupper() or label[0] == "Đ"
    assert not label.endswith((".", ":"))
    assert len(label) <= 45
    assert hint.endswith((".", "…"))
    assert len(hint) <= 120


@pytest.mark.parametrize("struct", struct_types(), ids=lambda struct: struct.__name__)
def test_two_fields_of_a_record_never_have_one_label(struct: type[Struct]) -> None:
    labels = [pack_field(struct, name).label for name in struct.__struct_fields__]
    assert len(set(labels)) == len(labels)


def test_every_kind_of_record_has_a_heading_of_its_own() -> None:
    names = [part_name(struct) for struct in struct_types()]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", enum_types(), ids=lambda kind: kind.__name__)
def test_every_choice_has_a_name_of_its_own(kind: type[Enum]) -> None:
    names = [choice_name(choice) for choice in kind]
    assert all(names)
    assert len(set(names)) == len(names)


def test_a_shared_name_of_a_field_gives_way_to_the_own_one() -> None:
    own, shared = (pack_field(struct_named(name), "attendance") for name in OWN_AND_SHARED)
    assert isinstance(own, FieldText)
    assert own != shared


OWN_AND_SHARED = ("FixedAttendance", "LimitRule")


def struct_named(name: str) -> type[Struct]:
    return next(struct for struct in struct_types() if struct.__name__ == name)
