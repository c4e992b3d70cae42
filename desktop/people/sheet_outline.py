"""What openpyxl's read-only mode leaves out: merged ranges, hidden parts, dead formulas."""

from __future__ import annotations

from typing import IO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from msgspec import Struct
from openpyxl.utils import range_boundaries

from desktop.people.cell_maker import MAX_COLUMN, MAX_FILLED_CELLS, MAX_ROW, TooManyCellsError
from desktop.people.merged_cells import MergedRange

MAX_SCANNED_CELLS = 2_000_000  # with the empty ones: formatting reaches far down in some lists


class SheetOutline(Struct, frozen=True):
    """The layout of a sheet, without its values."""

    merged: tuple[MergedRange, ...]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]
    uncomputed: tuple[tuple[int, int], ...]  # (row, column) of formulas without a value


def read_outline(part: IO[bytes]) -> SheetOutline:
    """Scan a sheet's XML.

    Raises:
        TooManyCellsError: it goes on for too long.
        ValueError: a place in it is outside any sheet.
        xml.sax.SAXException: it is not well-formed.
    """
    scan = _Scan()
    defusedxml.sax.parse(part, scan, forbid_dtd=True)
    return SheetOutline(
        tuple(scan.merged),
        tuple(sorted(scan.hidden_rows)),
        tuple(sorted(scan.hidden_columns)),
        tuple(scan.uncomputed),
    )


class _Scan(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.merged: list[MergedRange] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.uncomputed: list[tuple[int, int]] = []
        self._cells = 0
        self._filled = 0
        self._row = 0
        self._place = ""
        self._has_formula = False
        self._is_in_value = False
        self._has_value = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._cells += 1
            if self._cells > MAX_SCANNED_CELLS:
                raise TooManyCellsError(MAX_SCANNED_CELLS)
            self._place = attrs.get("r", "")
            self._has_formula = self._has_value = False
        elif tag == "f":
            self._has_formula = True
        elif tag in ("v", "is"):
            self._filled += 1
            if self._filled > MAX_FILLED_CELLS:
                raise TooManyCellsError(MAX_FILLED_CELLS)
            self._is_in_value = tag == "v"
        elif tag == "row":
            self._start_row(attrs)
        elif tag == "col":
            self._start_column(attrs)
        elif tag == "mergeCell":
            self.merged.append(_merged_range(attrs.get("ref", "")))

    def characters(self, content: str) -> None:
        if self._is_in_value and content:
            self._has_value = True

    def endElement(self, name: str) -> None:  # noqa: N802
        tag = name.rpartition(":")[2]
        if tag == "v":
            self._is_in_value = False
        elif tag == "c" and self._has_formula and not self._has_value and self._place:
            column, row, _, _ = range_boundaries(self._place)
            self.uncomputed.append((row, column))

    def _start_row(self, attrs: AttributesImpl) -> None:
        self._row = int(attrs.get("r", "") or self._row + 1)
        if not 1 <= self._row <= MAX_ROW:
            raise ValueError(self._row)
        if attrs.get("hidden") in ("1", "true"):
            self.hidden_rows.add(self._row)

    def _start_column(self, attrs: AttributesImpl) -> None:
        if attrs.get("hidden") in ("1", "true"):
            first, last = int(attrs.get("min", "0")), int(attrs.get("max", "0"))
            if not 1 <= first <= last <= MAX_COLUMN:
                raise ValueError(last)
            self.hidden_columns.update(range(first, last + 1))


def _merged_range(reference: str) -> MergedRange:
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    if None in (first_column, first_row, last_column, last_row):
        raise ValueError(reference)
    return MergedRange(first_row, first_column, last_row, last_column)
