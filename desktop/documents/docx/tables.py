"""Tables: those without lines that put things side by side, and ruled ones of a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec.structs import replace

from desktop.documents.blocks import Picture, Role, Row, Table, run
from desktop.documents.decree30 import TABLE_SIDE_PADDING_PT, mm
from desktop.documents.docx.bars import bar_picture
from desktop.documents.docx.ooxml import twips, w
from desktop.documents.docx.styles import PLAIN_TABLE, RULED_TABLE
from desktop.documents.docx.text import Own, paragraph

Drawing = Callable[[Picture], BaseOxmlElement]


def frame_table(
    widths_pt: Sequence[float], rows: Sequence[Sequence[Sequence[BaseOxmlElement]]]
) -> BaseOxmlElement:
    """Put paragraphs into cells side by side; no page break divides a row."""
    return w(
        "tbl",
        *_frame(PLAIN_TABLE, widths_pt),
        *(_row([_cell(*pair) for pair in zip(widths_pt, cells, strict=True)]) for cells in rows),
    )


def ruled_table(table: Table, measure_pt: float, draw: Drawing) -> BaseOxmlElement:
    """Make a table whose head is repeated on every page and whose rows are whole.

    The sums under each page are left out: only what is printed has pages.
    """
    whole = sum(column.share for column in table.columns)
    widths_pt = [column.share / whole * measure_pt for column in table.columns]
    return w(
        "tbl",
        *_frame(RULED_TABLE, widths_pt),
        *_head(table, widths_pt),
        *(
            _body_row(table, row, widths_pt, draw, keeps_next=_keeps_next(table.rows, place))
            for place, row in enumerate(table.rows)
        ),
    )


def _keeps_next(rows: Sequence[Row], place: int) -> bool:
    """Hold the last row to what stands under the table, and a sum to what it adds up."""
    last = len(rows) - 1
    return place == last or rows[place].is_strong or (place == last - 1 and rows[last].is_strong)


def _frame(style: str, widths_pt: Sequence[float]) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    return (
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=twips(sum(widths_pt)), type="dxa"),
            w("tblInd", w=0, type="dxa"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths_pt)),
    )


def _row(cells: Sequence[BaseOxmlElement], *marks: BaseOxmlElement) -> BaseOxmlElement:
    return w("tr", w("trPr", w("cantSplit"), *marks), *cells)


def _cell(
    width_pt: float, paragraphs: Sequence[BaseOxmlElement], *marks: BaseOxmlElement
) -> BaseOxmlElement:
    return w("tc", w("tcPr", w("tcW", w=twips(width_pt), type="dxa"), *marks), *paragraphs)


def _head(table: Table, widths_pt: Sequence[float]) -> Iterator[BaseOxmlElement]:
    """Make the head: two rows where neighbours share a heading above their own."""
    columns = list(enumerate(table.columns))
    if not any(column.group for column in table.columns):
        cells = [_cell(widths_pt[n], _heading(column.heading), _middle()) for n, column in columns]
        yield _row(cells, w("tblHeader"))
        return
    upper: list[BaseOxmlElement] = []
    lower: list[BaseOxmlElement] = []
    for group, members in groupby(columns, key=lambda pair: pair[1].group):
        places = [place for place, _ in members]
        if group:
            width_pt = sum(widths_pt[place] for place in places)
            span = w("gridSpan", val=len(places))
            upper.append(_cell(width_pt, _heading(group), span, _middle()))
        for place in places:
            heading = _heading(table.columns[place].heading)
            if group:
                lower.append(_cell(widths_pt[place], heading, _middle()))
                continue
            tall = (w("vMerge", val="restart"), _middle())
            upper.append(_cell(widths_pt[place], heading, *tall))
            lower.append(_cell(widths_pt[place], _heading(""), w("vMerge")))
    yield _row(upper, w("tblHeader"))
    yield _row(lower, w("tblHeader"))


def _middle() -> BaseOxmlElement:
    return w("vAlign", val="center")


def _heading(words: str) -> list[BaseOxmlElement]:
    return [paragraph(Role.TABLE_HEAD, [run(words)], Own(keeps_next=True))]


def _body_row(
    table: Table, row: Row, widths_pt: Sequence[float], draw: Drawing, *, keeps_next: bool
) -> BaseOxmlElement:
    if row.is_group:
        title = paragraph(Role.TABLE_GROUP, row.cells[0], Own(keeps_next=True))
        return _row([_cell(sum(widths_pt), [title], w("gridSpan", val=len(widths_pt)))])
    cells: list[BaseOxmlElement] = []
    for width_pt, runs, column in zip(widths_pt, row.cells, table.columns, strict=True):
        strong = [replace(one, is_bold=True) for one in runs] if row.is_strong else runs
        own = Own(align=column.align, keeps_next=keeps_next)
        text = paragraph(table.cell_role, strong, own)
        if row.picture is not None and column.holds_picture:
            text.append(w("r", draw(row.picture)))
        if row.bar is not None and column.holds_bar:
            measure_pt = width_pt - 2 * TABLE_SIDE_PADDING_PT
            text.append(w("r", draw(bar_picture(row.bar, measure_pt))))
        cells.append(_cell(width_pt, [text], _middle()))
    height = w("trHeight", val=twips(mm(table.least_row_mm)), hRule="atLeast")
    return _row(cells, *([height] if table.least_row_mm else []))
