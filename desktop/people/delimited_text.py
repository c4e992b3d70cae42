"""Read a list kept as text: guess its encoding and what separates its columns."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from pathlib import Path

from desktop.errors import InputRefused
from desktop.people.formula_guard import unguarded
from desktop.people.list_sheet import (
    Cell,
    CellKind,
    ListFile,
    ListRefusal,
    ListSheet,
    Row,
    TextForm,
)
from desktop.people.text import clean

DELIMITERS = (",", ";", "\t", "|")
MAX_TEXT_CELLS = 600_000
MAX_FIELD_CHARACTERS = 32_767  # of a cell in Excel
_SAMPLE_LINES = 200
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# a quote that was never closed swallows the rows after it into one cell
_SWALLOWED_LINES = 20


def read_delimited_text(
    data: bytes, path: Path, *, encoding: str = "", delimiter: str = ""
) -> ListFile:
    """Read separated columns, one sheet.

    Raises:
        InputRefused: it is not text, or far too much of it.
    """
    encoding = encoding or _guessed_encoding(data)
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError) as error:
        raise InputRefused(ListRefusal.NOT_A_LIST, path) from error
    if "\0" in text:
        raise InputRefused(ListRefusal.NOT_A_LIST, path)
    first_line, _, rest = text.partition("\n")
    named = first_line.strip().lower()
    has_name = named.startswith("sep=") and len(named) == 5
    if has_name:  # Excel's own way to name the delimiter
        delimiter = delimiter or first_line.strip()[-1]
    delimiter = delimiter or _guessed_delimiter(text)
    try:
        records = _records(rest if has_name else text, delimiter)
    except csv.Error as error:
        raise InputRefused(ListRefusal.NOT_A_LIST, path) from error
    rows = _rows(records, path, first_number=2 if has_name else 1)
    form = TextForm(encoding.removesuffix("-sig"), delimiter)
    return ListFile(sheets=(ListSheet(name=path.stem, rows=rows),), text_form=form)


def _guessed_encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    if 0 < len(sample) <= 8 * sample.count(0):  # no text in bytes has zeros
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    for encoding in ("utf-8", "cp1258", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeError:
            continue
        return encoding
    return "latin-1"


def _guessed_delimiter(text: str) -> str:
    """Take the delimiter that gives most lines the same number of columns, and most columns."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    best, best_score = DELIMITERS[0], 0
    for delimiter in DELIMITERS:
        try:
            widths = Counter(len(record) for record in csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            continue
        score = max(((width - 1) * count for width, count in widths.items()), default=0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _records(text: str, delimiter: str) -> list[list[str]]:
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        records = list(csv.reader(_lines(normal), delimiter=delimiter))
    except csv.Error:  # a field without end: a quote that was never closed
        records = []
    is_whole = all(field.count("\n") < _SWALLOWED_LINES for record in records for field in record)
    if records and is_whole:
        return records
    return list(csv.reader(_lines(normal), delimiter=delimiter, quoting=csv.QUOTE_NONE))


def _lines(text: str) -> list[str]:
    """Split at line feeds only: other separators of Unicode are text here."""
    return [line + "\n" for line in text.split("\n")]


def _rows(records: list[list[str]], path: Path, first_number: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    count = 0
    for number, record in enumerate(records, start=first_number):
        cells = []
        for column, original in enumerate(record, start=1):
            if len(original) > MAX_FIELD_CHARACTERS:
                raise InputRefused(ListRefusal.TOO_MUCH_TEXT, path, limit=MAX_FIELD_CHARACTERS)
            text = clean(unguarded(original))
            if text:
                kept = "" if text == original else original
                cells.append(Cell(column, text, CellKind.UNTYPED, kept))
        count += len(cells)
        if count > MAX_TEXT_CELLS:
            raise InputRefused(ListRefusal.TOO_MANY_CELLS, path, limit=MAX_TEXT_CELLS)
        if cells:
            rows.append(Row(number, tuple(cells)))
    return tuple(rows)
