"""A plan of the last cycle as the beginning of the next one: all its dates moved by some years.

Texts stay as they are. Those that name a year, an ordinal or a paper's number are listed, because
only people know what they are to say now.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from msgspec import Struct

from db.records import Period
from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Written
from desktop.rules.pack_shapes import (
    DateShape,
    ListShape,
    NumberShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    pack_shape,
)
from desktop.rules.pack_texts import SpendingNorm
from desktop.rules.pack_tree import Node, Tree, TreePath, all_texts, shape_at, tree_of

USUAL_YEARS = 5
_YEAR = re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])")
_ORDINAL = re.compile(r"\b(?:[Ll]ần|[Kk]h(?:óa|oá)|[Nn]hiệm kỳ)\s+(?:thứ\s+)?(?:[IVXLC]+|[0-9]+)\b")
_NUMBER = re.compile(r"[0-9]+[\w-]*/[\w-]*[^\W\d]")  # 167/KH-UBND, but no share such as 1/3
_LAST_OF_FEBRUARY = 28
_LAST_YEAR = 2200  # of a period
_LAST_YEAR_OF_MONTHS = 2999  # that the format writes
_ROOM_FOR_A_YEAR = 59  # letters of a key of 64, with a year behind it


class NextCycle(Struct, frozen=True):
    """A plan with its dates moved.

    Attributes:
        unseen: the texts that somebody has to look at, each once.
    """

    tree: Tree
    unseen: tuple[str, ...]


def next_cycle(pack: RulePack, years: int = USUAL_YEARS) -> NextCycle:
    """Move every day, month, quarter, year and period by some years; the version begins anew."""
    tree = _moved(tree_of(pack), pack_shape(), years)
    tree |= {"version": 1, "id": _next_id(pack, years)}
    unseen = dict.fromkeys(
        text for path, text in all_texts(tree) if _needs_a_look(tree, path, text)
    )
    return NextCycle(tree, tuple(unseen))


def still_unseen(tree: Tree, unseen: Collection[str]) -> tuple[TreePath, ...]:
    """Find the texts that nobody has changed or accepted yet."""
    texts = frozenset(unseen)
    return tuple(path for path, text in all_texts(tree) if text in texts) if texts else ()


def _needs_a_look(tree: Tree, path: TreePath, text: str) -> bool:
    shape = shape_at(tree, path)
    if not isinstance(shape, TextShape) or shape.written is not None:
        return False
    return any(sign.search(text) for sign in (_YEAR, _ORDINAL, _NUMBER))


def _moved(node: Node, shape: Shape, years: int) -> Node:
    moved = node
    match shape:
        case RecordShape():
            moved = _moved_record(node, shape, years)
        case UnionShape():
            kind = node[shape.tag_field]
            moved = {shape.tag_field: kind, **_moved_record(node, shape.kinds[kind], years)}
        case ListShape():
            moved = [_moved(one, shape.item, years) for one in node]
        case DateShape():
            moved = moved_day(node, years)
        case TextShape(written=Written.MONTH):
            moved = f"{min(int(node[:4]) + years, _LAST_YEAR_OF_MONTHS)}{node[4:]}"
        case NumberShape(written=Written.YEAR, most=most):
            moved = min(node + years, most)
    return moved


def _moved_record(node: Tree, shape: RecordShape, years: int) -> Tree:
    if shape.type is Period:
        return {name: min(year + years, _LAST_YEAR) for name, year in node.items()}
    if shape.type is SpendingNorm:
        return node  # the day is that of a paper that stays in force until another takes its place
    known = [field for field in shape.fields if field.name in node]
    return {field.name: _moved(node[field.name], field.shape, years) for field in known}


def moved_day(day: date, years: int) -> date:
    """Move a day by years; the 29th of February becomes the 28th where there is none."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=_LAST_OF_FEBRUARY)


def _next_id(pack: RulePack, years: int) -> str:
    year = _YEAR.search(pack.id)
    if year is not None:
        return _YEAR.sub(lambda match: str(int(match[0]) + years), pack.id)
    first = pack.cycle.launched.first_year
    return f"{pack.id[:_ROOM_FOR_A_YEAR]}-{first}"
