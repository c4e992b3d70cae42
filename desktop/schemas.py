"""JSON Schemas of the files that offices hand on: `python3 dev.py schema` writes them anew.

They are derived from the types, so that other programs, and editors of text, know the formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from db.records import ConferenceFile
from desktop.atomic_file import write_atomically
from desktop.language import Language, speak
from desktop.paths import resource
from desktop.rules.pack import RulePack
from desktop.rules.pack_types import struct_types
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import part_name

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def conference_file_schema() -> bytes:
    """Derive the schema of conference files from the records."""
    tree: dict[str, Any] = msgspec.json.schema(ConferenceFile)
    root = tree["$defs"]["ConferenceFile"]
    root["required"] = ["format", "version", *root["required"]]
    return _laid_out(tree)


def rule_pack_schema() -> bytes:
    """Derive the schema of rule packs from their types; dates of TOML are text as of ISO 8601.

    What it says of each key is in the language spoken.
    """
    tree: dict[str, Any] = msgspec.json.schema(RulePack)
    for struct in struct_types():
        part = tree["$defs"][struct.__name__]
        part["title"] = part_name(struct)
        part.pop("description", None)
        for field in struct.__struct_fields__:
            label, hint = pack_field(struct, field)
            part["properties"][field] |= {"title": label, "description": hint}
    # Python's end of a text is another letter in the regular expressions of JSON Schema
    return _laid_out(tree).replace(rb"\\Z", b"$")


SCHEMAS: Mapping[str, Callable[[], bytes]] = {
    "conference-file.schema.json": conference_file_schema,
    "rule-pack.schema.json": rule_pack_schema,
}


def _laid_out(tree: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(_DIALECT | tree), indent=2) + b"\n"


def main() -> None:
    """Write the schemas into the resources, in the language of those who write packs."""
    speak(Language.VIETNAMESE)
    for name, schema in SCHEMAS.items():
        write_atomically(resource("schemas", name), schema())


if __name__ == "__main__":
    main()
