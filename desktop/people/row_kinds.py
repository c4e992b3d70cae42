"""Tell the rows that name people from everything else that stands in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from db.records import ParticipantGroup
from desktop.people.columns import ColumnMapping
from desktop.people.headings import Field, exact_field, is_known
from desktop.people.import_report import LeftOutReason
from desktop.people.list_sheet import Cell, CellKind, Row
from desktop.people.names import compact_key, search_key
from desktop.people.participant_groups import match_group
from desktop.people.words import list_words

_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Da-d])\)?")
_ORDINAL = re.compile(r"\d{1,6}\.?")
_SECTION_NUMBER = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)/:\-]?")
_SECTION_START = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.)/:\-]\s*\S")
_SECTION_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d+)\s*[.)/:\-]\s*")
_PLACE_AND_DATE = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b")
_TOTAL_TAIL = re.compile(r"\W*(?:\d.*|)")
_SHORTEST_FOOTER_WORD = 5
_MAX_SECTION_CELLS = 2


class SortedRow(Struct, frozen=True):
    """A row below the heading, told what it is; a person's row has no reason to be left out."""

    row: Row
    reason: LeftOutReason | None = None
    section: ParticipantGroup | None = None  # of the section a person's row stands in


def own_cells(row: Row) -> list[Cell]:
    """List the cells of a row that are not merged with another."""
    return [cell for cell in row.cells if not cell.is_copy]


def name_cell(row: Row, mapping: ColumnMapping) -> Cell | None:
    """Find the cell that names the person, if the row has one."""
    for field in (Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME):
        for column in mapping.columns_of(field):
            cell = row.cell(column)
            if cell is not None and cell.text and cell.kind is not CellKind.ERROR:
                return cell
    return None


def sort_rows(
    rows: Sequence[Row], mapping: ColumnMapping, groups: Sequence[ParticipantGroup]
) -> tuple[SortedRow, ...]:
    """Tell for each row what it is, in order; the heading itself is left out of the answer."""
    first = min(mapping.heading_rows, default=0)
    last = max(mapping.heading_rows, default=0)
    above = [SortedRow(row, LeftOutReason.ABOVE_THE_HEADING) for row in rows if row.number < first]
    below = [row for row in rows if row.number > last]
    return (*above, *_Sorter(below, mapping, groups).sort())


