"""Read a list kept as text: guess its encoding and what separates its columns."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.errors import InputRefused
from desktop.people.cell_maker import MAX_FILLED_CELLS, MAX_ROW, CellMaker, TooMuchTextError
from desktop.people.formula_guard import unguarded
from desktop.people.list_sheet import CellKind, ListFile, ListRefusal, ListSheet, Row, TextForm
from desktop.people.reading_faults import refusing
from desktop.people.text_encodings import MARKS, guessed_encoding

DELIMITERS = (",", ";", "\t", "|")
MAX_FIELD_CHARACTERS = 32_767  # of a cell in Excel
# a quote that was never closed swallows the rows after it into one cell
SWALLOWED_LINES = 20
_SAMPLE_LINES = 200
_MAX_FIELDS = 5_000_000  # with the empty ones


def read_delimited_text(
    data: bytes, path: Path, *, encoding: str = "", delimiter: str = ""
) -> ListFile:
    """Read separated columns, one sheet.

    Raises:
        InputRefused: it is not text, not in this encoding, or far too much of it.
    """
    chosen = encoding or guessed_encoding(data)
    try:
        text = data.decode(chosen).removeprefix("\ufeff")
    except (UnicodeError, LookupError) as error:
        if encoding:
            raise InputRefused(ListRefusal.WRONG_ENCODING, path, text=encoding) from error
        raise InputRefused(ListRefusal.NOT_A_LIST, path) from error
    if "\0" in text:
        raise InputRefused(ListRefusal.NOT_A_LIST, path)
    first_line, _, rest = text.partition("\n")
    named = first_line.strip().lower()
    has_name = named.startswith("sep=") and len(named) == 5
    said = delimiter or (first_line.strip()[-1] if has_name else "")  # Excel's own way to name it
    split_at = said or _guessed_delimiter(text)
    if text.count("\n") > MAX_ROW or text.count(split_at) > _MAX_FIELDS:
        raise InputRefused(ListRefusal.TOO_MANY_CELLS, path, limit=MAX_FILLED_CELLS)
    try:
        records = _records(rest if has_name else text, split_at)
    except csv.Error as error:
        raise InputRefused(ListRefusal.NOT_A_LIST, path) from error
    rows = rows_of(records, path, first_number=2 if has_name else 1)
    form = TextForm(
        chosen.removesuffix("-sig"),
        split_at,
        encoding_was_said=bool(encoding) or any(data.startswith(mark) for mark, _ in MARKS),
        delimiter_was_said=bool(said),
    )
    return ListFile(sheets=(ListSheet(name=path.stem, rows=rows),), text_form=form)


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
    is_whole = all(field.count("\n") < SWALLOWED_LINES for record in records for field in record)
    if records and is_whole:
        return records
    return list(csv.reader(_lines(normal), delimiter=delimiter, quoting=csv.QUOTE_NONE))


def _lines(text: str) -> list[str]:
    """Split at line feeds only: other separators of Unicode are text here."""
    return [line + "\n" for line in text.split("\n")]


def rows_of(
    records: Iterable[Sequence[str]], path: Path | None, *, first_number: int = 1
) -> tuple[Row, ...]:
    """Make rows of texts; where a number cannot be told from text, as in text files.

    Raises:
        InputRefused: there is far too much of it.
    """
    maker = CellMaker()
    rows: list[Row] = []
    with refusing(path):
        for number, record in enumerate(records, start=first_number):
            cells = []
            for column, original in enumerate(record, start=1):
                if not original:
                    continue
                if len(original) > MAX_FIELD_CHARACTERS:
                    raise TooMuchTextError(MAX_FIELD_CHARACTERS)
                cell = maker.make(column, unguarded(original), CellKind.UNTYPED)
                if cell is not None:
                    cells.append(cell)
            if cells:
                rows.append(Row(number, tuple(cells)))
    return tuple(rows)
