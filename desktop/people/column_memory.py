"""Remember how an officer took the columns of a list over, for the next list of the same sender.

Data only: whoever keeps settings keeps these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from desktop.people.columns import (
    MAX_HEADING_ROWS,
    MAX_ROWS_BEFORE_HEADING,
    ColumnMapping,
    ColumnUse,
    FixedValue,
    guess,
    guess_below,
)
from desktop.people.headings import Field
from desktop.people.list_sheet import ListSheet
from desktop.people.names import compact_key

MAX_MEMORIES = 200
_FEWEST_HEADINGS = 2  # a list of one column could be anybody's


class ColumnMemory(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was chosen for a list with certain headings.

    Attributes:
        sender: who sent it, as whoever keeps this names them; empty when nobody said.
        fingerprint: of the headings, whatever their order, case and accents.
        fields: by the key of a heading; None where a column was not taken over.
        fixed: values chosen for everybody.
    """

    fingerprint: str
    sender: str = ""
    fields: dict[str, Field | None] = {}
    fixed: tuple[FixedValue, ...] = ()


def fingerprint(mapping: ColumnMapping) -> str:
    """Tell lists by their headings, whatever their order; empty when there are hardly any."""
    keys = [key for key in _keys(mapping).values() if key]
    if len({key.partition("#")[0].partition("+")[0] for key in keys}) < _FEWEST_HEADINGS:
        return ""
    return sha256("\n".join(sorted(keys)).encode()).hexdigest()


def memory_of(mapping: ColumnMapping, sender: str = "") -> ColumnMemory:
    """Write down how a list is taken over."""
    keys = _keys(mapping)
    return ColumnMemory(
        fingerprint=fingerprint(mapping),
        sender=compact_key(sender),
        fields={keys[use.column]: use.field for use in mapping.columns if keys[use.column]},
        fixed=mapping.fixed,
    )


def remembered(
    memories: Sequence[ColumnMemory], new: ColumnMemory, most: int = MAX_MEMORIES
) -> tuple[ColumnMemory, ...]:
    """Add a memory in place of the one it renews; the newest come first, the oldest go.

    One without a fingerprint, for a list that has no headings, is not kept.
    """
    if not new.fingerprint:
        return tuple(memories)
    others = [
        each
        for each in memories
        if (each.sender, each.fingerprint) != (new.sender, new.fingerprint)
    ]
    return (new, *others)[:most]


def recalled(
    memories: Sequence[ColumnMemory], sheet: ListSheet, sender: str = ""
) -> ColumnMapping | None:
    """Take a list over as a list like it was before; None when there was none.

    The sender's own choice counts before that of another sender of the same headings. A heading
    that is not found by itself is looked for where one of the lists remembered has it.
    """
    own = compact_key(sender)
    known: dict[str, ColumnMemory] = {}
    for memory in sorted(memories, key=lambda each: each.sender != own):
        known.setdefault(memory.fingerprint, memory)
    if not known:
        return None
    for mapping in _possible(sheet):
        found = known.get(fingerprint(mapping))
        if found is not None:
            return _taken_over(mapping, found)
    return None


def _possible(sheet: ListSheet) -> Iterator[ColumnMapping]:
    yield guess(sheet)
    rows = sheet.rows[:MAX_ROWS_BEFORE_HEADING]
    for first in range(len(rows)):
        for last in range(first, min(first + MAX_HEADING_ROWS, len(rows))):
            yield guess_below(sheet, [row.number for row in rows[first : last + 1]])


def _taken_over(mapping: ColumnMapping, memory: ColumnMemory) -> ColumnMapping:
    keys = _keys(mapping)
    uses = tuple(_with_memory(use, keys[use.column], memory.fields) for use in mapping.columns)
    return msgspec.structs.replace(mapping, columns=uses, fixed=memory.fixed)


def _with_memory(use: ColumnUse, key: str, fields: Mapping[str, Field | None]) -> ColumnUse:
    return msgspec.structs.replace(use, field=fields[key]) if key in fields else use


def _keys(mapping: ColumnMapping) -> dict[int, str]:
    """Give each column a key: its heading, which of equal ones, or the heading it stands behind."""
    keys: dict[int, str] = {}
    seen: Counter[str] = Counter()
    before, behind = "", 0
    for use in mapping.columns:
        key = compact_key(use.heading)
        if key:
            seen[key] += 1
            before, behind = (key if seen[key] == 1 else f"{key}#{seen[key]}"), 0
            keys[use.column] = before
        else:
            behind += 1
            keys[use.column] = f"{before}+{behind}" if before else ""
    return keys
