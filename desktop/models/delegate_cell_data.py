"""What a cell of the register shows, edits, checks and says, by Qt's roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from db.records import Delegate
from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.cell_doubts import cell_doubt
from desktop.sentences.person_fields import cell_doubt_sentence

_DOUBTFUL = "▲"


def cell_data(column: DelegateColumn, one: Delegate, role: int) -> object:
    """Give what Qt asks of a cell; None for what it has not."""
    give = _BY_ROLE.get(role)
    return give(column, one) if give is not None else None


# a box half ticked is one that nobody said anything of
_STATES = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}


def _shown(column: DelegateColumn, one: Delegate) -> str:
    if column.kind is CellKind.FLAG:
        return ""  # the box says it
    text = column.show(one)
    if not text:
        return tr("name missing") if column.key == "name" else ""
    return f"{_DOUBTFUL} {text}" if cell_doubt(column.key, one) is not None else text


def _edited(column: DelegateColumn, one: Delegate) -> object:
    if column.kind is CellKind.CHOICE:
        return getattr(one, column.key) or ""
    return column.show(one)


def _check_state(column: DelegateColumn, one: Delegate) -> object:
    if column.kind is not CellKind.FLAG:
        return None
    return _STATES[getattr(one, column.key)]


def _spoken(column: DelegateColumn, one: Delegate) -> str:
    spoken = f"{column.title}: {_shown(column, one) or column.show(one)}"
    return f"{spoken}. {doubt}" if (doubt := _doubt(column, one)) else spoken


def _mark(column: DelegateColumn, one: Delegate) -> Mark | None:
    if column.key == "name" and not one.name:
        return Mark.WRONG
    return Mark.DOUBT if _doubt(column, one) else None


def _doubt(column: DelegateColumn, one: Delegate) -> str | None:
    doubt = cell_doubt(column.key, one)
    return cell_doubt_sentence(doubt) if doubt is not None else None


def _alignment(column: DelegateColumn, one: Delegate) -> object:  # noqa: ARG001 - one of a table
    if column.kind is not CellKind.FIXED:
        return None
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_BY_ROLE: dict[int, Callable[[DelegateColumn, Delegate], object]] = {
    Qt.ItemDataRole.DisplayRole: _shown,
    Qt.ItemDataRole.EditRole: _edited,
    Qt.ItemDataRole.CheckStateRole: _check_state,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.ToolTipRole: _doubt,
    MARK_ROLE: _mark,
}
