"""The guide to writing packs: what it shows loads, and nothing of the format is left out of it."""

from __future__ import annotations

import re

import msgspec
import pytest

from desktop.paths import resource
from desktop.rules.load import decode_pack
from desktop.rules.pack import RulePack
from desktop.rules.pack_texts import PLACEHOLDERS
from desktop.rules.pack_types import enum_types, struct_types
from tests.desktop.rules.every_shape import records

GUIDE = resource("rulepacks", "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FRAME, RULES = GUIDE.split("## Whom a rule counts")
# the frame is put together; each example of a rule stands behind it by itself
BASE = "\n".join(EXAMPLE.findall(FRAME))
EXAMPLES = EXAMPLE.findall(RULES)


def packs() -> list[RulePack]:
    return [decode_pack(f"{BASE}\n{example}".encode()) for example in ("", *EXAMPLES)]


def name_of(example: str) -> str:
    return example.partition("\n")[0].strip("[]")


def test_the_smallest_pack_of_the_guide_loads_by_itself() -> None:
    smallest = EXAMPLE.findall(FRAME)[0]
    assert len(decode_pack(smallest.encode()).levels) == 1


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_every_example_of_the_guide_loads_behind_its_frame(example: str) -> None:
    assert decode_pack(f"{BASE}\n{example}".encode()) != decode_pack(BASE.encode())


def test_the_examples_say_every_field_of_every_record() -> None:
    said = {
        (owner, field.name)
        for pack in packs()
        for record in records(pack)
        for field in msgspec.structs.fields(record)
        if field.required or getattr(record, field.name) != field.default
        for owner in type(record).__mro__
    }
    fields = {
        (next(one for one in reversed(struct.__mro__) if name in vars(one)), name)
        for struct in struct_types()
        for name in struct.__struct_fields__
    }
    unsaid = {f"{owner.__name__}.{name}" for owner, name in fields - said}
    # these stand there with the value that they have anyway
    assert unsaid <= {"CommitteeRule.name", "ProgrammeRule.is_binding", "ProgrammeRule.is_ordered"}


@pytest.mark.parametrize("struct", struct_types(), ids=lambda struct: struct.__name__)
def test_the_guide_names_every_key(struct: type[msgspec.Struct]) -> None:
    for name in struct.__struct_fields__:
        assert re.search(rf"(^|[^\w]){name}($|[^\w])", GUIDE), name


def test_the_guide_names_every_choice_and_every_placeholder() -> None:
    for choice in (str(one.value) for kind in enum_types() for one in kind):
        assert re.search(rf"(?<![\w-]){choice}(?![\w-])", GUIDE), choice
    assert all(f"{{{name}}}" in GUIDE for name in PLACEHOLDERS)


def test_every_key_in_the_table_of_shapes_is_one_of_the_format() -> None:
    known = {name for struct in struct_types() for name in struct.__struct_fields__}
    known |= {str(choice.value) for kind in enum_types() for choice in kind}
    known |= {"months", "quarter", "dates", "event", "honours"}  # kinds of windows and traits
    table = GUIDE.partition("## Where each shape")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 16 + 8
    for row in rows:
        keys = re.findall(r"`(.*?)`", row)
        assert keys, row
        assert {part for key in keys for part in key.split(".")} <= known, row
