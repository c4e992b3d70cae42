"""Units that went into others: their old names stand for the new unit wherever they are met."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.errors import InputRefused
from desktop.rules.unit_names import unit_key

MAX_TABLE_BYTES = 4 * 1024 * 1024
_Name = Annotated[str, Meta(min_length=1, max_length=300)]


class MergerRefusal(StrEnum):
    """Reasons of InputRefused for a table of merged units."""

    UNREADABLE = "mergers-unreadable"  # facts: detail
    WRONG = "mergers-wrong"  # facts: detail
    IN_A_RING = "mergers-in-a-ring"  # facts: name


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    merged: dict[_Name, _Name]


class Mergers:
    """Old names and what they became; a unit may have been merged more than once."""

    def __init__(self, became: Mapping[str, str] | None = None) -> None:
        """Take old names with the new one of each.

        Raises:
            InputRefused: IN_A_RING, where following the names leads back to the first.
        """
        self._became = {unit_key(old): new.strip() for old, new in (became or {}).items()}
        for old in self._became:
            seen, key = {old}, unit_key(self._became[old])
            while key in self._became:
                if key in seen:
                    raise InputRefused(MergerRefusal.IN_A_RING, name=self._became[key])
                seen.add(key)
                key = unit_key(self._became[key])

    @property
    def became(self) -> Mapping[str, str]:
        """What each old name became, by its key, to be stored and taken again."""
        return self._became

    def name_now(self, name: str) -> str:
        """Give the name of the unit that a name stands for today."""
        while (new := self._became.get(unit_key(name))) is not None:
            name = new
        return name.strip()


def read_mergers(path: Path) -> Mergers:
    """Read a table in TOML: under [merged], each old name with the new one.

    Raises:
        InputRefused: a MergerRefusal.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_TABLE_BYTES + 1)
        if len(data) > MAX_TABLE_BYTES:
            raise InputRefused(MergerRefusal.WRONG, path, detail=f"> {MAX_TABLE_BYTES} B")
        table = msgspec.toml.decode(data, type=_Table)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(MergerRefusal.UNREADABLE, path, detail=detail) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputRefused(MergerRefusal.WRONG, path, detail=str(error)) from error
    return Mergers(table.merged)
