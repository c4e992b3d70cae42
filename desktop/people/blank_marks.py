"""What an empty cell means in a column of marks: where others are ticked, that it is not so."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from db.records import Delegate
from desktop.people.columns import ColumnMapping
from desktop.people.headings import Field
from desktop.people.list_sheet import Row

MARKS = {Field.PARTY: "is_party_member", Field.DIRECT_WORKER: "is_direct_worker"}


def with_blanks_read(
    rows: Sequence[Row], people: Sequence[Delegate], mapping: ColumnMapping
) -> tuple[Delegate, ...]:
    """Read the empty cells of each column of marks, of the people of these rows.

    A column in which some say no leaves nobody's no unsaid: there an empty cell says nothing, as
    it does in a column that nobody filled in.
    """
    for field, attribute in MARKS.items():
        columns = mapping.columns_of(field)
        said = {getattr(person, attribute) for person in people}
        if not columns or True not in said or False in said:
            continue
        people = [
            msgspec.structs.replace(person, **{attribute: False})
            if getattr(person, attribute) is None and not _text(row, columns[0])
            else person
            for row, person in zip(rows, people, strict=True)
        ]
    return tuple(people)


def _text(row: Row, column: int) -> str:
    cell = row.cell(column)
    return cell.text if cell is not None else ""
