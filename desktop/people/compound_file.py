"""Read the streams of an OLE compound file, as Office wrote before 2007.

Our own reader, because xlrd's walks the folders of a file without remembering where it has been:
a few crafted entries keep it busy for ever.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_ENTRIES_IN_HEADER = 109
_LARGEST_SECTOR = 0xFFFFFFFA
_MAX_ENTRIES = 20_000


class CompoundEntry(Struct, frozen=True):
    """A stream or storage."""

    name: str
    start: int
    size: int
    left: int
    right: int
    child: int


class CompoundFile:
    """An opened compound file.

    Raises:
        ValueError: its tables make no sense.
        struct.error: it is cut off.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if data[:8] != SIGNATURE or shift not in (9, 12) or mini_shift != 6:
            raise ValueError("no compound file")
        self._sector_bytes = 1 << shift
        self._mini_bytes = 1 << mini_shift
        directory, _, self._cutoff, mini_table, _, more, _ = struct.unpack_from("<7I", data, 48)
        self._table = self._allocation_table(more)
        chain = self._chain(directory, self._table)
        self.entries = self._entries(b"".join(map(self._sector, chain)))
        mini_chain = self._chain(mini_table, self._table)
        self._mini_table = self._numbers(b"".join(map(self._sector, mini_chain)))
        self._mini_stream = b""
        root = self.entries[0]
        if root.size:
            self._mini_stream = self._stream(root.start, root.size, is_mini=False)

    def at_the_top(self) -> dict[str, CompoundEntry]:
        """List the streams and storages that are in no storage, by name."""
        found: dict[str, CompoundEntry] = {}
        seen: set[int] = set()
        waiting = [self.entries[0].child]
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self.entries):
                continue
            seen.add(number)
            entry = self.entries[number]
            found[entry.name] = entry
            waiting.extend((entry.left, entry.right))
        return found

    def read(self, entry: CompoundEntry) -> bytes:
        """Read a stream whole."""
        return self._stream(entry.start, entry.size, is_mini=entry.size < self._cutoff)

    def _allocation_table(self, more: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from(f"<{_ENTRIES_IN_HEADER}I", self._data, 76))
        seen: set[int] = set()
        while more <= _LARGEST_SECTOR:
            if more in seen:
                raise ValueError("the list of tables goes in a circle")
            seen.add(more)
            *further, more = self._numbers(self._sector(more))
            sectors.extend(further)
        used = [number for number in sectors if number <= _LARGEST_SECTOR]
        if len(used) != len(set(used)):
            raise ValueError("a table is listed twice")
        return self._numbers(b"".join(map(self._sector, used)))

    def _numbers(self, data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector_bytes
        if start >= len(self._data):
            raise ValueError("a sector is beyond the end")
        # the last sector of a file may be short
        return self._data[start : start + self._sector_bytes].ljust(self._sector_bytes, b"\0")

    def _chain(self, start: int, table: tuple[int, ...]) -> Iterator[int]:
        seen: set[int] = set()
        number = start
        while number <= _LARGEST_SECTOR:
            if number in seen or number >= len(table):
                raise ValueError("a chain of sectors has no end")
            seen.add(number)
            yield number
            number = table[number]

    def _stream(self, start: int, size: int, *, is_mini: bool) -> bytes:
        if is_mini:
            width = self._mini_bytes
            parts = [
                self._mini_stream[number * width : (number + 1) * width]
                for number in self._chain(start, self._mini_table)
            ]
        else:
            parts = [self._sector(number) for number in self._chain(start, self._table)]
        stream = b"".join(parts)
        if len(stream) < size:
            raise ValueError("a stream is cut off")
        return stream[:size]

    def _entries(self, directory: bytes) -> list[CompoundEntry]:
        entries: list[CompoundEntry] = []
        for start in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            if len(entries) >= _MAX_ENTRIES:
                raise ValueError("too many entries")
            entry = directory[start : start + _ENTRY_BYTES]
            name_bytes = min(int.from_bytes(entry[64:66], "little"), 64)
            left, right, child = struct.unpack_from("<3I", entry, 68)
            first, size = struct.unpack_from("<2I", entry, 116)
            name = entry[: max(name_bytes - 2, 0)].decode("utf-16-le", "replace")
            entries.append(CompoundEntry(name, first, size, left, right, child))
        if not entries:
            raise ValueError("there is no directory")
        return entries
