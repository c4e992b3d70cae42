"""Write OLE compound files and the records of old workbooks by hand, sound and otherwise."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
MINI = 64
CUTOFF = 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: dict[str, bytes], *, storages: Sequence[str] = ()) -> bytes:
    """Pack streams and empty storages, each in a line of right neighbours."""
    sectors: list[bytes] = []
    table: list[int] = []

    def store(data: bytes) -> int:
        count = -(-len(data) // SECTOR)
        start = len(sectors)
        for number in range(count):
            sectors.append(data[number * SECTOR : (number + 1) * SECTOR].ljust(SECTOR, b"\0"))
            table.append(start + number + 1 if number + 1 < count else _END)
        return start if count else _END

    mini_stream, mini_table = b"", list[int]()
    entries = []
    for name, data in streams.items():
        if len(data) < CUTOFF:
            start = len(mini_table)
            count = -(-len(data) // MINI)
            mini_table += [*range(start + 1, start + count), _END] if count else []
            mini_stream += data.ljust(count * MINI, b"\0")
        else:
            start = store(data)
        entries.append((name, 2, start, len(data)))
    entries += [(name, 1, 0, 0) for name in storages]
    root = ("Root Entry", 5, store(mini_stream), len(mini_stream))
    mini_start = store(struct.pack(f"<{len(mini_table)}I", *mini_table).ljust(SECTOR, b"\xff"))
    directory = b"".join(
        _entry(
            *each,
            right=number + 1 if 0 < number < len(entries) else _FREE,
            child=1 if not number else _FREE,
        )
        for number, each in enumerate([root, *entries])
    )
    directory_start = store(directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0"))
    tables = -(-(len(table) + 1) // (SECTOR // 4))
    first_table = len(sectors)
    table += [_TABLE] * tables
    packed = struct.pack(f"<{len(table)}I", *table).ljust(tables * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, tables, directory_start, 0, CUTOFF, mini_start, 1, _END, 0),
        first_table,
    )
    rest = [first_table + number if number < tables else _FREE for number in range(1, 109)]
    header += struct.pack("<108I", *rest)
    return header + b"".join(sectors) + packed


def _entry(name: str, kind: int, start: int, size: int, *, right: int, child: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIII", written, len(written), kind, 1, _FREE, right, child, start, size, 0
    )


def record(code: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(content)) + content


END = record(0x000A)


def beginning(kind: int, version: int = 0x0500) -> bytes:
    return record(0x0809, struct.pack("<HHHH", version, kind, 0, 0).ljust(8, b"\0"))


def excel_5(
    texts: Sequence[Sequence[bytes]],
    *,
    font: bytes = b"Times New Roman",
    code_page: int = 1252,
    before: bytes = b"",
    inside: bytes = b"",
    name: bytes = b"Danh sach",
) -> bytes:
    """Write the stream of an Excel 5 workbook: one sheet of labels, in bytes of a code page.

    Args:
        before: records of the workbook, before its sheets are named.
        inside: records of the sheet, before its cells.
    """
    fonts = b"".join(
        record(
            0x0031, struct.pack("<HHHHHBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, len(font)) + font
        )
        for _ in range(4)
    )
    styles = b"".join(
        record(0x00E0, struct.pack("<HHHHHHHH", 0, 0, flags, 0x20, 0, 0, 0, 0))
        for flags in (0xFFF5, 1)
    )
    start = (
        beginning(0x0005) + record(0x0042, struct.pack("<H", code_page)) + before + fonts + styles
    )
    place = len(start) + 4 + 7 + len(name) + len(END)
    sheet_name = record(0x0085, struct.pack("<IBBB", place, 0, 0, len(name)) + name)
    cells = b"".join(
        record(0x0204, struct.pack("<HHHH", row, column, 1, len(text)) + text)
        for row, values in enumerate(texts)
        for column, text in enumerate(values)
    )
    return start + sheet_name + END + beginning(0x0010) + inside + cells + END
