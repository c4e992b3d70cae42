"""What the matrix of places says: its columns, its cells, what a cell counts."""

from __future__ import annotations

from desktop.language import shown_number, tr
from desktop.rules.quota_columns import ColumnKind, QuotaColumn
from desktop.rules.quota_matrix import CellState, QuotaCell
from desktop.sentences.counted import counted_words
from desktop.sentences.pack_names import choice_name

SIGNS = {CellState.OPEN: "", CellState.UNDER: "▽ ", CellState.FULL: "✓ ", CellState.OVER: "▲ "}
_NONE = "–"
_MINUS = "\u2212"


def column_name(column: QuotaColumn) -> str:
    """Name whom a column counts."""
    match column.kind:
        case ColumnKind.WHOLE:
            return tr("Everybody")
        case ColumnKind.UNGROUPED:
            return tr("In no group")
        case _ if column.flag is not None:
            return choice_name(column.flag)
        case _:
            return counted_words(column.name)


def cell_text(cell: QuotaCell) -> str:
    """Write places given, people on the list and places left; a sign before what stands out."""
    left = "" if cell.left is None else shown_number(cell.left).replace("-", _MINUS)
    given = _NONE if cell.given is None else shown_number(cell.given)
    return f"{SIGNS[cell.state]}{given} / {shown_number(cell.used)} / {left or _NONE}"


def cell_words(cell: QuotaCell, column: QuotaColumn, unit: str) -> str:
    """Say a cell in a sentence, with where its number comes from."""
    facts = {
        "unit": unit or tr("no unit"),
        "who": column_name(column),
        "given": cell.given,
        "used": cell.used,
        "left": abs(cell.left or 0),
    }
    match cell.state:
        case CellState.OPEN:
            words = (
                tr("{unit}, {who}: {used} on the list, no number given", **facts)
                if cell.given is None
                else tr(
                    "{unit}, {who}: {used} on the list; {given} places were given, but not to all"
                    " of those counted",
                    **facts,
                )
            )
        case CellState.OVER:
            words = tr("{unit}, {who}: {used} on the list for {given} places, {left} over", **facts)
        case _:
            words = tr("{unit}, {who}: {used} on the list for {given} places, {left} left", **facts)
    if cell.is_planned:
        return tr(
            "{words}. The plan gives the number: {said} ({clause})",
            words=words,
            said=column.words or _NONE,
            clause=column.clause or _NONE,
        )
    return words


def unit_title(unit: str) -> str:
    """Name a line."""
    return unit or tr("(no unit)")


def people_title(column: QuotaColumn, unit: str | None) -> str:
    """Name the people that a cell counts, or a whole column."""
    if unit is None:
        return column_name(column)
    return f"{unit_title(unit)}, {column_name(column)}"
