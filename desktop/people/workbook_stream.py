"""Go through the records of an old workbook before xlrd does, and leave it only what a list needs.

xlrd trusts what it reads: a record that names a range of links makes it fill memory. So every
record that says nothing about cells is blanked, and what the rest asks for is counted here first.
"""

from __future__ import annotations

import struct
from itertools import pairwise

from msgspec import Struct

from desktop.people.cell_maker import MAX_FILLED_CELLS, TooManyCellsError
from desktop.people.list_sheet import ListRemark

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_OLDER_BEGINNINGS = frozenset({0x0009, 0x0209, 0x0409})  # Excel 2 to 4
_FILEPASS, _CODEPAGE, _BOUNDSHEET = 0x002F, 0x0042, 0x0085
_SUPBOOK, _SST, _STRING = 0x01AE, 0x00FC, 0x0207
_FORMULA, _MULRK, _ROW = 0x0006, 0x00BD, 0x0208
_GLOBAL = frozenset({_BOF, _EOF, _CODEPAGE, 0x0022, _BOUNDSHEET, 0x0031, 0x041E, 0x00E0, _SST})
# number, label, label in the table, rich label, RK, formula, error or boolean
_ONE_CELL = frozenset({0x0203, 0x0204, 0x00FD, 0x00D6, 0x027E, _FORMULA, 0x0205})
# what stands between a formula and its text: shared formula, array, table
_BEFORE_TEXT = frozenset({0x04BC, 0x0221, 0x0236, 0x0037})
_SHEET = frozenset({_BOF, _EOF, _MULRK, _ROW, _STRING, 0x007D, 0x00E5, *_ONE_CELL, *_BEFORE_TEXT})
_CONTINUED = frozenset({_SST, _STRING})
_BLANK = 0x00E2  # a record that marks a place and says nothing
_WORKBOOK_GLOBALS, _WORKSHEET = 0x0005, 0x0010
_CALCULATE_ON_OPEN = 0x0002
_IS_EMPTY_TEXT = (0x03, b"\xff\xff")
_OWN_BOOK = (b"\x01\x04", b"\x01:")  # sheets of this workbook, functions of add-ins
MAX_RECORDS = 2_000_000


class LockedError(ValueError):
    """The workbook needs a password."""


class TooOldError(ValueError):
    """The workbook is from before Excel 5."""


class SheetPart(Struct, frozen=True):
    """A worksheet in the stream, without its values."""

    start: int
    uncomputed: tuple[tuple[int, int], ...]  # (row, column) of formulas without a value


class WorkbookStream(Struct, frozen=True):
    """A stream that xlrd may read."""

    data: bytes
    sheets: tuple[SheetPart, ...]
    has_bytes_for_text: bool  # Excel 5 and 95: texts are in a code page
    remarks: tuple[ListRemark, ...]


def safe_stream(data: bytes) -> WorkbookStream:
    """Check and blank a workbook stream.

    Raises:
        LockedError: it is encrypted.
        TooOldError: its format is too old.
        TooManyCellsError: it holds more cells than a list.
        ValueError: it is damaged.
        struct.error: it is cut off.
    """
    return _Scan(data).scan()


class _Scan:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._safe = bytearray(data)
        self._starts: list[int] = []
        self._uncomputed: list[tuple[int, int]] = []
        self._records = 0
        self._cells = 0
        self._version = 0
        self._other_files = False

    def scan(self) -> WorkbookStream:
        scanned = [self._scan_part(0, _GLOBAL)]
        sheets = []
        for start in self._starts:
            self._uncomputed = []
            scanned.append(self._scan_part(start, _SHEET))
            sheets.append(SheetPart(start, tuple(self._uncomputed)))
        scanned.sort()
        if any(first[1] > second[0] for first, second in pairwise(scanned)):
            raise ValueError("two sheets share a place")
        return WorkbookStream(
            bytes(self._safe),
            tuple(sheets),
            self._version < 0x0600,
            (ListRemark.OTHER_FILES,) if self._other_files else (),
        )

    def _scan_part(self, start: int, wanted: frozenset[int]) -> tuple[int, int]:
        """Go from a beginning to its end, over what is nested in it; give both places."""
        place, depth, last = start, 0, 0
        while True:
            code, length = struct.unpack_from("<HH", self._data, place)
            content = self._data[place + 4 : place + 4 + length]
            self._records += 1
            if len(content) < length or self._records > MAX_RECORDS:
                raise ValueError("a record is cut off, or there is no end of them")
            depth += (code == _BOF) - (code == _EOF)
            is_kept = code in wanted or (code == _CONTINUE and last in _CONTINUED)
            if place == start:
                self._check_beginning(code, content, wanted)
            elif depth > 1 or (depth == 1 and code == _EOF) or not is_kept:
                struct.pack_into("<H", self._safe, place, _BLANK)
            if depth <= 1 and wanted is _GLOBAL:
                self._take_global(code, content)
            elif depth <= 1:
                self._count(code, content)
            if code != _CONTINUE:
                last = code if depth <= 1 else 0
            place += 4 + length
            if depth <= 0:
                return start, place

    def _check_beginning(self, code: int, content: bytes, wanted: frozenset[int]) -> None:
        if code in _OLDER_BEGINNINGS:
            raise TooOldError
        if code != _BOF:
            raise ValueError("nothing begins there")
        version, kind = struct.unpack_from("<HH", content)
        if wanted is not _GLOBAL:
            if kind != _WORKSHEET:
                raise ValueError("no sheet of cells begins there")
            return
        if version not in (0x0500, 0x0600):
            raise TooOldError
        if kind != _WORKBOOK_GLOBALS:
            raise ValueError("no workbook begins there")
        self._version = version

    def _take_global(self, code: int, content: bytes) -> None:
        if code == _FILEPASS:
            raise LockedError
        if code == _BOUNDSHEET:
            start, _, kind = struct.unpack_from("<IBB", content)
            if kind == 0:
                self._starts.append(start)
        elif code == _SUPBOOK:
            self._other_files |= not content[2:].startswith(_OWN_BOOK) and len(content) > 4

    def _count(self, code: int, content: bytes) -> None:
        if code in _ONE_CELL:
            self._cells += 1
        elif code == _MULRK:
            first, last = struct.unpack_from("<H", content, 2)[0], content[-2:]
            self._cells += max(int.from_bytes(last, "little") - first + 1, 0)
        if self._cells > MAX_FILLED_CELLS:
            raise TooManyCellsError(MAX_FILLED_CELLS)
        if code == _FORMULA:
            row, column, _, kind, last, flags = struct.unpack_from("<3HB5x2sH", content)
            if (kind, last) == _IS_EMPTY_TEXT and flags & _CALCULATE_ON_OPEN:
                self._uncomputed.append((row + 1, column + 1))
