"""Tables as slabs: a row each, the head drawn again on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from msgspec.structs import replace

from desktop.documents.bars import BAR_HEIGHT_PT, bar_shapes
from desktop.documents.blocks import Bar, HorizontalAlign, Picture, Role, Row, Run, Table, run
from desktop.documents.decree30 import (
    STYLES,
    TABLE_LINE_PT,
    TABLE_PADDING_PT,
    TABLE_SIDE_PADDING_PT,
    TextStyle,
    mm,
)
from desktop.documents.flow import Fill, Foot, Photo, Piece, Slab, Stroke, Tally
from desktop.documents.ink import Ink
from desktop.documents.setting import SetLines, place, set_lines
from desktop.documents.wording import money

BEFORE_TABLE_PT = 8.0
_AFTER_PT = 4.0


class _Cell:
    """Set text in a box between two column edges."""

    def __init__(self, text: SetLines, left_pt: float, right_pt: float) -> None:
        self.text = text
        self.left_pt = left_pt
        self.right_pt = right_pt

    @property
    def height_pt(self) -> float:
        return self.text.height_pt + 2 * TABLE_PADDING_PT

    def pieces(self, top_pt: float, align: HorizontalAlign, *, room_pt: float = 0.0) -> list[Piece]:
        """Place the text, in the middle of a room when one is given."""
        slack_pt = max(room_pt - self.height_pt, 0.0) / 2
        return place(
            self.text,
            self.left_pt + TABLE_SIDE_PADDING_PT,
            top_pt + TABLE_PADDING_PT + slack_pt,
            self.right_pt - self.left_pt - 2 * TABLE_SIDE_PADDING_PT,
            align,
        )


class _Grid:
    """The column edges of a table, and what sets its text."""

    def __init__(self, table: Table, ink: Ink, measure_pt: float) -> None:
        whole = sum(column.share for column in table.columns)
        shares = accumulate((column.share for column in table.columns), initial=0.0)
        self.table = table
        self.edges_pt = [share / whole * measure_pt for share in shares]
        self._ink = ink
        self.foot = self._made_foot() if table.page_totals else None

    def _made_foot(self) -> Foot:
        last = len(self.table.columns) - 1
        style = STYLES[Role.TABLE_FOOT]

        def made(on_page: Tally, so_far: Tally) -> Slab:
            text = _page_total(on_page, so_far, with_money=self._with_money)
            cell = self.cell([run(text)], style, 0, last)
            return Slab(
                height_pt=cell.height_pt,
                pieces=tuple(cell.pieces(0.0, HorizontalAlign.LEFT)),
                strokes=tuple(self.box(0.0, cell.height_pt, 0, last)),
            )

        # as high as its longest text
        return Foot(made(Tally(99_999, 10**11), Tally(99_999, 10**11)).height_pt, made)

    @property
    def _with_money(self) -> bool:
        return self.table.page_totals is not None and self.table.page_totals.with_money

    def cell(self, runs: Sequence[Run], style: TextStyle, first: int, last: int) -> _Cell:
        left_pt, right_pt = self.edges_pt[first], self.edges_pt[last + 1]
        measure_pt = right_pt - left_pt - 2 * TABLE_SIDE_PADDING_PT
        return _Cell(set_lines(runs, style, self._ink, measure_pt), left_pt, right_pt)

    def box(self, top_pt: float, bottom_pt: float, first: int, last: int) -> list[Stroke]:
        left_pt, right_pt = self.edges_pt[first], self.edges_pt[last + 1]
        corners = [(left_pt, top_pt), (right_pt, top_pt), (right_pt, bottom_pt)]
        corners += [(left_pt, bottom_pt), (left_pt, top_pt)]
        return [Stroke(*corners[index], *corners[index + 1], TABLE_LINE_PT) for index in range(4)]


def table_slabs(table: Table, ink: Ink, measure_pt: float, page_height_pt: float) -> list[Slab]:
    """Set a table: its head, then its rows; only a row taller than a page is divided."""
    grid = _Grid(table, ink, measure_pt)
    head = _head(grid)
    room_pt = page_height_pt - head.height_pt - (grid.foot.height_pt if grid.foot else 0.0)
    slabs = [head]
    for row in table.rows:
        slabs += _group(grid, row, head) if row.is_group else _rows(grid, row, head, room_pt)
    if table.rows and table.rows[-1].is_strong and len(slabs) > 1:
        slabs[-2] = replace(slabs[-2], keeps_next=True)
    last = slabs[-1]  # totals under a table never stand alone on a page
    after_pt = 0.0 if last.foot else _AFTER_PT
    slabs[-1] = replace(last, keeps_next=True, height_pt=last.height_pt + after_pt)
    return slabs


def _page_total(on_page: Tally, so_far: Tally, *, with_money: bool) -> str:
    texts = [
        f"{one.people} người" + (f", {money(one.money)} đồng" if with_money and one.money else "")
        for one in (on_page, so_far)
    ]
    return f"Cộng trang này: {texts[0]}; cộng dồn: {texts[1]}"


def _head(grid: _Grid) -> Slab:
    style = STYLES[Role.TABLE_HEAD]
    columns = grid.table.columns
    groups = [
        (name, [index for index, _ in members])
        for name, members in groupby(enumerate(columns), key=lambda pair: pair[1].group)
    ]
    tops = {
        members[0]: (grid.cell([run(name)], style, members[0], members[-1]), members[-1])
        for name, members in groups
        if name
    }
    bottoms = [
        grid.cell([run(column.heading)], style, index, index)
        for index, column in enumerate(columns)
    ]
    upper_pt = max((cell.height_pt for cell, _ in tops.values()), default=0.0)
    lower_pt = max(
        cell.height_pt if columns[index].group else cell.height_pt - upper_pt
        for index, cell in enumerate(bottoms)
    )
    height_pt = upper_pt + lower_pt
    pieces: list[Piece] = []
    strokes: list[Stroke] = []
    for first, (cell, last) in tops.items():
        pieces += cell.pieces(0.0, HorizontalAlign.CENTRE, room_pt=upper_pt)
        strokes += grid.box(0.0, upper_pt, first, last)
    for index, cell in enumerate(bottoms):
        top_pt = upper_pt if columns[index].group else 0.0
        pieces += cell.pieces(top_pt, HorizontalAlign.CENTRE, room_pt=height_pt - top_pt)
        strokes += grid.box(top_pt, height_pt, index, index)
    return Slab(
        height_pt=height_pt,
        pieces=tuple(pieces),
        strokes=tuple(strokes),
        before_pt=BEFORE_TABLE_PT,
        keeps_next=True,
    )


def _group(grid: _Grid, row: Row, head: Slab) -> list[Slab]:
    last = len(grid.table.columns) - 1
    cell = grid.cell(row.cells[0], STYLES[Role.TABLE_GROUP], 0, last)
    return [
        Slab(
            height_pt=cell.height_pt,
            pieces=tuple(cell.pieces(0.0, HorizontalAlign.LEFT)),
            strokes=tuple(grid.box(0.0, cell.height_pt, 0, last)),
            keeps_next=True,
            repeat=head,
            foot=grid.foot,
        )
    ]


def _rows(grid: _Grid, row: Row, head: Slab, room_pt: float) -> Iterator[Slab]:
    style = STYLES[grid.table.cell_role]
    if row.is_strong:
        style = replace(style, is_bold=True)
    cells = [grid.cell(runs, style, index, index) for index, runs in enumerate(row.cells)]
    while cells:
        rest: list[_Cell] = []
        if max(cell.height_pt for cell in cells) > room_pt:
            cells, rest = _divide(cells, room_pt)
        yield _row(grid, cells, head, row)
        row = replace(row, picture=None, bar=None, people=0, money=0)
        cells = rest


def _row(grid: _Grid, cells: Sequence[_Cell], head: Slab, row: Row) -> Slab:
    height_pt = max(mm(grid.table.least_row_mm), *(cell.height_pt for cell in cells))
    if row.picture is not None:
        height_pt = max(height_pt, mm(row.picture.height_mm) + 2 * TABLE_PADDING_PT)
    pieces: list[Piece] = []
    strokes: list[Stroke] = []
    for index, cell in enumerate(cells):
        pieces += cell.pieces(0.0, grid.table.columns[index].align, room_pt=height_pt)
        strokes += grid.box(0.0, height_pt, index, index)
    fills, outlines = _bars(grid, row.bar, height_pt)
    return Slab(
        height_pt=height_pt,
        pieces=tuple(pieces),
        strokes=(*strokes, *outlines),
        fills=fills,
        photos=_photos(grid, row.picture, height_pt),
        repeat=head,
        foot=grid.foot,
        tally=Tally(row.people, row.money),
        keeps_next=row.is_strong,  # a sum stands over what it adds up
    )


def _photos(grid: _Grid, picture: Picture | None, height_pt: float) -> tuple[Photo, ...]:
    """Put a picture into the middle of the columns that hold one."""
    if picture is None:
        return ()
    width_pt, picture_pt = mm(picture.width_mm), mm(picture.height_mm)
    return tuple(
        Photo(
            (grid.edges_pt[index] + grid.edges_pt[index + 1] - width_pt) / 2,
            (height_pt - picture_pt) / 2,
            width_pt,
            picture_pt,
            picture.data,
        )
        for index, column in enumerate(grid.table.columns)
        if column.holds_picture
    )


def _bars(
    grid: _Grid, bar: Bar | None, height_pt: float
) -> tuple[tuple[Fill, ...], tuple[Stroke, ...]]:
    """Draw the bar of a row in the middle of its cell, as wide as the text would be."""
    fills: list[Fill] = []
    strokes: list[Stroke] = []
    for index, column in enumerate(grid.table.columns):
        if bar is None or not column.holds_bar:
            continue
        left_pt = grid.edges_pt[index] + TABLE_SIDE_PADDING_PT
        width_pt = grid.edges_pt[index + 1] - TABLE_SIDE_PADDING_PT - left_pt
        drawn = bar_shapes(bar, left_pt, (height_pt - BAR_HEIGHT_PT) / 2, width_pt)
        fills += drawn[0]
        strokes += drawn[1]
    return tuple(fills), tuple(strokes)


def _divide(cells: Sequence[_Cell], room_pt: float) -> tuple[list[_Cell], list[_Cell]]:
    heads: list[_Cell] = []
    tails: list[_Cell] = []
    for cell in cells:
        text = cell.text
        fitting = max(int((room_pt - 2 * TABLE_PADDING_PT) / text.pitch_pt), 1)
        for part, lines in ((heads, text.lines[:fitting]), (tails, text.lines[fitting:])):
            part.append(
                _Cell(SetLines(lines, text.size_pt, text.style), cell.left_pt, cell.right_pt)
            )
    return heads, tails
