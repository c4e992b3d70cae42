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
from desktop.people.list_sheet import Cell, ListSheet, Row
from desktop.people.names import compact_key
from desktop.people.text import clean

MAX_MEMORIES = 200
_FEWEST_HEADINGS = 2  # a list of one column could be anybody's


class ColumnMemory(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was chosen for a list with certain headings.

    Attributes:
        sender: who sent it, as the officer typed it; empty when nobody said.
        folder: where the file lay, as whoever keeps this writes it; it decides between lists of
            the same headings whose sender nobody said.
        fingerprint: of the headings, whatever their order, case and accents.
        fields: by the key of a heading; None where a column was not taken over.
        fixed: values chosen for everybody.
    """

    fingerprint: str
    sender: str = ""
    folder: str = ""
    fields: dict[str, Field | None] = {}
    fixed: tuple[FixedValue, ...] = ()


class Recalled(Struct, frozen=True):
    """A list taken over as one like it was before."""

    mapping: ColumnMapping
    memory: ColumnMemory


def fingerprint(mapping: ColumnMapping) -> str:
    """Tell lists by their headings, whatever their order; empty when there are hardly any."""
    keys = [key for key in _keys(mapping).values() if key]
    if len({key.partition("#")[0].partition("+")[0] for key in keys}) < _FEWEST_HEADINGS:
        return ""
    return sha256("\n".join(sorted(keys)).encode()).hexdigest()


def memory_of(mapping: ColumnMapping, sender: str = "", folder: str = "") -> ColumnMemory:
    """Write down how a list is taken over."""
    keys = _keys(mapping)
    return ColumnMemory(
        fingerprint=fingerprint(mapping),
        sender=clean(sender),
        folder=folder,
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
    return (new, *without(memories, new))[:most]


def without(memories: Sequence[ColumnMemory], old: ColumnMemory) -> tuple[ColumnMemory, ...]:
    """Forget a memory, and what it was renewed from."""
    return tuple(each for each in memories if _identity(each) != _identity(old))


def recalled(
    memories: Sequence[ColumnMemory],
    sheet: ListSheet,
    sender: str = "",
    folder: str = "",
    heading: Sequence[int] | None = None,
) -> Recalled | None:
    """Take a list over as a list like it was before; None when there was none.

    The sender's own choice counts before that of another sender of the same headings, then that
    for a list of the same folder, then the newest. A heading that is not found by itself is looked
    for where one of the lists remembered has it.

    Args:
        memories: the newest first.
        sheet: the list.
        sender: who sent it; empty when nobody said.
        folder: where it lies.
        heading: the rows of the heading, where the officer said them.
    """
    own = compact_key(sender)
    known: dict[str, ColumnMemory] = {}
    for memory in sorted(
        memories,
        key=lambda each: (compact_key(each.sender) != own if own else False, each.folder != folder),
    ):
        known.setdefault(memory.fingerprint, memory)
    if not known:
        return None
    skeleton = _skeleton(sheet)
    for mapping in _possible(skeleton) if heading is None else [guess_below(skeleton, heading)]:
        found = known.get(fingerprint(mapping))
        if found is not None:
            whole = guess_below(sheet, mapping.heading_rows)
            return Recalled(_taken_over(whole, found), found)
    return None


def _identity(memory: ColumnMemory) -> tuple[str, str, str]:
    sender = compact_key(memory.sender)
    return sender, "" if sender else memory.folder, memory.fingerprint


def _skeleton(sheet: ListSheet) -> ListSheet:
    """Give a sheet with the rows that may be a heading, and with all its columns.

    To look for a heading in some hundred places, ten thousand rows below it are of no use.
    """
    columns = sorted({cell.column for row in sheet.rows for cell in row.cells})
    last = Row(sheet.rows[-1].number + 1 if sheet.rows else 1, tuple(Cell(c, "") for c in columns))
    rows = sheet.rows[: MAX_ROWS_BEFORE_HEADING + MAX_HEADING_ROWS]
    return msgspec.structs.replace(sheet, rows=(*rows, last))


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
