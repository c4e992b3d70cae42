from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings

from desktop import schemas
from desktop.conference_file import encode
from desktop.language import Language, speak
from desktop.paths import resource
from desktop.rules.pack import RulePack
from desktop.rules.pack_types import struct_types
from desktop.rules.write import encode_pack
from desktop.schemas import SCHEMAS, conference_file_schema, rule_pack_schema
from tests.builders import a_delegate, a_file
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import EVERY_SHAPE

Tree = dict[str, Any]
PACKS = [*sorted(resource("rulepacks").glob("*.toml")), EVERY_SHAPE]
FILES = jsonschema.Draft202012Validator(json.loads(conference_file_schema()))
RULES = jsonschema.Draft202012Validator(
    json.loads(rule_pack_schema()), format_checker=jsonschema.FormatChecker()
)


def as_json(toml: bytes) -> Any:
    """Read TOML as JSON has it: dates become text."""
    plain = msgspec.to_builtins(tomllib.loads(toml.decode()), builtin_types=(date,))
    return json.loads(json.dumps(plain, default=str))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_are_current(name: str) -> None:
    speak(Language.VIETNAMESE)
    assert resource("schemas", name).read_bytes() == SCHEMAS[name](), "python3 dev.py schema"


def test_every_schema_is_written_where_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schemas, "resource", lambda _, name: tmp_path / name)
    schemas.main()
    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert written == {name: schema() for name, schema in SCHEMAS.items()}


@pytest.mark.parametrize("reader", [FILES, RULES], ids=SCHEMAS)
def test_a_schema_is_one_by_the_standard_and_has_patterns_that_every_reader_knows(
    reader: jsonschema.Draft202012Validator,
) -> None:
    reader.check_schema(reader.schema)
    patterns = re.findall(r'"pattern": "(.*?)"', json.dumps(reader.schema))
    assert patterns
    assert not [pattern for pattern in patterns if re.search(r"\\[AZz]", pattern)]


def test_an_independent_reader_agrees_about_conference_files() -> None:
    sound = json.loads(encode(a_file(a_delegate())))
    FILES.validate(sound)
    changes: tuple[Callable[[Tree], object], ...] = (
        lambda tree: tree.pop("format"),
        lambda tree: tree["conference"].update(nonsense=1),
        lambda tree: tree["delegates"][0].update(name=5),
    )
    for change in changes:
        tree = json.loads(json.dumps(sound))
        change(tree)
        assert not FILES.is_valid(tree)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_an_independent_reader_accepts_every_pack(path: Path) -> None:
    RULES.validate(as_json(path.read_bytes()))


@settings(max_examples=30)
@given(any_pack())
def test_an_independent_reader_accepts_any_pack(pack: RulePack) -> None:
    RULES.validate(as_json(encode_pack(pack)))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ((), {"nonsense": 1}),
        ((), {"format_version": 2}),
        ((), {"version": "3"}),
        ((), {"id": "Xã"}),
        ((), {"id": "xa\n-"}),
        ((), {"levels": []}),
        (("plan",), {"issued_on": "15/8/2029"}),
        (("levels", 0), {"id": ""}),
        (("levels", 0, "windows", 0), {"quarter": 5}),
        (("levels", 0, "windows", 0), {"kind": "moon"}),
        (("levels", 0, "windows", 1), {"first": "2029-13"}),
        (("levels", 0, "limits", 0), {"value": -1}),
        (("levels", 0, "limits", 0), {"bound": "perhaps"}),
        (("levels", 0, "limits", 0), {"counts": []}),
        (("levels", 0, "shares", 0), {"share": "seventy"}),
        (("levels", 0, "attendance"), {"threshold": 0}),
        (("levels", 0, "exceptions", 0, "appraisal"), {"addressee": ""}),
    ],
)
def test_an_independent_reader_refuses_a_broken_pack(
    where: tuple[str | int, ...], value: Tree
) -> None:
    tree = as_json(EVERY_SHAPE.read_bytes())
    part = tree
    for step in where:
        part = part[step]
    part.update(value)
    assert not RULES.is_valid(tree)


def test_an_editor_of_text_can_show_what_each_key_is() -> None:
    definitions = json.loads(rule_pack_schema())["$defs"]
    for struct in struct_types():
        part = definitions[struct.__name__]
        assert part["title"]
        for field in struct.__struct_fields__:
            assert {"title", "description"} <= part["properties"][field].keys()
    assert definitions["LimitRule"]["title"] == "Number of participants"