class _Sorter:
    """Walks down a list and remembers what it has passed."""

    def __init__(
        self, rows: Sequence[Row], mapping: ColumnMapping, groups: Sequence[ParticipantGroup]
    ) -> None:
        self._rows = rows
        self._mapping = mapping
        self._groups = groups
        self._ordinals = mapping.columns_of(Field.ORDINAL)
        self._mapped = {use.column for use in mapping.columns if use.field is not None}
        # as many values beside the name make a row a person's beyond doubt
        self._enough = max(1, min(2, len(self._mapped - {*self._ordinals}) - 1))
        self._section: ParticipantGroup | None = None
        self._has_begun = False
        self._last_person_row = max((row.number for row in rows if self._is_plain(row)), default=0)
        self._has_ended = False

    def sort(self) -> list[SortedRow]:
        return [self._sorted(row) for row in self._rows]

    def _sorted(self, row: Row) -> SortedRow:
        own = own_cells(row)
        name = name_cell(row, self._mapping)
        reason = self._no_part_of_the_list(row, own, name)
        if reason is not None:
            return SortedRow(row, reason)
        if self._is_section(row, own):
            return self._sorted_section(row, own)
        if name is None:
            return SortedRow(row, LeftOutReason.NO_NAME)
        if name.is_copy and name.origin_row < row.number:
            return SortedRow(row, LeftOutReason.CONTINUES_ROW_ABOVE)
        self._has_begun = True
        return SortedRow(row, None, self._section)

    def _no_part_of_the_list(
        self, row: Row, own: list[Cell], name: Cell | None
    ) -> LeftOutReason | None:
        if self._is_column_numbers(own, name):
            return LeftOutReason.COLUMN_NUMBERS
        if self._is_heading(own, name):
            return LeftOutReason.REPEATED_HEADING
        if not self._has_ordinal(row) and any(_is_total(cell.text) for cell in own[:2]):
            self._has_ended = self._has_ended or row.number > self._last_person_row
            return LeftOutReason.TOTAL
        if self._is_after_the_list(row, own, name):
            self._has_ended = True
            return LeftOutReason.AFTER_THE_LIST
        return None

    def _sorted_section(self, row: Row, own: list[Cell]) -> SortedRow:
        title = _SECTION_MARK.sub("", own[-1].text, count=1).strip(" :")
        # a section inside a section, a village say, leaves the group as it was
        self._section = match_group(title, self._groups) or self._section
        return SortedRow(row, LeftOutReason.SECTION)

    def _ordinal(self, row: Row) -> str:
        cells = [row.cell(column) for column in self._ordinals]
        return next((cell.text for cell in cells if cell is not None and not cell.is_copy), "")

    def _has_ordinal(self, row: Row) -> bool:
        return _ORDINAL.fullmatch(self._ordinal(row)) is not None

    def _is_plain(self, row: Row) -> bool:
        """Tell whether a row names a person beyond doubt."""
        name = name_cell(row, self._mapping)
        if name is None or name.is_copy or _is_footer(name.text):
            return False
        others = [
            cell
            for cell in own_cells(row)
            if cell.column in self._mapped and cell.column not in (name.column, *self._ordinals)
        ]
        return self._has_ordinal(row) or len(others) >= self._enough

    def _is_column_numbers(self, own: list[Cell], name: Cell | None) -> bool:
        return (
            not self._has_begun
            and name is not None
            and len(own) >= 2
            and any(any(map(str.isdigit, cell.text)) for cell in own)
            and all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in own)
        )

    def _is_heading(self, own: list[Cell], name: Cell | None) -> bool:
        if name is not None and name.text == self._mapping.heading_of(name.column):
            return True
        if name is not None and exact_field(name.text) in (Field.NAME, Field.FAMILY_NAME):
            return True
        return name is None and len(own) >= 2 and all(is_known(cell.text) for cell in own)

    def _is_after_the_list(self, row: Row, own: list[Cell], name: Cell | None) -> bool:
        if row.number <= self._last_person_row or self._has_ordinal(row):
            return False
        if self._has_ended:
            return True
        if name is not None:
            return _is_footer(name.text)
        return any(_is_footer(cell.text) for cell in own)

    def _is_section(self, row: Row, own: list[Cell]) -> bool:
        if not 1 <= len(own) <= _MAX_SECTION_CELLS or self._has_ordinal(row):
            return False
        title = own[-1]
        if len(own) == _MAX_SECTION_CELLS:
            return _SECTION_NUMBER.fullmatch(own[0].text) is not None
        is_merged = any(
            cell.origin_row == row.number and cell.origin_column == title.column
            for cell in row.cells
        )
        return (
            is_merged
            or title.column in self._ordinals
            or _SECTION_START.match(title.text) is not None
            or match_group(title.text, self._groups) is not None
        )


def _is_total(text: str) -> bool:
    return any(
        key == word or (key.startswith(word) and _TOTAL_TAIL.fullmatch(key[len(word) :]))
        for key in (search_key(text).strip(" .:"),)
        for word in _total_words()
    )


def _is_footer(text: str) -> bool:
    if _PLACE_AND_DATE.search(search_key(text)):
        return True
    key = compact_key(text)
    return any(key == word or _starts(key, word) for word in _footer_words())


def _starts(key: str, word: str) -> bool:
    return len(word) >= _SHORTEST_FOOTER_WORD and key.startswith(word)


@cache
def _total_words() -> tuple[str, ...]:
    return tuple(search_key(word) for word in list_words().totals)


@cache
def _footer_words() -> tuple[str, ...]:
    return tuple(compact_key(word) for word in list_words().after_the_list)
