"""A block of cells on its way through the clipboard, as spreadsheet programs write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from desktop.people.formula_guard import guarded, unguarded

# Excel prefers a web table to plain text; so marked, its cells keep the zeros in front
_CELL = "<td style='mso-number-format:\"\\@\"'>{}</td>"


def as_text(rows: Iterable[Sequence[str]]) -> str:
    """Write cells as lines with tabs between; quoted where a cell holds either of them."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, dialect="excel-tab", lineterminator="\r\n")
    writer.writerows([[guarded(cell) for cell in row] for row in rows])
    return stream.getvalue()


def as_web_table(rows: Iterable[Sequence[str]]) -> str:
    """Write cells as a web table whose cells stay text."""
    lines = (
        f"<tr>{''.join(_CELL.format(escape(guarded(cell))) for cell in row)}</tr>" for row in rows
    )
    return f"<html><body><table>{''.join(lines)}</table></body></html>"


def read_cells(text: str) -> list[list[str]]:
    """Read what a spreadsheet program put on the clipboard; the line break at its end is no row."""
    if not text:
        return []
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        rows = list(csv.reader(io.StringIO(plain, newline=""), dialect="excel-tab", strict=True))
    except csv.Error:  # a quote that somebody typed, and no program
        rows = [line.split("\t") for line in plain.split("\n")]
    return [[unguarded(cell) for cell in row] or [""] for row in rows or [[]]]
