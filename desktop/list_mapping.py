"""How a list is to be taken over, written down as TOML for the command line."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop.errors import InputRefused
from desktop.people.columns import FIXABLE, FixedValue
from desktop.people.headings import Field
from desktop.people.old_codes import OldEncoding
from desktop.people.resolution import Verdict

MAX_BYTES = 64 * 1024


class MappingRefusal(StrEnum):
    """Reasons of InputRefused for what a mapping file asks."""

    UNREADABLE = "mapping_unreadable"
    WRONG = "mapping_wrong"  # facts: text
    NO_SUCH_SHEET = "mapping_no_such_sheet"  # facts: text
    NO_SUCH_COLUMN = "mapping_no_such_column"  # facts: text
    NO_SUCH_GROUP = "mapping_no_such_group"  # facts: text


class ListMapping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a mapping file says; what it leaves out is guessed.

    Attributes:
        sheet: by its name, or its number from 1.
        heading: row numbers of the heading.
        columns: a field, or "none", by the letters of the column or by its heading.
        fixed: what holds for everybody, by field.
        convert: the old encoding of a column, by its letters; an empty table converts nothing.
        group: the name of the group of people whose row names none.
        same: what becomes of a row whose person is surely known already.
    """

    sheet: str | int = ""
    heading: tuple[int, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    columns: dict[str, str] = {}
    fixed: dict[str, str] = {}
    convert: dict[str, OldEncoding] | None = None
    group: str = ""
    skip_hidden: bool = False
    same: Verdict = Verdict.MERGE

    def fixed_values(self) -> tuple[FixedValue, ...]:
        """Give the fixed values."""
        return tuple(FixedValue(Field(name), text) for name, text in self.fixed.items())


def read_list_mapping(path: Path) -> ListMapping:
    """Read a mapping file.

    Raises:
        InputRefused: it is not there, no TOML, or says what nothing knows.
    """
    try:
        data = path.read_bytes()[: MAX_BYTES + 1]
        if len(data) > MAX_BYTES:
            raise InputRefused(MappingRefusal.UNREADABLE, path)
        table = tomllib.loads(data.decode())
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise InputRefused(MappingRefusal.UNREADABLE, path) from error
    try:
        mapping = msgspec.convert(table, type=ListMapping)
    except msgspec.ValidationError as error:
        raise InputRefused(MappingRefusal.WRONG, path, text=str(error)) from error
    fields = {field.value for field in Field} | {"none"}
    for name in mapping.columns.values():
        if name not in fields:
            raise InputRefused(MappingRefusal.WRONG, path, text=name)
    for name in mapping.fixed:
        if name not in {field.value for field in FIXABLE}:
            raise InputRefused(MappingRefusal.WRONG, path, text=name)
    return mapping
