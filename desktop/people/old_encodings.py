"""Find the columns of a list that are in an old encoding, and convert those the officer agrees to.

The font of a cell counts first, then what its words look like before and after. A column is
judged as a whole and converted cell by cell, because people paste old rows into new lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from enum import StrEnum

import msgspec
from msgspec import Struct

from desktop.people.columns import ColumnMapping
from desktop.people.encoding_doubts import (
    LOST_SIGN,
    ConversionDoubt,
    Doubt,
    doubt_of,
    with_lost_letters,
)
from desktop.people.encoding_evidence import (
    font_encoding,
    is_capital_font,
    is_unicode,
    strong_encodings,
    weight,
)
from desktop.people.headings import Field
from desktop.people.list_sheet import Cell, CellKind, ListSheet, Row
from desktop.people.old_codes import OldEncoding, decoded
from desktop.people.text import clean

MAX_EXAMPLES = 5
_CERTAIN_FROM_CELLS = 3
_TEXTS = frozenset({CellKind.TEXT, CellKind.UNTYPED})


class Certainty(StrEnum):
    """How sure a proposal is."""

    CERTAIN = "certain"
    LIKELY = "likely"  # a few cells, without a font or another column that tells


class CellChange(Struct, frozen=True):
    """A cell before and after."""

    row: int
    column: int
    before: str
    after: str


class DoubtfulCell(Struct, frozen=True):
    """A cell to look at: why, and what it might be; nothing of that is done by itself."""

    change: CellChange
    doubt: ConversionDoubt
    suggestions: tuple[str, ...] = ()


class EncodingChoice(Struct, frozen=True):
    """A column to convert; a column with cells in two encodings has two choices."""

    column: int
    encoding: OldEncoding


class EncodingProposal(Struct, frozen=True, kw_only=True):
    """A column that seems to be in an old encoding.

    Attributes:
        by_font: how many cells a font tells.
        count: of cells that would change.
        examples: of them, from below the heading where there are some.
        doubtful: cells that would be converted and may be wrong, or are left as they are and may
            be wrong.
    """

    column: int
    encoding: OldEncoding
    certainty: Certainty
    by_font: int
    count: int
    examples: tuple[CellChange, ...]
    doubtful: tuple[DoubtfulCell, ...]

    @property
    def choice(self) -> EncodingChoice:
        """What agreeing to the proposal is."""
        return EncodingChoice(self.column, self.encoding)


def guess_encodings(sheet: ListSheet, mapping: ColumnMapping) -> tuple[EncodingProposal, ...]:
    """Propose what to convert, column by column; nothing is converted.

    Args:
        sheet: a sheet; its heading may be in the old encoding too.
        mapping: tells where the people begin, as far as it is known.
    """
    columns = _columns(sheet, mapping)
    # a column of years has nothing but its heading to tell by: it goes with its neighbours
    of_the_list = frozenset(
        encoding
        for column in columns
        for encoding in column.encodings
        if column.is_certainly(encoding)
    )
    return tuple(
        _proposal(column, encoding, is_of_the_list=encoding in of_the_list)
        for column in columns
        for encoding in column.encodings
    )


def converted(
    sheet: ListSheet, choices: Collection[EncodingChoice], mapping: ColumnMapping
) -> ListSheet:
    """Convert the columns that were chosen; every cell keeps its place and what it held before.

    A column nothing was proposed for is converted too, wherever its text can be of the encoding.

    Args:
        sheet: as it was read.
        choices: what the officer agreed to.
        mapping: the one the proposals were made with.
    """
    changed: dict[tuple[int, int], Cell] = {}
    doubtful: list[tuple[int, int]] = []
    columns = {column.number: column for column in _columns(sheet, mapping)}
    for choice in choices:
        column = columns.get(choice.column)
        if column is None:
            continue
        for outcome in column.outcomes(choice.encoding):
            place = (outcome.place.row, choice.column)
            if outcome.doubt is not None:
                doubtful.append(place)
            if outcome.after is not None:
                changed[place] = _changed(outcome.place.cell, outcome.after)
    chosen = {choice.column for choice in choices}
    return msgspec.structs.replace(
        sheet,
        rows=tuple(_row(row, changed) for row in sheet.rows) if changed else sheet.rows,
        # the font told of the old encoding, and would tell of it again
        fonts={column: font for column, font in sheet.fonts.items() if column not in chosen},
        doubtful=tuple(sorted({*sheet.doubtful, *doubtful})),
    )


class _Place(Struct, frozen=True):
    """A cell that may be in an old encoding."""

    row: int
    cell: Cell
    font: str

    @property
    def original(self) -> str:
        return self.cell.original or self.cell.text


class _Outcome(Struct, frozen=True):
    """What becomes of a cell; `after` is not cleaned, and None where it stays as it is."""

    place: _Place
    after: str | None = None
    doubt: Doubt | None = None


class _Column:
    """A column, judged as a whole."""

    def __init__(self, number: int, places: list[_Place], mapping: ColumnMapping) -> None:
        first = max(mapping.heading_rows, default=0)
        below = [place for place in places if place.row > first] or places
        unicode = [place for place in below if is_unicode(place.original)]
        self.number = number
        self.first_row = first + 1
        self.is_name = any(
            number in mapping.columns_of(field)
            for field in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
        )
        self.by_font: Counter[OldEncoding] = Counter()
        self.strong: Counter[OldEncoding] = Counter()
        self._places = places
        self._unicode_fonts = {place.font for place in unicode}
        self._has_unicode = bool(unicode)
        self._possible = Counter(
            encoding for place in places for encoding in strong_encodings(place.original)
        )
        for place in places:
            told = self._told_by_font(place)
            if told is not None and self._changed_by_font(place, told):
                self.by_font[told] += 1
                continue
            strong = self._strong_encoding(place)
            if strong is not None:
                self.strong[strong] += 1
        found = self.strong + self.by_font
        self.encodings = tuple(encoding for encoding, _ in found.most_common())

    def is_certainly(self, encoding: OldEncoding) -> bool:
        """Tell whether a font or enough cells of the column say the encoding."""
        return self.by_font[encoding] > 0 or self.strong[encoding] >= _CERTAIN_FROM_CELLS

    def outcomes(self, encoding: OldEncoding) -> Iterator[_Outcome]:
        """Tell for every cell what becomes of it in this encoding."""
        base = OldEncoding.TCVN3 if encoding is OldEncoding.TCVN3_CAPITALS else encoding
        is_forced = encoding not in self.encodings
        has_lost = base is OldEncoding.TCVN3 and self._has_lost_letters()
        for place in self._places:
            after, doubt = self._after(place, base, is_forced=is_forced)
            if after is not None and encoding is OldEncoding.TCVN3_CAPITALS:
                after = after.upper()
            seen = clean(after) if after is not None else place.cell.text
            if after is not None or (base is OldEncoding.TCVN3 and seen.isascii()):
                own = doubt_of(seen, encoding, has_lost=has_lost, is_name=self.is_name)
                doubt = doubt or own
            if after is not None or doubt is not None:
                yield _Outcome(place, after, doubt)

    def _after(
        self, place: _Place, encoding: OldEncoding, *, is_forced: bool
    ) -> tuple[str | None, Doubt | None]:
        strong = self._strong_encoding(place)
        told = self._told_by_font(place)
        if told is encoding and self._changed_by_font(place, encoding):
            return self._written(place, encoding), None
        if strong is not None:
            return (self._written(place, encoding) if strong is encoding else None), None
        weighed = weight(place.original, encoding)
        may_be = weighed.changes and weighed.is_whole and not is_unicode(place.original)
        # what no cell says by itself goes with most of the column
        is_usual = encoding in self.encodings[:1] and not weighed.is_worse
        if may_be and (is_forced or is_usual):
            return self._after_others(place, encoding, is_forced=is_forced)
        return None, None

    def _after_others(
        self, place: _Place, encoding: OldEncoding, *, is_forced: bool
    ) -> tuple[str | None, Doubt | None]:
        """Convert a cell that may be in an encoding as the others of its column are."""
        weighed = weight(place.original, encoding)
        if weighed.is_better:
            return self._written(place, encoding), None
        if is_forced or not self._has_unicode:
            doubt = Doubt(ConversionDoubt.AMBIGUOUS, (place.cell.text,))
            return self._written(place, encoding), doubt
        if self._is_mostly(encoding):
            return None, Doubt(ConversionDoubt.AMBIGUOUS, (weighed.text,))
        return None, None

    def _strong_encoding(self, place: _Place) -> OldEncoding | None:
        """Find what a cell is in beyond doubt; of several, what most of the column may be in."""
        strong = strong_encodings(place.original)
        return max(strong, key=lambda encoding: self._possible[encoding], default=None)

    def _told_by_font(self, place: _Place) -> OldEncoding | None:
        # a font that shows Unicode elsewhere in the column tells nothing
        return None if place.font in self._unicode_fonts else font_encoding(place.font)

    def _changed_by_font(self, place: _Place, encoding: OldEncoding) -> bool:
        original = place.original
        if is_capital_font(place.font) and original.isascii():
            return original.upper() != original
        weighed = weight(original, encoding)
        return weighed.is_whole and weighed.changes and not weighed.is_worse

    def _written(self, place: _Place, encoding: OldEncoding) -> str:
        text = decoded(place.original, encoding)
        return text.upper() if is_capital_font(place.font) else text

    def _is_mostly(self, encoding: OldEncoding) -> bool:
        return 10 * self.strong[encoding] >= len(self._places)

    def _has_lost_letters(self) -> bool:
        """Tell whether every ư of the column was dropped, and at least one is missed."""
        texts = [place.original for place in self._places if not is_unicode(place.original)]
        return not any(LOST_SIGN in text for text in texts) and any(
            with_lost_letters(clean(decoded(text, OldEncoding.TCVN3)), in_any_word=False)
            for text in texts
        )


def _columns(sheet: ListSheet, mapping: ColumnMapping) -> list[_Column]:
    places: dict[int, list[_Place]] = {}
    for row in sheet.rows:
        for cell in row.cells:
            if cell.kind in _TEXTS and not cell.is_copy:
                place = _Place(row.number, cell, sheet.font_of(cell))
                places.setdefault(cell.column, []).append(place)
    return [_Column(number, found, mapping) for number, found in sorted(places.items())]


def _proposal(column: _Column, encoding: OldEncoding, *, is_of_the_list: bool) -> EncodingProposal:
    outcomes = list(column.outcomes(encoding))
    changes = [change for outcome in outcomes if (change := _change(outcome)).after]
    below = [change for change in changes if change.row >= column.first_row]
    is_certain = is_of_the_list or column.is_certainly(encoding)
    return EncodingProposal(
        column=column.number,
        encoding=encoding,
        certainty=Certainty.CERTAIN if is_certain else Certainty.LIKELY,
        by_font=column.by_font[encoding],
        count=len(changes),
        examples=tuple((below or changes)[:MAX_EXAMPLES]),
        doubtful=tuple(
            DoubtfulCell(_change(outcome), outcome.doubt.kind, outcome.doubt.suggestions)
            for outcome in outcomes
            if outcome.doubt is not None
        ),
    )


def _change(outcome: _Outcome) -> CellChange:
    cell = outcome.place.cell
    return CellChange(outcome.place.row, cell.column, cell.text, clean(outcome.after or ""))


def _changed(cell: Cell, after: str) -> Cell:
    text = clean(after)
    return msgspec.structs.replace(
        cell,
        text=text,
        original="" if text == after else after,
        font="",
        unconverted=cell.original or cell.text,
    )


def _row(row: Row, changed: dict[tuple[int, int], Cell]) -> Row:
    if not any((cell.origin_row or row.number, _origin(cell)) in changed for cell in row.cells):
        return row
    return Row(row.number, tuple(_converted_cell(row.number, cell, changed) for cell in row.cells))


def _converted_cell(number: int, cell: Cell, changed: dict[tuple[int, int], Cell]) -> Cell:
    source = changed.get((cell.origin_row or number, _origin(cell)))
    if source is None:
        return cell
    return msgspec.structs.replace(
        source,
        column=cell.column,
        origin_row=cell.origin_row,
        origin_column=cell.origin_column,
    )


def _origin(cell: Cell) -> int:
    return cell.origin_column or cell.column
